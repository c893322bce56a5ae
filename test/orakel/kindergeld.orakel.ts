import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Fakten, werteAus } from "#baukasten";
import { euro, formatiereEuro } from "#geld";
import { geburtstag, plusTage } from "#kalender";
import { getLeistung } from "#leistungen";
import { type Fall, mitVorbehalt, type Suite, type Urteil } from "./suite.ts";

/** What a case of this collection leaves unsaid, and what we take it to mean. The rules themselves are never bent. */
export const annahmen = {
  Geburtstag: "the case states whole years of age; the birthday lies half a year before the day of the case",
  Empfänger:
    "whoever the case names as recipient is parent and entitled: home in Germany, German, first in rank, applied in time",
  Niemand: "where the case names no recipient, nobody gets Kindergeld for the child",
  Ausbildung: "a child of age has finished a first training; only then do the hours of work that the case states matter",
  "Kein Ausbildungsplatz": "a child of age that is not in training is neither looking for work nor for a place, and not disabled",
  Arbeit: "hours of work are those of an ordinary job, not of a Minijob",
  Kinderbonus: "there is none from 2023 on",
} as const;

const zahlen = z.array(z.number());
const Form = z.looseObject({
  benefit: z.string(),
  date: z.iso.date(),
  case: z.string(),
  skip: z.boolean().optional(),
  info: z.looseObject({ precision_atol: z.number().optional() }),
  inputs: z.looseObject({
    provided: z.looseObject({
      alter: zahlen,
      arbeitsstunden_w: zahlen.nullish(),
      hh_id: zahlen.optional(),
      p_id: zahlen,
      kindergeld: z.looseObject({ in_ausbildung: z.array(z.boolean()), p_id_empfänger: zahlen }),
    }),
  }),
  outputs: z.looseObject({
    kindergeld: z
      .looseObject({
        betrag_m: zahlen.optional(),
        betrag_m_hh: zahlen.optional(),
        grundsätzlich_anspruchsberechtigt: z.array(z.boolean()).optional(),
      })
      .optional(),
    arbeitslosengeld_2: z.looseObject({ kindergeld_zur_bedarfsdeckung_m: zahlen.optional() }).optional(),
    kinderbonus: z.looseObject({ betrag_m: zahlen.optional(), betrag_m_hh: zahlen.optional() }).optional(),
  }),
});
type Form = z.infer<typeof Form>;

const { regelwerk } = getLeistung("kindergeld");
const ersterTag = "2023-01-01";

function faktenFuer({ inputs: { provided }, date }: Form, stelle: number): Fakten {
  const geburtsdatum = geburtstag(plusTage(date, -183), -(provided.alter[stelle] ?? 0));
  return {
    geburtsdatum,
    kindschaft: "eigenes",
    lebtImHaushalt: true,
    lebtDortSeit: geburtsdatum,
    andererImHaushalt: false,
    wohntInDeutschland: true,
    staat: "deutsch",
    andereLeistung: false,
    beantragt: true,
    lage: provided.kindergeld.in_ausbildung[stelle] ? "ausbildung" : "nichts",
    lageVon: geburtsdatum,
    lageBis: "2099-12-31",
    ersteAusbildungFertig: true,
    wochenstunden: provided.arbeitsstunden_w?.[stelle] ?? 0,
    nurUnschaedlich: false,
  };
}

/** Cents a month for the child in this place, whoever gets them; with what the rules leave open as a sentence. */
function fuerKind(fall: Form, stelle: number): number | string {
  const auswertung = werteAus(regelwerk, faktenFuer(fall, stelle), fall.date);
  if (auswertung.anspruch === undefined) return `person ${stelle}: open`;
  return auswertung.anspruch ? (auswertung.betragCent ?? 0) : 0;
}

function urteile(fall: Form): Urteil {
  if (fall.date < ersterTag) return { art: "uebersprungen", grund: "graded rates by order of the children, law before 2023" };
  const { p_id: personen, hh_id: haushalte = [], kindergeld } = fall.inputs.provided;
  const jeKind: number[] = [];
  for (const stelle of personen.keys()) {
    const betrag = fuerKind(fall, stelle);
    if (typeof betrag === "string") return { art: "falsch", text: betrag };
    jeKind.push(betrag);
  }
  const hat = (stelle: number) => personen.includes(kindergeld.p_id_empfänger[stelle] ?? -1);
  const summe = (gehoert: (stelle: number) => boolean) =>
    jeKind.reduce((bisher, betrag, stelle) => bisher + (hat(stelle) && gehoert(stelle) ? betrag : 0), 0);
  const beim = personen.map((person) => summe((stelle) => kindergeld.p_id_empfänger[stelle] === person));
  const imHaushalt = haushalte.map((haushalt) =>
    beim.reduce((bisher, betrag, stelle) => bisher + (haushalte[stelle] === haushalt ? betrag : 0), 0),
  );
  const { outputs } = fall;
  const vergleiche: [string, readonly number[] | undefined, readonly number[]][] = [
    ["Kindergeld", outputs.kindergeld?.betrag_m, beim],
    ["Kindergeld im Haushalt", outputs.kindergeld?.betrag_m_hh, imHaushalt],
    [
      "Kindergeld des Kindes",
      outputs.arbeitslosengeld_2?.kindergeld_zur_bedarfsdeckung_m,
      jeKind.map((betrag, stelle) => (hat(stelle) ? betrag : 0)),
    ],
    ["Kinderbonus", outputs.kinderbonus?.betrag_m, personen.map(() => 0)],
    ["Kinderbonus im Haushalt", outputs.kinderbonus?.betrag_m_hh, personen.map(() => 0)],
    [
      "zu berücksichtigendes Kind",
      outputs.kindergeld?.grundsätzlich_anspruchsberechtigt?.map(Number).map(euro),
      jeKind.map((betrag) => (betrag > 0 ? euro(1) : 0)),
    ],
  ];
  const genannt = vergleiche.filter(([, erwartet]) => erwartet !== undefined);
  if (genannt.length === 0) return { art: "uebersprungen", grund: "the case states no result that § 66 EStG knows" };
  const toleranz = (fall.info.precision_atol ?? 0.01) * 100;
  for (const [was, erwartet = [], gerechnet] of genannt)
    for (const [stelle, wert] of erwartet.entries()) {
      const soll = was === "zu berücksichtigendes Kind" ? wert : Math.round(wert * 100);
      const ist = gerechnet[stelle] ?? 0;
      if (Math.abs(ist - soll) > toleranz)
        return { art: "falsch", text: `person ${stelle}: ${was}: expected ${formatiereEuro(soll)}, got ${formatiereEuro(ist)}` };
    }
  return { art: "richtig" };
}

export const suite: Suite = {
  name: "recht/kindergeld",
  async finde(ordner) {
    const datei = join(ordner, "recht", "faelle.json");
    if (!existsSync(datei)) return undefined;
    const roh: unknown = JSON.parse(await readFile(datei, "utf8"));
    const eigene = z
      .array(z.looseObject({ benefit: z.string() }))
      .parse(roh)
      .filter((fall) => fall.benefit === "kindergeld");
    return eigene.map((each): Fall => {
      const name = `${String(each.date)} ${String(each.case)}`;
      const gelesen = Form.safeParse(each);
      if (gelesen.success) return { name, urteile: () => mitVorbehalt(gelesen.data.skip, urteile(gelesen.data)) };
      const grund = `the case has another form: ${z.prettifyError(gelesen.error).split("\n")[0]}`;
      return { name, urteile: () => ({ art: "uebersprungen", grund }) };
    });
  },
};
