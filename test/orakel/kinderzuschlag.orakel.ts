import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Auswertung, type Fakten, werteAus } from "#baukasten";
import { formatiereEuro } from "#geld";
import { geburtstag, monatVon, plusTage } from "#kalender";
import { getLeistung } from "#leistungen";
import { type Fall, mitVorbehalt, type Suite, type Urteil } from "./suite.ts";

/** What a case of this collection leaves unsaid, and what we take it to mean. The rules themselves are never bent. */
export const annahmen = {
  Geburtstag: "the case states whole years of age; the birthday lies half a year before the day of the case",
  Familie: "a family are a parent, the partner whom the case names, and their unmarried children under 25 in the same household",
  Kindergeld:
    "a child of age for which the case does not say it draws Kindergeld only where in training with at most 20 hours of work",
  Einkommen: "the parents' net income is what is left after all deductions of § 11b SGB II, and it is earned",
  "Einkommen des Kindes": "the child's gross wage, maintenance and Unterhaltsvorschuss count without deductions",
  Mehrbedarf: "a figure up to one that the case states is a share of the parent's Regelbedarf, a greater one an amount in euros",
  Wohnung: "others in the home pay their heads' part of the rent",
  Stufe: "the collection states the claim of the first month, before rounding, and before it is asked whether SGB II is avoided",
} as const;

const zahlen = z.array(z.number());
const jePerson = zahlen.nullish();
const jeNein = z.array(z.boolean()).nullish();
const Form = z.looseObject({
  benefit: z.string(),
  date: z.iso.date(),
  case: z.string(),
  skip: z.boolean().optional(),
  info: z.looseObject({ precision_atol: z.number().optional() }),
  inputs: z.looseObject({
    provided: z.looseObject({
      alter: zahlen,
      p_id: zahlen,
      hh_id: zahlen,
      arbeitsstunden_w: jePerson,
      vermögen: jePerson,
      arbeitslosengeld_2: z
        .looseObject({
          p_id_einstandspartner: jePerson,
          mehrbedarf_alleinerziehend_m_bg: jePerson,
          bruttoeinkommen_m: jePerson,
          nettoeinkommen_nach_abzug_freibetrag_m: jePerson,
        })
        .nullish(),
      einnahmen: z.looseObject({ bruttolohn_m: jePerson }).nullish(),
      familie: z.looseObject({ alleinerziehend: jeNein, p_id_elternteil_1: zahlen, p_id_elternteil_2: jePerson }),
      kindergeld: z.looseObject({ grundsätzlich_anspruchsberechtigt: jeNein, in_ausbildung: jeNein }).nullish(),
      kinderzuschlag: z.looseObject({ bruttoeinkommen_eltern_m: jePerson, nettoeinkommen_eltern_m: jePerson }).nullish(),
      unterhalt: z.looseObject({ tatsächlich_erhaltener_betrag_m: jePerson }).nullish(),
      unterhaltsvorschuss: z.looseObject({ betrag_m: jePerson }).nullish(),
      wohnen: z.looseObject({ bruttokaltmiete_m_hh: zahlen, heizkosten_m_hh: jePerson }),
    }),
  }),
  outputs: z.looseObject({
    kinderzuschlag: z.looseObject({ anspruchshöhe_m_bg: jePerson, basisbetrag_m_bg: jePerson }).nullish(),
  }),
});
type Form = z.infer<typeof Form>;
type Familie = { eltern: readonly number[]; kinder: readonly number[] };

const { regelwerk } = getLeistung("kinderzuschlag");
const ersterTag = "2023-01-01";
const kindUnter = 25;

/** Cents of what the collection states in euros. */
const cent = (wert: number | undefined) => Math.round((wert ?? 0) * 100);

