/** A day, `yyyy-mm-dd`. Days have no time zone; they compare as text. */
export type IsoDatum = string;
/** A month, `yyyy-mm`. */
export type Monat = string;

const TAGE = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const istSchaltjahr = (jahr: number) => (jahr % 4 === 0 && jahr % 100 !== 0) || jahr % 400 === 0;
const zwei = (zahl: number) => (zahl < 10 ? `0${zahl}` : `${zahl}`);

export const jahrVon = (tag: string): number => Number(tag.slice(0, 4));
const monatszahl = (tag: string): number => Number(tag.slice(5, 7));
const tageszahl = (tag: IsoDatum): number => Number(tag.slice(8, 10));
export const monatVon = (tag: IsoDatum): Monat => tag.slice(0, 7);
export const ersterTag = (monat: Monat): IsoDatum => `${monat}-01`;
export const letzterTag = (monat: Monat): IsoDatum => `${monat}-${zwei(tageImMonat(monat))}`;

/** Number of days of a month. */
export function tageImMonat(monat: Monat): number {
  const zahl = monatszahl(monat);
  return zahl === 2 && istSchaltjahr(jahrVon(monat)) ? 29 : (TAGE[zahl - 1] ?? 0);
}

export function istDatum(text: string): text is IsoDatum {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const monat = monatszahl(text);
  return (
    monat >= 1 && monat <= 12 && tageszahl(text) >= 1 && tageszahl(text) <= tageImMonat(text.slice(0, 7)) && jahrVon(text) >= 1583
  );
}

/** @throws with a German sentence where the text is no day of the calendar */
export function datum(text: string): IsoDatum {
  if (!istDatum(text)) throw new Error(`„${text}“ ist kein Datum.`);
  return text;
}

const ausTeilen = (jahr: number, monat: number, tag: number): IsoDatum =>
  `${String(jahr).padStart(4, "0")}-${zwei(monat)}-${zwei(tag)}`;

/** Days since 1970-01-01, by the civil calendar (the algorithm counts in eras of 400 years, March first). */
export function tagNummer(tag: IsoDatum): number {
  const monat = monatszahl(tag);
  const jahr = jahrVon(tag) - (monat <= 2 ? 1 : 0);
  const aera = Math.floor(jahr / 400);
  const jahrDerAera = jahr - aera * 400;
  const tagDesJahres = Math.floor((153 * (monat + (monat > 2 ? -3 : 9)) + 2) / 5) + tageszahl(tag) - 1;
  const tagDerAera = jahrDerAera * 365 + Math.floor(jahrDerAera / 4) - Math.floor(jahrDerAera / 100) + tagDesJahres;
  return aera * 146_097 + tagDerAera - 719_468;
}

export function tagAusNummer(nummer: number): IsoDatum {
  const verschoben = nummer + 719_468;
  const aera = Math.floor(verschoben / 146_097);
  const tagDerAera = verschoben - aera * 146_097;
  const jahrDerAera = Math.floor(
    (tagDerAera - Math.floor(tagDerAera / 1460) + Math.floor(tagDerAera / 36_524) - Math.floor(tagDerAera / 146_096)) / 365,
  );
  const tagDesJahres = tagDerAera - (365 * jahrDerAera + Math.floor(jahrDerAera / 4) - Math.floor(jahrDerAera / 100));
  const maerzMonat = Math.floor((5 * tagDesJahres + 2) / 153);
  const tag = tagDesJahres - Math.floor((153 * maerzMonat + 2) / 5) + 1;
  const monat = maerzMonat < 10 ? maerzMonat + 3 : maerzMonat - 9;
  return ausTeilen(jahrDerAera + aera * 400 + (monat <= 2 ? 1 : 0), monat, tag);
}

export const plusTage = (tag: IsoDatum, tage: number): IsoDatum => tagAusNummer(tagNummer(tag) + tage);
/** Days from `von` to `bis`; negative where `bis` is earlier. */
export const tageZwischen = (von: IsoDatum, bis: IsoDatum): number => tagNummer(bis) - tagNummer(von);

export function plusMonateMonat(monat: Monat, monate: number): Monat {
  const zahl = jahrVon(monat) * 12 + monatszahl(monat) - 1 + monate;
  return `${String(Math.floor(zahl / 12)).padStart(4, "0")}-${zwei((((zahl % 12) + 12) % 12) + 1)}`;
}

/** The same day some months later, or the last day of that month where it has no such day (§ 188 Abs. 3 BGB). */
export function plusMonate(tag: IsoDatum, monate: number): IsoDatum {
  const monat = plusMonateMonat(monatVon(tag), monate);
  return `${monat}-${zwei(Math.min(tageszahl(tag), tageImMonat(monat)))}`;
}

/** All months from `von` to `bis`, both included. */
export function monateVonBis(von: Monat, bis: Monat): Monat[] {
  const monate: Monat[] = [];
  for (let monat = von; monat <= bis; monat = plusMonateMonat(monat, 1)) monate.push(monat);
  return monate;
}

/** The day on which a year of life begins: the birthday itself counts (§ 187 Abs. 2 Satz 2 BGB); 29 February becomes 1 March. */
export function geburtstag(geburtsdatum: IsoDatum, alter: number): IsoDatum {
  const jahr = jahrVon(geburtsdatum) + alter;
  if (geburtsdatum.endsWith("-02-29") && !istSchaltjahr(jahr)) return `${jahr}-03-01`;
  return `${String(jahr).padStart(4, "0")}${geburtsdatum.slice(4)}`;
}

/** Completed years of life on a day; negative before birth. */
export function alterAm(geburtsdatum: IsoDatum, tag: IsoDatum): number {
  const jahre = jahrVon(tag) - jahrVon(geburtsdatum);
  return tag < geburtstag(geburtsdatum, jahre) ? jahre - 1 : jahre;
}

/** 1 Monday … 7 Sunday. */
export const wochentag = (tag: IsoDatum): number => ((((tagNummer(tag) + 3) % 7) + 7) % 7) + 1;

/** `24.11.2026` */
export const formatiereDatum = (tag: IsoDatum): string => `${tag.slice(8, 10)}.${tag.slice(5, 7)}.${tag.slice(0, 4)}`;

const monatsnamen = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];
/** `November 2026` */
export const formatiereMonat = (monat: Monat): string => `${monatsnamen[monatszahl(monat) - 1]} ${monat.slice(0, 4)}`;

/** Reads what people write: `24.11.2026`, `4.3.2022`, `2022-03-04`. @returns undefined where it is no day */
export function leseDatum(eingabe: string): IsoDatum | undefined {
  const text = eingabe.trim();
  const deutsch = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  const iso = deutsch ? `${deutsch[3]}-${(deutsch[2] ?? "").padStart(2, "0")}-${(deutsch[1] ?? "").padStart(2, "0")}` : text;
  return istDatum(iso) ? iso : undefined;
}
