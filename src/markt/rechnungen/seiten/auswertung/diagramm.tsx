import type { VNode } from "preact";

/** One row of the picture: up to two bars with their words. `art`: colour only supports what the words say. */
export type Balken = { name: string; werte: readonly { wert: number; text: string; art: "eins" | "gut" | "zwei" }[] };
export type Diagrammdaten = { titel: string; balken: readonly Balken[] };

const [BREITE, ZEILE, DICKE, ABSTAND] = [480, 24, 16, 14] as const;
const klassen = { eins: "bild__eins", gut: "bild__eins--gut", zwei: "bild__zwei" } as const;
const MAX_ZEICHEN = 22;
const kuerze = (text: string) => (text.length > MAX_ZEICHEN ? `${text.slice(0, MAX_ZEICHEN - 1)}…` : text);

type Stueck = { y: number; kopf?: boolean; links?: string; rechts?: string; balken?: { laenge: number; klasse: string } };

/** Bars under their words, so that a telephone shows the same as a wide screen. The table under it has the same figures. */
export function Diagramm({ titel, balken }: Diagrammdaten): VNode | null {
  const meiste = Math.max(0, ...balken.flatMap(({ werte }) => werte.map(({ wert }) => wert)));
  if (meiste === 0) return null;
  let y = 0;
  const stuecke: Stueck[] = [];
  const schreibe = (links: string, rechts: string, kopf = false) => {
    y += ZEILE;
    stuecke.push({ y: y - 6, links, rechts, kopf });
  };
  for (const { name, werte } of balken) {
    if (werte.length > 1) schreibe(kuerze(name), "", true);
    for (const { wert, text, art } of werte) {
      schreibe(werte.length > 1 ? text : kuerze(name), werte.length > 1 ? "" : text);
      const laenge = wert === 0 ? 0 : Math.max(2, (wert / meiste) * BREITE);
      stuecke.push({ y, balken: { laenge, klasse: klassen[art] } });
      y += DICKE + 2;
    }
    y += ABSTAND;
  }
  return (
    <figure class="bild balkenbild">
      <svg viewBox={`0 0 ${BREITE} ${y}`} role="img" aria-labelledby="bild-titel bild-text">
        <title id="bild-titel">{titel}</title>
        <desc id="bild-text">
          {balken.map(({ name, werte }) => `${name}: ${werte.map(({ text }) => text).join(", ")}.`).join(" ")}
        </desc>
        {stuecke.map(({ y: oben, kopf, links, rechts, balken: stab }) =>
          stab ? (
            <g key={`balken-${oben}`}>
              <rect class="balkenbild__grund" y={oben} width={BREITE} height={DICKE} />
              <rect class={stab.klasse} y={oben} width={stab.laenge} height={DICKE} />
            </g>
          ) : (
            <g key={`text-${oben}`}>
              <text y={oben} class={kopf ? "balkenbild__kopf" : undefined}>
                {links}
              </text>
              {rechts && (
                <text class="bild__zahl bild__zahl--links" x={BREITE} y={oben}>
                  {rechts}
                </text>
              )}
            </g>
          ),
        )}
      </svg>
    </figure>
  );
}
