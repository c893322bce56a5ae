/** Contrast of the WCAG between two colours `#rrggbb`, 1 to 21. */
export function kontrast(a: string, b: string): number {
  const [hell = 0, dunkel = 0] = [leuchtdichte(a), leuchtdichte(b)].sort((x, y) => y - x);
  return (hell + 0.05) / (dunkel + 0.05);
}

const kanaele = (farbe: string): number[] => [1, 3, 5].map((stelle) => Number.parseInt(farbe.slice(stelle, stelle + 2), 16));

function leuchtdichte(farbe: string): number {
  const [r = 0, g = 0, b = 0] = kanaele(farbe).map((wert) => {
    const anteil = wert / 255;
    return anteil <= 0.04045 ? anteil / 12.92 : ((anteil + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function mische(farbe: string, mit: string, anteil: number): string {
  const ziel = kanaele(mit);
  return `#${kanaele(farbe)
    .map((wert, stelle) =>
      Math.round(wert + ((ziel[stelle] ?? 0) - wert) * anteil)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** The colour, moved towards black or white until it stands out from `grund` by 4.5. */
export function lesbarAuf(farbe: string, grund: string): string {
  const richtung = leuchtdichte(grund) > 0.4 ? "#000000" : "#ffffff";
  for (let anteil = 0; anteil < 1; anteil += 0.05) {
    const kandidat = mische(farbe, richtung, anteil);
    if (kontrast(kandidat, grund) >= 4.5) return kandidat;
  }
  return richtung;
}

/** A Mandant's look: their colour, kept readable on light and on dark pages whatever they chose. */
export function mandantCss(farbe: string): string {
  const gueltig = /^#[0-9a-f]{6}$/i.test(farbe) ? farbe.toLowerCase() : "#1f5c99";
  const hell = lesbarAuf(gueltig, "#ffffff");
  const dunkel = lesbarAuf(gueltig, "#131525");
  return `:root{--mandant:${hell};--auf-mandant:#ffffff}@media(prefers-color-scheme:dark){:root{--mandant:${dunkel};--auf-mandant:#000000}}`;
}
