import type { VNode } from "preact";
import { formatiereDatum, tageZwischen } from "#kalender";

export type Punkt = {
  tag: string;
  wert: number;
  erwartet?: number;
  streuung?: number;
  marke?: "auffaellig" | "echt" | "erwartet" | "neuesNiveau";
};
const B = 960;
const H = 260;
const RAND = { l: 62, r: 12, o: 14, u: 30 };
const ganz = (wert: number) => Math.round(wert).toLocaleString("de-DE");

/** Counts day by day with the band that was expected and what stood out; the table beside it says the same. */
export function Reihenbild({ punkte, titel }: { punkte: readonly Punkt[]; titel: string }): VNode {
  const [erster] = punkte;
  const letzter = punkte.at(-1);
  if (!erster || !letzter) return <p>Für diesen Zeitraum ist nichts bekannt.</p>;
  const tage = Math.max(1, tageZwischen(erster.tag, letzter.tag));
  const hoch = Math.max(
    1,
    ...punkte.map(({ wert, erwartet = 0, streuung = 0 }) => Math.max(wert, Math.min(erwartet + 2 * streuung, 3 * erwartet))),
  );
  const x = (tag: string) => RAND.l + (tageZwischen(erster.tag, tag) / tage) * (B - RAND.l - RAND.r);
  const y = (wert: number) => H - RAND.u - (Math.min(wert, hoch) / hoch) * (H - RAND.o - RAND.u);
  const p = (wert: number) => wert.toFixed(1);
  const mitBand = punkte.flatMap(({ tag, erwartet, streuung }) =>
    erwartet === undefined ? [] : [{ tag, erwartet, streuung: streuung ?? 0 }],
  );
  const oben = mitBand.map(({ tag, erwartet, streuung }) => `${p(x(tag))},${p(y(erwartet + 2 * streuung))}`);
  const unten = mitBand
    .map(({ tag, erwartet, streuung }) => `${p(x(tag))},${p(y(Math.max(0, erwartet - 2 * streuung)))}`)
    .reverse();
  const monate = punkte.filter(({ tag }) => tag.endsWith("-01")).filter((_, n, alle) => n % Math.ceil(alle.length / 8) === 0);
  return (
    <section class="bild reihe-bild" aria-label={`Bild: ${titel}`} tabIndex={0}>
      <svg viewBox={`0 0 ${B} ${H}`} role="img" aria-label={titel}>
        <title>{titel}</title>
        {[0, 0.5, 1].map((teil) => (
          <g key={teil}>
            <line class="bild__achse" x1={RAND.l} x2={B - RAND.r} y1={y(hoch * teil)} y2={y(hoch * teil)} />
            <text class="bild__zahl bild__zahl--links" x={RAND.l - 8} y={y(hoch * teil) + 5}>
              {ganz(hoch * teil)}
            </text>
          </g>
        ))}
        {monate.map(({ tag }) => (
          <text key={tag} x={x(tag)} y={H - 8}>
            {`${tag.slice(5, 7)}.${tag.slice(0, 4)}`}
          </text>
        ))}
        {oben.length > 1 && <polygon class="reihe-band" points={[...oben, ...unten].join(" ")} />}
        <polyline class="reihe-linie" points={punkte.map(({ tag, wert }) => `${p(x(tag))},${p(y(wert))}`).join(" ")} />
        {punkte
          .filter(({ marke }) => marke)
          .map(({ tag, wert, marke }) => (
            <path key={tag} class={`reihe-marke reihe-marke--${marke}`} d={zeichenAn(x(tag), y(wert), marke)} />
          ))}
      </svg>
    </section>
  );
}

