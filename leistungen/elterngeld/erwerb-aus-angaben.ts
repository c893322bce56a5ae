import { monatVon } from "#kalender";
import { type Akte, gefunden, passtVorGeburt } from "./akte.ts";
import type { Erwerbe } from "./erwerb.ts";
import { planFuer } from "./monate-aus-angaben.ts";
import { Lohndaten } from "./nachweise.ts";
import { lebensmonatVon, nummern } from "./plan.ts";

/** Income before the birth: from payroll, or none; a person reads what was uploaded. */
export function erwerbVorher({ kontext, a, setze, melde }: Akte): void {
  const art = a.arbeitVorher?.art;
  if (art === undefined) return;
  if (art === "ohne") {
    setze("erwerbVor", []);
    // Without income no tax is reckoned: the class is without effect.
    merkmale(setze, { steuerklasse: 1, faktorTausendstel: 1000, halbeKinderfreibetraege: 0, kirchensteuerpflichtig: false });
    return;
  }
  if (art === "selbstaendig") {
    melde("Den Gewinn vor der Geburt (§ 2d BEEG) ermittelt ein Mensch aus den Belegen.");
    return;
  }
  const lohndaten = gefunden(kontext.nachweise.lohndaten, Lohndaten);
  if (!lohndaten) {
    melde("Der Lohn vor der Geburt ist nicht aus Lohndaten belegt; ein Mensch liest die Abrechnungen.");
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
  if (a.kind?.geburtsdatum && !passtVorGeburt(alle, a.kind.geburtsdatum))
    melde("Die Lohndaten sind nicht die der zwölf Monate vor der Geburt (§ 2b BEEG).");
  if (art === "minijob" && erwerbe.some((erwerb) => erwerb.art !== "minijob"))
    melde("Laut Lohndaten gab es neben dem Minijob eine weitere Beschäftigung.");
  setze("erwerbVor", erwerbe, herkunft);
  merkmale(setze, merkmaleDerPerson, herkunft);
}

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
  const { brutto, minijob } = a.arbeitgeberbescheinigung ?? {};
  const geboren = a.kind?.geburtsdatum;
  const plan = planFuer(a.monate);
  if (brutto === undefined || minijob === undefined || !geboren || !plan) return;
  const bisher = gefunden(kontext.nachweise.lohndaten, Lohndaten)?.daten.beschaeftigungen[0]?.versicherungspflichtig;
  const erwerbe: Erwerbe = [
    {
      art: minijob ? "minijob" : a.arbeitVorher?.art === "selbstaendig" ? "selbstaendig" : "angestellt",
      monate: nummern(plan, "basis", "plus", "bonus").map((nummer) => ({
        monat: monatVon(lebensmonatVon(geboren, nummer)),
        cent: brutto,
      })),
      ...(bisher ?? { kranken: true, renten: true, arbeit: true }),
    },
  ];
  setze("erwerbNach", erwerbe);
}