/** Whose family the person in each place belongs to: places of the parents and of the children. */
function familien({ inputs: { provided } }: Form): Familie[] {
  const { p_id: personen, hh_id: haushalte, alter, familie, arbeitslosengeld_2 } = provided;
  const stelleVon = (id: number | undefined) => (id === undefined || id < 0 ? -1 : personen.indexOf(id));
  const elternVon = (stelle: number) =>
    [familie.p_id_elternteil_1[stelle], familie.p_id_elternteil_2?.[stelle]]
      .map(stelleVon)
      .filter((each) => each >= 0 && haushalte[each] === haushalte[stelle]);
  const istKind = (stelle: number) => (alter[stelle] ?? 0) < kindUnter && elternVon(stelle).length > 0;
  const erwachsene = [...personen.keys()].filter((stelle) => !istKind(stelle));
  const gefunden: Familie[] = [];
  for (const stelle of erwachsene) {
    if (gefunden.some(({ eltern }) => eltern.includes(stelle))) continue;
    const partner = stelleVon(arbeitslosengeld_2?.p_id_einstandspartner?.[stelle]);
    const eltern = partner >= 0 ? [stelle, partner] : [stelle];
    const kinder = [...personen.keys()].filter((kind) => istKind(kind) && elternVon(kind).some((each) => eltern.includes(each)));
    gefunden.push({ eltern, kinder });
  }
  return gefunden;
}

function kindAus({ date, inputs: { provided } }: Form, stelle: number) {
  const alter = provided.alter[stelle] ?? 0;
  const { kindergeld, einnahmen, unterhalt, unterhaltsvorschuss } = provided;
  const inAusbildung = kindergeld?.in_ausbildung?.[stelle] === true && (provided.arbeitsstunden_w?.[stelle] ?? 0) <= 20;
  return {
    geburtsdatum: geburtstag(plusTage(date, -183), -alter),
    verheiratet: false,
    mitKindergeld: kindergeld?.grundsätzlich_anspruchsberechtigt?.[stelle] ?? (alter < 18 || inAusbildung),
    einkommenCent:
      cent(einnahmen?.bruttolohn_m?.[stelle]) +
      cent(unterhalt?.tatsächlich_erhaltener_betrag_m?.[stelle]) +
      cent(unterhaltsvorschuss?.betrag_m?.[stelle]),
  };
}

function faktenFuer(fall: Form, { eltern, kinder }: Familie): Fakten | string {
  const { provided } = fall.inputs;
  const { kinderzuschlag, arbeitslosengeld_2: sgb2, familie } = provided;
  const brutto = kinderzuschlag?.bruttoeinkommen_eltern_m ?? sgb2?.bruttoeinkommen_m;
  const netto = kinderzuschlag?.nettoeinkommen_eltern_m ?? sgb2?.nettoeinkommen_nach_abzug_freibetrag_m;
  if (!brutto || !netto)
    return "the case states wages, not the income of § 11b SGB II: taxes and social contributions would have to be worked out";
  const erster = eltern[0] ?? 0;
  const haushalt = provided.hh_id[erster];
  const alle = [...eltern, ...kinder];
  return {
    kinder: kinder.map((stelle) => kindAus(fall, stelle)),
    mitPartner: eltern.length > 1,
    alleinerziehend: familie.alleinerziehend ? eltern.some((each) => familie.alleinerziehend?.[each]) : eltern.length === 1,
    erwerb: eltern.map((each) => ({ bruttoCent: cent(brutto[each]), nettoCent: cent(netto[each]), absetzungenCent: 0 })),
    anderesEinkommenCent: 0,
    warmmieteCent: cent(provided.wohnen.bruttokaltmiete_m_hh[erster]) + cent(provided.wohnen.heizkosten_m_hh?.[erster]),
    personenInWohnung: provided.hh_id.filter((each) => each === haushalt).length,
    bescheinigterMehrbedarfCent: mehrbedarfAus(fall, erster, eltern.length > 1),
    vermoegenCent: alle.reduce((summe, each) => summe + cent(provided.vermögen?.[each]), 0),
    wohngeldCent: 0,
    beziehtSgb: false,
    ersterMonat: monatVon(fall.date),
  };
}

