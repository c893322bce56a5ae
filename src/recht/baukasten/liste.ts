import type { Feld, Felder } from "./feld.ts";

/** What was typed, by name of the input. */
export type Formulareingaben = Readonly<Record<string, string | undefined>>;
type IrgendeinFeld = Feld<never> | Feld<unknown>;
export type Listenangaben = { einzahl: string; eintrag: Felder; min: number; max: number };

/** The inputs of a list: how many entries stand on the page, and each field of each of them, counted from 0. */
export const anzahlname = (liste: string): string => `${liste}.anzahl`;
export const eintragsname = (liste: string, nummer: number, feld?: string): string =>
  feld === undefined ? `${liste}.${nummer}` : `${liste}.${nummer}.${feld}`;

/** How many entries a page shows: as many as were sent, as are stored, or as there must be. */
export function anzahlEintraege(name: string, { min, max }: Listenangaben, roh: Formulareingaben, wert: unknown): number {
  const gesendet = roh[anzahlname(name)];
  const anzahl = gesendet === undefined ? (Array.isArray(wert) ? wert.length : 0) : Number.parseInt(gesendet, 10);
  return Math.min(Math.max(Number.isNaN(anzahl) ? 0 : anzahl, min), max);
}

/** The inputs with one entry more, as long as there may be one more. */
export const mitNeuemEintrag = (name: string, liste: Listenangaben, roh: Formulareingaben): Formulareingaben => ({
  ...roh,
  [anzahlname(name)]: String(Math.min(anzahlEintraege(name, liste, roh, undefined) + 1, liste.max)),
});

/** The inputs without this entry; those behind it move up. What must be there stays, emptied. */
export function ohneEintrag(name: string, liste: Listenangaben, roh: Formulareingaben, entfernt: number): Formulareingaben {
  const anzahl = anzahlEintraege(name, liste, roh, undefined);
  if (!Number.isInteger(entfernt) || entfernt < 0 || entfernt >= anzahl) return roh;
  const neu: Record<string, string | undefined> = { ...roh, [anzahlname(name)]: String(anzahl - 1) };
  for (let nummer = entfernt; nummer < anzahl; nummer++)
    for (const feldname of Object.keys(liste.eintrag))
      neu[eintragsname(name, nummer, feldname)] = roh[eintragsname(name, nummer + 1, feldname)] ?? "";
  return neu;
}

/**
 * Reads a list. An entry in which nothing was typed counts as none, as long as enough others are left. What is wrong is told at the
 * input it stands in.
 */
export function liesListe(
  name: string,
  label: string,
  liste: Listenangaben,
  roh: Formulareingaben,
): { werte: Record<string, unknown>[]; fehler: Record<string, string> } {
  const { eintrag, einzahl, min } = liste;
  const nummern = [...new Array(anzahlEintraege(name, liste, roh, undefined)).keys()];
  const roheWerte = (nummer: number) => Object.keys(eintrag).map((feldname) => roh[eintragsname(name, nummer, feldname)] ?? "");
  const gefuellt = nummern.filter((nummer) => roheWerte(nummer).some((text) => text.trim() !== ""));
  const gezaehlt = gefuellt.length >= min ? gefuellt : nummern;
  const fehler: Record<string, string> = {};
  const werte = gezaehlt.map((nummer) => {
    const gelesen: Record<string, unknown> = {};
    for (const [feldname, feld] of Object.entries(eintrag)) {
      const stelle = eintragsname(name, nummer, feldname);
      const ergebnis = feld.lies(roh[stelle]);
      if (!ergebnis.ok) fehler[stelle] = `${einzahl} ${nummer + 1}: ${ergebnis.fehler}`;
      else if (ergebnis.wert !== undefined) gelesen[feldname] = ergebnis.wert;
    }
    return gelesen;
  });
  if (werte.length < min) fehler[name] = `Bitte machen Sie bei „${label}“ mindestens ${min} Angaben.`;
  return { werte, fehler };
}

/** The entries of a stored list; whatever else was stored counts as none. */
export const eintraegeVon = (wert: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(wert) ? wert.filter((each) => typeof each === "object" && each !== null) : [];

/** A choice among the entries of another list counts only as long as that entry is there. */
export const istWaehlbar = ({ aus, optionen = {} }: IrgendeinFeld, wert: unknown): boolean =>
  !aus || wert === undefined || Object.hasOwn(optionen, String(wert));

/** Whether enough entries are there and each says what it must. */
export const istListeVollstaendig = ({ eintrag, min }: Listenangaben, wert: unknown): boolean => {
  const eintraege = eintraegeVon(wert);
  const vollstaendig = (werte: Readonly<Record<string, unknown>>) =>
    Object.entries(eintrag).every(
      ([name, feld]) => (!feld.pflicht || werte[name] !== undefined) && istWaehlbar(feld, werte[name]),
    );
  return Array.isArray(wert) && eintraege.length >= min && eintraege.every(vollstaendig);
};

/** One entry in a line: "Name: Mia, Geboren am: 24.03.2022". */
export const zeigeEintrag = (eintrag: Felder, werte: Readonly<Record<string, unknown>>): string =>
  Object.entries(eintrag)
    .flatMap(([name, feld]: [string, IrgendeinFeld]) =>
      werte[name] === undefined ? [] : [`${feld.label}: ${feld.zeige(werte[name] as never)}`],
    )
    .join(", ");
