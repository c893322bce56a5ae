import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { formatiereEuro } from "#geld";
import {
  findNachEingangsnummer,
  listeRechnungen,
  type Rechnungsphase,
  rechnungsuebergaenge,
  Stammdaten,
  zugangsrechte,
} from "#rechnungen";
import type { System } from "../app.ts";
import { type Befehl, Falschaufruf, Verweigert } from "./befehl.ts";
import { mitSystem } from "./mit-system.ts";

const mandantOption = { mandant: { type: "string", text: "Schlüssel des Mandanten" } } as const;
type Option = string | boolean | undefined;

const mitMandant = <T>(name: Option, tue: (system: System, mandantId: number) => Promise<T>): Promise<T> => {
  if (typeof name !== "string") throw new Falschaufruf("Es fehlt --mandant.");
  return mitSystem(async (system) => {
    const mandant = await system.tenants.findBySchluessel(name);
    if (!mandant) throw new Verweigert(`Den Mandanten „${name}“ gibt es nicht.`);
    return tue(system, mandant.id);
  });
};

/** The way of incoming invoices, for whoever runs the house. */
export const rechnungswegbefehle: readonly Befehl[] = [
  {
    name: "rechnung eingang",
    aufruf: "[<dateien…>] --mandant musterstadt",
    text: "Nimmt Rechnungen an; ohne Dateien: sieht im Eingangsordner und im Postfach nach.",
    optionen: mandantOption,
    fuehreAus: (dateien, { mandant }, ausgabe) =>
      mitMandant(mandant, async ({ rechnungen }, mandantId) => {
        if (dateien.length === 0) {
          const bericht = await rechnungen.holeEingaenge(mandantId);
          ausgabe.text(JSON.stringify(bericht, null, 2));
          ausgabe.daten(bericht);
          return 0;
        }
        let abgelehnt = 0;
        for (const datei of dateien) {
          const bytes = await readFile(datei);
          const ergebnis = await rechnungen.nimmDateiAn({
            mandantId,
            bytes,
            dateiname: basename(datei),
            kanal: "ordner",
            absender: null,
            akteur: { art: "system", teil: "rechnungen.befehl", version: "1" },
            transaktion: `befehl:${basename(datei)}:${createHash("sha256").update(bytes).digest("hex")}`,
          });
          if (ergebnis.art === "abgelehnt") {
            abgelehnt++;
            process.stderr.write(`${datei}: ${ergebnis.text}\n`);
          } else ausgabe.text(`${datei}: ${ergebnis.art} als ${ergebnis.eingangsnummer}`);
          ausgabe.daten({ datei, ...ergebnis });
        }
        return abgelehnt > 0 ? 1 : 0;
      }),
  },
  {
    name: "rechnung liste",
    aufruf: "--mandant musterstadt [--phase zuPruefen]",
    text: "Zeigt Rechnungen und wo sie stehen.",
    optionen: { ...mandantOption, phase: { type: "string", text: Object.keys(rechnungsuebergaenge).join(", ") } },
    fuehreAus: (_argumente, { mandant, phase }, ausgabe) =>
      mitMandant(mandant, async ({ db }, mandantId) => {
        const alle = Object.keys(rechnungsuebergaenge) as Rechnungsphase[];
        const phasen = phase === undefined ? alle : alle.filter((each) => each === phase);
        if (phasen.length === 0) throw new Falschaufruf(`Die Phase „${String(phase)}“ gibt es nicht.`);
        for (let seite = 1; ; seite++) {
          const { zeilen } = await db.inTransaction({ mandant: mandantId }, (tx) =>
            listeRechnungen(tx, { phasen, aemter: null, sortierung: "aelteste", seite, jeSeite: 500 }),
          );
          for (const { eingangsnummer, stand, id } of zeilen) {
            const { kopf } = stand;
            ausgabe.text(
              `${eingangsnummer}  ${stand.phase.padEnd(18)} ${kopf ? formatiereEuro(kopf.zahlbarCent).padStart(14) : "".padStart(14)}  ${kopf?.lieferant.name ?? ""}`,
            );
            // What operators need; the rest of the invoice stays in the file.
            ausgabe.daten({
              id,
              eingangsnummer,
              phase: stand.phase,
              amt: stand.amt ?? null,
              betragCent: kopf?.zahlbarCent ?? null,
              faelligAm: stand.zahlung?.faelligAm ?? null,
            });
          }
          if (zeilen.length < 500) return 0;
        }
      }),
  },
  {
    name: "rechnung uebergib",
    aufruf: "--mandant musterstadt",
    text: "Übergibt alles Angeordnete an das Finanzverfahren; was schon dort ist, wird dort erkannt.",
    optionen: mandantOption,
    fuehreAus: (_argumente, { mandant }, ausgabe) =>
      mitMandant(mandant, async ({ rechnungen }, mandantId) => {
        const versucht = await rechnungen.uebergibOffene(mandantId);
        ausgabe.text(`${versucht} Rechnungen waren zu übergeben.`);
        ausgabe.daten({ versucht });
        return 0;
      }),
  },
  {
    name: "rechnung gleiche-ab",
    aufruf: "--mandant musterstadt",
    text: "Holt Quittungen und Zahlungen aus dem Finanzverfahren und nennt, was nicht zusammenpasst; Ende 1, wenn etwas offen ist.",
    optionen: mandantOption,
    fuehreAus: (_argumente, { mandant }, ausgabe) =>
      mitMandant(mandant, async ({ rechnungen }, mandantId) => {
        const { antworten, bezahlt, unbeantwortet, fremde, abweichend } = await rechnungen.gleicheAb(mandantId);
        ausgabe.text(`${antworten} Antworten, ${bezahlt} Rechnungen bezahlt.`);
        for (const { auftrag, erstelltAm } of unbeantwortet)
          ausgabe.text(`Nie beantwortet: ${auftrag.eingangsnummer}, übergeben ${erstelltAm.toISOString()}`);
        for (const zahlung of fremde)
          ausgabe.text(
            `Ohne Auftrag bezahlt: ${zahlung.beleg}, ${formatiereEuro(zahlung.betragCent)}${zahlung.eingangsnummer ? `, vielleicht ${zahlung.eingangsnummer}` : ""}`,
          );
        for (const text of abweichend) ausgabe.text(`Anderer Betrag: ${text}`);
        ausgabe.daten({
          antworten,
          bezahlt,
          unbeantwortet: unbeantwortet.map(({ auftrag }) => auftrag.eingangsnummer),
          fremde,
          abweichend,
        });
        return unbeantwortet.length + fremde.length + abweichend.length > 0 ? 1 : 0;
      }),
  },
  {
    name: "rechnung stammdaten",
    aufruf: "<datei.json> --mandant musterstadt",
    text: "Übernimmt Kreditoren, Bestellungen, Kostenstellen, Leitweg-IDs, Befugnisse (Form: docs/finanzschnittstelle.md).",
    optionen: mandantOption,
    async fuehreAus([datei], { mandant }, ausgabe) {
      if (!datei) throw new Falschaufruf("Es fehlt die Datei.");
      const daten = Stammdaten.parse(JSON.parse(await readFile(datei, "utf8")));
      return mitMandant(mandant, async ({ rechnungen }, mandantId) => {
        const bericht = await rechnungen.nimmStammdatenAn(mandantId, daten);
        for (const [was, anzahl] of Object.entries(bericht.angenommen)) ausgabe.text(`${String(anzahl).padStart(6)} ${was}`);
        for (const text of bericht.abgelehnt) process.stderr.write(`${text}\n`);
        ausgabe.daten(bericht);
        return bericht.abgelehnt.length > 0 ? 1 : 0;
      });
    },
  },
  {
    name: "rechnung zugang",
    aufruf: "<bezeichnung> --mandant musterstadt [--rechte einliefern,lesen] [--tage 365] [--entziehe]",
    text: "Legt einen Zugang zur Schnittstelle an und zeigt ihn, einmal; mit --entziehe enden alle dieses Namens sofort.",
    optionen: {
      ...mandantOption,
      rechte: { type: "string", text: zugangsrechte.join(", ") },
      tage: { type: "string", text: "wie lange er gilt" },
      entziehe: { type: "boolean", text: "alle Zugänge dieses Namens beenden" },
    },
    fuehreAus: ([bezeichnung], { mandant, rechte = "einliefern,lesen", tage = "365", entziehe }, ausgabe) => {
      if (entziehe === true) {
        if (!bezeichnung) throw new Falschaufruf("Es fehlt die Bezeichnung.");
        return mitMandant(mandant, async ({ rechnungen }, mandantId) => {
          const beendet = await rechnungen.entzieheZugang(mandantId, bezeichnung);
          if (beendet === 0) throw new Verweigert(`Unter „${bezeichnung}“ gilt hier kein Zugang.`);
          ausgabe.text(`${beendet} Zugänge beendet.`);
          ausgabe.daten({ bezeichnung, beendet });
          return 0;
        });
      }
      const gewaehlt = zugangsrechte.filter((recht) => String(rechte).split(",").includes(recht));
      if (!bezeichnung || gewaehlt.length !== String(rechte).split(",").length || !(Number(tage) > 0))
        throw new Falschaufruf("Bezeichnung, --rechte oder --tage fehlen oder stimmen nicht.");
      return mitMandant(mandant, async ({ rechnungen }, mandantId) => {
        const token = await rechnungen.legeZugangAn(mandantId, { bezeichnung, rechte: gewaehlt, tage: Number(tage) });
        ausgabe.text(token);
        ausgabe.daten({ bezeichnung, rechte: gewaehlt, token });
        return 0;
      });
    },
  },
  {
    name: "rechnung akte",
    aufruf: "<eingangsnummer> --mandant musterstadt --nach <ordner>",
    text: "Stellt Original, Bericht, Bild und Log einer Rechnung zusammen, mit dem Nachweis aus der Protokollkette.",
    optionen: { ...mandantOption, nach: { type: "string", text: "Ordner, der angelegt wird" } },
    fuehreAus([eingangsnummer], { mandant, nach }, ausgabe) {
      if (!eingangsnummer || typeof nach !== "string") throw new Falschaufruf("Es fehlen die Eingangsnummer oder --nach.");
      return mitMandant(mandant, async ({ db, rechnungen, kette }, mandantId) => {
        const zeile = await db.inTransaction({ mandant: mandantId }, (tx) => findNachEingangsnummer(tx, eingangsnummer));
        const dateien = zeile && (await rechnungen.stelleAkteZusammen(mandantId, zeile.id));
        if (!zeile || !dateien) throw new Verweigert(`Die Rechnung „${eingangsnummer}“ gibt es nicht.`);
        await mkdir(nach, { recursive: true });
        for (const { name, bytes } of dateien) await writeFile(join(nach, name), bytes, { mode: 0o600 });
        const nachweis: string[] = [];
        for await (const satz of kette.exportiere(
          mandantId,
          { art: "auszug", vorgang: zeile.id },
          { wer: "befehl:rechnung akte", anlass: `Akte ${eingangsnummer}` },
        ))
          nachweis.push(satz);
        await writeFile(join(nach, "protokoll.jsonl"), nachweis.join(""), { mode: 0o600 });
        const namen = [...dateien.map(({ name }) => name), "protokoll.jsonl"];
        for (const name of namen) ausgabe.text(join(nach, name));
        ausgabe.daten({ eingangsnummer, ordner: nach, dateien: namen });
        return 0;
      });
    },
  },
];
