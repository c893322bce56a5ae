/**
 * Splits an amount in proportion to weights, to the cent: the parts add up to the whole, and each differs from its exact share by less than a
 * cent (largest remainder; among equal remainders the first).
 */
export function verteile(cent: number, gewichte: readonly number[]): number[] {
  const summe = gewichte.reduce((bisher, gewicht) => bisher + BigInt(gewicht), 0n);
  if (gewichte.length === 0 || summe <= 0n || cent <= 0) return gewichte.map(() => 0);
  const ganzes = BigInt(cent);
  const teile = gewichte.map((gewicht, stelle) => {
    const produkt = ganzes * BigInt(gewicht);
    return { stelle, ganz: produkt / summe, rest: produkt % summe };
  });
  let uebrig = ganzes - teile.reduce((bisher, { ganz }) => bisher + ganz, 0n);
  for (const teil of teile.toSorted((a, b) => (a.rest === b.rest ? a.stelle - b.stelle : a.rest < b.rest ? 1 : -1))) {
    if (uebrig === 0n) break;
    teil.ganz++;
    uebrig--;
  }
  return teile.map(({ ganz }) => Number(ganz));
}
