// Decisions a second on one core for Unterhaltsvorschuss: the evaluator, its trace, the hash, the whole decision, beside the same rules
// written by hand without a trace. Processor time of this thread, so that neighbours on the machine do not count.
import { type Antworten, entscheide, type Fakten, fingerabdruck, type Kontext, type Nachweisstand, werteAus } from "#baukasten";
import { geburtstag } from "#kalender";
import { getLeistung } from "#leistungen";
import { messeTafeln } from "./tafeln.ts";

const TAG = "2026-11-01";
const RUNDEN = 9;
const unterhaltsvorschuss = getLeistung("unterhaltsvorschuss");
const { regelwerk } = unterhaltsvorschuss;

/** A figure as the rules use it. */
function parameter<T>(schluessel: string): { am(tag: string): { wert: T } } {
  for (const { bauplan } of regelwerk.eintraege)
    if (bauplan.art === "parameter" && bauplan.parameter.schluessel === schluessel)
      return bauplan.parameter as { am(tag: string): { wert: T } };
  throw new Error(`the rules have no figure ${schluessel}`);
}
const mindestunterhalt = parameter<readonly [number, number, number]>("mindestunterhalt");
const kindergeldErstesKind = parameter<number>("kindergeldErstesKind");
const mindesteinkommen = parameter<number>("mindesteinkommen");

type Voll = {
  geburtsdatum: string;
  lebtBeiElternteil: boolean;
  lebtDortSeit: string;
  familienstand: string;
  getrenntSeit?: string;
  zusammenMitAnderem: boolean;
  unterhaltCent: number;
  waisenbezuegeCent: number;
  kindergeldBeimAnderen: boolean;
  deutschOderEu: boolean;
  beziehtSgb2?: boolean;
  uvVermeidetSgb2?: boolean;
  einkommenCent?: number;
  einkommenBelegt?: boolean;
};
const klein: Voll = {
  geburtsdatum: "2022-03-24",
  lebtBeiElternteil: true,
  lebtDortSeit: "2022-03-24",
  familienstand: "ledig",
  zusammenMitAnderem: false,
  unterhaltCent: 0,
  waisenbezuegeCent: 0,
  kindergeldBeimAnderen: false,
  deutschOderEu: true,
};
const ab12 = { beziehtSgb2: true, uvVermeidetSgb2: false, einkommenBelegt: true };
const faelle: readonly Voll[] = [
  klein,
  { ...klein, familienstand: "getrennt", getrenntSeit: "2025-01-01", unterhaltCent: 10_000 },
  { ...klein, geburtsdatum: "2012-05-05", ...ab12, einkommenCent: 60_000 },
  { ...klein, geburtsdatum: "2012-05-05", ...ab12, einkommenCent: 59_999 },
  { ...klein, familienstand: "zusammen" },
];

