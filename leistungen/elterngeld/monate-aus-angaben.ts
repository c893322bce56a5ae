import { type Akte, eigene, gefunden } from "./akte.ts";
import { erwerbAm, erwerbsverlauf } from "./erwerbsverlauf.ts";
import type { EgAntworten } from "./formular.ts";
import { Mutterschaftsleistungen } from "./nachweise.ts";
import { bonusarbeitszeit } from "./parameter.ts";
import { keinMonat, lebensmonatVon, type Planmonat } from "./plan.ts";

/** The months as named. Undefined where an answer is missing, runs backwards, or names a month twice. */
export function planFuer(auswahl: EgAntworten["monate"], wochenstunden = 0): Planmonat[] | undefined {
  const plan: Planmonat[] = [];
  for (const { art, von, bis } of auswahl?.abschnitte ?? []) {
    if (!art || von === undefined || bis === undefined || von > bis) return undefined;
    while (plan.length < bis) plan.push(keinMonat);
    for (let nummer = von; nummer <= bis; nummer++) {
      if (plan[nummer - 1] !== keinMonat) return undefined;
      plan[nummer - 1] = { ...keinMonat, art, wochenstunden };
    }
  }
  return plan.length > 0 ? plan : undefined;
}

/** The person's own months; maternity benefits make a month one of Basiselterngeld (§ 4 Abs. 4 Satz 3 BEEG). */
export function planAusAntworten({ kontext, a, setze, melde }: Akte): void {
  if (a.monate === undefined || a.mutterschaft === undefined || a.arbeitNachher === undefined) return;
  const verlauf = erwerbsverlauf(a);
  const stunden = a.arbeitNachher.arbeite ? (verlauf?.at(-1)?.stunden ?? a.arbeitgeberbescheinigung?.stunden) : 0;
  if (stunden === undefined) return;
  const geboren = a.kind?.geburtsdatum;
  const plan = planFuer(a.monate, stunden)?.map((monat, stelle) =>
    monat !== keinMonat && a.arbeitNachher?.arbeite && verlauf && geboren
      ? { ...monat, wochenstunden: erwerbAm(verlauf, lebensmonatVon(geboren, stelle + 1))?.stunden ?? 0 }
      : monat,
  );
  if (!plan) {
    melde("Die gewünschten Lebensmonate überschneiden sich oder laufen rückwärts.");
    return;
  }
  if (plan.some(({ art }) => art === "bonus"))
    melde("Die Arbeitszeit beider Eltern im Partnerschaftsbonus (§ 4b BEEG) prüft ein Mensch.");
  const leistungen = a.mutterschaft.bekomme ? gefunden(kontext.nachweise.mutterschaft, Mutterschaftsleistungen) : undefined;
  if (a.mutterschaft.bekomme) {
    if (!leistungen) {
      melde("Die Mutterschaftsleistungen sind nicht belegt (§ 3 Abs. 1 BEEG).");
      return;
    }
    for (const { nummer, cent, tage } of leistungen.daten.lebensmonate) {
      while (plan.length < nummer) plan.push(keinMonat);
      const bisher = plan[nummer - 1] ?? keinMonat;
      plan[nummer - 1] = { ...bisher, art: "basis", mutterschaftCent: cent, mutterschaftTage: tage };
    }
  }
  setze("plan", plan, leistungen ? { quelle: "Ihre Angabe und Krankenkasse", stand: leistungen.stand } : eigene);
}

/** The other parent's months, as the person names them. */
export function planDesAnderen({ a, setze, melde }: Akte): void {
  if (a.familie?.allein || a.andererElternteil?.beantragt === false) {
    setze("planDesAnderen", []);
    return;
  }
  if (a.monateAnderer === undefined) return;
  // Whoever names months of the bonus declares the hours that it takes; a person checks them (§ 4b Abs. 1 BEEG).
  const plan = planFuer(a.monateAnderer, bonusarbeitszeit.saetze.at(-1)?.wert);
  if (plan) setze("planDesAnderen", plan);
  else melde("Die Lebensmonate des anderen Elternteils überschneiden sich oder laufen rückwärts.");
}
