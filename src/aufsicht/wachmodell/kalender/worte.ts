import {
  feiertage,
  type IsoDatum,
  istWerktag,
  jahrVon,
  type Land,
  monatVon,
  type Ortsrecht,
  plusTage,
  wochentag,
} from "#kalender";

const TAGE = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
/** Holidays that people name by the feast. */
const FESTE: Readonly<Record<string, string>> = {
  Karfreitag: "Ostern",
  Ostermontag: "Ostern",
  Ostersonntag: "Ostern",
  Pfingstmontag: "Pfingsten",
  Pfingstsonntag: "Pfingsten",
  "1. Weihnachtstag": "Weihnachten",
  "2. Weihnachtstag": "Weihnachten",
};
const ZAHLWORT = ["", "erster", "zweiter", "dritter"];

/** A day as the office would name it: `Dienstag, erster Werktag nach Ostern, letzter Werktag des Monats`. */
export function tagInWorten(tag: IsoDatum, land: Land, ort?: Ortsrecht): string {
  const worte = [TAGE[wochentag(tag) - 1] ?? ""];
  const name = feiertag(tag, land, ort);
  if (name) return [...worte, `Feiertag (${name})`].join(", ");
  if (!istWerktag(tag, land, ort)) return worte.join(", ");
  const davor = festIn(tag, -1, land, ort);
  if (davor) worte.push(`erster Werktag nach ${davor}`);
  const danach = festIn(tag, 1, land, ort);
  if (danach) worte.push(`letzter Werktag vor ${danach}`);
  if (istBruecke(tag, land, ort)) worte.push("Brückentag");
  const vorn = zaehle(tag, -1, land, ort);
  const hinten = zaehle(tag, 1, land, ort);
  if (vorn <= 3) worte.push(`${ZAHLWORT[vorn]} Werktag des Monats`);
  if (hinten === 1) worte.push("letzter Werktag des Monats");
  if (hinten === 2) worte.push("vorletzter Werktag des Monats");
  worte.push(...faelligkeiten(tag, land, ort));
  return worte.join(", ");
}

const feiertag = (tag: IsoDatum, land: Land, ort: Ortsrecht | undefined) => feiertage(jahrVon(tag), land, ort).get(tag);

/** The feast in the row of closed days on one side, if there is one. */
function festIn(tag: IsoDatum, schritt: 1 | -1, land: Land, ort: Ortsrecht | undefined): string | undefined {
  for (let t = plusTage(tag, schritt); !istWerktag(t, land, ort); t = plusTage(t, schritt)) {
    const name = feiertag(t, land, ort);
    if (name) return FESTE[name] ?? name;
  }
  return undefined;
}

const istBruecke = (tag: IsoDatum, land: Land, ort: Ortsrecht | undefined) => {
  const davor = plusTage(tag, -1);
  const danach = plusTage(tag, 1);
  return (
    (feiertag(davor, land, ort) !== undefined && !istWerktag(danach, land, ort)) ||
    (feiertag(danach, land, ort) !== undefined && !istWerktag(davor, land, ort))
  );
};

function zaehle(tag: IsoDatum, schritt: 1 | -1, land: Land, ort: Ortsrecht | undefined): number {
  let werktage = 0;
  for (let t = tag; monatVon(t) === monatVon(tag); t = plusTage(t, schritt)) if (istWerktag(t, land, ort)) werktage++;
  return werktage;
}

function faelligkeiten(tag: IsoDatum, land: Land, ort: Ortsrecht | undefined): string[] {
  const worte: string[] = [];
  // All days that rest moved on to this one.
  for (let t = tag; t === tag || !istWerktag(t, land, ort); t = plusTage(t, -1)) {
    const d = Number(t.slice(8));
    const monat = Number(t.slice(5, 7));
    if (d === 15) worte.push([2, 5, 8, 11].includes(monat) ? "Steuertermin zum 15." : "Fälligkeit zum 15.");
    if (d === 10) worte.push([3, 6, 9, 12].includes(monat) ? "Steuertermin zum 10." : "Fälligkeit zum 10.");
  }
  return worte;
}
