import type { VNode } from "preact";
import type { Band } from "#wirkung";

const [BREITE, ZEILE, MITTE, RAND] = [760, 30, 330, 40] as const;

/** Bars to the right for who gains, to the left for who loses, one row a tenth. The table below says the same in figures. */
export function Wirkungsbild({ baender }: { baender: readonly Band[] }): VNode {
  const meiste = Math.max(1, ...baender.flatMap(({ mehr, weniger }) => [mehr, weniger]));
  const links = Math.max(1, ...baender.map(({ weniger }) => weniger)) > 1 || baender.some(({ weniger }) => weniger > 0);
  const null_ = links ? MITTE + 140 : MITTE;
  const laenge = (anzahl: number) => (anzahl / meiste) * (links ? 140 : BREITE - MITTE - RAND);
  const hoehe = baender.length * ZEILE + 34;
  return (
    <figure class="bild" tabIndex={0} aria-label="Bild zur Tabelle">
      <svg viewBox={`0 0 ${BREITE} ${hoehe}`} role="img" aria-labelledby="bild-titel bild-text">
        <title id="bild-titel">Wer bekommt mehr, wer weniger?</title>
        <desc id="bild-text">
          {baender.map(({ titel, mehr, weniger }) => `${titel}: ${mehr} mehr, ${weniger} weniger.`).join(" ")}
        </desc>
        {baender.map(({ titel, mehr, weniger }, nummer) => (
          <g key={titel} transform={`translate(0 ${nummer * ZEILE + 4})`}>
            <text class="bild__wort" x="0" y="17">
              {titel}
            </text>
            {weniger > 0 && (
              <rect class="bild__weniger" x={null_ - laenge(weniger)} y="2" width={laenge(weniger)} height={ZEILE - 9} />
            )}
            {mehr > 0 && <rect class="bild__mehr" x={null_} y="2" width={laenge(mehr)} height={ZEILE - 9} />}
            {weniger > 0 && (
              <text class="bild__zahl bild__zahl--links" x={null_ - laenge(weniger) - 5} y="17">
                {weniger}
              </text>
            )}
            <text class="bild__zahl" x={null_ + laenge(mehr) + 5} y="17">
              {mehr}
            </text>
          </g>
        ))}
        <line class="bild__achse" x1={null_} x2={null_} y1="0" y2={hoehe - 26} />
        <text class="bild__zahl" x={null_ + 5} y={hoehe - 8}>
          bekommen mehr →
        </text>
        {links && (
          <text class="bild__zahl bild__zahl--links" x={null_ - 5} y={hoehe - 8}>
            ← bekommen weniger
          </text>
        )}
      </svg>
    </figure>
  );
}
