import { type Monat, monatVon, plusMonateMonat } from "#kalender";
import { type Akte, gefunden, passtVorGeburt } from "./akte.ts";
import type { Erwerbe } from "./erwerb.ts";
import { erwerbAm, erwerbsverlauf } from "./erwerbsverlauf.ts";
import type { EgAntworten } from "./formular.ts";
import { planFuer } from "./monate-aus-angaben.ts";
import { Lohndaten } from "./nachweise.ts";
import { lebensmonatVon, nummern } from "./plan.ts";

/**
 * Income before the birth: from payroll, or none. Where a person reads what was uploaded, the rules reckon with the figures that the
 * applicant read off it, so that whoever checks them need not type and calculate.
 */
export function erwerbVorher({ kontext, saetze, a, setze, melde }: Akte): void {
  const art = a.arbeitVorher?.art;
  if (art === undefined) return;
  if (art === "ohne") {
    setze("erwerbVor", []);
    // Without income no tax is reckoned: the class is without effect.
    merkmale(setze, { steuerklasse: 1, faktorTausendstel: 1000, halbeKinderfreibetraege: 0, kirchensteuerpflichtig: false });
    return;
  }
  if (art === "selbstaendig") {
    melde("Den Gewinn vor der Geburt (§ 2d BEEG) prüft ein Mensch anhand der Belege.");
    ausGewinn(a, setze);
    return;
  }
  const lohndaten = gefunden(kontext.nachweise.lohndaten, Lohndaten);
  if (!lohndaten) {
    melde("Der Lohn vor der Geburt ist nicht aus Lohndaten belegt; ein Mensch liest die Abrechnungen.");
    ausAbrechnungen(a, setze);
    return;
  }
  const { beschaeftigungen, ...merkmaleDerPerson } = lohndaten.daten;
  const herkunft = { quelle: "Lohndaten", stand: lohndaten.stand };
  const erwerbe: Erwerbe = beschaeftigungen.map(({ minijob, monate, versicherungspflichtig }) => ({
    art: minijob ? "minijob" : "angestellt",
    monate,
    ...versicherungspflichtig,
  }));
  const alle = erwerbe.flatMap(({ monate }) => monate.map(({ monat }) => monat));
  if (a.kind?.geburtsdatum && !passtVorGeburt(alle, a.kind.geburtsdatum, saetze))
    melde("Die Lohndaten sind nicht die der zwölf Monate vor der Geburt (§ 2b BEEG).");
  if (art === "minijob" && erwerbe.some((erwerb) => erwerb.art !== "minijob"))
    melde("Laut Lohndaten gab es neben dem Minijob eine weitere Beschäftigung.");
  setze("erwerbVor", erwerbe, herkunft);
  merkmale(setze, merkmaleDerPerson, herkunft);
}

/** § 2b Abs. 2 and 3 BEEG: the tax year before the birth, for wages beside the profit as well. */
function ausGewinn({ kind, gewinn, geschwister }: EgAntworten, setze: Akte["setze"]): void {
  if (!kind?.geburtsdatum || gewinn?.gewinn === undefined) return;
  const januar = `${Number(kind.geburtsdatum.slice(0, 4)) - 1}-01`;
  const { kranken = false, renten = false, lohn = 0 } = gewinn;
  const erwerbe: Erwerbe = [
    { art: "selbstaendig", monate: verteile(gewinn.gewinn, januar), kranken, renten, arbeit: false },
    ...(lohn > 0
      ? [{ art: "angestellt" as const, monate: verteile(lohn, januar), kranken: true, renten: true, arbeit: true }]
      : []),
  ];
  setze("erwerbVor", erwerbe);
  // § 2e Abs. 3 BEEG: class IV where there are no wages or the profit is more.
  merkmale(setze, angegebene(gewinn, "4", geschwister));
}

function ausAbrechnungen({ kind, arbeitVorher, lohnbescheinigungen, geschwister }: EgAntworten, setze: Akte["setze"]): void {
  const { brutto, steuerklasse } = lohnbescheinigungen ?? {};
  const minijob = arbeitVorher?.art === "minijob";
  if (!kind?.geburtsdatum || brutto === undefined || (!steuerklasse && !minijob)) return;
  const pflichtig = !minijob;
  const monate = verteile(12 * brutto, plusMonateMonat(monatVon(kind.geburtsdatum), -12));
  setze("erwerbVor", [
    { art: minijob ? "minijob" : "angestellt", monate, kranken: pflichtig, renten: pflichtig, arbeit: pflichtig },
  ] satisfies Erwerbe);
  merkmale(setze, angegebene(lohnbescheinigungen ?? {}, "1", geschwister));
}

/** A year's cents over twelve months, none lost. */
const verteile = (cent: number, erster: Monat) =>
  Array.from({ length: 12 }, (_, stelle) => ({
    monat: plusMonateMonat(erster, stelle),
    cent: Math.floor(cent / 12) + (stelle < cent % 12 ? 1 : 0),
  }));

type Angegebene = { steuerklasse?: string; kirchensteuer?: boolean };
const angegebene = (
  { steuerklasse, kirchensteuer }: Angegebene,
  sonst: string,
  geschwister: EgAntworten["geschwister"],
): Omit<Lohndatensatz, "beschaeftigungen"> => ({
  steuerklasse: Number(steuerklasse ?? sonst) as Lohndatensatz["steuerklasse"],
  faktorTausendstel: 1000,
  halbeKinderfreibetraege: geschwister?.kinder?.length ?? 0,
  kirchensteuerpflichtig: kirchensteuer === true,
});

function merkmale(
  setze: Akte["setze"],
  werte: Omit<Lohndatensatz, "beschaeftigungen">,
  herkunft?: Parameters<Akte["setze"]>[2],
): void {
  for (const [name, wert] of Object.entries(werte)) setze(name, wert, herkunft);
}
type Lohndatensatz = NonNullable<ReturnType<typeof gefunden<typeof Lohndaten>>>["daten"];

/** Income after the birth, as declared: the employer's certificate is read by a person. */
export function erwerbNach({ kontext, a, setze, melde }: Akte): void {
  if (a.arbeitNachher?.arbeite === undefined) return;
  if (!a.arbeitNachher.arbeite) {
    setze("erwerbNach", []);
    return;
  }
  melde("Arbeitszeit und Einkommen während des Bezugs bestätigt eine Bescheinigung, die ein Mensch liest (§ 9 BEEG).");
  const geboren = a.kind?.geburtsdatum;
  const plan = planFuer(a.monate);
  const verlauf = erwerbsverlauf(a);
  const letzter = verlauf?.at(-1);
  if (!verlauf || !letzter || !geboren || !plan) return;
  const bisher = gefunden(kontext.nachweise.lohndaten, Lohndaten)?.daten.beschaeftigungen[0]?.versicherungspflichtig;
  const erwerbe: Erwerbe = [
    {
      art: letzter.minijob ? "minijob" : a.arbeitVorher?.art === "selbstaendig" ? "selbstaendig" : "angestellt",
      // Without work before the first of them: that is no month with income.
      monate: nummern(plan, "basis", "plus", "bonus")
        .map((nummer) => lebensmonatVon(geboren, nummer))
        .map((tag) => ({ monat: monatVon(tag), cent: erwerbAm(verlauf, tag)?.brutto ?? 0 }))
        .filter(({ cent }) => cent > 0),
      ...(bisher ?? { kranken: true, renten: true, arbeit: true }),
    },
  ];
  setze("erwerbNach", erwerbe);
}
