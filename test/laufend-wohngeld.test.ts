import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { letzter } from "#bearbeitung";
import { listeFuerVorgang } from "#gebuehren";
import { listeNachrichtenZumVorgang } from "#postfach";
import { wohngeldAntworten } from "../demo/antworten-soziales.ts";
import { name, type Person } from "../demo/bevoelkerung/index.ts";
import { baueLaufendenhaus, beiDerKasse, type Laufendenhaus } from "./helpers/laufend.ts";

/** Wanda, alone, 1,580 euros gross, 480 euros of rent without heating: granted from January to December 2026. */
describe("Wohngeld lives on", () => {
  let haus: Laufendenhaus;
  let wanda: Person;
  before(async () => {
    haus = await baueLaufendenhaus("2026-01-07T09:00:00+01:00");
    wanda = haus.bevoelkerung.getPersona("wanda");
  });
  after(() => haus.close());

  const wohnung = { art: "miete", quadratmeter: 46, bruttokaltmieteCent: 48_000, heizkostenCent: 7_000 } as const;
  async function bewilligt(): Promise<string> {
    Object.assign(wanda, { einkommenCent: 158_000, wohnung });
    haus.am("2026-01-07");
    const id = await haus.reiche("wohngeld", wanda, wohngeldAntworten(haus.bevoelkerung, wanda, "2026-01-07"));
    assert.equal((await haus.akteVon(id)).stand.phase, "zugestellt", JSON.stringify((await haus.akteVon(id)).stand.gruende));
    return id;
  }
  /** She earns that much now; payroll says the same. */
  function verdient(brutto: number) {
    Object.assign(wanda, { einkommenCent: brutto * 100 });
    const antworten = wohngeldAntworten(haus.bevoelkerung, wanda, "2026-05-01");
    return { einnahmen: antworten.einnahmen ?? {}, uebrig: antworten.uebrig ?? {} };
  }
  /** She pays that much without heating; the landlord says the same. */
  function zahlt(kalt: number) {
    Object.assign(wanda, { wohnung: { ...wohnung, bruttokaltmieteCent: kalt * 100 } });
    return { miete: { wohnung: "miete", gesamt: kalt * 100 + 7_000, mitHeizung: true } };
  }
  const monat = async (id: string, ...monate: string[]) => {
    const plan = await haus.plan(id);
    return monate.map((each) => plan[`2026-${each}`]);
  };
  const botschaft = async (id: string) => (await haus.tue((tx) => listeNachrichtenZumVorgang(tx, id))).at(-1)?.text ?? "";

  test("less income by more than ten percent: more by itself, from the month of the report, and the treasury pays it", async () => {
    const id = await bewilligt();
    const [vorher] = await monat(id, "04");
    haus.am("2026-05-11");
    await haus.melde(id, { ab: "2026-04-01", seit: "2026-04-15", seiten: verdient(1_250) });
    const akte = await haus.neueste(id);
    assert.equal(akte.stand.phase, "zugestellt", JSON.stringify(akte.stand));
    const [april, mai, dezember] = await monat(id, "04", "05", "12");
    assert.equal(april, vorher, "before the application there is no more (§ 27 Abs. 1, § 25 Abs. 2 WoGG)");
    assert.ok((mai ?? 0) > (vorher ?? 0) && mai === dezember);
    assert.equal(beiDerKasse(await haus.anordnungen(id))["2026-06"], mai);
  });

  test("less income by less than ten percent: nothing changes, and the person reads why; the next report is measured from the notice on", async () => {
    const id = await bewilligt();
    const vorher = await haus.plan(id);
    haus.am("2026-05-11");
    await haus.melde(id, { ab: "2026-05-01", seit: "2026-05-04", seiten: verdient(1_480) });
    const klein = await haus.neueste(id);
    assert.equal(klein.stand.phase, "abgeschlossen", JSON.stringify(klein.stand));
    assert.deepEqual(await haus.plan(id), vorher);
    assert.match(await botschaft(klein.id), /ändert sich dadurch nicht.*mehr als 10 Prozent.*§ 27 Abs\. 1 und 2 WoGG/s);
    assert.equal((await haus.anordnungen(id)).length, 1);
    // Less than ten percent once and less than ten once more are more than ten together.
    haus.am("2026-06-10");
    await haus.melde(id, { ab: "2026-06-01", seit: "2026-06-02", seiten: verdient(1_250) });
    assert.equal((await haus.neueste(id)).stand.phase, "zugestellt");
    const [mai, juni] = await monat(id, "05", "06");
    assert.ok((juni ?? 0) > (mai ?? 0), "measured from what the notice says");
  });

  test("more income by more than fifteen percent, reported in time: less from the next first on, without hearing, since she told it herself", async () => {
    const id = await bewilligt();
    haus.am("2026-05-11");
    await haus.melde(id, { ab: "2026-06-01", seit: "2026-06-15", seiten: verdient(1_880) });
    const akte = await haus.neueste(id);
    assert.equal(akte.stand.phase, "zugestellt", JSON.stringify(akte.stand));
    assert.match(letzter(akte.schritte, "entschieden")?.norm ?? "", /ohne Anhörung nach § 24 Abs. 2 Nr. 3 SGB X/);
    const [mai, juni, juli] = await monat(id, "05", "06", "07");
    assert.equal(juni, mai, "the change is not on a first: from July on (§ 27 Abs. 2 Satz 3 WoGG)");
    assert.ok((juli ?? 0) < (juni ?? 0));
    assert.equal(beiDerKasse(await haus.anordnungen(id))["2026-07"], juli);
  });

  test("more income, told too late: the months to come at once, the paid ones after a hearing by a person, and asked back when it is final", async () => {
    const id = await bewilligt();
    const [bezahlt] = await monat(id, "03");
    haus.am("2026-05-11");
    await haus.melde(id, { ab: "2026-02-01", seit: "2026-02-15", seiten: verdient(1_880) });
    const zukunft = await haus.neueste(id);
    assert.equal(zukunft.stand.phase, "zugestellt", JSON.stringify(zukunft.stand));
    const folge = await haus.neueste(id);
    assert.equal(folge.eingang.aenderung?.anlass, "ueberzahlung");
    assert.equal(folge.stand.phase, "wartetAufBuerger");
    assert.match(await botschaft(folge.id), /§ 27 Abs\. 2 Satz 1 und 6, Abs\. 4 WoGG/);
    haus.am("2026-06-05");
    await haus.termine();
    assert.deepEqual(await haus.dauer.entscheide(await haus.handlung(folge.id), "ganz", "Seit Februar mehr Lohn.", {}), {
      art: "erledigt",
    });
    await haus.dauer.fertige(haus.stadt.musterstadt.id, folge.id);
    const [februar, maerz, juni] = await monat(id, "02", "03", "06");
    assert.equal(februar, bezahlt, "February itself stays");
    assert.ok((maerz ?? 0) < (bezahlt ?? 0) && maerz === juni);
    for (const tag of ["2026-06-12", "2026-07-15"]) {
      haus.am(tag);
      await haus.termine();
    }
    await haus.runde();
    const [soll] = await haus.tue((tx) => listeFuerVorgang(tx, folge.id));
    // March, April and May were paid too high.
    assert.equal(soll?.offenCent, 3 * 100 * ((bezahlt ?? 0) - (maerz ?? 0)));
  });

  test("rent that is raised by more than ten percent from next month on: more from then on", async () => {
    const id = await bewilligt();
    haus.am("2026-05-11");
    await haus.melde(id, { ab: "2026-06-01", seit: "2026-06-01", seiten: zahlt(540) });
    const akte = await haus.neueste(id);
    assert.equal(akte.stand.phase, "zugestellt", JSON.stringify(akte.stand));
    const [mai, juni] = await monat(id, "05", "06");
    assert.ok((juni ?? 0) > (mai ?? 0));
  });

  test("all move out: the notice is spent from the next first on, nobody is asked anything, what was paid after it is heard about", async () => {
    const id = await bewilligt();
    haus.am("2026-06-10");
    const anschrift = { strasse: "Neue Straße", hausnummer: "1", plz: "00402", ort: "Musterstadt" };
    await haus.melde(id, { ab: "2026-05-01", seit: "2026-04-20", seiten: { anschrift } });
    const akte = await haus.neueste(id);
    assert.equal(akte.stand.phase, "zugestellt", JSON.stringify(akte.stand));
    assert.equal(letzter(akte.schritte, "nachweisAngefragt"), undefined);
    assert.match(letzter(akte.schritte, "entschieden")?.norm ?? "", /§ 28 Abs. 1 WoGG/);
    assert.deepEqual(Object.keys(beiDerKasse(await haus.anordnungen(id))), [
      "2026-01",
      "2026-02",
      "2026-03",
      "2026-04",
      "2026-05",
      "2026-06",
    ]);
    const folge = await haus.neueste(id);
    assert.equal(folge.eingang.aenderung?.anlass, "ueberzahlung");
    assert.match(await botschaft(folge.id), /§ 50 Abs\. 2 SGB X, § 29 Abs\. 1 WoGG/);
    const ansicht = await haus.tue((tx) => haus.dauer.liesAenderung(tx, folge.id));
    const [januar] = await monat(id, "01");
    assert.equal(ansicht?.rechnung.gegenueberstellung.ueberzahlungCent, 2 * 100 * (januar ?? 0), "May and June");
  });

  test("a clerk who learns that nobody lives there any more ends it the same way", async () => {
    const id = await bewilligt();
    haus.am("2026-06-10");
    assert.deepEqual(await haus.dauer.leiteEin(await haus.handlung(id), "beendet", "2026-06-20", "Die Wohnung ist leer."), {
      art: "erledigt",
    });
    const akte = await haus.neueste(id);
    assert.equal(akte.stand.phase, "zugestellt", JSON.stringify(akte.stand));
    assert.equal((await haus.lies(id)).stand.endetAb, "2026-07-01");
    assert.equal(beiDerKasse(await haus.anordnungen(id))["2026-07"], undefined);
  });

  test("the end of the period: invited in time, once, to apply again; ended by itself, without a notice; late reports of before still count", async () => {
    const id = await bewilligt();
    haus.am("2026-10-31");
    await haus.runde();
    const vorher = (await haus.tue((tx) => listeNachrichtenZumVorgang(tx, id))).length;
    haus.am("2026-11-02");
    for (let mal = 0; mal < 2; mal++) await Promise.all([haus.runde(), haus.runde()]);
    const nachrichten = await haus.tue((tx) => listeNachrichtenZumVorgang(tx, id));
    assert.equal(nachrichten.length, vorher + 1);
    assert.match(nachrichten.map(({ text }) => text).join("\n"), /bis zum 31\.12\.2026 bewilligt.*neuen Antrag/s);
    assert.equal((await haus.akteVon(id)).schritte.filter(({ art }) => art === "notiz").length, 1);
    haus.am("2027-01-01");
    await haus.runde();
    assert.equal((await haus.lies(id)).aenderungen.length, 0);
    assert.equal((await haus.melde(id, { ab: "2027-01-01" })).art, "laeuftNicht");
    assert.equal((await haus.melde(id, { ab: "2026-11-01", seit: "2026-11-03", seiten: verdient(1_900) })).art, "eroeffnet");
  });

  test("somebody moves in whom the register does not know there: a person looks, and the list of the report is in the file", async () => {
    const id = await bewilligt();
    haus.am("2026-05-11");
    const { haushalt } = wohngeldAntworten(haus.bevoelkerung, wanda, "2026-05-11");
    const neu = { vornamen: "Emil", nachname: "Berger", geburtsdatum: "2026-05-02", rolle: "kind", ausgeschlossen: false };
    const personen = [...((haushalt?.personen ?? []) as object[]), neu];
    await haus.melde(id, { ab: "2026-05-01", seit: "2026-05-02", seiten: { haushalt: { personen } } });
    const akte = await haus.neueste(id);
    assert.equal(akte.stand.phase, "beiSachbearbeitung");
    assert.match(akte.stand.gruende?.join(" ") ?? "", /andere Menschen als im Antrag/);
    assert.match(JSON.stringify(akte.eingang.antworten), /Emil/);
    assert.ok(name(wanda));
  });
});
