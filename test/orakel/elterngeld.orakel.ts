import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Auswertung, type Fakten, werteAus } from "#baukasten";
import { euro, formatiereEuro } from "#geld";
import { monatVon, plusMonate } from "#kalender";
import { getLeistung } from "#leistungen";
import { type Fall, mitVorbehalt, type Suite, type Urteil } from "./suite.ts";

/** What a case of this collection leaves unsaid, and what we take it to mean. The rules themselves are never bent. */
export const annahmen = {
  Lebensmonat:
    "the case states the child's age in months, or only in years: the day of the case is the first of the Lebensmonat after that many whole ones",
  Netto:
    "net income is entered as income that bears no deductions, plus the twelfth of the Arbeitnehmer-Pauschbetrag which § 2c takes off: so the rules see the net that the case states",
  "Einkommen danach":
    "wages during the benefit that bear neither tax nor contributions are stated as income after all deductions of §§ 2c to 2f",
  Monate: "Basiselterngeld is claimed for the month of the case and the months drawn before it, at least for two",
  "Anderer Elternteil": "draws nothing; who is not named as raising the child alone lives with the other parent",
  Geschwister: "the other children of the same parent in the household; children born in the same month are of one birth",
  "zu versteuerndes Einkommen": "the taxable income is that of all who are assessed together",
  Person: "home in Germany, German, cares for the child, who lives in the household; applied in time",
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
      alter_monate: zahlen.nullish(),
      arbeitsstunden_w: zahlen.nullish(),
      p_id: zahlen,
      hh_id: zahlen.nullish(),
      einnahmen: z.looseObject({ bruttolohn_m: zahlen.nullish() }).nullish(),
      lohnsteuer: z.looseObject({ betrag_m: zahlen.nullish() }).nullish(),
      elterngeld: z
        .looseObject({
          bisherige_bezugsmonate: zahlen.nullish(),
          claimed: z.array(z.boolean()),
          mean_nettoeinkommen_in_12_monaten_vor_geburt_m: zahlen,
          zu_versteuerndes_einkommen_vorjahr_y_sn: zahlen,
        })
        .nullish(),
      familie: z.looseObject({
        alleinerziehend: z.array(z.boolean()).nullish(),
        p_id_elternteil_1: zahlen,
        p_id_elternteil_2: zahlen,
      }),
    }),
  }),
  outputs: z.looseObject({
    elterngeld: z.looseObject({
      betrag_m: zahlen.optional(),
      anzahl_mehrlinge_fg: zahlen.optional(),
      geschwisterbonus_grundsätzlich_anspruchsberechtigt_fg: z.array(z.boolean()).optional(),
      grundsätzlich_anspruchsberechtigt: z.array(z.boolean()).optional(),
      lohnersatzanteil: zahlen.optional(),
      mean_nettoeinkommen_für_bemessungsgrundllage_nach_geburt_m: zahlen.optional(),
    }),
  }),
});
type Form = z.infer<typeof Form>;

const { regelwerk } = getLeistung("elterngeld");
const ersterTag = "2023-01-01";
const spaetester = 40;
/** A twelfth of the Arbeitnehmer-Pauschbetrag of the year before the birth. */
const zwoelftel = (geboren: string) => euro(Number(geboren.slice(0, 4)) >= 2024 ? 102.5 : 83.33);
const ohneAbzuege = (monate: readonly string[], netto: number, geboren: string) =>
  netto <= 0
    ? []
    : [
        {
          art: "minijob" as const,
          monate: monate.map((monat) => ({ monat, cent: Math.round(netto * 100) + zwoelftel(geboren) })),
          kranken: false,
          renten: false,
          arbeit: false,
        },
      ];

function kinderVon({ inputs: { provided } }: Form, stelle: number): number[] {
  const { p_id_elternteil_1: eins, p_id_elternteil_2: zwei } = provided.familie;
  const person = provided.p_id[stelle];
  return provided.p_id.flatMap((_, index) => (eins[index] === person || zwei[index] === person ? [index] : []));
}
const alterInMonaten = ({ inputs: { provided } }: Form, kind: number): number =>
  provided.alter_monate?.[kind] ?? (provided.alter[kind] ?? 0) * 12;
const geborenAm = (fall: Form, kind: number) => plusMonate(fall.date, -alterInMonaten(fall, kind));

