/**
 * Euros as the statute reckons them: fixed point with ten decimals (Anlage 3 Nr. 2 WoGG). A value is a whole number of 10^-10 euros; it
 * stays a safe integer up to 900,000 euros, products are taken in BigInt.
 */
const einsBig = 10_000_000_000n;
const centInFest = 100_000_000;

export const festAusCent = (cent: number): number => cent * centInFest;
/** Fixed point of a whole number of 10^-7, as Anlage 2 prints its values. */
export const festAusSiebenStellen = (zahl: number): number => zahl * 1000;

/** Quotient of whole numbers, halves away from zero. */
function teile(zaehler: bigint, nenner: bigint): number {
  const betrag = zaehler < 0n ? -zaehler : zaehler;
  const gerundet = (betrag * 2n + nenner) / (nenner * 2n);
  const zahl = Number(zaehler < 0n ? -gerundet : gerundet);
  if (!Number.isSafeInteger(zahl)) throw new Error("Ein Betrag ist zu groß für die Wohngeldformel.");
  return zahl;
}

/** Product of two fixed point numbers, to ten decimals. */
export const malFest = (eines: number, anderes: number): number => teile(BigInt(eines) * BigInt(anderes), einsBig);
/** `cent` times `zaehler` through `nenner`, as fixed point. */
export const anteilFest = (cent: number, zaehler: number, nenner: number): number =>
  teile(BigInt(cent) * BigInt(zaehler) * BigInt(centInFest), BigInt(nenner));
/** Fixed point to whole cents, for reading. */
export const centAusFest = (fest: number): number => teile(BigInt(fest), BigInt(centInFest));
/** Fixed point to whole euros, in cents: below 0.50 down, from 0.50 up. */
export const vollerEuroAusFest = (fest: number): number => teile(BigInt(fest), einsBig) * 100;
