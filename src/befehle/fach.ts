import { readFile } from "node:fs/promises";
import { z } from "zod";
import { eroeffneAntrag } from "#antraege";
import { betragstafeln, entscheide, type Kontext } from "#baukasten";
import { findAkte, mandantenrecht } from "#bearbeitung";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { leistungen } from "#leistungen";
import { parameterblaetter } from "#rechtsansicht";
import { findNachAktenzeichen, oeffentlicherStatus } from "#vorgaenge";
import type { System } from "../app.ts";
import { type Befehl, Falschaufruf, Verweigert } from "./befehl.ts";
import { brauchtLeistung } from "./leistung.ts";
import { mitSystem } from "./mit-system.ts";

const mandantOption = { mandant: { type: "string", text: "Schlüssel des Mandanten" } } as const;
const Antragsdatei = z.object({
  antragsteller: z.object({
    idnr: z.string().nullable().default(null),
    vornamen: z.string(),
    nachname: z.string(),
    email: z.email().nullable().default(null),
  }),
  antworten: z.record(z.string(), z.record(z.string(), z.unknown())),
  eingegangenAm: z.iso.date(),
  /** Makes submitting the same file twice harmless. */
  kennung: z.string().min(8),
});

async function rechtVon({ tenants }: System, name: string) {
  const mandant = await tenants.findBySchluessel(name);
  if (!mandant) throw new Verweigert(`Den Mandanten „${name}“ gibt es nicht.`);
  return mandantenrecht(mandant);
}

