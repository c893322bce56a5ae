import { type Befehl, Falschaufruf, Verweigert } from "./befehl.ts";
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
  {
    name: "demo geburt",
    aufruf: "--mutter anna [--vater tobias] [--vorname Nele] [--am 2026-11-24]",
    text: "Lässt in der Demo ein Kind zur Welt kommen: das Standesamt trägt die Geburt ein und meldet sie.",
    optionen: {
      mutter: { type: "string", text: "Persona oder Identifikationsnummer" },
      vater: { type: "string", text: "Persona oder Identifikationsnummer; „keiner“: nicht eingetragen" },
      vorname: { type: "string", text: "des Kindes" },
      am: { type: "string", text: "Tag der Geburt, sonst heute" },
    },
    async fuehreAus(_argumente, { mutter, vater, vorname, am }, ausgabe) {
      if (typeof mutter !== "string") throw new Falschaufruf("Es fehlt --mutter mit einer Persona, zum Beispiel --mutter anna.");
      const { liesConfig } = await import("../config.ts");
      const { url } = liesConfig().register.personenstandsregister ?? { url: "" };
      const befehl = {
        mutter,
        ...(vater && { vater: vater === "keiner" ? null : vater }),
        ...(vorname && { vornamen: vorname }),
        ...(am && { geburtsdatum: am }),
      };
      const antwort = await fetch(`${url}/geburten`, {
        method: "POST",
        body: JSON.stringify(befehl),
        signal: AbortSignal.timeout(5_000),
      }).catch(() => {
        throw new Verweigert("Das Personenstandsregister der Demo antwortet nicht. Läuft „npm start“?");
      });
      const inhalt = (await antwort.json()) as {
        grund?: string;
        kind?: { vornamen: string; nachname: string; geburtsdatum: string };
      };
      if (!antwort.ok || !inhalt.kind) throw new Verweigert(inhalt.grund ?? "Das Personenstandsregister hat abgelehnt.");
      ausgabe.text(
        `Eingetragen und gemeldet: ${inhalt.kind.vornamen} ${inhalt.kind.nachname}, geboren am ${inhalt.kind.geburtsdatum}.`,
      );
      ausgabe.daten(inhalt);
      return 0;
    },
  },
];
