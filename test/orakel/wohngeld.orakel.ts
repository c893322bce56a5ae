import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Auswertung, werteAus } from "#baukasten";
import { formatiereEuro } from "#geld";
import { getLeistung } from "#leistungen";
import { type Fall, mitVorbehalt, type Suite, type Urteil } from "./suite.ts";
import { type Abweichung, abweichungen, Fallform, haushalte, personenFuer, type Teilhaushalt } from "./wohngeld.fall.ts";

/** What a case of this collection leaves unsaid, and what we take it to mean. The rules themselves are never bent. */
export const annahmen = {
  Einkommen: "figures of a month hold for twelve; wages after costs are net of the flat amount or more",
  Jahresbetrag: "income after costs is taken as stated even where it does not fit the stated wages",
  Abzug: "whoever has a tax or a contribution above nothing stated pays it in the twelve months",
  Teilhaushalt: "where the case groups the household, the other groups draw SGB II and are excluded",
  Mindesteinkommen:
    "a group whose available income does not cover its need of SGB II without Wohngeld draws SGB II instead; the case may state that it does",
  Kindergeld: "available income counts the Kindergeld of the day for every child that the case says draws it",
  Mieter: "everybody rents the home they live in and may stay in Germany; nobody is in training; no title of maintenance",
  Nachweise: "registers confirm household, income and rent, and the office sees nothing implausible",
  Vermoegen: "wealth above the line of the Verwaltungsvorschrift has no particular circumstances",
} as const;

const { regelwerk } = getLeistung("wohngeld");
const ersterTag = "2023-01-01";
const cent = (betrag: number | undefined) => Math.round((betrag ?? 0) * 100);

function auswertungFuer(
  fall: Fallform,
  haushalt: readonly number[],
  gruppe: Teilhaushalt,
  an: ReadonlySet<Abweichung>,
): Auswertung {
  const { provided } = fall.inputs;
  const erster = haushalt[0] ?? 0;
  const fakten = {
    personen: personenFuer(fall, haushalt, gruppe, an),
    unterhalt: [],
    bruttokaltmieteCent: cent(provided.wohnen.bruttokaltmiete_m_hh[erster]),
    heizkostenCent: cent(provided.wohnen.heizkosten_m_hh?.[erster]),
    mitbewohner: 0,
    mietstufe: provided.wohngeld.mietstufe_hh[erster],
    vermoegenCent: gruppe.reduce((summe, each) => summe + cent(provided.vermögen?.[each]), 0),
    wohntZurMiete: true,
    deutschOderEu: true,
    nurAusbildung: false,
    haushaltBestaetigt: true,
    einkommenBestaetigt: true,
    mieteBestaetigt: true,
  };
  return werteAus(regelwerk, fakten, fall.date, 30, { angabenPlausibel: true, trotzVermoegen: false });
}

const wert = (auswertung: Auswertung, titel: string): unknown => {
  const zeile = auswertung.spur.find((each) => each.titel === titel);
  if (!zeile) throw new Error(`Den Knoten „${titel}“ gibt es nicht mehr.`);
  return zeile.wert;
};
const inEuro = (auswertung: Auswertung, titel: string) => Number(wert(auswertung, titel)) / 100;

/** What the rules say for a member of this group, by the collection's names; undefined for names that they do not know. */
function ergebnisse(fall: Fallform, gruppe: Teilhaushalt, auswertung: Auswertung, an: ReadonlySet<Abweichung>) {
  const deckt = wert(auswertung, "Einkommen deckt den Lebensunterhalt") === true;
  const stelle = gruppe[0] ?? 0;
  const genannt = fall.inputs.provided.wohngeld.mindesteinkommen_erreicht_wthh?.[stelle];
  const klein = an.has("kleinbetrag") && wert(auswertung, "Vermögen nicht erheblich") === true;
  const hoehe = auswertung.anspruch || klein ? (auswertung.betragCent ?? 0) / 100 : 0;
  const anspruch = (genannt ?? deckt) ? hoehe : 0;
  return {
    "wohngeld.anspruchshöhe_m_wthh": anspruch,
    "wohngeld.betrag_m_wthh": anspruch,
    "wohngeld.anzahl_personen_wthh": Number(wert(auswertung, "Zahl, nach der gerechnet wird")),
    "wohngeld.miete_m_wthh": inEuro(auswertung, "Zu berücksichtigende Miete"),
    "wohngeld.mindesteinkommen_erreicht_wthh": deckt,
    "wohngeld.einkommen_für_mindesteinkommen_m_wthh": inEuro(auswertung, "Verfügbares Einkommen"),
    "wohngeld.einkommen_m_wthh": Number(wert(auswertung, "Y der Formel")) / 1e10,
    "arbeitslosengeld_2.regelbedarf_m_wthh": inEuro(auswertung, "Bedarf für den Lebensunterhalt"),
  } as Readonly<Record<string, number | boolean | undefined>>;
}

