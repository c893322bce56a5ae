import type { Dezimal } from "#rechnungspruefung";

const STELLEN = 10;

/** As the log keeps it: `12.5`, at most ten places, which is more than any price list has. */
export function alsText({ ganz, stellen }: Dezimal): string {
  const zuViele = Math.max(0, stellen - STELLEN);
  const gekuerzt = ganz / 10n ** BigInt(zuViele);
  const nachkomma = stellen - zuViele;
  const ziffern = (gekuerzt < 0n ? -gekuerzt : gekuerzt).toString().padStart(nachkomma + 1, "0");
  const hinten = nachkomma > 0 ? ziffern.slice(-nachkomma).replace(/0+$/, "") : "";
  return `${gekuerzt < 0n ? "-" : ""}${ziffern.slice(0, ziffern.length - nachkomma)}${hinten ? `.${hinten}` : ""}`;
}

/** a/b to ten places. */
export const durchDezimal = (a: Dezimal, b: Dezimal): Dezimal => ({
  ganz: (a.ganz * 10n ** BigInt(STELLEN + b.stellen)) / (b.ganz * 10n ** BigInt(a.stellen)),
  stellen: STELLEN,
});

/** The text as a whole number of 10^-10, so that any two can be compared and added. @throws where it is no decimal */
export function fein(text: string): bigint {
  const treffer = /^(-?)(\d+)(?:\.(\d{1,10}))?\d*$/.exec(text);
  if (!treffer) throw new Error(`„${text}“ ist keine Zahl.`);
  const [, minus, ganz = "0", teil = ""] = treffer;
  const wert = BigInt(ganz) * 10n ** BigInt(STELLEN) + BigInt(teil.padEnd(STELLEN, "0"));
  return minus ? -wert : wert;
}

/** For people: `12,5`. */
export const zeigeZahl = (text: string): string => {
  const [ganz = "", teil = ""] = text.split(".");
  const kurz = teil.replace(/0+$/, "");
  return kurz ? `${ganz},${kurz}` : ganz;
};

export const plusText = (a: string, b: string): string => alsText({ ganz: fein(a) + fein(b), stellen: STELLEN });

/** Whole part in groups of three. */
export const tausender = (ganz: string): string => ganz.replace(/\B(?=(\d{3})+$)/g, ".");
/** A unit price for people: with the places that an amount has, or more where the price list does. */
export function zeigePreis(text: string): string {
  const [ganz = "", teil = ""] = text.split(".");
  return `${tausender(ganz)},${teil.replace(/0+$/, "").padEnd(2, "0")}\u00a0€`;
}
