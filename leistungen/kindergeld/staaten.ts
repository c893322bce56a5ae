import type { Staat } from "./fakten.ts";

/** Member states of the EU but Germany, then Iceland, Liechtenstein, Norway (EEA) and Switzerland, as the Melderegister words them. */
const union: readonly string[] = [
  ..."belgisch bulgarisch dänisch estnisch finnisch französisch griechisch irisch italienisch kroatisch lettisch litauisch".split(
    " ",
  ),
  ..."luxemburgisch maltesisch niederländisch österreichisch polnisch portugiesisch rumänisch schwedisch slowakisch".split(" "),
  ..."slowenisch spanisch tschechisch ungarisch zyprisch isländisch liechtensteinisch norwegisch schweizerisch".split(" "),
];

/** Free to move, or in need of a residence title (§ 62 Abs. 1a and 2 EStG). */
export function staatVon(staatsangehoerigkeit: string): Staat {
  const wort = staatsangehoerigkeit.trim().toLowerCase();
  if (wort === "deutsch") return "deutsch";
  return union.includes(wort) ? "union" : "andere";
}
