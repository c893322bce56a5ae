import { type Antworten, type Entscheidung, entscheide, type Kontext, type Nachweisstand, type Urteile } from "#baukasten";
import { formatiereEuro } from "#geld";
import { unterhaltsvorschuss } from "./leistung.ts";

type Seiten = Record<string, Record<string, unknown> | undefined>;
type Staende = Record<string, Nachweisstand | undefined>;

/** What differs from the plain case: Maria, single, applies for Mia, who lives with her; the father pays nothing. */
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
export const vater = { idnr: "22222222222", name: "Viktor Anders" };
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
    andererElternteilGleicheAnschrift: false,
    auskunftssperre: false,
    seit: "2022-03-24",
    ...mehr,
  });
export const meldung = (familienstand: string, mehr: Record<string, unknown> = {}) =>
  gefunden({
    idnr: mutter.idnr,
    vornamen: "Maria",
    nachname: "Beispiel",
    geburtsdatum: "1994-05-06",
    familienstand,
    anschrift: null,
    auskunftssperre: false,
    kinder: [],
    ...mehr,
  });
/** An answer of the Jobcenter about a child that draws Bürgergeld. */
export const buergergeld = (einkommenElternteilCent: number, hilfebeduerftigkeitDurchUvVermeidbar: boolean) =>
  gefunden({ bezieht: true, bedarfsgemeinschaft: { einkommenElternteilCent, hilfebeduerftigkeitDurchUvVermeidbar } });
export const sgb2 = (bezieht: boolean, einkommen = 0) => ({
  sgb2: { bezieht, einkommen },
  schule: { besucht: true, einkuenfte: 0 },
});
export const verstorben = (betrag: number): Abweichung => ({
  antworten: {
    andererElternteil: { lage: "verstorben" },
    angabenElternteil: undefined,
    unterhalt: undefined,
    waisenbezuege: { betrag },
  },
  nachweise: { geburt: geburt("2022-03-24", { gestorben: { mutter: false, vater: true } }) },
});

export function kontextFuer({ eingegangenAm = "2026-11-24", geboren = "2022-03-24", antworten, nachweise }: Abweichung): Kontext {
  const seiten: Seiten = {
    kind: { vornamen: "Mia", nachname: "Beispiel", geburtsdatum: geboren, idnr: "33333333333" },
    zuhause: { lebtBeiMir: true, seit: geboren },
    familienstand: { stand: "ledig" },
    andererElternteil: { lage: "bekannt" },
    angabenElternteil: { vornamen: "Viktor", nachname: "Anders", zusammen: false },
    unterhalt: { betrag: 0 },
    kindergeld: { wer: "ich" },
    staatsangehoerigkeit: { deutschOderEu: true },
    rueckwirkend: { vormonat: false, bemueht: false },
    nachricht: {},
    ...antworten,
  };
  const staende: Staende = {
    geburt: geburt(geboren),
    haushalt: haushalt(),
    familienstand: meldung("ledig"),
    andereJugendaemter: keinEintrag,
    ...nachweise,
  };
  return {
    eingegangenAm,
    antragsteller: { idnr: mutter.idnr, vornamen: "Maria", nachname: "Beispiel" },
    antworten: seiten as Antworten,
    nachweise: staende,
  };
}

export const entscheideFall = (abweichung: Abweichung): Entscheidung =>
  entscheide(unterhaltsvorschuss, kontextFuer(abweichung), abweichung.urteile ?? {});

/** What is applied for, what comes out, month by month, and the norm or sentence that must be among the reasons. */
export type Fall = [Abweichung, Entscheidung["art"], string, (string | RegExp)?];

const monate = ({ abschnitte }: Entscheidung) =>
  abschnitte
    .map(({ von, bis, betragCent }) => `${von}${bis === von ? "" : ` bis ${bis}`}: ${formatiereEuro(betragCent, "kurz")}`)
    .join(", ")
    .replaceAll("\u00a0", " ");

/** In what a decision differs from what the office expects; nothing where it is as expected. */
export function unterschiede([abweichung, art, erwartet, grund]: Fall): string[] {
  const entscheidung = entscheideFall(abweichung);
  const gruende = [...entscheidung.gruende.map((each) => `${each.norm}: ${each.text}`), ...entscheidung.vonHand];
  const genannt = gruende.some((each) => (typeof grund === "string" ? each.startsWith(grund) : (grund?.test(each) ?? true)));
  const gefundeneMonate = monate(entscheidung);
  return [
    ...(entscheidung.art === art ? [] : [`${entscheidung.art} statt ${art}`]),
    ...(gefundeneMonate === erwartet ? [] : [`${gefundeneMonate} statt ${erwartet}`]),
    ...(genannt || grund === undefined ? [] : [`${String(grund)} fehlt in: ${gruende.join(" | ")}`]),
  ];
}

export const jahresende = "2026-11 bis 2026-12";
export const nichts = `${jahresende}: 0 €`;
export const klein = `${jahresende}: 227 €`;
export const jugendlich = `${jahresende}: 394 €`;
