// The watch over nightly runs: learning and judging in processor time of the whole process (threads included), what it finds beside plain
// weekday z-scores and the regression alone, ninety mornings with an operator, and the Numenta benchmark. Data of others are looked for in the
// folder of the orakel; without them the invented nights of the tests are measured. FACHWERK_LAUFWACHT=schnell leaves out seeds and mornings.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  alsBytes,
  type Bestand,
  besteSchwelle,
  beurteile,
  bewerteMorgen,
  type Etikett,
  gutachtenInZeilen,
  type Lernwunsch,
  lerne,
  lerneImFaden,
  liesEtiketten,
  liesNachtlaeufe,
  nabNormiert,
  Stromwacht,
  simuliere,
  type Wachmodell,
  wochentagsZ,
} from "#wachmodell";
import { erfindeLaeufe } from "../test/helpers/nachtlaeufe.ts";
import { liesNab } from "../test/orakel/laeufe/nab.ts";
import { orakelOrdner } from "../test/orakel/suite.ts";

const schnell = process.env.FACHWERK_LAUFWACHT === "schnell";
const ordner = orakelOrdner();
const BIS = 731;

function prozessor<T>(tue: () => T): { sekunden: number; wert: T } {
  const beginn = process.cpuUsage();
  const wert = tue();
  const { user, system } = process.cpuUsage(beginn);
  return { sekunden: (user + system) / 1e6, wert };
}
const zeile = (name: string, wert: string) => console.log(`${name.padEnd(70)}${wert.padStart(16)}`);

function nachtlaeufe(): { bestand: Bestand; etiketten: Etikett[]; name: string } {
  const wurzel = join(ordner, "laeufe/nachtlaeufe-7");
  if (!existsSync(wurzel)) {
    return { ...erfindeLaeufe({ saat: 1, mandanten: 100, jobs: 20, tage: 912, lernenBis: BIS }), name: "invented nights" };
  }
  const lies = (datei: string) => readFileSync(join(wurzel, datei));
  const bestand = liesNachtlaeufe(
    lies("jobs.csv").toString("utf8"),
    gunzipSync(lies("zahlen.csv.gz")).toString("utf8"),
    "2024-01-01",
  );
  return { bestand, etiketten: liesEtiketten(lies("etiketten.csv").toString("utf8"), bestand), name: "laeufe/nachtlaeufe-7" };
}

function modellVon(bestand: Bestand, wunsch: Lernwunsch): Wachmodell {
  const ergebnis = lerne(bestand, wunsch);
  if (ergebnis.art !== "uebernommen") throw new Error(ergebnis.satz);
  return ergebnis.modell;
}

const { bestand, etiketten, name } = nachtlaeufe();
console.log(
  `${name}: ${bestand.jobs.length} jobs, learnt from ${BIS} days, ${etiketten.length} faults in ${bestand.tage - BIS} days\n`,
);
const kalt = prozessor(() => modellVon(bestand, { bis: BIS, saat: 1 }));
zeile("learning anew, s of processor time", kalt.sekunden.toFixed(1));
const beginn = performance.now();
const imFaden = await lerneImFaden({ bestand, wunsch: { bis: BIS, saat: 1 }, bisheriges: alsBytes(kalt.wert) });
zeile(`nightly: warm start in a thread (${imFaden.art}), s on the clock`, ((performance.now() - beginn) / 1000).toFixed(1));
zeile("model, MB", (alsBytes(kalt.wert).length / 1e6).toFixed(1));

/** Five times the jobs, 250 days of history: more than a morning needs. */
function zehntausend(): { bestand: Bestand; modell: Wachmodell } {
  const mal = Math.ceil(10_000 / bestand.jobs.length);
  const tage = 250;
  const jobs = Array.from({ length: mal }, (_, k) =>
    bestand.jobs.map((job) => ({ ...job, id: `${k}-${job.id}`, mandant: `${k}-${job.mandant}` })),
  ).flat();
  const zahlen = new Float32Array(jobs.length * tage);
  jobs.forEach((_, j) => {
    const ab = (j % bestand.jobs.length) * bestand.tage + bestand.tage - tage;
    zahlen.set(bestand.zahlen.subarray(ab, ab + tage), j * tage);
  });
  const wieder = <T>(liste: readonly T[]) => Array.from({ length: mal }, () => liste).flat();
  const { zahlen: teil } = kalt.wert;
  const netz = teil.netz && {
    ...teil.netz,
    mandanten: Array.from({ length: mal }, (_, k) => teil.netz?.mandanten.map((mandant) => `${k}-${mandant}`) ?? []).flat(),
    einbettungJobs: Float32Array.from(wieder([...teil.netz.einbettungJobs])),
    einbettungMandanten: Float32Array.from(wieder([...teil.netz.einbettungMandanten])),
    steckbriefe: Float32Array.from(wieder([...teil.netz.steckbriefe])),
  };
  const modell = { ...kalt.wert, jobs, zahlen: { ...teil, jobmodelle: wieder(teil.jobmodelle), netz } };
  return { bestand: { beginn: "2025-10-24", tage, jobs, zahlen }, modell };
}
const viele = zehntausend();
const ersterMorgen = prozessor(() => bewerteMorgen(viele.modell, viele.bestand));
const morgen = Array.from({ length: 5 }, () => prozessor(() => bewerteMorgen(viele.modell, viele.bestand)).sekunden).sort(
  (a, b) => a - b,
);
const z = Array.from({ length: 5 }, () => {
  const { tage } = viele.bestand;
  return prozessor(() => wochentagsZ(viele.bestand, tage - 1, { von: tage - 1, bis: tage })).sekunden;
}).sort((a, b) => a - b);
zeile(`one morning of ${viele.bestand.jobs.length} jobs, the first, s of processor time`, ersterMorgen.sekunden.toFixed(2));
zeile("one morning, median of five", (morgen[2] ?? 0).toFixed(2));
zeile("the same morning by weekday z-score", (z[2] ?? 0).toFixed(2));

