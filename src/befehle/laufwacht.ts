import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  type Bestand,
  beurteile,
  bewertePunkt,
  gutachtenInZeilen,
  lerne,
  liesEtiketten,
  liesNachtlaeufe,
  oeffneBlick,
  type Wachmodell,
} from "#wachmodell";
import { type Befehl, Falschaufruf, Verweigert } from "./befehl.ts";

const BEGINN = "2024-01-01";
const LERNEN_BIS = 730;

async function liesText(datei: string): Promise<string> {
  const bytes = await readFile(datei);
  // By the bytes, not by the name: gzip begins with 1f 8b.
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
}

async function liesBestand(jobs: string, zahlen: string, beginn: string): Promise<Bestand> {
  const [jobsCsv, zahlenCsv] = await Promise.all([liesText(jobs), liesText(zahlen)]);
  try {
    return liesNachtlaeufe(jobsCsv, zahlenCsv, beginn);
  } catch (fehler) {
    throw new Verweigert((fehler as Error).message);
  }
}

function lerneModell(bestand: Bestand, bis: number, saat: number, mitNetz = true): Wachmodell {
  if (bis >= bestand.tage)
    throw new Falschaufruf(`Gelernt würde bis Tag ${bis - 1}; die Daten enden mit Tag ${bestand.tage - 1}.`);
  const ergebnis = lerne(bestand, {
    bis,
    saat,
    uhr: () => performance.now() / 1000,
    ...(!mitNetz && { umfang: { netzproben: 0 } }),
  });
  if (ergebnis.art !== "uebernommen") throw new Verweigert(ergebnis.satz);
  return ergebnis.modell;
}

const ganzzahl = (text: string | boolean | undefined, sonst: number, name: string): number => {
  if (text === undefined) return sonst;
  const zahl = Number(text);
  if (!Number.isInteger(zahl) || zahl < 0) throw new Falschaufruf(`--${name} erwartet eine ganze Zahl.`);
  return zahl;
};

const optionen = {
  "lernen-bis": { type: "string", text: `Letzter Tag, aus dem gelernt wird (sonst ${LERNEN_BIS}; Tag 0 ist --beginn)` },
  beginn: { type: "string", text: `Datum des Tages 0 (sonst ${BEGINN})` },
  saat: { type: "string", text: "Saat der Zufallszahlen (sonst 1)" },
} as const;
const rund = (zahl: number) => Number(zahl.toPrecision(7));

/** The watch on files, without a database. */
export const laufwachtbefehle: readonly Befehl[] = [
  {
    name: "laufwacht bewerte",
    aufruf: "--jobs jobs.csv --zahlen zahlen.csv.gz --lernen-bis 730",
    text: "Lernt bis zu einem Tag und bewertet jeden Punkt danach.",
    optionen: {
      jobs: { type: "string", text: "job,mandant,land" },
      zahlen: { type: "string", text: "Job, dann eine Zahl je Tag; auch .gz" },
      ...optionen,
    },
    async fuehreAus(_argumente, { jobs, zahlen, beginn, saat, ...rest }, ausgabe) {
      if (typeof jobs !== "string" || typeof zahlen !== "string") throw new Falschaufruf("Es fehlen --jobs oder --zahlen.");
      const bestand = await liesBestand(jobs, zahlen, typeof beginn === "string" ? beginn : BEGINN);
      const ab = ganzzahl(rest["lernen-bis"], LERNEN_BIS, "lernen-bis") + 1;
      const auge = oeffneBlick(lerneModell(bestand, ab, ganzzahl(saat, 1, "saat")), bestand, ab, bestand.tage);
      for (let j = 0; j < bestand.jobs.length; j++)
        for (let t = ab; t < bestand.tage; t++) {
          const punkt = bewertePunkt(auge, j, t);
          if (!punkt) continue;
          const { job, wert, erwartet, streuung, score } = punkt;
          ausgabe.daten({
            job: /^\d+$/.test(job) ? Number(job) : job,
            tag: t,
            wert,
            erwartet: rund(erwartet),
            streuung: rund(streuung),
            score: rund(score),
          });
          if (score >= 0.5)
            ausgabe.text(
              `${job.padEnd(8)} ${punkt.tag}  erwartet ${Math.round(erwartet)} ± ${Math.round(streuung)}, gekommen ${wert}  (${score.toFixed(2)})`,
            );
        }
      return 0;
    },
  },
  {
    name: "laufwacht pruefe",
    aufruf: "<ordner>",
    text: "Misst die Wacht an einem Ordner mit jobs.csv, zahlen.csv.gz und etiketten.csv; daneben Wochentags-z und die Regression allein.",
    optionen: { ...optionen, "ohne-netz": { type: "boolean", text: "ohne das erwartende Netz: was es beiträgt" } },
    async fuehreAus([ordner], { beginn, saat, ...rest }, ausgabe) {
      if (!ordner) throw new Falschaufruf("Es fehlt der Ordner.");
      const bestand = await liesBestand(
        join(ordner, "jobs.csv"),
        join(ordner, "zahlen.csv.gz"),
        typeof beginn === "string" ? beginn : BEGINN,
      );
      const etiketten = liesEtiketten(await liesText(join(ordner, "etiketten.csv")), bestand);
      const von = ganzzahl(rest["lernen-bis"], LERNEN_BIS, "lernen-bis") + 1;
      const modell = lerneModell(bestand, von, ganzzahl(saat, 1, "saat"), rest["ohne-netz"] !== true);
      const gutachten = beurteile(modell, bestand, etiketten, { von, bis: bestand.tage });
      for (const zeile of gutachtenInZeilen(gutachten)) ausgabe.text(zeile);
      ausgabe.text(
        `Anteil des erwartenden Netzes: ${modell.zahlen.anteilNetz}; gelernt in ${modell.guete.sekunden.toFixed(0)} s.`,
      );
      ausgabe.daten({ ...gutachten, modell: { saat: modell.saat, anteilNetz: modell.zahlen.anteilNetz, guete: modell.guete } });
      return 0;
    },
  },
];
