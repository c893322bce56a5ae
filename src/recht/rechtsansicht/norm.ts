/** One place in a statute. Numbers stay texts: "1a" is a paragraph of its own. */
export type Fundstelle = {
  gesetz: string;
  paragraph?: string;
  artikel?: string;
  /** "" for the only annex of a statute. */
  anlage?: string;
  absatz?: string;
  satz?: string;
  nummer?: string;
  buchstabe?: string;
  /** Last one of a range, on the deepest level that is given: "§§ 19 bis 23". */
  bis?: string;
};
/** A norm as it is cited at a node: the places, and what stands in brackets behind them. */
export type Norm = { stellen: Fundstelle[]; hinweis?: string };

type Ebene = Exclude<keyof Fundstelle, "gesetz" | "bis">;
const ebenen: readonly Ebene[] = ["paragraph", "artikel", "anlage", "absatz", "satz", "nummer", "buchstabe"];
/** Levels that begin a place; the others continue the one before. */
const anfaenge: readonly Ebene[] = ["paragraph", "artikel", "anlage"];
const zeichen: Readonly<Record<Ebene, RegExp>> = {
  paragraph: /^§§?\s*(\d+[a-z]*)/,
  artikel: /^Art\.\s*(\d+[a-z]*)/,
  anlage: /^Anlage(?:\s+(\d+[a-z]*))?(?![a-z])(?:\s+zu(?=\s+§))?/,
  absatz: /^Abs\.\s*(\d+[a-z]*)/,
  satz: /^Satz\s+(\d+)/,
  nummer: /^Nr\.\s*(\d+[a-z]*(?:\.\d+)*)/,
  buchstabe: /^Buchst\.\s*([a-z]{1,2})(?![a-z])/,
};
const blosseZahl = /^(\d+[a-z]*)(?=$|\s|,)/;
const bereich = /^\s+bis\s+(?:§\s*)?(\d+[a-z]*)/;
/** Only in front of something that goes on with the place: a law may have "und" in its name. */
const trenner = /(?:,\s*|\s+und\s+)(?=(?:§|Art\.|Anlage|Abs\.|Satz\s|Nr\.|Buchst\.|\d))/;

/**
 * Reads a citation as offices write it: "§ 1 Abs. 1 Nr. 1, Abs. 1a UhVorschG", "§ 2 Abs. 1 und 2 UhVorschG, § 1612a Abs. 3 BGB",
 * "Anlage 3 Nr. 2 WoGG", "§§ 19 bis 23 SGB II", "Gebührensatzung § 2". What it cannot read is a law without a place, never an error: the
 * order of a page is no reason to stop a service.
 */
export function liesNorm(text: string): Norm {
  const [, ohne = "", hinweis] = /^(.*?)\s*(?:\(([^()]*)\))?$/.exec(text.trim()) ?? [];
  if (ohne === "") return { stellen: [] };
  const davor = /^(?!§|Art\.|Anlage|Abs\.|Nr\.)(.+?)\s+(?=§)/.exec(ohne);
  const teile = (davor ? ohne.slice(davor[0].length) : ohne).split(trenner).map(liesTeil);
  const stellen: Fundstelle[] = [];
  let kette: Partial<Fundstelle> = {};
  for (const [stelle, teil] of teile.entries()) {
    // The law stands behind the last of its places, or in front of all.
    const gesetz = davor?.[1] ?? teile.slice(stelle).find((each) => each.gesetz !== "")?.gesetz ?? "";
    const werte = teil.blossNach ? mit(kette, tiefste(kette), teil.blossNach) : ergaenze(kette, teil.werte);
    stellen.push({ gesetz, ...werte, ...(teil.bis !== undefined && { bis: teil.bis }) });
    kette = teil.gesetz === "" ? werte : {};
  }
  return { stellen, ...(hinweis !== undefined && { hinweis }) };
}

type Teil = { werte: Partial<Record<Ebene, string>>; blossNach?: string; bis?: string; gesetz: string };

function liesTeil(text: string): Teil {
  const werte: Partial<Record<Ebene, string>> = {};
  const teil: Teil = { werte, gesetz: "" };
  let rest = text.trim();
  const bloss = blosseZahl.exec(rest);
  if (bloss) {
    teil.blossNach = bloss[1] ?? "";
    rest = rest.slice(bloss[0].length);
  }
  for (let gelesen = true; gelesen; ) {
    gelesen = false;
    const bis = bereich.exec(rest);
    if (bis) {
      teil.bis = bis[1] ?? "";
      rest = rest.slice(bis[0].length);
    }
    for (const ebene of ebenen) {
      const treffer = zeichen[ebene].exec(rest.trimStart());
      if (!treffer || werte[ebene] !== undefined) continue;
      werte[ebene] = treffer[1] ?? "";
      rest = rest.trimStart().slice(treffer[0].length);
      gelesen = true;
    }
  }
  teil.gesetz = rest.trim();
  return teil;
}

/** A piece that begins further down stands under the place before it. */
function ergaenze(kette: Partial<Fundstelle>, werte: Partial<Record<Ebene, string>>): Partial<Fundstelle> {
  if (anfaenge.some((ebene) => werte[ebene] !== undefined)) return werte;
  const oberste = ebenen.findIndex((ebene) => werte[ebene] !== undefined);
  const geerbt = ebenen
    .slice(0, Math.max(0, oberste))
    .flatMap((ebene) => (kette[ebene] === undefined ? [] : [[ebene, kette[ebene]]]));
  return { ...Object.fromEntries(geerbt), ...werte };
}

const tiefste = (kette: Partial<Fundstelle>): Ebene => ebenen.findLast((ebene) => kette[ebene] !== undefined) ?? "paragraph";
const mit = (kette: Partial<Fundstelle>, ebene: Ebene, wert: string): Partial<Fundstelle> => {
  const { bis: _bis, gesetz: _gesetz, ...rest } = kette;
  return { ...rest, [ebene]: wert };
};

/** "1" before "1a" before "2" before "10"; what is not given stands first: § 1 before § 1 Abs. 1. */
function vergleicheZahl(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a.localeCompare(b, "de", { numeric: true });
}

/** Order of the statute within one law: §§, then articles, then annexes; within by Absatz, Satz, Nummer, Buchstabe. */
export function vergleicheStellen(a: Fundstelle, b: Fundstelle): number {
  const rang = (stelle: Fundstelle) => (stelle.anlage !== undefined ? 2 : stelle.artikel !== undefined ? 1 : 0);
  if (rang(a) !== rang(b)) return rang(a) - rang(b);
  for (const ebene of ebenen) {
    const vergleich = vergleicheZahl(a[ebene], b[ebene]);
    if (vergleich !== 0) return vergleich;
  }
  return 0;
}
