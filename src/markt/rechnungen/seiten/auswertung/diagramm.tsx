import type { VNode } from "preact";

/** One row of the picture: up to two bars with their words. `art`: colour only supports what the words say. */
export type Balken = { name: string; werte: readonly { wert: number; text: string; art: "eins" | "gut" | "zwei" }[] };
export type Diagrammdaten = { titel: string; balken: readonly Balken[] };

const [BREITE, NAME, RAND, DICKE, ABSTAND] = [760, 250, 150, 20, 12] as const;
const klassen = { eins: "bild__eins", gut: "bild__eins--gut", zwei: "bild__zwei" } as const;
const MAX_ZEICHEN = 30;
const kuerze = (text: string) => (text.length > MAX_ZEICHEN ? `${text.slice(0, MAX_ZEICHEN - 1)}…` : text);

/** Horizontal bars: words stand beside them at any width. The table under it has the same figures. */
export function Diagramm({ titel, balken }: Diagrammdaten): VNode | null {
  const meiste = Math.max(0, ...balken.flatMap(({ werte }) => werte.map(({ wert }) => wert)));
  if (meiste === 0) return null;
  const laenge = (wert: number) => (wert / meiste) * (BREITE - NAME - RAND);
  let y = 4;
  const zeilen = balken.map((zeile) => {
    const oben = y;
    y += zeile.werte.length * (DICKE + 4) + ABSTAND;
    return { ...zeile, oben };
  });
  return (
    <figure class="bild" tabIndex={0} aria-label={`Bild zur Tabelle: ${titel}`}>
      <svg viewBox={`0 0 ${BREITE} ${y}`} role="img" aria-labelledby="bild-titel bild-text">
        <title id="bild-titel">{titel}</title>
        <desc id="bild-text">
          {balken.map(({ name, werte }) => `${name}: ${werte.map(({ text }) => text).join(", ")}.`).join(" ")}
        </desc>
        {zeilen.map(({ name, werte, oben }) => (
          <g key={name} transform={`translate(0 ${oben})`}>
            <text x={NAME - 12} y={(werte.length * (DICKE + 4)) / 2 + 4} class="bild__zahl--links">
              {kuerze(name)}
            </text>
            {werte.map(({ wert, text, art }, stelle) => (
              <g key={art} transform={`translate(${NAME} ${stelle * (DICKE + 4)})`}>
                <rect class={klassen[art]} width={wert === 0 ? 0 : Math.max(2, laenge(wert))} height={DICKE} />
                <text class="bild__zahl" x={laenge(wert) + 8} y={15}>
                  {text}
                </text>
              </g>
            ))}
          </g>
        ))}
        <line class="bild__achse" x1={NAME} x2={NAME} y1="0" y2={y - ABSTAND + 2} />
      </svg>
    </figure>
  );
}
