import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { findAkte, letzter } from "#bearbeitung";
import type { Tx } from "#db";
import { listeAnordnungen } from "#kasse";
import { listeNachrichtenZumVorgang } from "#postfach";
import { antragFuer, createBevoelkerung } from "../demo/bevoelkerung/index.ts";
import { reicheEin } from "../demo/einreichen.ts";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

const tokens = { personenstandsregister: "token-des-standesamts", melderegister: "token-der-meldebehoerde" } as const;

describe("a register reports what concerns a running benefit", () => {
  const bevoelkerung = createBevoelkerung();
  const anna = bevoelkerung.getPersona("anna");
  const mia = bevoelkerung.getPerson(anna.kinder[0] ?? "");
  let register: AlleRegister;
  let stadt: Stadt;
  let nummer = 0;

  const tue = <T>(fn: (tx: Tx) => Promise<T>, mandant = stadt.musterstadt.id) => stadt.system.db.inTransaction({ mandant }, fn);
  const akteVon = (id: string) => tue(async (tx) => (await findAkte(tx, id)) ?? assert.fail(`no Vorgang ${id}`));
  const lies = (id: string) =>
    tue(async (tx) => (await stadt.system.dauerleistungen.lies(tx, id)) ?? assert.fail("does not run"));
  const melde = async (inhalt: object, von: keyof typeof tokens = "melderegister") => {
    const headers = { host: "localhost", authorization: `Bearer ${tokens[von]}` };
    const payload = { id: randomUUID(), behoerde: "musterstadt", ...inhalt };
    const antwort = await stadt.web.inject({ method: "POST", url: "/api/ereignisse", headers, payload });
    return [antwort.statusCode, antwort.json().stand ?? antwort.json().title];
  };
  async function bewilligt(): Promise<string> {
    stadt.uhr.set("2026-03-02T08:00:00+01:00");
    Object.assign(mia, { geburtsdatum: "2022-03-04", einzugsdatum: "2022-03-04", sgb2: null });
    const lage = { ...antragFuer(bevoelkerung, anna, mia), fuerVormonat: false, umUnterhaltBemueht: false };
    const id = await tue((tx) => reicheEin(stadt.system, tx, lage, `ereignis:${nummer++}`));
    await stadt.system.bearbeitung.pruefe(stadt.musterstadt.id, id);
    await stadt.system.bearbeitung.fertige(stadt.musterstadt.id, id);
    assert.equal((await akteVon(id)).stand.phase, "zugestellt");
    stadt.uhr.set("2026-05-11T08:00:00+02:00");
    return id;
  }
  async function aenderung(id: string) {
    const { aenderungen } = await lies(id);
    const neueste = aenderungen.at(-1)?.vorgangId ?? assert.fail("no change");
    await stadt.system.dauerleistungen.pruefe(stadt.musterstadt.id, neueste);
    await stadt.system.dauerleistungen.fertige(stadt.musterstadt.id, neueste);
    return akteVon(neueste);
  }
  /** Ends what an earlier test left, so that an event finds one benefit. */
  const beende = async (id: string) => {
    await melde({ art: "tod", person: mia.idnr, am: "2026-05-10" });
    await aenderung(id);
  };

  before(async () => {
    register = await startRegister({ bevoelkerung });
    const umgebung = {
      FACHWERK_EREIGNIS_TOKEN: tokens.personenstandsregister,
      FACHWERK_EREIGNIS_TOKEN_MELDEREGISTER: tokens.melderegister,
    };
    stadt = await baueStadt({ ...register.umgebung, ...umgebung }, "2026-03-02T09:00:00+01:00");
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });

  test("the child has died: the benefit ends on that day, told twice, told under another id, told by two registers", async () => {
    const id = await bewilligt();
    const tod = { id: randomUUID(), art: "tod", person: mia.idnr, am: "2026-05-08" };
    assert.deepEqual(await Promise.all([melde(tod), melde(tod)]).then((alle) => alle.map(String).sort()), [
      "202,angenommen",
      "202,bekannt",
    ]);
    assert.deepEqual(await melde({ ...tod, id: randomUUID() }, "personenstandsregister"), [202, "angenommen"]);
    assert.deepEqual(await melde({ ...tod, am: "2026-05-07" }), [409, "Widerspruch"]);
    assert.equal((await lies(id)).aenderungen.length, 1);
    const akte = await aenderung(id);
    assert.deepEqual([akte.stand.phase, akte.eingang.kanal], ["zugestellt", "amtswegen"], JSON.stringify(akte.stand.gruende));
    assert.match(letzter(akte.schritte, "entschieden")?.norm ?? "", /§ 39 Abs\. 2 SGB X/);
    assert.equal((await tue((tx) => listeAnordnungen(tx, id))).at(-1)?.art, "einstellung");
    assert.deepEqual(await melde({ ...tod, id: randomUUID() }), [202, "angenommen"], "late, and nothing runs any more");
  });

  test("moved together: the register is asked again, nothing changes, and nobody is bothered", async () => {
    const id = await bewilligt();
    assert.deepEqual(await melde({ art: "umzug", person: mia.idnr, am: "2026-05-04" }), [202, "angenommen"]);
    const akte = await aenderung(id);
    assert.equal(akte.stand.phase, "abgeschlossen", JSON.stringify(akte.stand.gruende));
    assert.ok(letzter(akte.schritte, "nachweisAngefragt")?.abrufe.some(({ nachweis }) => nachweis === "haushalt"));
    assert.equal((await tue((tx) => listeNachrichtenZumVorgang(tx, akte.id))).length, 0);
    await beende(id);
  });

  test("the child moved out: nothing is taken away before a person or a hearing", async () => {
    const id = await bewilligt();
    const alt = mia.anschrift;
    mia.anschrift = { ...alt, strasse: "Ganz woanders", hausnummer: "99" };
    assert.deepEqual(await melde({ art: "umzug", person: mia.idnr, am: "2026-05-04" }), [202, "angenommen"]);
    const akte = await aenderung(id);
    assert.ok(["beiSachbearbeitung", "wartetAufBuerger"].includes(akte.stand.phase), akte.stand.phase);
    assert.equal((await tue((tx) => listeAnordnungen(tx, id))).length, 1);
    mia.anschrift = alt;
  });

  test("the parent who gets it has died: for a person, asked of no register, and nobody writes to the dead", async () => {
    const id = await bewilligt();
    assert.deepEqual(await melde({ art: "tod", person: anna.idnr, am: "2026-05-08" }), [202, "angenommen"]);
    const akte = await aenderung(id);
    assert.equal(akte.stand.phase, "beiSachbearbeitung");
    assert.match(akte.stand.gruende?.join(" ") ?? "", /gestorben\. Bitte klären Sie/);
    assert.equal(letzter(akte.schritte, "nachweisAngefragt"), undefined);
    assert.equal((await tue((tx) => listeNachrichtenZumVorgang(tx, akte.id))).length, 0);
    assert.equal((await lies(id)).stand.endetAb, undefined);
  });

  test("refused: by a register that does not keep it, of days to come, with more than was asked for", async () => {
    const umzug = { art: "umzug", person: mia.idnr, am: "2026-05-08" };
    assert.deepEqual(await melde(umzug, "personenstandsregister"), [403, "Nicht zuständig"]);
    assert.deepEqual(await melde({ ...umzug, am: "2026-05-12" }), [400, "Der Tag liegt in der Zukunft"]);
    assert.equal((await melde({ ...umzug, nach: "Geheimweg 7" }))[0], 400);
    assert.equal((await melde({ ...umzug, behoerde: "nirgendwo" }))[0], 404);
  });

  test("another town hall learns nothing of it and moves nothing", async () => {
    const zahl = () => tue(async (tx) => (await tx.query("select from aenderung")).rowCount);
    const vorher = await zahl();
    assert.deepEqual(await melde({ art: "tod", person: mia.idnr, am: "2026-05-09", behoerde: "beispielkreis" }), [
      202,
      "angenommen",
    ]);
    assert.equal(await zahl(), vorher);
    const dort = await tue(async (tx) => (await tx.query("select from aenderung")).rowCount, stadt.beispielkreis.id);
    assert.equal(dort, 0);
  });
});
