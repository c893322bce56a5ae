import { readFile } from "node:fs/promises";
import { type Befehl, Falschaufruf, Verweigert } from "./befehl.ts";
import { mitSystem } from "./mit-system.ts";

function alsVerweigerung(error: unknown): never {
  throw error instanceof Error && error.name === "MandantFehlerhaft" ? new Verweigert(error.message) : error;
}

/** Start, processes, schema, Mandanten. */
export const betriebsbefehle: readonly Befehl[] = [
  {
    name: "start",
    aufruf: "[--frisch] [--port 2030]",
    text: "Startet Datenbank, Demo, Server und Worker auf diesem Rechner.",
    optionen: {
      frisch: { type: "boolean", text: "vorher alle Daten dieses Ordners löschen" },
      port: { type: "string", text: "Port der Webseiten" },
    },
    async fuehreAus(_argumente, { frisch, port }) {
      const [{ starteAlles }, { demoAnmeldungen }] = await Promise.all([
        import("../start/index.ts"),
        import("../../demo/anmeldungen.ts"),
      ]);
      return starteAlles({
        frisch: frisch === true,
        ...(typeof port === "string" && { port: Number(port) }),
        anmeldungen: demoAnmeldungen,
      });
    },
  },
  {
    name: "server",
    aufruf: "",
    text: "Nur der Webserver (DATABASE_URL, siehe docs/betrieb.md).",
    async fuehreAus() {
      await import("../server.ts");
      return undefined;
    },
  },
  {
    name: "worker",
    aufruf: "",
    text: "Nur ein Worker; beliebig viele dürfen laufen.",
    async fuehreAus() {
      await import("../worker.ts");
      return undefined;
    },
  },
  {
    name: "migriere",
    aufruf: "",
    text: "Bringt das Schema der Datenbank auf den Stand dieses Programms.",
    async fuehreAus(_argumente, _optionen, ausgabe) {
      const [{ migriere }, { liesConfig }, { brauchtDatenbank }] = await Promise.all([
        import("../app.ts"),
        import("../config.ts"),
        import("../einstieg.ts"),
      ]);
      const bericht = await migriere((await brauchtDatenbank(liesConfig())).ownerUrl);
      ausgabe.text(
        bericht.applied.length > 0 ? `Angewandt: ${bericht.applied.join(", ")}` : "Das Schema ist auf dem neuesten Stand.",
      );
      ausgabe.daten(bericht);
      return 0;
    },
  },
  {
    name: "mandant liste",
    aufruf: "",
    text: "Zeigt die Mandanten.",
    fuehreAus: (_argumente, _optionen, ausgabe) =>
      mitSystem(async (system) => {
        for (const mandant of await system.tenants.list()) {
          ausgabe.text(`${String(mandant.id).padStart(4)}  ${mandant.schluessel.padEnd(20)} ${mandant.land}  ${mandant.name}`);
          ausgabe.daten({ id: mandant.id, schluessel: mandant.schluessel, land: mandant.land, name: mandant.name });
        }
        return 0;
      }),
  },
  {
    name: "mandant anlegen",
    aufruf: "<datei.json>",
    text: "Legt einen Mandanten an: { schluessel, name, land, einstellungen }.",
    async fuehreAus([datei], _optionen, ausgabe) {
      if (!datei) throw new Falschaufruf("Es fehlt die Datei mit den Angaben.");
      const angaben = JSON.parse(await readFile(datei, "utf8"));
      return mitSystem(async (system) => {
        const neu = await system.tenants.create(angaben).catch(alsVerweigerung);
        if (neu === "vergeben") throw new Verweigert(`Den Mandanten „${angaben.schluessel}“ gibt es schon.`);
        ausgabe.text(`Angelegt: ${neu.name} (${neu.id}), erreichbar unter ${system.config.adresse(neu.schluessel)}`);
        ausgabe.daten({ id: neu.id, schluessel: neu.schluessel });
        return 0;
      });
    },
  },
  {
    name: "mandant aendere",
    aufruf: "<schluessel> <einstellungen.json>",
    text: "Ersetzt die genannten Einstellungen eines Mandanten, z. B. { satzungen: … }; die anderen bleiben.",
    async fuehreAus([schluessel, datei], _optionen, ausgabe) {
      if (!schluessel || !datei) throw new Falschaufruf("Es fehlt der Schlüssel oder die Datei mit den Einstellungen.");
      const angaben = JSON.parse(await readFile(datei, "utf8"));
      return mitSystem(async (system) => {
        const mandant = await system.tenants.findBySchluessel(schluessel);
        if (!mandant) throw new Verweigert(`Den Mandanten „${schluessel}“ gibt es nicht.`);
        await system.tenants.change(mandant, { ...mandant.einstellungen, ...angaben }).catch(alsVerweigerung);
        ausgabe.text(`Geändert: ${mandant.name} (${Object.keys(angaben).join(", ")})`);
        ausgabe.daten({ id: mandant.id, schluessel, geaendert: Object.keys(angaben) });
        return 0;
      });
    },
  },
];
