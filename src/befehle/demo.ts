import { type Befehl, Falschaufruf } from "./befehl.ts";
import { mitSystem } from "./mit-system.ts";

/** The demo: two town halls, and load. */
export const demobefehle: readonly Befehl[] = [
  {
    name: "demo fuelle",
    aufruf: "[--falls-leer]",
    text: "Legt die Mandanten der Demo an und einige Anträge.",
    optionen: { "falls-leer": { type: "boolean", text: "nur in einer leeren Datenbank" } },
    fuehreAus: (_argumente, optionen, ausgabe) =>
      mitSystem(async (system) => {
        const { fuelleDemo } = await import("../../demo/fuelle.ts");
        const bericht = await fuelleDemo(system, { fallsLeer: optionen["falls-leer"] === true });
        ausgabe.text(
          bericht.mandanten === 0
            ? "Die Demo ist schon gefüllt."
            : `Angelegt: ${bericht.mandanten} Mandanten, ${bericht.antraege} Anträge.`,
        );
        ausgabe.daten(bericht);
        return 0;
      }),
  },
  {
    name: "demo laste",
    aufruf: "--vorgaenge 10000",
    text: "Reicht viele Anträge ein und wartet, bis alle bei einem Bescheid oder einem Menschen sind.",
    optionen: { vorgaenge: { type: "string", text: "wie viele" }, "nicht-warten": { type: "boolean", text: "nur einreichen" } },
    async fuehreAus(_argumente, optionen, ausgabe) {
      const anzahl = Number(optionen.vorgaenge);
      if (!Number.isSafeInteger(anzahl) || anzahl <= 0) throw new Falschaufruf("Es fehlt --vorgaenge mit einer Zahl.");
      return mitSystem(async (system) => {
        const { belaste } = await import("../../demo/laste.ts");
        const bericht = await belaste(system, anzahl, {
          warte: optionen["nicht-warten"] !== true,
          fortschritt: (text) => process.stderr.isTTY && process.stderr.write(`\r${text}`),
        });
        ausgabe.text(`\n${JSON.stringify(bericht, null, 2)}`);
        ausgabe.daten(bericht);
        return 0;
      });
    },
  },
];
