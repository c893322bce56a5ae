import type { ComponentChildren, VNode } from "preact";
import { EmptyState } from "./teile.tsx";
import { texte } from "./texte.ts";

const t = texte();

export type Spalte<Z> = {
  schluessel: string;
  titel: string;
  zelle: (zeile: Z) => ComponentChildren;
  zahl?: boolean;
  /** Name of the order in the URL that sorts by this column. */
  sortierung?: string;
};

/** Sort and page live in the URL: a list can be bookmarked, sent, and gone back to. */
export type TabelleProps<Z> = {
  titel: string;
  spalten: readonly Spalte<Z>[];
  zeilen: readonly Z[];
  schluessel: (zeile: Z) => string;
  leer: string;
  sortierung?: string;
  blaettern?: { seite: number; jeSeite: number; gesamt: number };
  /** The URL of this list with some parameters changed. */
  href?: (aenderung: Record<string, string>) => string;
};

export function DataTable<Z>(props: TabelleProps<Z>): VNode {
  const { titel, spalten, zeilen, sortierung, href, blaettern } = props;
  if (zeilen.length === 0) return <EmptyState titel={props.leer} />;
  return (
    <>
      <section class="tabelle tabelle--karten" aria-label={titel} tabIndex={0}>
        <table>
          <caption>{titel}</caption>
          <thead>
            <tr>
              {spalten.map((spalte) => (
                <th
                  key={spalte.schluessel}
                  scope="col"
                  class={spalte.zahl ? "zahl" : undefined}
                  aria-sort={spalte.sortierung && spalte.sortierung === sortierung ? "ascending" : undefined}
                >
                  {spalte.sortierung && href ? (
                    <a href={href({ sortierung: spalte.sortierung, seite: "1" })}>
                      {spalte.titel}
                      {spalte.sortierung === sortierung && <span aria-hidden="true"> ↓</span>}
                    </a>
                  ) : (
                    spalte.titel
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {zeilen.map((zeile) => (
              <tr key={props.schluessel(zeile)}>
                {spalten.map((spalte, stelle) =>
                  stelle === 0 ? (
                    <th key={spalte.schluessel} scope="row" data-spalte={spalte.titel}>
                      <span>{spalte.zelle(zeile)}</span>
                    </th>
                  ) : (
                    <td key={spalte.schluessel} class={spalte.zahl ? "zahl" : undefined} data-spalte={spalte.titel}>
                      <span>{spalte.zelle(zeile)}</span>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {blaettern && href && <Blaettern {...blaettern} href={href} />}
    </>
  );
}

function Blaettern({
  seite,
  jeSeite,
  gesamt,
  href,
}: {
  seite: number;
  jeSeite: number;
  gesamt: number;
  href: (aenderung: Record<string, string>) => string;
}): VNode | null {
  const seiten = Math.ceil(gesamt / jeSeite);
  if (seiten <= 1) return null;
  return (
    <nav class="blaettern" aria-label={t.seite(seite, seiten)}>
      {seite > 1 && <a href={href({ seite: String(seite - 1) })}>{t.vorherige}</a>}
      <span>{t.seite(seite, seiten)}</span>
      {seite < seiten && <a href={href({ seite: String(seite + 1) })}>{t.naechste}</a>}
    </nav>
  );
}