console.log("");
for (const text of gutachtenInZeilen(beurteile(kalt.wert, bestand, etiketten, { von: BIS, bis: bestand.tage })))
  console.log(text);
console.log("");
const saaten = schnell ? [] : [2, 3];
const zeigeGuete = (was: string, modell: Wachmodell) => {
  const { wacht } = beurteile(modell, bestand, etiketten, { von: BIS, bis: bestand.tage });
  zeile(was, `${wacht.durchschnittspraezision.toFixed(3)} / ${wacht.treffer.toFixed(3)}`);
};
zeigeGuete("average precision / recall at 20 a day, seed 1", kalt.wert);
for (const saat of saaten) zeigeGuete(`seed ${saat}`, modellVon(bestand, { bis: BIS, saat }));
zeigeGuete("without the expecting network", modellVon(bestand, { bis: BIS, saat: 1, umfang: { netzproben: 0 } }));
zeigeGuete("without the judge (blend of regression and network alone)", { ...kalt.wert, richter: [] });

const nab = await liesNab(ordner);
if (nab) {
  console.log(
    "\nNumenta benchmark, three real data sets, best threshold; published over the whole corpus: Numenta HTM 70.10, ARTime 74.85",
  );
  const reihen = nab.dateien.map(({ werte, zeiten, fenster }) => {
    const wacht = new Stromwacht(1);
    return { scores: werte.map((wert, i) => wacht.nimm(wert, zeiten[i] as Date)), fenster };
  });
  const alle = nab.dateien.reduce((summe, { fenster }) => summe + fenster.length, 0);
  for (const [profil, gewichte] of Object.entries(nab.profile))
    zeile(`streaming watch, ${profil}`, nabNormiert(besteSchwelle(reihen, gewichte).rohwert, alle, gewichte).toFixed(2));
}

if (!schnell) {
  console.log("\nninety mornings with an operator who errs on one alarm in twenty (invented nights, 240 jobs)");
  const von = 500;
  const erfunden = erfindeLaeufe({ saat: 9, mandanten: 20, jobs: 12, tage: von + 90, lernenBis: von });
  const wahr = new Set(erfunden.etiketten.map(({ j, t }) => `${j}/${t}`));
  const plan = { von, morgen: 90, lerneAlle: 15, budget: 20, schwelle: 0.5, saat: 1, irrtum: 0.05 };
  const umfang = { ganze: 60_000, gestoerte: 15_000, durchgaenge: 3, richter: 1, netzproben: 60_000 };
  for (const mitRueckmeldung of [true, false]) {
    const lauf = simuliere(erfunden.bestand, (j, t) => wahr.has(`${j}/${t}`), { ...plan, umfang, mitRueckmeldung });
    console.log(
      `${mitRueckmeldung ? "heeded" : "not heeded"}: average precision by thirds ${lauf.drittel.map((wert) => wert.toFixed(3)).join(" ")}`,
    );
    console.log(
      `${"mornings".padEnd(12)}${"alarms a day".padStart(14)}${"precision".padStart(12)}${"missed a day".padStart(14)}`,
    );
    for (let ab = 0; ab < 90; ab += 15) {
      const teil = lauf.morgen.slice(ab, ab + 15);
      const summe = (was: "alarme" | "richtig" | "verpasst") => teil.reduce((s, tag) => s + tag[was], 0);
      console.log(
        `${`${ab + 1}-${ab + 15}`.padEnd(12)}${(summe("alarme") / 15).toFixed(1).padStart(14)}${(summe("richtig") / Math.max(1, summe("alarme"))).toFixed(2).padStart(12)}${(summe("verpasst") / 15).toFixed(1).padStart(14)}`,
      );
    }
  }
}
