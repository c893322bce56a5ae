import { type Antworten, type Entscheidung, entscheide, type Kontext } from "#baukasten";
import { euro, formatiereEuro } from "#geld";
import { geburtstag, type IsoDatum, plusTage } from "#kalender";
import { kinderzuschlag } from "./leistung.ts";

/** Age on the day of the check, or birthday; own income in euros a month. */
export type Kindangabe = {
  alter?: number;
  geboren?: IsoDatum;
  einkommen?: number | null;
  ohneKindergeld?: boolean;
  verheiratet?: boolean;
};
/** What differs from the plain case: a couple with one wage, one child of eight, Wohngeld that covers everything. Euros. */
export type Familie = {
  am?: IsoDatum;
  partner?: "mit" | "allein" | "unterstuetzt";
  /** Gross and net of each parent. */
  arbeit?: readonly (readonly [number, number])[];
  kinder?: readonly Kindangabe[];
  anderes?: number;
  miete?: number;
  personen?: number;
  vermoegen?: number;
  wohngeld?: number | "unbekannt" | "nein";
  bezieht?: boolean;
  ohne?: readonly string[];
};

export const kind = (alter: number, einkommen = 0): Kindangabe => ({ alter, einkommen });

export function kontextFuer(familie: Familie): Kontext {
  const { am = "2026-01-20", partner = "mit", kinder = [kind(8)], wohngeld = 1000 } = familie;
  const [erster = [2000, 1600], zweiter = [0, 0]] = familie.arbeit ?? [];
  const arbeit = ([brutto, netto]: readonly [number, number]) => ({ brutto: euro(brutto), netto: euro(netto) });
  const seiten: [string, Record<string, unknown>][] = [
    ["familie", { partner }],
    ["kinder", { liste: kinder.map((each) => eintrag(each, am)) }],
    ["einkommen", arbeit(erster)],
    ...(partner === "mit" ? [["einkommenPartner", arbeit(zweiter)] as [string, Record<string, unknown>]] : []),
    ["anderesEinkommen", { betrag: euro(familie.anderes ?? 0) }],
    ["wohnung", { warmmiete: euro(familie.miete ?? 800), personen: familie.personen ?? 2 }],
    ["vermoegen", { betrag: euro(familie.vermoegen ?? 0) }],
    ["wohngeld", { lage: typeof wohngeld === "number" ? "ja" : wohngeld }],
    ...(typeof wohngeld === "number"
      ? [["wohngeldbetrag", { betrag: euro(wohngeld) }] as [string, Record<string, unknown>]]
      : []),
    ["sozialleistung", { bezieht: familie.bezieht ?? false }],
  ];
  const antworten = Object.fromEntries(seiten.filter(([seite]) => !familie.ohne?.includes(seite)));
  return {
    eingegangenAm: am,
    antragsteller: { idnr: null, vornamen: "Maria", nachname: "Beispiel" },
    antworten: antworten as Antworten,
    nachweise: {},
  };
}

const eintrag = (
  { alter = 0, geboren, einkommen = 0, ohneKindergeld = false, verheiratet = false }: Kindangabe,
  am: IsoDatum,
) => ({
  geburtsdatum: geboren ?? geburtstag(plusTage(am, -183), -alter),
  kindergeld: !ohneKindergeld,
  verheiratet,
  ...(einkommen !== null && { einkommen: euro(einkommen) }),
});

/** The family, what the hint says, the amount before rounding in the first month or the months, and a reason that must be told. */
export type Fall = [Familie, "ja" | "nein" | "offen", string?, (string | RegExp)?];

export const monate = ({ abschnitte }: Entscheidung): string =>
  abschnitte
    .map(({ von, bis, betragCent }) => `${von}${bis === von ? "" : ` bis ${bis}`}: ${formatiereEuro(betragCent, "kurz")}`)
    .join(", ")
    .replaceAll("\u00a0", " ");
const genau = ({ rechnung }: Entscheidung): string => {
  const schritt = rechnung[0]?.schritte.find((each) => each.text === "Kinderzuschlag vor Rundung");
  return schritt ? formatiereEuro(schritt.betragCent).replaceAll("\u00a0", " ") : "nichts";
};

/** In what a hint differs from what the office expects; nothing where it is as expected. */
export function unterschiede([familie, erwartet, betrag, grund]: Fall): string[] {
  const entscheidung = entscheide(kinderzuschlag, kontextFuer(familie));
  const { vorschlag } = entscheidung;
  const ergebnis = vorschlag === undefined ? "offen" : vorschlag === "bewilligt" ? "ja" : "nein";
  const genannte = [...entscheidung.gruende.map((each) => `${each.norm}: ${each.text}`), ...entscheidung.vonHand];
  const genannt = genannte.some((each) => (typeof grund === "string" ? each.startsWith(grund) : (grund?.test(each) ?? true)));
  const gerechnet = betrag && /^20\d\d-/.test(betrag) ? monate(entscheidung) : genau(entscheidung);
  return [
    ...(ergebnis === erwartet ? [] : [`${ergebnis} statt ${erwartet}: ${genannte.join(" | ")}`]),
    ...(betrag === undefined || gerechnet === betrag ? [] : [`${gerechnet} statt ${betrag}`]),
    ...(genannt || grund === undefined ? [] : [`${String(grund)} fehlt in: ${genannte.join(" | ")}`]),
  ];
}
