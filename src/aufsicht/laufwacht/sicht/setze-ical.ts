import { formatiereDatum, type IsoDatum, plusTage } from "#kalender";
import { faelligeZwischen, ortszeit, wanduhr } from "#wachmodell";
import type { Kalendereintrag } from "../store-betrieb.ts";
import type { VorfallZeile } from "../store-vorfaelle.ts";

type Inhalt = {
  vorfaelle: readonly VorfallZeile[];
  eintraege: readonly Kalendereintrag[];
  jobs: ReadonlyMap<number, { name: string; mandant: string }>;
};
/** Recurring windows are written out: what a cron says is more than an RRULE can. */
const ZURUECK_TAGE = 31;
const VORAUS_TAGE = 92;
const HOECHSTENS = 150;

/** Open incidents, closed days and maintenance, for a calendar that subscribes to them (RFC 5545). */
export function setzeIcal({ vorfaelle, eintraege, jobs }: Inhalt, heute: IsoDatum, seite: string): string {
  const ereignisse = [
    ...vorfaelle
      .filter(({ stufe }) => stufe === "alarm")
      .map((v) => [
        `UID:vorfall-${v.id}@fachwerk-laufwacht`,
        `DTSTAMP:${tag(v.eroeffnet)}T060000Z`,
        ...ganztags(v.eroeffnet, v.zuletzt),
        `SUMMARY:${text([v.mandant, v.system].filter(Boolean).join(", "))}: ${text(v.satz)}`,
        `DESCRIPTION:${text(`Seit ${formatiereDatum(v.eroeffnet)}. Es kümmert sich: ${v.eigentuemer ?? "noch niemand"}.`)}`,
        `URL:${seite}/vorfaelle/${v.id}`,
      ]),
    ...eintraege.filter(({ stand }) => stand === "gilt").flatMap((e) => ausEintrag(e, jobs, heute, seite)),
  ];
  const zeilen = ereignisse.flatMap((zeilen) => ["BEGIN:VEVENT", ...zeilen.map(falte), "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fachwerk//Laufwacht//DE", ...zeilen, "END:VCALENDAR", ""].join("\r\n");
}

function ausEintrag(e: Kalendereintrag, jobs: Inhalt["jobs"], heute: IsoDatum, seite: string): string[][] {
  const job = e.job === null ? undefined : jobs.get(e.job);
  const fuer = job ? `${job.name}, ${job.mandant}` : [e.mandant, e.system].filter(Boolean).join(", ") || "alle Mandanten";
  const ereignis = (kennung: string, zeit: readonly string[]) => [
    `UID:${kennung}@fachwerk-laufwacht`,
    `DTSTAMP:${zeitpunkt(e.am)}`,
    ...zeit,
    `SUMMARY:${e.art === "schliessung" ? "Geschlossen" : "Wartung"}: ${text(fuer)}`,
    `DESCRIPTION:${text(e.grund)}`,
    "TRANSP:TRANSPARENT",
    `URL:${seite}/kalender`,
  ];
  const spanne = (von: Date, bis: Date) => [`DTSTART:${zeitpunkt(von)}`, `DTEND:${zeitpunkt(bis)}`];
  if (e.art === "wartungWiederkehrend") {
    if (!e.cron || !e.dauerMin) return [];
    const plan = {
      job: "",
      rhythmus: { art: "cron", cron: e.cron, verschiebung: "bleibt" },
      karenzMin: 0,
      fehltNachMin: 1,
      beiSchliessung: "laeuft",
    } as const;
    const dauer = e.dauerMin * 60_000;
    const anfaenge: Date[] = [];
    for (let n = -ZURUECK_TAGE; n < VORAUS_TAGE && anfaenge.length < HOECHSTENS; n++) {
      const [von, bis] = [ortszeit(plusTage(heute, n), 0), ortszeit(plusTage(heute, n + 1), 0)];
      anfaenge.push(...faelligeZwischen(plan, { land: "NW", schliessungen: [], wartungen: [] }, von, bis));
    }
    return anfaenge
      .slice(0, HOECHSTENS)
      .map((ab) => ereignis(`wartung-${e.id}-${zeitpunkt(ab)}`, spanne(ab, new Date(ab.getTime() + dauer))));
  }
  if (!e.von || !e.bis || wanduhr(e.bis).tag < plusTage(heute, -ZURUECK_TAGE)) return [];
  if (e.art === "wartung") return [ereignis(`wartung-${e.id}`, spanne(e.von, e.bis))];
  return [ereignis(`schliessung-${e.id}`, ganztags(wanduhr(e.von).tag, wanduhr(e.bis).tag))];
}

const tag = (wert: IsoDatum) => wert.replaceAll("-", "");
/** The end of whole days is the first one that no longer belongs to them. */
const ganztags = (von: IsoDatum, bis: IsoDatum) => [
  `DTSTART;VALUE=DATE:${tag(von)}`,
  `DTEND;VALUE=DATE:${tag(plusTage(bis, 1))}`,
];
const zeitpunkt = (zeit: Date) => zeit.toISOString().replace(/[-:]|\.\d{3}/g, "");
const text = (wert: string) => wert.replace(/[\\;,]/g, (z) => `\\${z}`).replace(/\r?\n|\r/g, "\\n");

/** A line has at most 75 octets; what is longer goes on after a space. */
function falte(zeile: string): string {
  const teile: string[] = [];
  let teil = "";
  for (const z of zeile) {
    if (Buffer.byteLength(teil + z) > 73) {
      teile.push(teil);
      teil = "";
    }
    teil += z;
  }
  return [...teile, teil].join("\r\n ");
}