const gefunden = (daten: Record<string, unknown>): Nachweisstand => ({ art: "gefunden", stand: TAG, daten });
const kontextFuer = (geburtsdatum: string, mehr: Antworten = {}, nachweise: Record<string, Nachweisstand> = {}): Kontext => ({
  eingegangenAm: "2026-11-24",
  antragsteller: { idnr: "11111111111", vornamen: "Maria", nachname: "Beispiel" },
  antworten: {
    kind: { vornamen: "Mia", nachname: "Beispiel", geburtsdatum, idnr: "33333333333" },
    zuhause: { lebtBeiMir: true, seit: geburtsdatum },
    familienstand: { stand: "ledig" },
    andererElternteil: { lage: "bekannt" },
    angabenElternteil: { vornamen: "Viktor", nachname: "Anders", zusammen: false },
    unterhalt: { betrag: 0 },
    kindergeld: { wer: "ich" },
    staatsangehoerigkeit: { deutschOderEu: true },
    rueckwirkend: { vormonat: false, bemueht: false },
    ...mehr,
  },
  nachweise: {
    geburt: gefunden({
      kind: { vornamen: "Mia", nachname: "Beispiel", geburtsdatum },
      mutter: { idnr: "11111111111", name: "Maria Beispiel" },
      vater: { idnr: "22222222222", name: "Viktor Anders" },
      gestorben: { mutter: false, vater: false },
    }),
    haushalt: gefunden({
      lebtBeiElternteil: true,
      andererElternteilGleicheAnschrift: false,
      auskunftssperre: false,
      seit: geburtsdatum,
    }),
    familienstand: gefunden({
      idnr: "11111111111",
      vornamen: "Maria",
      nachname: "Beispiel",
      geburtsdatum: "1994-05-06",
      familienstand: "ledig",
      anschrift: null,
      auskunftssperre: false,
      kinder: [],
    }),
    andereJugendaemter: { art: "keinEintrag", stand: TAG },
    ...nachweise,
  },
});
const buergergeld = {
  bezieht: true,
  bedarfsgemeinschaft: { einkommenElternteilCent: 0, hilfebeduerftigkeitDurchUvVermeidbar: false },
};
const plain = kontextFuer("2022-03-24");
const antraege = [
  plain,
  kontextFuer("2022-03-24", { zuhause: { lebtBeiMir: true, seit: "2026-11-16" } }),
  kontextFuer("2014-12-15", { sgb2: { bezieht: true, einkommen: 0 } }, { jobcenter: gefunden(buergergeld) }),
  kontextFuer("2022-03-24", { unterhalt: { betrag: 30_000 } }),
];
for (const antrag of antraege)
  if (entscheide(unterhaltsvorschuss, antrag).art === "vonHand") throw new Error("a case of the bench is open");

/** What a programmer would write who need not explain anything: cents, or 0. */
function vonHandGeschrieben(f: Voll, tag: string): number {
  if (f.geburtsdatum > tag || !f.lebtBeiElternteil || f.lebtDortSeit > tag || f.zusammenMitAnderem || !f.deutschOderEu) return 0;
  const getrennt = f.familienstand === "getrennt" && f.getrenntSeit !== undefined && f.getrenntSeit <= tag;
  if (!getrennt && f.familienstand !== "ledig" && f.familienstand !== "verwitwet" && f.familienstand !== "geschieden") return 0;
  if (tag >= geburtstag(f.geburtsdatum, 12)) {
    if (tag >= geburtstag(f.geburtsdatum, 18)) return 0;
    const reicht = f.einkommenBelegt && (f.einkommenCent ?? 0) >= mindesteinkommen.am(tag).wert;
    if (f.beziehtSgb2 !== false && !f.uvVermeidetSgb2 && !reicht) return 0;
  }
  const monatsende = `${tag.slice(0, 5)}${String(Number(tag.slice(5, 7)) + 1).padStart(2, "0")}-01`;
  const stufe = monatsende < geburtstag(f.geburtsdatum, 6) ? 0 : monatsende < geburtstag(f.geburtsdatum, 12) ? 1 : 2;
  const abzug = f.kindergeldBeimAnderen ? 0 : kindergeldErstesKind.am(tag).wert;
  const netto = mindestunterhalt.am(tag).wert[stufe] - abzug - f.unterhaltCent - f.waisenbezuegeCent;
  const auszuzahlen = Math.ceil(Math.max(0, netto) / 100) * 100;
  return auszuzahlen >= 500 ? auszuzahlen : 0;
}

const betrag = (f: Fakten) => {
  const { anspruch, betragCent } = werteAus(regelwerk, f, TAG);
  return anspruch ? (betragCent ?? 0) : 0;
};
for (const fall of faelle)
  if (betrag(fall) !== vonHandGeschrieben(fall, TAG))
    throw new Error(`the hand-written rules differ for ${JSON.stringify(fall)}`);

