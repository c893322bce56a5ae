import { type Antworten, type Entscheidung, entscheide, type Kontext, type Nachweisstand, type Urteile } from "#baukasten";
import { formatiereEuro } from "#geld";
import { kindergeld } from "./leistung.ts";

type Seiten = Record<string, Record<string, unknown> | undefined>;
type Staende = Record<string, Nachweisstand | undefined>;

/** What differs from the plain case: Maria, German, applies for Mia, who lives with her and the father; both agree. */
export type Abweichung = {
  eingegangenAm?: string;
  /** Birthday in the Antrag and in the entry of birth. */
  geboren?: string;
  antworten?: Seiten;
  nachweise?: Staende;
  urteile?: Urteile;
};

const stand = "2026-11-24T08:00:00Z";
export const gefunden = (daten: Record<string, unknown>): Nachweisstand => ({ art: "gefunden", stand, daten });
export const keinEintrag: Nachweisstand = { art: "keinEintrag", stand };
export const schweigt: Nachweisstand = { art: "nichtErreichbar", grund: "keine Antwort" };

export const mutter = { idnr: "11111111111", name: "Maria Beispiel" };
export const vater = { idnr: "22222222222", name: "Viktor Beispiel" };
export const geburt = (geburtsdatum: string, mehr: Record<string, unknown> = {}) =>
  gefunden({
    kind: { vornamen: "Mia", nachname: "Beispiel", geburtsdatum },
    mutter,
    vater,
    gestorben: { mutter: false, vater: false },
    ...mehr,
  });
export const haushalt = (mehr: Record<string, unknown> = {}) =>
  gefunden({
    lebtBeiElternteil: true,
    andererElternteilGleicheAnschrift: true,
    auskunftssperre: false,
    seit: "2022-03-24",
    ...mehr,
  });
const anschrift = { strasse: "Lindenweg", hausnummer: "4", plz: "00001", ort: "Musterstadt" };
export const meldung = (mehr: Record<string, unknown> = {}) =>
  gefunden({
    idnr: mutter.idnr,
    vornamen: "Maria",
    nachname: "Beispiel",
    geburtsdatum: "1994-05-06",
    familienstand: "verheiratet",
    anschrift,
    auskunftssperre: false,
    staatsangehoerigkeit: "deutsch",
    kinder: [],
    ...mehr,
  });
/** What the Familienkasse says where nobody applied. */
export const stammdaten = (mehr: Record<string, unknown> = {}) =>
  gefunden({
    zahltFuerAelteresKind: false,
    empfaengerIdnr: null,
    iban: "DE02120300000000202051",
    elternteilArbeitetImInland: true,
    vergleichbareLeistung: false,
    schonFestgesetzt: false,
    ...mehr,
  });

/** The answers about a child of age: what it does, and its work. Without documents, which a person would read. */
export const volljaehrig = (
  art: string,
  erwerb: Record<string, unknown> = {},
  von = "2020-08-01",
  bis = "2030-07-31",
): Seiten => ({
  lage: { art, von, bis },
  erwerb: { abgeschlossen: false, stunden: 0, unschaedlich: false, ...erwerb },
});
export const allein: Abweichung = {
  antworten: { zuhause: { wo: "beiMir", seit: "2022-03-24" }, empfaenger: undefined },
  nachweise: { haushalt: haushalt({ andererElternteilGleicheAnschrift: false }) },
};

export function kontextFuer({ eingegangenAm = "2026-11-24", geboren = "2022-03-24", antworten, nachweise }: Abweichung): Kontext {
  const seiten: Seiten = {
    kind: { vornamen: "Mia", nachname: "Beispiel", geburtsdatum: geboren, idnr: "33333333333" },
    kindschaft: { art: "eigenes" },
    anschrift,
    zuhause: { wo: "gemeinsam", seit: geboren },
    empfaenger: { ich: true },
    staatsangehoerigkeit: { staat: "deutsch" },
    ausland: { bekommt: false, arbeitet: false },
    nachricht: {},
    ...antworten,
  };
  const staende: Staende = { geburt: geburt(geboren), haushalt: haushalt(), meldung: meldung(), ...nachweise };
  return {
    eingegangenAm,
    antragsteller: { idnr: mutter.idnr, vornamen: "Maria", nachname: "Beispiel" },
    antworten: seiten as Antworten,
    nachweise: staende,
  };
}

/** A birth that the registers reported; nobody answered anything. */
export function ohneAntragFuer(geboren: string, eingegangenAm: string, nachweise: Staende = {}): Kontext {
  const kind = { vornamen: "Mia", nachname: "Beispiel", geburtsdatum: geboren, idnr: "33333333333" };
  const alle = kontextFuer({ geboren, eingegangenAm, nachweise: { familienkasse: stammdaten(), ...nachweise } });
  return { ...alle, antworten: { kind, geburtsmeldung: { am: eingegangenAm } } };
}

/** What is applied for, what comes out, month by month, and the norm or sentence that must be among the reasons. */
export type Fall = [Abweichung, Entscheidung["art"], string, (string | RegExp)?];

export const monate = ({ abschnitte }: Entscheidung): string =>
  abschnitte
    .map(({ von, bis, betragCent }) => `${von}${bis === von ? "" : ` bis ${bis}`}: ${formatiereEuro(betragCent, "kurz")}`)
    .join(", ")
    .replaceAll("\u00a0", " ");
export const gruende = (entscheidung: Entscheidung): string[] => [
  ...entscheidung.gruende.map((each) => `${each.norm}: ${each.text}`),
  ...entscheidung.vonHand,
];

/** In what a decision differs from what the office expects; nothing where it is as expected. */
export function unterschiede([abweichung, art, erwartet, grund]: Fall): string[] {
  const entscheidung = entscheide(kindergeld, kontextFuer(abweichung), abweichung.urteile ?? {});
  const genannte = gruende(entscheidung);
  const genannt = genannte.some((each) => (typeof grund === "string" ? each.startsWith(grund) : (grund?.test(each) ?? true)));
  const gefundeneMonate = monate(entscheidung);
  return [
    ...(entscheidung.art === art ? [] : [`${entscheidung.art} statt ${art}: ${genannte.join(" | ")}`]),
    ...(gefundeneMonate === erwartet ? [] : [`${gefundeneMonate} statt ${erwartet}`]),
    ...(genannt || grund === undefined ? [] : [`${String(grund)} fehlt in: ${genannte.join(" | ")}`]),
  ];
}

/** From six months before the usual Antrag to the end of its year. */
export const ueblich = "2026-05 bis 2026-12";
export const voll = `${ueblich}: 259 €`;
export const nichts = `${ueblich}: 0 €`;
