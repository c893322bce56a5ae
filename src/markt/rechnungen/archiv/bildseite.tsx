import type { VNode } from "preact";
import { Rechnungsansicht } from "../ansicht/ansicht.tsx";
import type { Rechnungsbild } from "../ansicht/lies-bild.ts";

/** The picture as a file of its own: readable in ten years without this house. */
export const Bildseite = ({ titel, bild }: { titel: string; bild: Rechnungsbild }): VNode => (
  <html lang="de">
    <head>
      <meta charSet="utf-8" />
      <title>{titel}</title>
    </head>
    <body>
      <main>
        <h1>{titel}</h1>
        <Rechnungsansicht bild={bild} />
      </main>
    </body>
  </html>
);
