import { alleLebenslagen, type Lebenslage, type Leistung, lebenslagen } from "#baukasten";

/** As people type it: umlauts in any spelling, no case, no accents. Both sides are folded, so "ue" in "neue" does no harm. */
export const falte = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll(/([aou])e/g, "$1");

const zerlege = (text: string): string[] =>
  falte(text)
    .split(/[^a-z0-9]+/)
    .filter((wort) => wort.length > 1);

/** Words that nearly every question has and no Leistung is found by. */
const fuellworte = new Set(
  zerlege(
    "ich mein meine meinen wir uns der die das den dem des ein eine einen und oder fuer für von mit im in am an auf bei zu zum zur wie was wo wer ist sind bin habe hat haben brauche brauchen moechte will muss kann bekomme bekommen gibt es antrag antraege beantragen stellen online bitte hilfe leistung nicht mehr neu neue",
  ),
);

/** Without the ending of case, number or person; never so short that different words become one. */
const stamm = (wort: string): string => {
  const ohne = wort.replace(/(?:ungen|ung|erin|ern|en|er|es|em|e|s|n|t)$/, "");
  return ohne.length >= 4 ? ohne : wort;
};

/** Slips of the finger between two words: a letter missing, too many, wrong, or two changed about (Damerau-Levenshtein). */
export function abstand(a: string, b: string): number {
  const tafel = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const bei = (i: number, j: number) => tafel[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const gleich = a[i - 1] === b[j - 1] ? 0 : 1;
      let wert = Math.min(bei(i - 1, j) + 1, bei(i, j - 1) + 1, bei(i - 1, j - 1) + gleich);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) wert = Math.min(wert, bei(i - 2, j - 2) + 1);
      (tafel[i] as number[])[j] = wert;
    }
  return bei(a.length, b.length);
}
const erlaubteFehler = (wort: string): number => (wort.length < 5 ? 0 : wort.length < 8 ? 1 : 2);

/** How well a typed word fits one of ours, 0 to 1. */
function guete(getippt: string, unser: string): number {
  if (getippt === unser) return 1;
  const [a, b] = [stamm(getippt), stamm(unser)];
  if (a === b) return 0.9;
  // German joins words: "Kindergeldantrag" holds Kindergeld, and "Kindergeld" is found by "Kind".
  if (a.length >= 3 && unser.startsWith(a)) return 0.7;
  if (b.length >= 5 && getippt.includes(b)) return 0.6;
  if (a.length >= 4 && unser.includes(a)) return 0.5;
  return abstand(getippt, unser) <= erlaubteFehler(getippt) ? 0.4 : 0;
}

type Feld = { worte: readonly string[]; gewicht: number };
const gemerkt = new WeakMap<Leistung, Feld[]>();
function felderVon(leistung: Leistung): Feld[] {
  const bekannt = gemerkt.get(leistung);
  if (bekannt) return bekannt;
  const lagen = leistung.lebenslagen.flatMap((lage) => [lage, ...lebenslagen[lage].worte]);
  const felder = [
    { worte: zerlege(leistung.name), gewicht: 6 },
    { worte: leistung.suchworte.flatMap(zerlege), gewicht: 4 },
    { worte: lagen.flatMap(zerlege), gewicht: 2 },
    { worte: zerlege(leistung.kurzbeschreibung), gewicht: 1 },
  ].map(({ worte, gewicht }) => ({ worte: worte.filter((wort) => !fuellworte.has(wort)), gewicht }));
  gemerkt.set(leistung, felder);
  return felder;
}

const beste = (getippt: string, felder: readonly Feld[]): number =>
  Math.max(0, ...felder.flatMap(({ worte, gewicht }) => worte.map((unser) => gewicht * guete(getippt, unser))));

const frageworte = (anfrage: string): string[] => {
  const worte = zerlege(anfrage);
  const wichtige = worte.filter((wort) => !fuellworte.has(wort));
  return (wichtige.length > 0 ? wichtige : worte).slice(0, 12);
};

/** Services that fit what somebody typed, best first: every word counts, name before keywords before situation before description. */
export function sucheLeistungen(leistungen: readonly Leistung[], anfrage: string): Leistung[] {
  const worte = frageworte(anfrage);
  if (worte.length === 0) return [...leistungen];
  const gewertet = leistungen.map((leistung) => {
    const punkte = worte.map((wort) => beste(wort, felderVon(leistung)));
    // Two words that both fit say more than one that fits twice as well.
    const getroffen = punkte.filter((punkt) => punkt > 0).length;
    return { leistung, punkte: punkte.reduce((summe, punkt) => summe + punkt, 0) * (getroffen / worte.length) };
  });
  const hoechste = Math.max(...gewertet.map(({ punkte }) => punkte));
  return (
    gewertet
      // What fits a tenth as well as the best one is noise.
      .filter(({ punkte }) => punkte > 0 && punkte >= hoechste / 10)
      .sort((a, b) => b.punkte - a.punkte)
      .map(({ leistung }) => leistung)
  );
}

/** Situations of life that the words speak of. */
export function sucheLebenslagen(anfrage: string): Lebenslage[] {
  const worte = frageworte(anfrage);
  return alleLebenslagen.filter((lage) => {
    const unsere = [lage, ...lebenslagen[lage].worte].flatMap(zerlege);
    return worte.some((wort) => unsere.some((unser) => guete(wort, unser) >= 0.6));
  });
}

/** For somebody who found nothing: the nearest of our own words, as we write it. */
export function meintenSie(leistungen: readonly Leistung[], anfrage: string): string | undefined {
  const getippt = frageworte(anfrage).filter((wort) => wort.length > 3);
  const unsere = leistungen
    .flatMap((leistung) => [leistung.name, ...leistung.suchworte])
    .flatMap((text) => text.split(/[^\p{L}\d]+/u));
  const naechste = getippt
    .flatMap((wort) => unsere.map((unser) => ({ unser, fern: abstand(wort, falte(unser)) / wort.length })))
    .filter(({ unser, fern }) => unser.length > 3 && fern <= 0.45)
    .sort((a, b) => a.fern - b.fern);
  return naechste[0]?.unser;
}