/** Applications, cases, services. */
export const fachbefehle: readonly Befehl[] = [
  {
    name: "antrag einreichen",
    aufruf: "<leistung> <datei.json> --mandant musterstadt",
    text: "Reicht einen unterschriebenen Antrag vom Schalter ein.",
    optionen: mandantOption,
    async fuehreAus([schluessel, datei], { mandant: name }, ausgabe) {
      const leistung = brauchtLeistung(schluessel);
      if (!datei || typeof name !== "string") throw new Falschaufruf("Es fehlen die Datei oder --mandant.");
      const antrag = Antragsdatei.parse(JSON.parse(await readFile(datei, "utf8")));
      return mitSystem(async (system) => {
        const mandant = await system.tenants.findBySchluessel(name);
        if (!mandant) throw new Verweigert(`Den Mandanten „${name}“ gibt es nicht.`);
        const offen = leistung.formular.ersteOffene(antrag.antworten, system.clock.today());
        if (offen) throw new Verweigert(`Der Antrag ist unvollständig: Seite „${offen}“.`);
        const person = {
          ...antrag.antragsteller,
          person: antrag.antragsteller.idnr ? system.secrets.pseudonym(`idnr:${antrag.antragsteller.idnr}`) : null,
        };
        const eroeffnet = await system.db.inTransaction({ mandant: mandant.id }, (tx) =>
          eroeffneAntrag(system, tx, {
            leistung,
            antworten: antrag.antworten,
            einreichung: {
              kanal: "schalter",
              person,
              schriftform: { art: "unterschrift", eingegangenAm: antrag.eingegangenAm },
              einwilligungPostfach: false,
            },
            transaktion: `schalter:${antrag.kennung}`,
          }),
        );
        ausgabe.text(
          eroeffnet.art === "eroeffnet"
            ? `Eingereicht: Vorgang ${eroeffnet.vorgangId}`
            : `War schon eingereicht: Vorgang ${eroeffnet.vorgangId}`,
        );
        ausgabe.daten(eroeffnet);
        return 0;
      });
    },
  },
  {
    name: "vorgang",
    aufruf: "<id|aktenzeichen> --mandant musterstadt",
    text: "Zeigt Stand und Schritte eines Vorgangs.",
    optionen: mandantOption,
    async fuehreAus([kennung], { mandant: name }, ausgabe) {
      if (!kennung || typeof name !== "string") throw new Falschaufruf("Es fehlen die Kennung oder --mandant.");
      return mitSystem(async (system) => {
        const mandant = await system.tenants.findBySchluessel(name);
        if (!mandant) throw new Verweigert(`Den Mandanten „${name}“ gibt es nicht.`);
        const akte = await system.db.inTransaction({ mandant: mandant.id }, async (tx) => {
          const id = z.uuid().safeParse(kennung).success ? kennung : (await findNachAktenzeichen(tx, kennung))?.id;
          return id ? findAkte(tx, id) : undefined;
        });
        if (!akte) throw new Verweigert(`Den Vorgang „${kennung}“ gibt es bei ${mandant.name} nicht.`);
        ausgabe.text(`${akte.aktenzeichen}  ${akte.leistung}  ${oeffentlicherStatus(akte.stand).text}`);
        for (const schritt of akte.schritte)
          ausgabe.text(
            `${String(schritt.nummer).padStart(4)}  ${schritt.zeitpunkt.toISOString()}  ${schritt.art.padEnd(24)} ${schritt.akteur.art}`,
          );
        // Content stays in the file: an operator needs the course of a case, not a person's answers.
        ausgabe.daten({
          id: akte.id,
          aktenzeichen: akte.aktenzeichen,
          phase: akte.stand.phase,
          schritte: akte.schritte.map(({ nummer, art, zeitpunkt }) => ({ nummer, art, zeitpunkt })),
        });
        return 0;
      });
    },
  },
  {
    name: "leistung liste",
    aufruf: "",
    text: "Zeigt die Leistungen dieser Installation.",
    async fuehreAus(_argumente, _optionen, ausgabe) {
      for (const { schluessel, name, version, rechtsgebiet, automatik } of leistungen) {
        ausgabe.text(
          `${schluessel.padEnd(24)} ${version.padEnd(8)} ${rechtsgebiet.padEnd(6)} ${automatik.erlaubt === true ? automatik.norm : automatik.erlaubt ? "je Mandant" : "von Hand"}  ${name}`,
        );
        ausgabe.daten({ schluessel, name, version, rechtsgebiet, automatik });
      }
      return 0;
    },
  },
  {
    name: "leistung pruefe",
    aufruf: "<schluessel>",
    text: "Prüft eine Leistung: Gate, Formular, Geltung ihrer Parameter.",
    async fuehreAus([schluessel], _optionen, ausgabe) {
      const leistung = brauchtLeistung(schluessel);
      const heute = (await import("#clock")).systemClock.today();
      const blaetter = parameterblaetter(leistung).filter(({ satzung }) => !satzung);
      // A figure of another day than today's, e.g. of the year before the birth, does not run out today.
      const parameter = blaetter.map((each) => ({ ...each, vorbei: each.geprueftBis < heute && !each.nach }));
      const abgelaufen = parameter.filter(({ vorbei }) => vorbei);
      ausgabe.text(
        `${leistung.name}: ${leistung.regelwerk.eintraege.length} Knoten, ${Object.keys(leistung.formular.seiten).length} Seiten, ${Object.keys(leistung.nachweise).length} Nachweise.`,
      );
      for (const { titel, geprueftBis, nach, vorbei } of parameter)
        ausgabe.text(
          `  ${titel}: geprüft bis ${formatiereDatum(geprueftBis)}${nach ? ` (es zählt: ${nach})` : ""}${vorbei ? "  ABGELAUFEN" : ""}`,
        );
      ausgabe.daten({
        schluessel: leistung.schluessel,
        knoten: leistung.regelwerk.eintraege.length,
        parameter: parameter.map(({ schluessel: key, geprueftBis }) => ({ schluessel: key, geprueftBis })),
      });
      if (abgelaufen.length > 0)
        throw new Verweigert("Es gibt Sätze, deren Geltung nicht geprüft ist: neue Fälle gehen an einen Menschen.");
      return 0;
    },
  },
  {
    name: "leistung entscheide",
    aufruf: "<schluessel> --faelle <datei.json> [--mandant musterstadt]",
    text: "Entscheidet Fälle aus einer Datei (Form: docs/leistung-schreiben.md), ohne etwas zu speichern.",
    optionen: {
      faelle: { type: "string", text: "JSON-Liste von { name, antworten, nachweise, eingegangenAm }" },
      mandant: { type: "string", text: "Mandant, dessen Satzungen gelten (braucht die Datenbank)" },
    },
    async fuehreAus([schluessel], { faelle: datei, mandant: name }, ausgabe) {
      const leistung = brauchtLeistung(schluessel);
      if (typeof datei !== "string") throw new Falschaufruf("Es fehlt --faelle.");
      const Fall = z.object({
        name: z.string(),
        eingegangenAm: z.iso.date(),
        antworten: z.record(z.string(), z.record(z.string(), z.unknown())),
        nachweise: z.record(z.string(), z.unknown()).default({}),
        antragsteller: z
          .object({ idnr: z.string().nullable(), vornamen: z.string(), nachname: z.string() })
          .default({ idnr: null, vornamen: "", nachname: "" }),
      });
      const mandant = typeof name === "string" ? await mitSystem((system) => rechtVon(system, name)) : undefined;
      for (const fall of z.array(Fall).parse(JSON.parse(await readFile(datei, "utf8")))) {
        const entscheidung = entscheide(leistung, { ...(fall as Kontext), ...(mandant && { mandant }) });
        const betraege = betragstafeln(entscheidung).flatMap(({ art, zeilen }) =>
          zeilen.map(
            ({ wofuer, betragCent }) => `${art === "zuZahlen" ? "zu zahlen: " : ""}${wofuer}: ${formatiereEuro(betragCent)}`,
          ),
        );
        ausgabe.text(
          `${fall.name}: ${entscheidung.art}${entscheidung.art === "vonHand" && entscheidung.vorschlag ? `, Vorschlag: ${entscheidung.vorschlag}` : ""}\n  ${[...betraege, ...entscheidung.gruende.map(({ text, norm }) => `${text} (${norm})`), ...entscheidung.vonHand].join("\n  ")}`,
        );
        ausgabe.daten({ name: fall.name, ...entscheidung });
      }
      return 0;
    },
  },
];