/** The facts of one claimant, or undefined where there is no child to claim for. */
function faktenFuer(fall: Form, stelle: number): { fakten: Fakten; nummer: number } | undefined {
  const { provided } = fall.inputs;
  const kinder = kinderVon(fall, stelle).sort((a, b) => alterInMonaten(fall, a) - alterInMonaten(fall, b));
  const [juengstes] = kinder;
  if (juengstes === undefined || !provided.elterngeld) return undefined;
  const geboren = geborenAm(fall, juengstes);
  const nummer = alterInMonaten(fall, juengstes) + 1;
  if (nummer > spaetester) return undefined;
  const bisher = provided.elterngeld.bisherige_bezugsmonate?.[stelle] ?? 0;
  const erster = Math.max(1, Math.min(nummer - bisher, nummer));
  const bezug = (lebensmonat: number) => lebensmonat >= erster && lebensmonat <= Math.max(nummer, erster + 1);
  const wochenstunden = provided.arbeitsstunden_w?.[stelle] ?? 0;
  const plan = Array.from({ length: Math.max(nummer, erster + 1) }, (_, index) => ({
    art: bezug(index + 1) ? ("basis" as const) : ("keiner" as const),
    wochenstunden,
    mutterschaftCent: 0,
    mutterschaftTage: 0,
  }));
  const vorher = Array.from({ length: 12 }, (_, index) => monatVon(plusMonate(geboren, index - 12)));
  const danach = provided.einnahmen?.bruttolohn_m?.[stelle] ?? 0;
  const fakten = {
    geburtsdatum: geboren,
    mehrlinge: kinder.filter((kind) => geborenAm(fall, kind) === geboren).length,
    geschwister: kinder
      .map((kind) => geborenAm(fall, kind))
      .filter((tag) => tag !== geboren)
      .map((geburtsdatum) => ({ geburtsdatum, behinderung: false })),
    wochenZuFrueh: 0,
    kindMitBehinderung: false,
    lebtImHaushalt: true,
    wohntInDeutschland: true,
    betreutSelbst: true,
    deutschOderEu: true,
    alleinerziehend: provided.familie.alleinerziehend?.[stelle] ?? false,
    zuVersteuerndesEinkommenCent: Math.round((provided.elterngeld.zu_versteuerndes_einkommen_vorjahr_y_sn[stelle] ?? 0) * 100),
    erwerbVor: ohneAbzuege(vorher, provided.elterngeld.mean_nettoeinkommen_in_12_monaten_vor_geburt_m[stelle] ?? 0, geboren),
    steuerklasse: 1,
    faktorTausendstel: 1000,
    halbeKinderfreibetraege: 0,
    kirchensteuerpflichtig: false,
    eingang: geboren,
    plan,
    planDesAnderen: [],
    erwerbNach: ohneAbzuege([monatVon(fall.date)], danach, geboren),
  };
  return { fakten, nummer };
}

const wertVon = (auswertung: Auswertung, titel: string) => auswertung.spur.find((zeile) => zeile.titel === titel)?.wert;

const grenze = "Grenze des zu versteuernden Einkommens";
/** Where the day of the case instead of the day of birth decides which limit of income holds. */
const andereGrenze = (fakten: Fakten, auswertung: Auswertung, tag: string) =>
  wertVon(werteAus(regelwerk, { ...fakten, geburtsdatum: tag }, tag), grenze) !== wertVon(auswertung, grenze);

/** What a case asks that the law answers otherwise. */
function rechtlicherUnterschied(fall: Form): string | undefined {
  const { elterngeld } = fall.outputs;
  if (elterngeld.mean_nettoeinkommen_für_bemessungsgrundllage_nach_geburt_m && !elterngeld.betrag_m)
    return "§ 2c Abs. 1, § 2f Abs. 2 BEEG: the collection takes 21 percent of any wage and forgets the twelfth of the Arbeitnehmer-Pauschbetrag and that Minijobs bear no contributions";
  return undefined;
}

