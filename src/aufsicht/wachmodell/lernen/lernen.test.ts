import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { type Etikett, erfindeLaeufe } from "../../../../test/helpers/nachtlaeufe.ts";
import { alsBytes, ausBytes } from "../bytes.ts";
import type { Bestand, Wachmodell } from "../contract.ts";
import { erklaere } from "../erklaerung/erklaere.ts";
import { lerneImFaden } from "../faden/lerne-im-faden.ts";
import { beurteile } from "../guete/beurteile.ts";
import { wendeRueckmeldungenAn } from "../rueckmeldung/wende-an.ts";
import { bewerte, bewerteMorgen, oeffneBlick } from "../urteil/bewerte.ts";
import { lerne } from "./lerne.ts";

const TAGE = 520;
const BIS = 430;
const klein = { ganze: 24_000, gestoerte: 6000, durchgaenge: 3, richter: 1, netzproben: 30_000 };
const uebernommen = (bestand: Bestand, bis: number, mehr: object = {}): Wachmodell => {
  const ergebnis = lerne(bestand, { bis, saat: 3, umfang: klein, ...mehr });
  assert.equal(ergebnis.art, "uebernommen", ergebnis.satz);
  return (ergebnis as { modell: Wachmodell }).modell;
};
const kopie = (bestand: Bestand): Bestand => ({ ...bestand, zahlen: bestand.zahlen.slice() });
describe("a model of invented nights, with faults it was not taught", () => {
  let bestand: Bestand;
  let etiketten: Etikett[];
  let modell: Wachmodell;
  before(() => {
    ({ bestand, etiketten } = erfindeLaeufe({ saat: 11, mandanten: 12, jobs: 12, tage: TAGE, lernenBis: BIS }));
    modell = uebernommen(bestand, BIS);
  });

  test("finds more than the regression alone, and far more than plain weekday arithmetic", () => {
    const { wacht, regression, wochentagsZ } = beurteile(modell, bestand, etiketten, { von: BIS, bis: TAGE });
    const drei = [wacht, regression, wochentagsZ].map((m) => m.durchschnittspraezision);
    assert.ok((drei[0] ?? 0) > (drei[1] ?? 1), drei.join(" "));
    assert.ok((drei[0] ?? 0) > 2 * (drei[2] ?? 1), drei.join(" "));
  });

  test("nothing behind a judged day is read: another future, the same scores to the last bit", () => {
    const tag = BIS + 20;
    const anders = kopie(bestand);
    for (let j = 0; j < bestand.jobs.length; j++)
      for (let t = tag + 1; t < TAGE; t++) anders.zahlen[j * TAGE + t] = ((j * 31 + t * 17) % 97) * 50;
    assert.deepEqual(bewerte(modell, anders, { von: BIS, bis: tag + 1 }), bewerte(modell, bestand, { von: BIS, bis: tag + 1 }));
    assert.deepEqual(alsBytes(uebernommen(anders, BIS)), alsBytes(modell));
  });

  test("a warm start does not carry what the judge must not have seen: the early network knows the first part only", () => {
    const halb = Math.round(BIS * 0.657);
    const anders = kopie(bestand);
    for (let j = 0; j < bestand.jobs.length; j++)
      for (let t = halb; t < BIS; t++) anders.zahlen[j * TAGE + t] = (t * 13 + j) % 50;
    assert.deepEqual(
      uebernommen(anders, BIS, { umfang: { ...klein, ganze: 2000, gestoerte: 500 } }).fruehesNetz,
      modell.fruehesNetz,
    );
    // An old model of later days is not gone on from.
    const vergangen = lerne(bestand, {
      bis: BIS - 60,
      saat: 3,
      umfang: { ...klein, ganze: 2000, gestoerte: 500 },
      bisheriges: modell,
    });
    const neu = lerne(bestand, { bis: BIS - 60, saat: 3, umfang: { ...klein, ganze: 2000, gestoerte: 500 } });
    assert.ok(neu.art === "uebernommen" && (vergangen.art === "behalten" || "modell" in vergangen));
    if (vergangen.art === "uebernommen" && neu.art === "uebernommen")
      assert.deepEqual(vergangen.modell.fruehesNetz, neu.modell.fruehesNetz);
  });

  test("one morning alone is judged as in the row of mornings", () => {
    const reihe = bewerte(modell, bestand, { von: BIS, bis: TAGE }).filter(({ tag }) => tag === "2025-06-03");
    const morgen = bewerteMorgen(modell, bestand, TAGE - 1);
    assert.equal(reihe.length, morgen.length);
    reihe.forEach((punkt, i) => assert.ok(Math.abs(punkt.score - (morgen[i]?.score ?? 9)) < 1e-4));
  });

  test("goes into bytes and comes back; half a file is refused in a sentence", () => {
    const bytes = alsBytes(modell);
    assert.deepEqual(alsBytes(ausBytes(bytes)), bytes);
    assert.deepEqual(bewerteMorgen(ausBytes(bytes), bestand), bewerteMorgen(modell, bestand));
    assert.throws(() => ausBytes(bytes.subarray(0, bytes.length / 2)), /abgeschnitten/);
    assert.throws(() => ausBytes(new Uint8Array(3)), /kein gespeichertes Wachmodell/);
  });

  test("a new job is judged from its first week by its neighbours: a fault stands out, an ordinary day does not", () => {
    // The job with most runs on working days, as if it had begun a week before the judged days.
    const neue = bestand.jobs.flatMap((_, j) => ((modell.zahlen.jobmodelle[j]?.n ?? 0) > 250 ? [j] : [])).slice(0, 12);
    let treffer = 0;
    let fehlalarme = 0;
    let ganze = 0;
    for (const j of neue) {
      const jung = kopie(bestand);
      jung.zahlen.fill(Number.NaN, j * TAGE, j * TAGE + BIS - 7);
      const fremd = { ...modell, jobs: modell.jobs.map((job, i) => (i === j ? { ...job, id: "fremd" } : job)) };
      const tage = bewerte(fremd, jung, { von: BIS, bis: BIS + 14 }).filter(
        ({ job, wert, laeuft }) => job === String(j) && wert > 0 && laeuft > 0.9,
      );
      const tag = tage[3];
      if (!tag) continue;
      ganze += tage.length;
      fehlalarme += tage.filter(({ score }) => score > 0.5).length;
      const t = Math.round((Date.parse(tag.tag) - Date.parse(bestand.beginn)) / 864e5);
      jung.zahlen[j * TAGE + t] = 0;
      const danach = bewerte(fremd, jung, { von: t, bis: t + 1 }).find(({ job }) => job === String(j));
      if ((danach?.score ?? 0) > 0.5) treffer++;
    }
    assert.ok(treffer >= neue.length * 0.7, `${treffer} of ${neue.length} missing runs of new jobs found`);
    assert.ok(fehlalarme <= ganze * 0.03, `${fehlalarme} of ${ganze} ordinary days alarmed`);
  });

  test("explains: expected, day in words, what came, contributions, like days, who spoke", () => {
    const auge = oeffneBlick(modell, bestand, BIS, TAGE);
    const j = bestand.jobs.findIndex((_, i) => (modell.zahlen.jobmodelle[i]?.n ?? 0) > 250);
    const t = Array.from({ length: TAGE - BIS }, (_, i) => BIS + i).find((u) => (bestand.zahlen[j * TAGE + u] ?? 0) > 0) ?? BIS;
    const e = erklaere(auge, j, t);
    assert.match(
      e?.satz ?? "",
      /^(erwartet [\d.]+ ± [\d.]+|kein Lauf erwartet).*: (Mon|Diens|Mitt|Donners|Frei|Sams|Sonn).*; gekommen [\d.]+$/,
    );
    assert.ok((e?.gleicheTage.length ?? 0) > 0 && (e?.beitraege.length ?? 0) > 0);
    // Regression in words and network together are the expectation, to the last digit that people see.
    const produkt = (e?.beitraege ?? []).reduce((p, { faktor }) => p * faktor, e?.grundwert ?? 0);
    assert.ok(Math.abs(produkt / (e?.bewertung.erwartet ?? 1) - 1) < 1e-3, `${produkt} ${e?.bewertung.erwartet}`);
  });

  test("goes on from the old model; a worse one is refused, a broken training is told", () => {
    const warm = lerne(bestand, { bis: BIS, saat: 4, umfang: klein, bisheriges: modell });
    assert.equal(warm.art, "uebernommen", warm.satz);
    assert.ok(warm.art === "uebernommen" && (warm.guete.bisheriges ?? 0) > 0.3, warm.satz);
    const zuWenigGelernt = { ganze: 900, gestoerte: 120, durchgaenge: 1, richter: 0, netzproben: 0 };
    const schlechter = lerne(bestand, { bis: BIS, saat: 5, umfang: zuWenigGelernt, bisheriges: modell });
    assert.equal(schlechter.art === "behalten" && schlechter.grund, "schlechter");
    assert.match(schlechter.satz, /findet im selben Prüffenster weniger .* Das bisherige Modell wacht weiter/);
    const kaputt = lerne(
      { ...bestand, zahlen: bestand.zahlen.subarray(0, 10) },
      { bis: BIS, umfang: zuWenigGelernt, bisheriges: modell },
    );
    assert.match(kaputt.satz, /Das bisherige Modell wacht weiter/);
  });

  test("in a thread of its own, and a thread that dies leaves the old model in charge", async () => {
    const auftrag = {
      bestand,
      wunsch: { bis: BIS, saat: 3, umfang: { ...klein, ganze: 5000, gestoerte: 1500, netzproben: 5000 } },
    };
    const antwort = await lerneImFaden(auftrag);
    assert.equal(antwort.art, "uebernommen", antwort.satz);
    assert.equal(ausBytes((antwort as { bytes: Uint8Array }).bytes).bis, BIS);
    const zuLang = await lerneImFaden({ ...auftrag, bisheriges: alsBytes(modell) }, 5);
    assert.deepEqual([zuLang.art, zuLang.art === "behalten" && zuLang.grund], ["behalten", "gescheitert"]);
    assert.match(zuLang.satz, /Das bisherige Modell wacht weiter/);
  });

  test("bad days: gaps, zeros, constants, absurd counts, one that leaves: judged without NaN and without a storm", () => {
    const schlimm = kopie(bestand);
    const setze = (j: number, von: number, bis: number, wert: (t: number) => number) => {
      for (let t = von; t < bis; t++) schlimm.zahlen[j * TAGE + t] = wert(t);
    };
    setze(0, 0, 365, () => Number.NaN);
    setze(1, 0, TAGE, () => 0);
    setze(2, 0, TAGE, () => 7);
    setze(3, BIS, TAGE, () => -5);
    setze(4, BIS, TAGE, () => 1e30);
    setze(5, BIS, TAGE, () => Number.POSITIVE_INFINITY);
    // A whole Mandant that joined a week ago, and one that leaves: nothing is known any more.
    for (let j = 36; j < 48; j++) setze(j, 0, BIS - 7, () => Number.NaN);
    for (let j = 24; j < 36; j++) setze(j, BIS + 10, TAGE, () => Number.NaN);
    const neu = uebernommen(schlimm, BIS);
    const alle = bewerte(neu, schlimm, { von: BIS, bis: TAGE });
    for (const punkt of alle)
      assert.ok([punkt.score, punkt.erwartet, punkt.streuung, punkt.laeuft].every(Number.isFinite), JSON.stringify(punkt));
    assert.ok(
      alle.every(({ job }) => !["3", "4", "5"].includes(job)),
      "absurd counts are a matter for the rules",
    );
    assert.ok(alle.filter(({ job, score }) => ["1", "2"].includes(job) && score > 0.5).length === 0);
    const jeTag = alle.filter(({ score }) => score > 0.5).length / (TAGE - BIS);
    assert.ok(jeTag < 6, `${jeTag} alarms a day of 144 jobs`);
  });

  test("one job alone, one Mandant alone: learnt and judged", () => {
    for (const [jobs, m] of [
      [1, "0"],
      [12, "0"],
    ] as const) {
      const wenig: Bestand = {
        ...bestand,
        jobs: bestand.jobs.filter(({ mandant }) => mandant === m).slice(0, jobs),
        zahlen: bestand.zahlen.slice(0, jobs * TAGE),
      };
      const alle = bewerte(
        uebernommen(wenig, BIS, { umfang: { ...klein, ganze: 4000, gestoerte: 1000, netzproben: 5000 } }),
        wenig,
        { von: BIS, bis: TAGE },
      );
      assert.equal(alle.length, jobs * (TAGE - BIS));
      assert.ok(
        alle.every(({ score }) => Number.isFinite(score)) && alle.filter(({ score }) => score > 0.5).length < alle.length * 0.05,
      );
    }
  });

  test("durations are expected and judged beside the counts: a run that takes thrice as long stands out, others do not", () => {
    const dauern = bestand.zahlen.map((wert, i) => (wert > 0 ? 20 + wert * 0.05 * (1 + ((i * 7919) % 100) / 500) : 0));
    const j = bestand.jobs.findIndex((_, i) => (modell.zahlen.jobmodelle[i]?.n ?? 0) > 250);
    const t = Array.from({ length: 60 }, (_, i) => BIS + 10 + i).find((u) => (dauern[j * TAGE + u] ?? 0) > 0) ?? BIS;
    dauern[j * TAGE + t] = (dauern[j * TAGE + t] ?? 0) * 4;
    const mitDauern = { ...bestand, dauern };
    const neu = uebernommen(mitDauern, BIS, { umfang: { ...klein, ganze: 5000, gestoerte: 1500, netzproben: 10_000 } });
    const alle = bewerte(ausBytes(alsBytes(neu)), mitDauern, { von: BIS, bis: TAGE });
    const tag = alle.find((punkt) => punkt.job === String(j) && punkt.tag === bewerteMorgen(neu, mitDauern, t)[j]?.tag);
    assert.ok((tag?.dauer?.score ?? 0) > 0.5, JSON.stringify(tag));
    const lang = alle.filter(({ dauer }) => dauer && dauer.score > 0.5).length;
    assert.ok(lang < alle.length * 0.02, `${lang} of ${alle.length} durations stand out`);
  });

  test("too little to learn from is said, not guessed", () => {
    for (const wenig of [
      { ...bestand, jobs: [], zahlen: new Float32Array(0) },
      { ...bestand, zahlen: new Float32Array(bestand.zahlen.length).fill(Number.NaN) },
    ])
      assert.deepEqual([lerne(wenig, { bis: BIS }).art, lerne(bestand, { bis: 50 }).art], ["behalten", "behalten"]);
  });

  test("words of people: a day taken out teaches nothing, a new normal is believed at once", () => {
    const j = bestand.jobs.findIndex((_, i) => (modell.zahlen.jobmodelle[i]?.n ?? 0) > 250);
    const id = bestand.jobs[j]?.id ?? "";
    const doppelt = kopie(bestand);
    for (let t = BIS; t < TAGE; t++) doppelt.zahlen[j * TAGE + t] = (doppelt.zahlen[j * TAGE + t] ?? 0) * 2;
    const gesagt = wendeRueckmeldungenAn(doppelt, [{ job: id, tag: "2025-03-06", art: "neuesNiveau" }]);
    const alarme = (b: Bestand) =>
      bewerte(modell, b, { von: BIS, bis: BIS + 30 }).filter(({ job, score }) => job === id && score > 0.5).length;
    assert.ok(alarme(gesagt) <= alarme(doppelt), `${alarme(gesagt)} ${alarme(doppelt)}`);
    const erwartet = (b: Bestand) =>
      bewerte(modell, b, { von: BIS + 8, bis: BIS + 9 }).find(({ job }) => job === id)?.erwartet ?? 0;
    assert.ok(erwartet(gesagt) > erwartet(doppelt) * 1.05);
    assert.equal(
      wendeRueckmeldungenAn(bestand, [{ mandant: "1", tag: "2024-05-06", art: "echt" }]).ausgenommen?.reduce((s, x) => s + x, 0),
      12,
    );
  });
});