/** A single mother with two children, in a flat of the dearer kind. */
const keine = {
  werbungskostenCent: 0,
  selbstaendigCent: 0,
  vermietungCent: 0,
  kapitalCent: 0,
  gesetzlicheRenteCent: 0,
  andereRenteCent: 0,
  sonstigeCent: 0,
};
const person = (geburtsdatum: string, kind: boolean, lohnCent: number) => ({
  geburtsdatum,
  kind,
  mitPartner: false,
  ausgeschlossen: false,
  einkuenfte: { ...keine, lohnCent },
  zahlt: { steuern: !kind, krankenversicherung: !kind, rentenversicherung: !kind },
  schwerbehindert: false,
  verfolgt: false,
  grundrentenzeiten: false,
  verfuegbarCent: kind ? 0 : 220_000,
});
const haushalt: Fakten = {
  personen: [person("1985-06-15", false, 2_400_000), person("2018-02-03", true, 0), person("2021-09-12", true, 0)],
  unterhalt: [],
  bruttokaltmieteCent: 78_000,
  heizkostenCent: 9_000,
  mitbewohner: 0,
  mietstufe: 5,
  vermoegenCent: 300_000,
  wohntZurMiete: true,
  deutschOderEu: true,
  nurAusbildung: false,
  haushaltBestaetigt: true,
  einkommenBestaetigt: true,
  mieteBestaetigt: true,
};
const wohngeld = getLeistung("wohngeld").regelwerk;
const wohngeldfall = werteAus(wohngeld, haushalt, "2026-03-01");
if (!wohngeldfall.anspruch || !wohngeldfall.betragCent) throw new Error("the case of Wohngeld is not granted");

/** What keeps the compiler from leaving work out. */
let senke = 0;
const messungen: Record<string, (stelle: number) => number> = {
  "by hand, no trace": (n) => vonHandGeschrieben(faelle[n % faelle.length] ?? klein, TAG),
  "werteAus, value of every node": (n) => betrag(faelle[n % faelle.length] ?? klein),
  "werteAus, lines of the trace written": (n) => werteAus(regelwerk, faelle[n % faelle.length] ?? klein, TAG).spur.length,
  "Wohngeld: werteAus, lines of the trace": () => werteAus(wohngeld, haushalt, "2026-03-01").spur.length,
  "werteAus and hash of facts and values": (n) => {
    const fakten = faelle[n % faelle.length] ?? klein;
    return fingerabdruck([fakten, werteAus(regelwerk, fakten, TAG).werte]).length;
  },
  "entscheide, two months, whole decision": (n) =>
    entscheide(unterhaltsvorschuss, antraege[n % antraege.length] ?? plain).hash.length,
};

/** Decisions a second of processor time; as many as take about half a second. */
function runde(tue: (stelle: number) => number, anzahl: number): number {
  const beginn = process.threadCpuUsage();
  for (let stelle = 0; stelle < anzahl; stelle++) senke += tue(stelle);
  const { user, system } = process.threadCpuUsage(beginn);
  return (anzahl * 1e6) / (user + system);
}
function median(tue: (stelle: number) => number): number {
  const anzahl = Math.ceil(runde(tue, 20_000) / 4);
  runde(tue, anzahl);
  const runden = Array.from({ length: RUNDEN }, () => runde(tue, anzahl)).sort((a, b) => a - b);
  return runden[Math.floor(RUNDEN / 2)] ?? 0;
}

const ergebnisse = Object.entries(messungen).map(([name, tue]) => ({ name, jeSekunde: median(tue) }));
const mass = ergebnisse[1]?.jeSekunde ?? 1;
const vonHand = ergebnisse[0]?.jeSekunde ?? 1;
console.log(
  `${"decisions a second, one core".padEnd(42)}${"rate".padStart(10)}${"to werteAus".padStart(13)}${"to by hand".padStart(12)}`,
);
for (const { name, jeSekunde } of ergebnisse)
  console.log(
    `${name.padEnd(42)}${Math.round(jeSekunde).toLocaleString("en").padStart(10)}${(jeSekunde / mass).toFixed(2).padStart(13)}${(jeSekunde / vonHand).toFixed(3).padStart(12)}`,
  );
await messeTafeln();
if (senke === 0) console.log("nothing was measured");