/** As the case states it; null where it says nothing and the rules derive it from the children. */
function mehrbedarfAus(fall: Form, elternteil: number, mitPartner: boolean): number | null {
  const genannt = fall.inputs.provided.arbeitslosengeld_2?.mehrbedarf_alleinerziehend_m_bg?.[elternteil];
  if (genannt === undefined || mitPartner) return null;
  if (genannt > 1) return cent(genannt);
  const ohne = werteAus(regelwerk, { mitPartner, kinder: [] }, fall.date);
  return Math.round(centVon(ohne, "Regelbedarf der Eltern") * genannt);
}

const wertVon = (auswertung: Auswertung, titel: string): unknown => {
  const zeile = auswertung.spur.find((each) => each.titel === titel);
  if (!zeile) throw new Error(`Den Knoten „${titel}“ gibt es nicht mehr.`);
  return zeile.wert;
};
const centVon = (auswertung: Auswertung, titel: string): number => {
  const wert = wertVon(auswertung, titel);
  if (typeof wert !== "number") throw new Error(`„${titel}“ ist nicht bekannt.`);
  return wert;
};

function urteile(fall: Form): Urteil {
  if (fall.date < ersterTag) return { art: "uebersprungen", grund: "the law before 2023 is not written down here" };
  const { anspruchshöhe_m_bg: anspruchshoehe, basisbetrag_m_bg: basisbetrag } = fall.outputs.kinderzuschlag ?? {};
  if (!anspruchshoehe && !basisbetrag)
    return {
      art: "uebersprungen",
      grund: "the case states only what is paid after comparing with SGB II and Wohngeld, which a hint leaves to the offices",
    };
  const toleranz = (fall.info.precision_atol ?? 0.01) * 100;
  for (const familie of familien(fall)) {
    const fakten = faktenFuer(fall, familie);
    if (typeof fakten === "string") return { art: "uebersprungen", grund: fakten };
    const auswertung = werteAus(regelwerk, fakten, fall.date);
    const grund = wertVon(auswertung, "Grundvoraussetzungen") === true;
    const genug = wertVon(auswertung, "Vermögen unter der Grenze") === true;
    const vergleiche = [
      ["after income", basisbetrag, grund ? centVon(auswertung, "Kinderzuschlag nach Einkommen") : 0],
      ["after wealth", anspruchshoehe, grund && genug ? centVon(auswertung, "Kinderzuschlag vor Rundung") : 0],
    ] as const;
    for (const [was, erwartet, ist] of vergleiche)
      for (const stelle of erwartet ? [...familie.eltern, ...familie.kinder] : []) {
        const soll = cent(erwartet?.[stelle]);
        if (Math.abs(ist - soll) > toleranz)
          return {
            art: "falsch",
            text: `person ${stelle}: ${was}: expected ${formatiereEuro(soll)}, got ${formatiereEuro(ist)}`,
          };
      }
  }
  return { art: "richtig" };
}

export const suite: Suite = {
  name: "recht/kinderzuschlag",
  async finde(ordner) {
    const datei = join(ordner, "recht", "faelle.json");
    if (!existsSync(datei)) return undefined;
    const roh: unknown = JSON.parse(await readFile(datei, "utf8"));
    const eigene = z
      .array(z.looseObject({ benefit: z.string() }))
      .parse(roh)
      .filter((fall) => fall.benefit === "kinderzuschlag");
    return eigene.map((each): Fall => {
      const name = `${String(each.date)} ${String(each.case)}`;
      // The collection marks it as not to be judged, and what it lacks is the law.
      if (each.date === null)
        return {
          name,
          urteile: () => ({ art: "uebersprungen", grund: "the case names no day, so no version of § 6a BKGG holds for it" }),
        };
      const gelesen = Form.safeParse(each);
      if (gelesen.success) return { name, urteile: () => mitVorbehalt(gelesen.data.skip, urteile(gelesen.data)) };
      const grund = `the case has another form: ${z.prettifyError(gelesen.error).split("\n")[0]}`;
      return { name, urteile: () => ({ art: "uebersprungen", grund }) };
    });
  },
};
