import { encode } from "uqr";

/**
 * A QR code as one SVG path, black on white, with the quiet zone of four modules that readers need. Error correction M, not raised where
 * there is room: the guideline for GiroCodes asks for M.
 */
export function qrSvg(text: string): string {
  const { data } = encode(text, { ecc: "M", border: 4, boostEcc: false });
  const breite = data.length;
  const pfad = data.flatMap((zeile, y) => laeufe(zeile).map(([x, laenge]) => `M${x} ${y}h${laenge}v1h-${laenge}z`)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${breite} ${breite}" shape-rendering="crispEdges"><rect width="${breite}" height="${breite}" fill="#fff"/><path d="${pfad}" fill="#000"/></svg>`;
}

/** Dark modules next to each other as one: a path of hundreds instead of thousands of parts. */
function laeufe(zeile: readonly boolean[]): [number, number][] {
  const gefunden: [number, number][] = [];
  for (const [x, dunkel] of zeile.entries()) {
    const letzter = gefunden.at(-1);
    if (!dunkel) continue;
    if (letzter && letzter[0] + letzter[1] === x) letzter[1]++;
    else gefunden.push([x, 1]);
  }
  return gefunden;
}
