import { createHash, randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { istDatum, type Land, laender } from "#kalender";
import { beendeJobs, DateiUnlesbar, Jobangabe, legeJobsAn, leseCsv, schreibeQuelle, setzeBericht } from "#laufwacht";
import { type Befehl, Falschaufruf, Verweigert } from "./befehl.ts";
import { mitSystem } from "./mit-system.ts";

const MORGEN = {
  morgen: { type: "string", text: "Tag, dessen Nacht gemeint ist, zum Beispiel 2026-11-24; sonst der letzte" },
} as const;
const LAND = { land: { type: "string", text: "unbekannte Jobs anlegen, mit den Feiertagen dieses Landes (NW, BY, …)" } } as const;

function landAus(wert: string | boolean | undefined): Land | undefined {
  if (wert === undefined) return undefined;
  const land = laender.find((each) => each === wert);
  if (!land) throw new Falschaufruf(`--land ist eines von ${laender.join(", ")}.`);
  return land;
}
function morgenAus(wert: string | boolean | undefined, sonst: string): string {
  if (wert === undefined) return sonst;
  if (typeof wert !== "string" || !istDatum(wert)) throw new Falschaufruf("--morgen ist ein Tag, zum Beispiel 2026-11-24.");
  return wert;
}

/** The Laufwacht of this installation; what needs no database is in `laufwacht.ts`. */
export const laufwachtbetriebsbefehle: readonly Befehl[] = [
  {
    name: "laufwacht importiere",
    aufruf: "<datei.csv> [--land NW]",
    text: "Liest Läufe aus einer Tabelle (system, mandant, job, beginn, …) ein; zweimal ist wie einmal.",
    optionen: LAND,
    async fuehreAus([datei], optionen, ausgabe) {
      if (!datei) throw new Falschaufruf("Es fehlt die Datei.");
      const land = landAus(optionen.land);
      let laeufe: Record<string, unknown>[];
      try {
        laeufe = leseCsv(await readFile(datei, "utf8"));
      } catch (error) {
        throw error instanceof DateiUnlesbar ? new Verweigert(error.message) : error;
      }
      return mitSystem(async (system) => {
        const befund = await system.laufwacht.annahme.nimmAn(
          { name: "tabelle", legtAn: land !== undefined, land: land ?? "NW" },
          laeufe,
        );
        ausgabe.text(`Angenommen ${befund.angenommen}, schon bekannt ${befund.wiederholt}, abgewiesen ${befund.abgewiesen}.`);
        for (const { stelle, satz } of befund.maengel.slice(0, 20)) ausgabe.text(`  Zeile ${stelle + 2}: ${satz}`);
        ausgabe.daten(befund);
        return befund.angenommen === 0 && befund.abgewiesen > 0 ? 1 : 0;
      });
    },
  },
  {
    name: "laufwacht jobs",
    aufruf: "<datei.json>",
    text: "Legt Jobs an: eine Liste von { system, mandant, name, land, plan, eigentuemer }. Vorhandene bleiben, wie sie sind.",
    async fuehreAus([datei], _optionen, ausgabe) {
      if (!datei) throw new Falschaufruf("Es fehlt die Datei.");
      const gelesen = Jobangabe.array().safeParse(JSON.parse(await readFile(datei, "utf8")));
      if (!gelesen.success)
        throw new Verweigert(`Die Datei ist keine Liste von Jobs: ${gelesen.error.issues[0]?.path.join(".")}.`);
      return mitSystem(async ({ db, clock }) => {
        const neu = await db.inTransaction("betrieb", (tx) => legeJobsAn(tx, gelesen.data, clock.now()));
        ausgabe.text(`${neu} Jobs angelegt, ${gelesen.data.length - neu} gab es schon.`);
        ausgabe.daten({ neu, vorhanden: gelesen.data.length - neu });
        return 0;
      });
    },
  },
  {
    name: "laufwacht beende",
    aufruf: "--mandant „Stadt Ahorn“ [--morgen 2026-11-24]",
    text: "Ein Mandant ist gegangen: Seine Jobs werden nicht mehr überwacht, spätere Meldungen nur gezählt.",
    optionen: { mandant: { type: "string", text: "Name des Mandanten" }, ...MORGEN },
    async fuehreAus(_argumente, { mandant, morgen }, ausgabe) {
      if (typeof mandant !== "string") throw new Falschaufruf("Es fehlt --mandant.");
      return mitSystem(async ({ db, clock }) => {
        const anzahl = await db.inTransaction("betrieb", (tx) => beendeJobs(tx, { mandant }, morgenAus(morgen, clock.today())));
        if (anzahl === 0) throw new Verweigert(`Von „${mandant}“ wird kein Job überwacht.`);
        ausgabe.text(`${anzahl} Jobs beendet.`);
        ausgabe.daten({ beendet: anzahl });
        return 0;
      });
    },
  },
  {
    name: "laufwacht quelle",
    aufruf: "<name> [--land NW]",
    text: "Erstellt ein Token, mit dem ein System Läufe meldet. Ein neues macht das alte ungültig.",
    optionen: LAND,
    async fuehreAus([name], optionen, ausgabe) {
      if (!name || !/^[a-z0-9-]{1,50}$/.test(name))
        throw new Falschaufruf("Es fehlt ein Name aus Kleinbuchstaben, Ziffern und Strichen.");
      const land = landAus(optionen.land);
      return mitSystem(async ({ db, clock }) => {
        const token = randomBytes(32).toString("base64url");
        const quelle = {
          name,
          token: createHash("sha256").update(token).digest(),
          legtAn: land !== undefined,
          land: land ?? "NW",
        };
        await db.inTransaction("betrieb", (tx) => schreibeQuelle(tx, quelle, clock.now()));
        ausgabe.text(`${token}\nEs wird nur dieses eine Mal gezeigt. Kopfzeile: authorization: Bearer <token>`);
        ausgabe.daten({ name, token });
        return 0;
      });
    },
  },
  {
    name: "laufwacht bewerte-nacht",
    aufruf: "[--morgen 2026-11-24]",
    text: "Bewertet eine Nacht: feste Regeln, Modell, Vorfälle. Nachrichten verschickt nur der Worker.",
    optionen: MORGEN,
    fuehreAus: (_argumente, optionen, ausgabe) =>
      mitSystem(async ({ laufwacht }) => {
        const befund = await laufwacht.bewerteNacht(morgenAus(optionen.morgen, laufwacht.letzterMorgen()));
        ausgabe.text(
          `Nacht zum ${befund.morgen}: ${befund.jobs} Jobs, ${befund.alarme} Vorfälle, ${befund.grau} leichtere.${befund.ohneModell ? " Ohne Modell: Es wachten die festen Regeln allein." : ""}`,
        );
        ausgabe.daten(befund);
        return 0;
      }),
  },
  {
    name: "laufwacht lerne",
    aufruf: "",
    text: "Lernt aus allem, was bekannt ist. Scheitert das, wacht das bisherige Modell weiter.",
    fuehreAus: (_argumente, _optionen, ausgabe) =>
      mitSystem(async ({ laufwacht }) => {
        const lauf = await laufwacht.lerne();
        ausgabe.text(lauf.satz);
        ausgabe.daten(lauf);
        return lauf.ausgang === "uebernommen" ? 0 : 1;
      }),
  },
  {
    name: "laufwacht bericht",
    aufruf: "[--morgen 2026-11-24] [--pdf bericht.pdf]",
    text: "Zeigt den Morgenbericht oder schreibt ihn als PDF.",
    optionen: { ...MORGEN, pdf: { type: "string", text: "Datei, in die er geschrieben wird" } },
    fuehreAus: (_argumente, optionen, ausgabe) =>
      mitSystem(async ({ laufwacht, clock }) => {
        const bericht = await laufwacht.bericht(morgenAus(optionen.morgen, laufwacht.letzterMorgen()));
        ausgabe.text(`${bericht.titel}: ${bericht.urteil}`);
        for (const { mandant, system, satz } of bericht.vorfaelle)
          ausgabe.text(`  ${[mandant, system].filter(Boolean).join(", ")}: ${satz}`);
        ausgabe.daten(bericht);
        if (typeof optionen.pdf === "string") await writeFile(optionen.pdf, await setzeBericht(bericht, clock.now()));
        return 0;
      }),
  },
];
