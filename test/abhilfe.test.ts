import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import type { Antworten } from "#baukasten";
import { findAkte } from "#bearbeitung";
import type { Tx } from "#db";
import { listeFuerVorgang } from "#gebuehren";
import { type AnordnungMitAntwort, listeAnordnungen } from "#kasse";
import { getLeistung } from "#leistungen";
import { findStand, haengeAn } from "#vorgaenge";
import { antragFuer, createBevoelkerung } from "../demo/bevoelkerung/index.ts";
import { reicheEin } from "../demo/einreichen.ts";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

/** What the treasury holds after all orders: each later one replaces what falls due from its first day on. */
function beiDerKasse(anordnungen: readonly AnordnungMitAntwort[]): Record<string, number> {
  let raten: { monat: string; betragCent: number; faelligAm: string }[] = [];
  for (const { art, plan, wirksamAb } of anordnungen) {
    if (art !== "neu") raten = raten.filter(({ faelligAm }) => faelligAm < (wirksamAb ?? ""));
    raten.push(...plan);
  }
  const je: Record<string, number> = {};
  for (const { monat, betragCent } of raten) je[monat] = (je[monat] ?? 0) + betragCent;
  return je;
}

/** A notice that an objection brought down is decided anew: nothing is paid twice, and nothing is owed twice. */
describe("decided anew after an objection", () => {
  const bevoelkerung = createBevoelkerung();
  let register: AlleRegister;
  let stadt: Stadt;
  let lauf = 0;
  before(async () => {
    register = await startRegister({ bevoelkerung });
    stadt = await baueStadt(register.umgebung, "2026-03-02T09:00:00+01:00");
  });
  after(async () => {
    await stadt.close();
    await register.stop();
  });
  const am = (tag: string) => stadt.uhr.set(`${tag}T08:00:00+01:00`);
  const tue = <T>(fn: (tx: Tx) => Promise<T>) => stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);
  const akteVon = (id: string) => tue(async (tx) => (await findAkte(tx, id)) ?? assert.fail(`no Vorgang ${id}`));
  const forderungen = async (id: string) =>
    (await tue((tx) => listeFuerVorgang(tx, id))).map(({ zustand, offenCent }) => [zustand, offenCent]);

  async function erledige(id: string): Promise<string> {
    await stadt.system.bearbeitung.pruefe(stadt.musterstadt.id, id);
    await stadt.system.bearbeitung.fertige(stadt.musterstadt.id, id);
    assert.equal((await akteVon(id)).stand.phase, "zugestellt", JSON.stringify((await akteVon(id)).stand.gruende));
    return id;
  }
  async function reiche(leistung: string, antworten: Antworten): Promise<string> {
    const { idnr, vornamen, nachname } = bevoelkerung.getPersona("anna");
    const person = { person: stadt.system.secrets.pseudonym(`idnr:${idnr}`), idnr, vornamen, nachname, email: null };
    const schriftform = { art: "anmeldung", vertrauensniveau: "substantiell" } as const;
    const einreichung = { kanal: "online", person, schriftform, einwilligungPostfach: true } as const;
    const { vorgangId } = await tue((tx) =>
      eroeffneAntrag(stadt.system, tx, {
        leistung: getLeistung(leistung),
        antworten,
        einreichung,
        transaktion: `abhilfe:${lauf++}`,
      }),
    );
    return erledige(vorgangId);
  }
  async function unterhaltsvorschuss(): Promise<string> {
    const anna = bevoelkerung.getPersona("anna");
    const mia = bevoelkerung.getPerson(anna.kinder[0] ?? "");
    Object.assign(mia, { geburtsdatum: "2022-03-04", einzugsdatum: "2022-03-04", sgb2: null });
    const lage = { ...antragFuer(bevoelkerung, anna, mia), fuerVormonat: false, umUnterhaltBemueht: false };
    return erledige(await tue((tx) => reicheEin(stadt.system, tx, lage, `abhilfe:${lauf++}`)));
  }
  async function widersprich(id: string): Promise<void> {
    const person = (await akteVon(id)).beteiligte.find(({ rolle }) => rolle === "antragsteller")?.person ?? null;
    await tue(async (tx) => {
      const daten = { begruendung: "Bitte noch einmal prüfen.", am: stadt.uhr.today(), anlagen: [] };
      const rahmen = { akteur: { art: "buerger", person } as const, zeitpunkt: stadt.uhr.now(), transaktion: `w:${lauf++}` };
      const nummer = (await findStand(tx, id))?.nummer ?? 0;
      assert.equal((await haengeAn(tx, id, [{ art: "widersprochen", daten, ...rahmen }], nummer)).art, "angehaengt");
    });
  }
  /** The person objects, somebody else remedies and decides, the notice is made; its job twice. */
  async function entscheideNeu(id: string, ergebnis: "bewilligt" | "abgelehnt"): Promise<void> {
    await widersprich(id);
    const von = { art: "amt", kennung: "otto", name: "Otto" } as const;
    const handlung = async () => ({
      mandantId: stadt.musterstadt.id,
      vorgangId: id,
      nummer: (await akteVon(id)).nummer,
      transaktion: `hand:${lauf++}`,
      von,
    });
    const { bearbeitung } = stadt.system;
    assert.deepEqual(await bearbeitung.hilfAb(await handlung(), "Sie hat recht."), { art: "erledigt" });
    assert.deepEqual(await bearbeitung.entscheideVonHand(await handlung(), ergebnis, "Neu geprüft.", {}), { art: "erledigt" });
    for (let mal = 0; mal < 2; mal++) await bearbeitung.fertige(stadt.musterstadt.id, id);
    assert.equal((await akteVon(id)).stand.phase, "zugestellt");
  }
  const anordnungen = (id: string) => tue((tx) => listeAnordnungen(tx, id));

  test("a benefit granted once more is paid once: months that went out stay, the rest takes the place of what was ordered", async () => {
    am("2026-03-02");
    const id = await unterhaltsvorschuss();
    const vorher = beiDerKasse(await anordnungen(id));
    assert.ok(Object.keys(vorher).length > 5);
    am("2026-03-20");
    await entscheideNeu(id, "bewilligt");
    assert.deepEqual(beiDerKasse(await anordnungen(id)), vorher);
  });

  test("a benefit that is refused now is not paid on", async () => {
    am("2026-03-02");
    const id = await unterhaltsvorschuss();
    am("2026-03-20");
    await entscheideNeu(id, "abgelehnt");
    assert.deepEqual(Object.keys(beiDerKasse(await anordnungen(id))), ["2026-03"], "only what went out before");
  });

  test("what ended by a change of its own stays ended, and goes on going to the account that was given last", async () => {
    am("2026-03-02");
    const id = await unterhaltsvorschuss();
    am("2026-03-10");
    const neu = { iban: "DE75512108001245126199", empfaenger: "Anna Beispiel" };
    const wechsel = { mandantId: stadt.musterstadt.id, bezugId: id, ...neu, vertrauensniveau: "hoch" as const };
    const von = { art: "buerger", person: null } as const;
    await stadt.system.dauerleistungen.aendereKonto({ ...wechsel, von, transaktion: `konto:${lauf++}` });
    am("2026-03-16");
    const gemeldet = await tue((tx) =>
      stadt.system.dauerleistungen.meldeAenderung(tx, id, {
        anlass: "ende",
        ab: "2026-05-08",
        grund: "Das Kind zieht am 08.05.2026 fort.",
        seiten: {},
        kanal: "amtswegen",
        akteur: { art: "system", teil: "probe", version: "1" },
        transaktion: `ende:${lauf++}`,
      }),
    );
    assert.ok("vorgangId" in gemeldet);
    await stadt.system.dauerleistungen.pruefe(stadt.musterstadt.id, gemeldet.vorgangId);
    await stadt.system.dauerleistungen.fertige(stadt.musterstadt.id, gemeldet.vorgangId);
    const beendet = beiDerKasse(await anordnungen(id));
    assert.equal(beendet["2026-06"], undefined);
    am("2026-03-20");
    await entscheideNeu(id, "bewilligt");
    assert.deepEqual(beiDerKasse(await anordnungen(id)), beendet);
    assert.equal((await anordnungen(id)).at(-1)?.iban, neu.iban);
  });

  const hund = {
    anliegen: { art: "anmelden" },
    hund: { name: "Bello", rasse: "Dackel", geboren: "2024-05-05" },
    haltung: { seit: "2026-03-10", zugezogen: false },
    andereHunde: { anzahl: 0 },
    gefaehrlich: { antwort: "nein" },
    verguenstigung: { grund: "keine" },
    nachricht: {},
  } as unknown as Antworten;

  test("a tax that stays as it was is owed once", async () => {
    am("2026-11-24");
    const id = await reiche("hundesteuer", hund);
    const vorher = await forderungen(id);
    assert.equal(vorher.length, 1);
    await entscheideNeu(id, "bewilligt");
    assert.deepEqual(await forderungen(id), vorher);
  });

  test("a tax that is owed no more is taken off; what was paid of it is there to be paid back", async () => {
    am("2026-11-24");
    const id = await reiche("hundesteuer", hund);
    const [soll] = await tue((tx) => listeFuerVorgang(tx, id));
    assert.ok(soll);
    const eingang = { kassenzeichen: soll.kassenzeichen, betragCent: 1_000, am: "2026-11-24", beleg: "B-1" };
    await stadt.system.gebuehren.verbucheUeberweisung(stadt.musterstadt.id, eingang);
    await entscheideNeu(id, "abgelehnt");
    assert.deepEqual(await forderungen(id), [["ueberzahlt", 0]]);
  });

  type Seiten = Record<string, Record<string, unknown>>;
  const dauer = () => stadt.system.dauerleistungen;
  const melde = (id: string, ab: string, seiten: Seiten) =>
    tue(async (tx) => {
      const gemeldet = await dauer().meldeAenderung(tx, id, {
        anlass: "meldung",
        ab,
        grund: "Unterhalt wird gezahlt.",
        seiten,
        kanal: "online",
        akteur: { art: "buerger", person: null },
        transaktion: `m:${lauf++}`,
      });
      return "vorgangId" in gemeldet ? gemeldet.vorgangId : assert.fail();
    });
  const bearbeite = async (id: string) => {
    await dauer().pruefe(stadt.musterstadt.id, id);
    await dauer().fertige(stadt.musterstadt.id, id);
  };
  const hand = async (vorgangId: string, kennung: string) => ({
    mandantId: stadt.musterstadt.id,
    vorgangId,
    nummer: (await akteVon(vorgangId)).nummer,
    transaktion: `hand:${lauf++}`,
    von: { art: "amt", kennung, name: kennung } as const,
  });
  const tage = async (...reihe: string[]) => {
    for (const tag of reihe) {
      am(tag);
      await stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
      await dauer().pruefeLaufende(stadt.musterstadt.id);
    }
  };
  /** 100 euros a month too much, heard, decided, final, demanded. @returns grant, the Vorgang of the demand */
  async function zurueckgefordert(): Promise<[string, string]> {
    am("2026-03-02");
    const id = await unterhaltsvorschuss();
    am("2026-05-11");
    await bearbeite(await melde(id, "2026-04-01", { unterhalt: { betrag: 10_000 } }));
    const aenderungen = await tue(async (tx) => (await dauer().lies(tx, id))?.aenderungen ?? []);
    const folge = aenderungen.at(-1)?.vorgangId ?? assert.fail();
    await bearbeite(folge);
    await tage("2026-06-08");
    assert.deepEqual(await dauer().entscheide(await hand(folge, "sabine"), "ganz", "Der Unterhalt war bekannt.", {}), {
      art: "erledigt",
    });
    await dauer().fertige(stadt.musterstadt.id, folge);
    await tage("2026-06-15", "2026-07-20", "2026-07-21");
    assert.equal((await akteVon(folge)).stand.phase, "bestandskraeftig");
    // April and May had been paid with 227 euros, and 127 were due.
    assert.deepEqual(await forderungen(folge), [["offen", 20_000]]);
    return [id, folge];
  }

  test("what is given back already is not asked for again by the next change", async () => {
    const [id] = await zurueckgefordert();
    const zweite = await melde(id, "2026-03-01", {
      anschrift: { strasse: "Neue Straße", hausnummer: "1", plz: "12345", ort: "Musterstadt" },
    });
    await bearbeite(zweite);
    const akte = await akteVon(zweite);
    assert.equal(akte.stand.phase, "abgeschlossen", JSON.stringify(akte.stand));
  });

  test("a demand whose notice falls late is owed no more; what was paid of it is there to be paid back", async () => {
    const [, folge] = await zurueckgefordert();
    const [soll] = await tue((tx) => listeFuerVorgang(tx, folge));
    const eingang = { kassenzeichen: soll?.kassenzeichen ?? "", betragCent: 5_000, am: "2026-07-21", beleg: "B-2" };
    await stadt.system.gebuehren.verbucheUeberweisung(stadt.musterstadt.id, eingang);
    await widersprich(folge);
    assert.deepEqual(await stadt.system.bearbeitung.hilfAb(await hand(folge, "otto"), "Wiedereinsetzung; sie hat es gemeldet."), {
      art: "erledigt",
    });
    assert.deepEqual(await dauer().entscheide(await hand(folge, "otto"), "zukunft", "Es bleibt beim Gezahlten.", {}), {
      art: "erledigt",
    });
    for (let mal = 0; mal < 2; mal++) await dauer().fertige(stadt.musterstadt.id, folge);
    await tage("2026-08-03", "2026-09-14", "2026-09-15");
    assert.deepEqual(await forderungen(folge), [["ueberzahlt", 0]]);
  });

  test("decided anew with the same sum, it is asked for once more when that is final, and only once", async () => {
    const [, folge] = await zurueckgefordert();
    await widersprich(folge);
    assert.deepEqual(await stadt.system.bearbeitung.hilfAb(await hand(folge, "otto"), "Noch einmal ansehen."), {
      art: "erledigt",
    });
    assert.deepEqual(await dauer().entscheide(await hand(folge, "otto"), "ganz", "Es bleibt dabei.", {}), { art: "erledigt" });
    await dauer().fertige(stadt.musterstadt.id, folge);
    assert.deepEqual(await forderungen(folge), [["storniert", 0]]);
    await tage("2026-07-28", "2026-09-14", "2026-09-15", "2026-09-16");
    assert.deepEqual(
      (await forderungen(folge)).sort(),
      [
        ["offen", 20_000],
        ["storniert", 0],
      ].sort(),
    );
  });
});
