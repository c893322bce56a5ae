import { type IsoDatum, istWerktag, type Land, plusTage, wochentag } from "#kalender";
import type { Plan } from "#laufwacht";
import { ortszeit } from "#wachmodell";

/** Invented systems and their nightly jobs: level of a usual day, minutes a run takes, when it is due. */
const systeme = [
  {
    name: "Finanzkern",
    jobs: [
      ["Zahlungseingänge", 420, 18, 90],
      ["Sollstellungen", 260, 25, 150],
    ],
  },
  {
    name: "Steuerwerk",
    jobs: [
      ["Messbescheide", 140, 30, 120],
      ["Bescheiddruck", 190, 12, 210],
    ],
  },
  { name: "Personalkonto", jobs: [["Zeitbuchungen", 610, 9, 45]] },
  { name: "Sozialhilfe", jobs: [["Leistungsläufe", 330, 22, 180]] },
] as const;
const orte = [
  ["Stadt Ahornfelde", "NW"],
  ["Stadt Birkenau-Süd", "NW"],
  ["Gemeinde Dornheim am See", "BY"],
  ["Kreis Erlenbruch", "NI"],
  ["Stadt Fichtental", "BY"],
  ["Stadt Ginsterberg", "HE"],
  ["Gemeinde Haselünde", "NI"],
  ["Stadt Immenrode", "SN"],
  ["Kreis Juniperland", "NW"],
  ["Stadt Kastanienhof", "BW"],
  ["Stadt Lindenquell", "NW"],
  ["Gemeinde Moosach-Ried", "BY"],
] as const satisfies readonly (readonly [string, Land])[];

export type Demojob = {
  system: string;
  mandant: string;
  name: string;
  land: Land;
  plan: Plan;
  eigentuemer: string;
  stufe: number;
  dauerMin: number;
  um: number;
};
export type Demolauf = {
  kennung: string;
  system: string;
  mandant: string;
  job: string;
  beginn: string;
  ende?: string;
  ausgang?: "erfolg" | "fehler";
  anzahl?: number;
  auszug?: string;
};

/** The same number for the same words: the demo is the same on every machine. */
function zahlAus(...worte: readonly (string | number)[]): number {
  let h = 2166136261;
  for (const z of worte.join("|")) h = Math.imul(h ^ z.charCodeAt(0), 16777619);
  h = Math.imul(h ^ (h >>> 16), 2246822507);
  h = Math.imul(h ^ (h >>> 13), 3266489909);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}
const normal = (...worte: readonly (string | number)[]) =>
  Math.sqrt(-2 * Math.log(1 - zahlAus(...worte, "a"))) * Math.cos(2 * Math.PI * zahlAus(...worte, "b"));

/** @param mandanten at most as many as there are invented names, more are numbered */
export function erzeugeJobs(mandanten: number): Demojob[] {
  return Array.from({ length: mandanten }, (_, n) => {
    const [ort, land] = orte[n % orte.length] as (typeof orte)[number];
    return { mandant: n < orte.length ? ort : `${ort} ${Math.floor(n / orte.length) + 1}`, land };
  }).flatMap(({ mandant, land }) =>
    systeme.flatMap(({ name: system, jobs }) =>
      jobs.map(
        ([name, menge, dauerMin, um]): Demojob => ({
          system,
          mandant,
          name,
          land,
          eigentuemer: "Rechenzentrum",
          plan: {
            rhythmus: { art: "cron", cron: `${um % 60} ${Math.floor(um / 60)} * * *`, verschiebung: "bleibt" },
            karenzMin: 45,
            fehltNachMin: 90,
            hoechstdauerMin: 150,
            beiSchliessung: "laeuft",
          },
          stufe: menge * Math.exp(normal(mandant, name) * 0.5),
          dauerMin,
          um,
        }),
      ),
    ),
  );
}

