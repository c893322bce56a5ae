import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import type { Antworten } from "#baukasten";
import { listeBescheide } from "#bescheide";
import { listeFuerVorgang, type Sollzeile } from "#gebuehren";
import { listeAnordnungen } from "#kasse";
import { getLeistung } from "#leistungen";
import { listeNachrichtenZumVorgang } from "#postfach";
import { findStand } from "#vorgaenge";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

/** What a real decision makes somebody owe: from the notice to the bank statement, over the operator's command. */
describe("the notice of a tax or a fee", () => {
  let stadt: Stadt;
  let register: AlleRegister;
  let ordner: string;
  before(async () => {
    register = await startRegister({});
    ordner = await mkdtemp(join(tmpdir(), "gebuehren "));
    stadt = await baueStadt({ ...register.umgebung, FACHWERK_KASSE_ORDNER: join(ordner, "kasse") });
    await stadt.arbeite();
  });
  after(async () => {
    await stadt.close();
    await register.stop();
    await rm(ordner, { recursive: true });
  });

  type Tx = Parameters<Parameters<Stadt["system"]["db"]["inTransaction"]>[1]>[0];
  const imMandanten = <T>(fn: (tx: Tx) => Promise<T>) => stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);
  const reiche = (leistung: string, antworten: Antworten, schluessel: string) =>
    imMandanten(async (tx) => {
      const { idnr, vornamen, nachname } = register.bevoelkerung.getPersona("anna");
      const person = { person: stadt.system.secrets.pseudonym(`idnr:${idnr}`), idnr, vornamen, nachname, email: null };
      const schriftform = { art: "anmeldung", vertrauensniveau: "substantiell" } as const;
      const einreichung = { kanal: "online", person, schriftform, einwilligungPostfach: true } as const;
      return (
        await eroeffneAntrag(stadt.system, tx, {
          leistung: getLeistung(leistung),
          antworten,
          einreichung,
          transaktion: schluessel,
        })
      ).vorgangId;
    });
  const phase = (id: string, ...soll: string[]) =>
    stadt.warteBis(soll.join(" or "), async () => {
      const stand = await imMandanten((tx) => findStand(tx, id));
      return soll.includes(stand?.stand.phase ?? "") && stand;
    });
  const forderung = (id: string) => imMandanten(async (tx) => (await listeFuerVorgang(tx, id))[0]);
  const hund = {
    anliegen: { art: "anmelden" },
    hund: { name: "Bello", rasse: "Dackel", geboren: "2024-05-05" },
    haltung: { seit: "2026-03-10", zugezogen: false },
    andereHunde: { anzahl: 0 },
    gefaehrlich: { antwort: "nein" },
    verguenstigung: { grund: "keine" },
    nachricht: {},
  };
  /** The operator's command as a process. */
  const befehl = (...argumente: string[]) =>
    new Promise<{ code: number; aus: string; fehler: string }>((fertig) => {
      const env = {
        ...process.env,
        DATABASE_URL: stadt.urls.ownerUrl,
        DATABASE_URL_APP: stadt.urls.appUrl,
        FACHWERK_DATEN: stadt.system.config.daten,
      };
      const cli = join(import.meta.dirname, "../src/cli.ts");
      execFile(process.execPath, ["--import", "tsx", cli, "gebuehren", "bezahlt", ...argumente], { env }, (error, aus, fehler) =>
        fertig({ code: typeof error?.code === "number" ? error.code : 0, aus, fehler }),
      );
    });

  let steuer: Sollzeile;
  test("Hundesteuer: the claim is opened with the notice, once, over the amount of the decision, due after the Mandant's days", async () => {
    const id = await reiche("hundesteuer", hund as unknown as Antworten, "hund-1");
    await phase(id, "zugestellt");
    const sollstellungen = await imMandanten((tx) => listeFuerVorgang(tx, id));
    assert.equal(sollstellungen.length, 1);
    steuer = sollstellungen[0] ?? assert.fail();
    assert.equal(
      steuer.betragCent,
      steuer.posten.reduce((summe, { betragCent }) => summe + betragCent, 0),
    );
    assert.deepEqual([steuer.zustand, steuer.faelligAm, steuer.bezeichnung], ["offen", "2026-12-24", "Hundesteuer"]);
    await stadt.system.bearbeitung.fertige(stadt.musterstadt.id, id);
    assert.equal((await imMandanten((tx) => listeFuerVorgang(tx, id))).length, 1, "the job runs twice, the claim is one");
  });

  test("by the command: paid from the bank's file, repeated harmlessly; what has no place is named and nothing of it is lost", async () => {
    const datei = join(ordner, "umsaetze.csv");
    const { kassenzeichen, betragCent } = steuer;
    const betrag = (betragCent / 100).toFixed(2).replace(".", ",");
    await writeFile(
      datei,
      `kassenzeichen;betrag;am;beleg\r\n${kassenzeichen};${betrag};23.11.2026;B-1\r\n123456789012;1,00;;B-2\r\n`,
    );
    const erst = await befehl("--mandant", "musterstadt", "--datei", datei);
    assert.equal(erst.code, 1);
    assert.match(erst.aus, /verbucht/);
    assert.match(erst.fehler, /123456789012.*(kein Kassenzeichen|keine Forderung)/);
    assert.match((await befehl("--mandant", "musterstadt", "--datei", datei)).aus, /war schon verbucht/);
    assert.equal((await forderung(steuer.vorgangId))?.zustand, "bezahlt");
    const zuViel = ["--kassenzeichen", kassenzeichen, "--betrag", "5", "--beleg", "B-3", "--json"];
    assert.match((await befehl("--mandant", "musterstadt", ...zuViel)).aus, /"betragCent":500.*"neu":true/);
    assert.equal((await forderung(steuer.vorgangId))?.zustand, "ueberzahlt");
    await writeFile(datei, `kassenzeichen;betrag;am;beleg\n${kassenzeichen};1,00;;B-4\n${kassenzeichen};viel;;B-5\n`);
    assert.equal((await befehl("--mandant", "musterstadt", "--datei", datei)).code, 2);
    assert.equal((await forderung(steuer.vorgangId))?.stand.bezahltCent, betragCent + 500, "a file with a fault books nothing");
  });

  test("what was paid too much goes back by an order to the treasury", async () => {
    const tat = {
      mandantId: stadt.musterstadt.id,
      sollstellungId: steuer.id,
      transaktion: "rueck-1",
      von: { kennung: "sabine", name: "Sabine" },
    };
    const wunsch = { betragCent: 500, weg: "ueberweisung", grund: "Zu viel", iban: "DE02120300000000202051" } as const;
    assert.equal((await stadt.system.gebuehren.ordneErstattungAn(tat, wunsch)).art, "erledigt");
    await stadt.warteBis("ordered", async () => (await forderung(steuer.vorgangId))?.zustand === "bezahlt");
    const [anordnung] = await imMandanten((tx) => listeAnordnungen(tx, steuer.vorgangId));
    assert.deepEqual([anordnung?.summeCent, anordnung?.empfaenger], [500, steuer.schuldner]);
    await stadt.system.gebuehren.fuehreErstattungAus(
      stadt.musterstadt.id,
      steuer.id,
      (await forderung(steuer.vorgangId))?.stand.erstattungen[0]?.erstattungId ?? "",
    );
    assert.equal((await imMandanten((tx) => listeAnordnungen(tx, steuer.vorgangId))).length, 1);
  });

  test("overdue by more than the Mandant's fortnight: reminded once, by letter into the mailbox; paid or not yet due: nobody is", async () => {
    const id = await reiche("hundesteuer", { ...hund, hund: { ...hund.hund, name: "Rex" } } as unknown as Antworten, "hund-2");
    await phase(id, "zugestellt");
    const am = async (tag: string) => {
      stadt.uhr.set(`${tag}T08:00:00+01:00`);
      return stadt.system.gebuehren.mahne(stadt.musterstadt.id);
    };
    try {
      // Due on 24 December: fourteen days later is 7 January, and only then is it overdue by more than that.
      assert.equal(await am("2027-01-07"), 0);
      assert.equal(await am("2027-01-08"), 1);
      assert.equal(await am("2027-01-09"), 0);
    } finally {
      stadt.uhr.set("2026-11-24T09:00:00+01:00");
    }
    assert.equal((await forderung(id))?.stand.gemahntAm, "2027-01-08");
    const nachricht = (await imMandanten((tx) => listeNachrichtenZumVorgang(tx, id))).at(-1);
    assert.match(nachricht?.text ?? "", /nicht bezahlt.*22\.01\.2027/);
    const schreiben = (await imMandanten((tx) => listeBescheide(tx, id))).find((each) => each.id === nachricht?.bescheidId);
    assert.deepEqual([schreiben?.art, schreiben?.betreff], ["mitteilung", "Mahnung: Hundesteuer"]);
  });

  describe("a fee that is due before the record is made: Meldebescheinigung on paper", () => {
    const papier = { umfang: { umfang: "einfach" }, form: { form: "papier" } } as unknown as Antworten;
    const wartend = async (schluessel: string) => {
      const id = await reiche("meldebescheinigung", papier, schluessel);
      await phase(id, "wartetAufZahlung");
      return { id, soll: (await forderung(id)) ?? assert.fail() };
    };
    const bezahle = ({ kassenzeichen, betragCent }: Sollzeile, beleg: string) =>
      stadt.system.gebuehren.verbucheUeberweisung(stadt.musterstadt.id, { kassenzeichen, betragCent, am: "2026-11-24", beleg });
    const bescheide = (id: string) => imMandanten((tx) => listeBescheide(tx, id));

    test("nothing is made before the money is here; a part is not enough; then by itself, once, and nothing is asked for again", async () => {
      const { id, soll } = await wartend("mb-1");
      assert.deepEqual([soll.betragCent, (await bescheide(id)).length], [1_000, 0]);
      await stadt.system.bearbeitung.fertige(stadt.musterstadt.id, id);
      assert.equal((await imMandanten((tx) => listeFuerVorgang(tx, id))).length, 1, "asked for once");
      const nachrichten = await imMandanten((tx) => listeNachrichtenZumVorgang(tx, id));
      assert.match(nachrichten.at(-1)?.text ?? "", /Es fehlt nur noch die Gebühr.*24\.12\.2026/s);

      await bezahle({ ...soll, betragCent: 400 }, "mb-1a");
      assert.equal((await imMandanten((tx) => findStand(tx, id)))?.stand.phase, "wartetAufZahlung");
      await Promise.all([bezahle({ ...soll, betragCent: 600 }, "mb-1b"), bezahle({ ...soll, betragCent: 600 }, "mb-1b")]);
      await phase(id, "beschieden", "zugestellt");
      assert.deepEqual([(await bescheide(id)).length, (await imMandanten((tx) => listeFuerVorgang(tx, id))).length], [1, 1]);
    });

    test("electronic is free of charge: it waits for nothing", async () => {
      const id = await reiche("meldebescheinigung", { ...papier, form: { form: "elektronisch" } } as Antworten, "mb-2");
      await phase(id, "zugestellt");
      assert.equal(await forderung(id), undefined);
    });

    test("waived by the office: goes on without money", async () => {
      const { id, soll } = await wartend("mb-3");
      const von = { kennung: "sabine", name: "Sabine" };
      const tat = { mandantId: stadt.musterstadt.id, sollstellungId: soll.id, transaktion: "erlass-1", von };
      assert.equal((await stadt.system.gebuehren.storniere(tat, "Gebührenbefreiung")).art, "erledigt");
      await phase(id, "beschieden", "zugestellt");
    });

    test("never paid: after the day it ends, nothing is owed, the person is told; money that comes later is seen and can go back", async () => {
      const { id, soll } = await wartend("mb-4");
      const am = async (tag: string) => {
        stadt.uhr.set(`${tag}T08:00:00+01:00`);
        await stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
        return (await imMandanten((tx) => findStand(tx, id)))?.stand.phase;
      };
      try {
        assert.equal(await am("2026-12-24"), "wartetAufZahlung");
        assert.equal(await am("2026-12-25"), "abgeschlossen");
      } finally {
        stadt.uhr.set("2026-11-24T09:00:00+01:00");
      }
      assert.deepEqual([(await forderung(id))?.zustand, (await bescheide(id)).length], ["storniert", 0]);
      const nachrichten = await imMandanten((tx) => listeNachrichtenZumVorgang(tx, id));
      assert.match(nachrichten.at(-1)?.text ?? "", /bis zum 24\.12\.2026 nicht bezahlt.*neuen Antrag/s);
      await bezahle(soll, "mb-4");
      assert.equal((await forderung(id))?.zustand, "ueberzahlt");
      assert.equal((await imMandanten((tx) => findStand(tx, id)))?.stand.phase, "abgeschlossen");
    });

    test("somebody is paying when the day is over: it waits for what comes of it", async () => {
      const { id, soll } = await wartend("mb-5");
      await stadt.system.gebuehren.beginne(
        stadt.musterstadt,
        soll.id,
        soll.person ?? "",
        (zahlungId) => `http://musterstadt.localhost/${zahlungId}`,
      );
      stadt.uhr.set("2026-12-25T08:00:00+01:00");
      try {
        await stadt.system.bearbeitung.pruefeTermine(stadt.musterstadt.id);
        assert.equal((await imMandanten((tx) => findStand(tx, id)))?.stand.phase, "wartetAufZahlung");
      } finally {
        stadt.uhr.set("2026-11-24T09:00:00+01:00");
      }
    });
  });
});