function urteile(fall: Form): Urteil {
  if (fall.date < ersterTag) return { art: "uebersprungen", grund: "the law before 2023 is not written down here" };
  const unterschied = rechtlicherUnterschied(fall);
  if (unterschied) return { art: "uebersprungen", grund: unterschied };
  const { elterngeld: erwartet } = fall.outputs;
  const { elterngeld: angaben, p_id: personen } = fall.inputs.provided;
  if (!angaben) return { art: "uebersprungen", grund: "the case states no claim to Elterngeld" };
  const toleranz = (fall.info.precision_atol ?? 0.01) * 100;
  for (const stelle of personen.keys()) {
    const sache = faktenFuer(fall, stelle);
    const auswertung = sache && werteAus(regelwerk, sache.fakten, fall.date);
    const beansprucht = angaben.claimed[stelle] ?? false;
    const meldung = vergleiche(fall, stelle, auswertung, beansprucht, toleranz);
    if (!meldung) continue;
    if (meldung.art === "falsch" && sache && auswertung) {
      if (andereGrenze(sache.fakten, auswertung, fall.date))
        return {
          art: "uebersprungen",
          grund: "§ 1 Abs. 8, § 28 BEEG: the limit of the day of birth holds, the collection takes that of the day",
        };
      if ((angaben.bisherige_bezugsmonate?.[stelle] ?? 0) >= sache.nummer)
        return { art: "uebersprungen", grund: "§ 4 Abs. 2 BEEG: more months were drawn than the child has lived" };
    }
    return meldung;
  }
  return erwartet.betrag_m || erwartet.lohnersatzanteil
    ? { art: "richtig" }
    : { art: "uebersprungen", grund: "the case states no result that the BEEG knows" };
}

function vergleiche(
  fall: Form,
  stelle: number,
  auswertung: Auswertung | undefined,
  beansprucht: boolean,
  toleranz: number,
): Urteil | undefined {
  const { elterngeld: erwartet } = fall.outputs;
  const falsch = (was: string, soll: string, ist: string): Urteil => ({
    art: "falsch",
    text: `person ${stelle}: ${was}: expected ${soll}, got ${ist}`,
  });
  const soll = erwartet.betrag_m?.[stelle];
  if (soll !== undefined) {
    if (beansprucht && auswertung && auswertung.anspruch === undefined) return falsch("claim", "decided", "open");
    const ist = beansprucht && auswertung?.anspruch ? (auswertung.betragCent ?? 0) : 0;
    if (Math.abs(ist - Math.round(soll * 100)) > toleranz)
      return falsch("Elterngeld", formatiereEuro(Math.round(soll * 100)), formatiereEuro(ist));
  }
  if (!beansprucht || !auswertung) return undefined;
  const anspruch = erwartet.grundsätzlich_anspruchsberechtigt?.[stelle];
  if (anspruch !== undefined && anspruch !== auswertung.anspruch)
    return falsch("claim", String(anspruch), String(auswertung.anspruch));
  const bonus = erwartet.geschwisterbonus_grundsätzlich_anspruchsberechtigt_fg?.[stelle];
  const hatBonus = wertVon(auswertung, "Geschwister im Haushalt unter der Altersgrenze");
  if (bonus !== undefined && bonus !== hatBonus) return falsch("Geschwisterbonus", String(bonus), String(hatBonus));
  const satz = erwartet.lohnersatzanteil?.[stelle];
  if (satz === undefined) return undefined;
  const tausendstel = Number(wertVon(auswertung, "Ersatzrate nach dem Einkommen vor der Geburt"));
  if (Math.round(satz * 1000) === tausendstel) return undefined;
  const netto = Number(wertVon(auswertung, "Einkommen vor der Geburt"));
  // Above 1,200 euros the collection counts the steps of two euros from 1,201 on.
  if (netto > euro(1200) && Math.round(satz * 1000) === Math.max(650, 670 - Math.floor((netto - euro(1201)) / euro(2))))
    return {
      art: "uebersprungen",
      grund: "§ 2 Abs. 2 Satz 2 BEEG: the rate sinks for each 2 euros above 1,200 euros; the collection counts from 1,201",
    };
  return falsch("rate", String(satz), `${tausendstel / 1000}`);
}

export const suite: Suite = {
  name: "recht/elterngeld",
  async finde(ordner) {
    const datei = join(ordner, "recht", "faelle.json");
    if (!existsSync(datei)) return undefined;
    const roh: unknown = JSON.parse(await readFile(datei, "utf8"));
    const eigene = z
      .array(z.looseObject({ benefit: z.string() }))
      .parse(roh)
      .filter((fall) => fall.benefit === "elterngeld");
    return eigene.map((each): Fall => {
      const name = `${String(each.date)} ${String(each.case)}`;
      const gelesen = Form.safeParse(each);
      if (gelesen.success) return { name, urteile: () => mitVorbehalt(gelesen.data.skip, urteile(gelesen.data)) };
      const grund = `the case has another form: ${z.prettifyError(gelesen.error).split("\n")[0]}`;
      return { name, urteile: () => ({ art: "uebersprungen", grund }) };
    });
  },
};
