import { readFile } from "node:fs/promises";
import { AuszugUnlesbar } from "#gebuehren";
import { formatiereEuro, leseEuro } from "#geld";
import { leseDatum } from "#kalender";
import { type Befehl, Falschaufruf, Verweigert } from "./befehl.ts";
import { mitSystem } from "./mit-system.ts";

type Eingang = { kassenzeichen: string; betragCent: number; am: string; beleg: string };
const KOPF = "kassenzeichen;betrag;am;beleg";

/** Bank transfers that came in. */
export const gebuehrenbefehle: readonly Befehl[] = [
  {
    name: "gebuehren bezahlt",
    aufruf: "--mandant musterstadt (--kassenzeichen … --betrag 13,50 --beleg … | --datei <umsaetze.csv>)",
    text: "Verbucht eingegangene Überweisungen. Derselbe Beleg wird nur einmal verbucht.",
    optionen: {
      mandant: { type: "string", text: "Schlüssel des Mandanten" },
      kassenzeichen: { type: "string", text: "zwölf Ziffern aus dem Verwendungszweck" },
      betrag: { type: "string", text: "in Euro, zum Beispiel 13,50" },
      beleg: { type: "string", text: "wie die Bank diesen Umsatz nennt" },
      am: { type: "string", text: "Tag der Wertstellung; sonst heute" },
      datei: { type: "string", text: `stattdessen eine CSV-Datei mit der Kopfzeile ${KOPF}` },
    },
    async fuehreAus(_argumente, { mandant: name, datei, kassenzeichen, betrag, am, beleg }, ausgabe) {
      if (typeof name !== "string") throw new Falschaufruf("Es fehlt --mandant.");
      const zeilen = typeof datei === "string" ? ausCsv(await readFile(datei, "utf8")) : [[kassenzeichen, betrag, am, beleg]];
      return mitSystem(async (system) => {
        // Everything is read before anything is booked: a file with a fault in its last line books nothing.
        const eingaenge = zeilen.map((zeile, stelle) => leseEingang(zeile, system.clock.today(), stelle + 1));
        const mandant = await system.tenants.findBySchluessel(name);
        if (!mandant) throw new Verweigert(`Den Mandanten „${name}“ gibt es nicht.`);
        let abgelehnt = 0;
        for (const eingang of eingaenge) {
          const ergebnis = await system.gebuehren.verbucheUeberweisung(mandant.id, eingang);
          const was = `${eingang.kassenzeichen}  ${formatiereEuro(eingang.betragCent)}`;
          if (ergebnis.art === "erledigt") ausgabe.text(`${was}  ${ergebnis.neu ? "verbucht" : "war schon verbucht"}`);
          else {
            abgelehnt++;
            process.stderr.write(`${was}  ${ergebnis.text}\n`);
          }
          ausgabe.daten({ ...eingang, ...ergebnis });
        }
        return abgelehnt > 0 ? 1 : 0;
      });
    },
  },
  {
    name: "gebuehren kontoauszug",
    aufruf: "--mandant musterstadt --datei <auszug.xml>",
    text: "Liest einen Kontoauszug (CAMT.053) ein und verbucht, was ein Kassenzeichen nennt. Derselbe Auszug wird nur einmal verbucht.",
    optionen: {
      mandant: { type: "string", text: "Schlüssel des Mandanten" },
      datei: { type: "string", text: "Kontoauszug im Format CAMT.053" },
    },
    async fuehreAus(_argumente, { mandant: name, datei }, ausgabe) {
      if (typeof name !== "string" || typeof datei !== "string") throw new Falschaufruf("Es fehlen --mandant oder --datei.");
      const xml = await readFile(datei, "utf8").catch(() => {
        throw new Verweigert(`Die Datei ${datei} lässt sich nicht lesen.`);
      });
      return mitSystem(async (system) => {
        const mandant = await system.tenants.findBySchluessel(name);
        if (!mandant) throw new Verweigert(`Den Mandanten „${name}“ gibt es nicht.`);
        const ergebnis = await system.gebuehren.nimmAuszugAn(mandant.id, xml).catch((error: unknown) => {
          if (error instanceof AuszugUnlesbar) throw new Verweigert(error.message);
          throw error;
        });
        const { verbucht, offen, bekannt, uebergangen } = ergebnis;
        ausgabe.text(`${verbucht} verbucht, ${offen} offen, ${bekannt} schon bekannt, ${uebergangen} übergangen.`);
        ausgabe.daten(ergebnis);
        return 0;
      });
    },
  },
];

function ausCsv(text: string): string[][] {
  const [kopf, ...rest] = text.replace(/^\ufeff/, "").split(/\r?\n/);
  if (kopf?.trim().toLowerCase() !== KOPF) throw new Verweigert(`Die erste Zeile der Datei muss „${KOPF}“ heißen.`);
  return rest.filter((zeile) => zeile.trim() !== "").map((zeile) => zeile.split(";").map((feld) => feld.trim()));
}

function leseEingang(zeile: readonly (string | boolean | undefined)[], heute: string, nummer: number): Eingang {
  const [kassenzeichen, betrag, am, beleg] = zeile.map((feld) => (typeof feld === "string" ? feld : ""));
  const betragCent = leseEuro(betrag ?? "");
  const tag = am ? leseDatum(am) : heute;
  if (!kassenzeichen || !beleg || betragCent === undefined || betragCent <= 0 || !tag)
    throw new Falschaufruf(`Eintrag ${nummer}: Kassenzeichen, Betrag, Tag oder Beleg fehlen oder sind nicht zu lesen.`);
  return { kassenzeichen, betragCent, am: tag, beleg };
}