/** What a day brings: working day or not, after days of rest, beginning and end of month, due dates, season, chance. */
export function erzeugeAnzahl(job: Demojob, tag: IsoDatum): number {
  const { land, stufe, mandant, name } = job;
  const offen = istWerktag(tag, land);
  const gestern = istWerktag(plusTage(tag, -1), land);
  const tagZahl = Number(tag.slice(8));
  let faktor = offen ? ([1.15, 1, 0.97, 1, 0.82, 0.3, 0.2][wochentag(tag) - 1] ?? 1) : 0.12;
  if (offen && !gestern) faktor *= 1.35;
  if (offen && (tagZahl <= 3 || tagZahl >= 28)) faktor *= 1.4;
  if (offen && tagZahl >= 15 && tagZahl <= 17) faktor *= 1.25;
  const jahreszeit = 1 + 0.08 * Math.sin((Number(tag.slice(5, 7)) / 12) * 2 * Math.PI);
  return Math.max(0, Math.round(stufe * faktor * jahreszeit * Math.exp(normal(mandant, name, tag) * 0.09)));
}

/** Seconds: a fixed part and one that grows with the count. */
export const erzeugeDauer = (job: Demojob, tag: IsoDatum, anzahl: number): number =>
  Math.round(
    job.dauerMin * 60 * (0.5 + (0.5 * anzahl) / job.stufe) * Math.exp(normal(job.mandant, job.name, tag, "dauer") * 0.12),
  );

/** What went wrong in the demo: by days before the last morning. */
export type Stoerung = "fehlt" | "fehler" | "zuWenig" | "zuLang";
export function stoerungAm(jobs: readonly Demojob[], job: Demojob, tageZurueck: number): Stoerung | undefined {
  const orteDa = [...new Set(jobs.map(({ mandant }) => mandant))];
  const n = orteDa.indexOf(job.mandant);
  if (tageZurueck === 0 && job.system === "Steuerwerk" && n < Math.max(3, orteDa.length / 3)) return "fehler";
  if (tageZurueck === 0 && n === orteDa.length - 1 && job.system !== "Steuerwerk") return "fehlt";
  if (tageZurueck === 0 && n === Math.floor(orteDa.length / 2) && job.name === "Zahlungseingänge") return "zuWenig";
  if (tageZurueck === 0 && n === Math.floor(orteDa.length / 2) + 1 && job.name === "Leistungsläufe") return "zuLang";
  if (tageZurueck === 4 && n === 1 && job.name === "Zeitbuchungen") return "fehlt";
  return undefined;
}

const MELDUNGEN = ["ORA-12541: TNS: kein Listener", "Zeitüberschreitung beim Sperren der Tabelle BUCHUNG"];

/** One run as it would be reported; undefined where it did not come. */
export function erzeugeLauf(job: Demojob, tag: IsoDatum, stoerung: Stoerung | undefined): Demolauf | undefined {
  if (stoerung === "fehlt") return undefined;
  const anzahl = Math.round(erzeugeAnzahl(job, tag) * (stoerung === "zuWenig" ? 0.22 : 1));
  const dauer = erzeugeDauer(job, tag, anzahl) * (stoerung === "zuLang" ? 14 : 1);
  const beginn = ortszeit(tag, job.um).getTime() + Math.floor(zahlAus(job.mandant, job.name, tag, "beginn") * 240_000);
  const fehler = stoerung === "fehler";
  return {
    kennung: `${job.system}/${job.mandant}/${job.name}/${tag}`,
    system: job.system,
    mandant: job.mandant,
    job: job.name,
    beginn: new Date(beginn).toISOString(),
    ende: new Date(beginn + (fehler ? 40_000 : dauer * 1000)).toISOString(),
    ausgang: fehler ? "fehler" : "erfolg",
    anzahl: fehler ? 0 : anzahl,
    ...(fehler && {
      auszug: `02:00:03 Verbindung zur Datenbank wird aufgebaut\n02:00:34 Abbruch\n${MELDUNGEN[job.name === "Messbescheide" ? 0 : 1]}`,
    }),
  };
}