/** A triangle for what stood out, a cross for what was real, a ring for what was expected: shapes, not colours. */
function zeichenAn(cx: number, cy: number, marke: Punkt["marke"]): string {
  const r = 6;
  if (marke === "auffaellig") return `M${cx} ${cy - r}L${cx + r} ${cy + r}L${cx - r} ${cy + r}Z`;
  if (marke === "echt") return `M${cx - r} ${cy - r}L${cx + r} ${cy + r}M${cx + r} ${cy - r}L${cx - r} ${cy + r}`;
  return `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

export type Balken = { name: string; faktor: number; worte: string };
/** How much each fact of the calendar adds or takes; the middle is this job's ordinary day. */
export function Beitragsbild({ beitraege }: { beitraege: readonly Balken[] }): VNode {
  const zeilen = beitraege.filter(({ faktor }) => Math.abs(Math.log(faktor)) >= 0.005).slice(0, 7);
  const weit = Math.max(Math.log(1.5), ...zeilen.map(({ faktor }) => Math.abs(Math.log(faktor))));
  const prozent = (faktor: number) => `${faktor >= 1 ? "+" : "−"}${Math.abs(Math.round((faktor - 1) * 100))} %`;
  if (zeilen.length === 0) return <p>Der Kalender ändert an diesem Tag nichts: ein gewöhnlicher Tag dieses Jobs.</p>;
  return (
    <table class="beitraege">
      <caption>Was die Erwartung an diesem Tag verändert</caption>
      <thead>
        <tr>
          <th scope="col">Umstand</th>
          <th scope="col">Wirkung</th>
          <th scope="col" class="zahl">
            Anteil
          </th>
        </tr>
      </thead>
      <tbody>
        {zeilen.map(({ name, faktor, worte }) => {
          const breite = (Math.abs(Math.log(faktor)) / weit) * 96;
          return (
            <tr key={name}>
              <th scope="row">
                {name} {worte && <span class="leise">{worte}</span>}
              </th>
              <td>
                <svg viewBox="0 0 200 18" width="200" height="18" aria-hidden="true">
                  <line class="bild__achse" x1="100" x2="100" y1="0" y2="18" />
                  <rect
                    class={faktor >= 1 ? "bild__mehr" : "bild__weniger"}
                    x={(faktor >= 1 ? 100 : 100 - breite).toFixed(1)}
                    y="3"
                    width={Math.max(1, breite).toFixed(1)}
                    height="12"
                  />
                </svg>
              </td>
              <td class="zahl">{prozent(faktor)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A month as a calendar: what came, by day, with the sign of how it stood. */
export function Monatsbild({
  monat,
  tage,
}: {
  monat: string;
  tage: ReadonlyMap<string, { zeichen: string; wort: string; wert: string; href: string }>;
}): VNode {
  const erster = `${monat}-01`;
  const versatz = (new Date(`${erster}T12:00:00Z`).getUTCDay() + 6) % 7;
  const anzahl = new Date(Date.UTC(Number(monat.slice(0, 4)), Number(monat.slice(5, 7)), 0)).getUTCDate();
  const zellen = [
    ...Array.from({ length: versatz }, () => ""),
    ...Array.from({ length: anzahl }, (_, n) => `${monat}-${String(n + 1).padStart(2, "0")}`),
  ];
  const wochen = Array.from({ length: Math.ceil(zellen.length / 7) }, (_, n) => zellen.slice(n * 7, n * 7 + 7));
  return (
    <table class="monat">
      <caption>
        {new Intl.DateTimeFormat("de-DE", { month: "long", year: "numeric", timeZone: "UTC" }).format(
          new Date(`${erster}T12:00:00Z`),
        )}
      </caption>
      <thead>
        <tr>
          {["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"].map((tag) => (
            <th key={tag} scope="col">
              {tag}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {wochen.map((woche) => (
          <tr key={woche.join()}>
            {woche.map((tag, n) => {
              const eintrag = tage.get(tag);
              return (
                <td key={tag || `leer-${n}`}>
                  {tag && <span class="monat__tag">{Number(tag.slice(8))}</span>}
                  {eintrag && (
                    <a href={eintrag.href} aria-label={`${formatiereDatum(tag)}: ${eintrag.wert}, ${eintrag.wort}`}>
                      <span aria-hidden="true">
                        {eintrag.zeichen} {eintrag.wert}
                      </span>
                    </a>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