type Unterschied = { text: string } | { verglichen: number };
function vergleiche(fall: Fallform, an: ReadonlySet<Abweichung>): Unterschied {
  const toleranz = (fall.info.precision_atol ?? 0.01) + 1e-6;
  let verglichen = 0;
  for (const { haushalt, gruppen } of haushalte(fall))
    for (const gruppe of gruppen) {
      const ist = ergebnisse(fall, gruppe, auswertungFuer(fall, haushalt, gruppe, an), an);
      for (const [bereich, namen] of Object.entries(fall.outputs))
        for (const [name, soll] of Object.entries(z.record(z.string(), z.unknown()).safeParse(namen).data ?? {})) {
          const unser = ist[`${bereich}.${name}`];
          if (unser === undefined || !Array.isArray(soll)) continue;
          for (const stelle of gruppe) {
            const erwartet: unknown = soll[stelle];
            verglichen++;
            const gleich =
              typeof unser === "number" && typeof erwartet === "number"
                ? Math.abs(unser - erwartet) <= toleranz
                : unser === erwartet;
            if (!gleich) return { text: `person ${stelle}: ${name}: expected ${String(erwartet)}, got ${zeige(unser)}` };
          }
        }
    }
  return { verglichen };
}
const zeige = (unser: number | boolean) => (typeof unser === "number" ? formatiereEuro(Math.round(unser * 100)) : String(unser));

function urteile(fall: Fallform): Urteil {
  if (fall.date < ersterTag) return { art: "uebersprungen", grund: "the law before 2023 is not written down here" };
  const nachGesetz = vergleiche(fall, new Set());
  if ("verglichen" in nachGesetz)
    return nachGesetz.verglichen > 0
      ? { art: "richtig" }
      : { art: "uebersprungen", grund: "the case states none of the figures that the rules know" };
  // Only where one named departure from the law, or two, lead to every figure is a case skipped.
  const namen = Object.keys(abweichungen) as Abweichung[];
  const mengen = [...namen.map((each) => [each]), ...namen.flatMap((a) => namen.filter((b) => a < b).map((b) => [a, b]))];
  const lesart = mengen.find((menge) => "verglichen" in vergleiche(fall, new Set(menge)));
  return lesart
    ? { art: "uebersprungen", grund: lesart.map((each) => abweichungen[each]).join("; ") }
    : { art: "falsch", text: nachGesetz.text };
}

export const suite: Suite = {
  name: "recht/wohngeld",
  async finde(ordner) {
    const datei = join(ordner, "recht", "faelle.json");
    if (!existsSync(datei)) return undefined;
    const roh: unknown = JSON.parse(await readFile(datei, "utf8"));
    const eigene = z
      .array(z.looseObject({ benefit: z.string() }))
      .parse(roh)
      .filter((fall) => fall.benefit === "wohngeld");
    return eigene.map((each): Fall => {
      const name = `${String(each.date)} ${String(each.case)}`;
      const gelesen = Fallform.safeParse(each);
      if (gelesen.success) return { name, urteile: () => mitVorbehalt(gelesen.data.skip, urteile(gelesen.data)) };
      const grund = `the case has another form: ${z.prettifyError(gelesen.error).split("\n")[0]}`;
      return { name, urteile: () => ({ art: "uebersprungen", grund }) };
    });
  },
};
