import { type Akte, gefunden } from "./akte.ts";
import { type EgAntworten, monate } from "./formular.ts";
import { Mutterschaftsleistungen } from "./nachweise.ts";
import { keinMonat, type Planmonat } from "./plan.ts";

type Auswahl = Omit<NonNullable<EgAntworten["monate"]>, "bonus"> & { bonus?: NonNullable<EgAntworten["monate"]>["bonus"] };

/** The months as chosen: Basiselterngeld first, then Elterngeld Plus, then the bonus. Undefined where an answer is missing. */
export function planFuer(auswahl: Auswahl | undefined, wochenstunden = 0): Planmonat[] | undefined {
  const [erster, basis, plus] = [monate(auswahl?.ersterMonat), monate(auswahl?.basis), monate(auswahl?.plus)];
  if (erster === undefined || basis === undefined || plus === undefined) return undefined;
  const je = (zahl: number, art: Planmonat["art"]): Planmonat[] =>
    Array.from({ length: zahl }, () => ({ ...keinMonat, art, wochenstunden }));
  return [
    ...Array.from({ length: erster - 1 }, () => keinMonat),
    ...je(basis, "basis"),
    ...je(plus, "plus"),
    ...je(monate(auswahl?.bonus) ?? 0, "bonus"),
  ];
}

/** Values inside the span that the answer names; the rules only ask on which side of 24 and 32 they lie. */
const stunden = { unter24: 23, von24bis32: 32, ueber32: 33 } as const;

/** The person's own months; maternity benefits make a month one of Basiselterngeld (§ 4 Abs. 4 Satz 3 BEEG). */
export function planAusAntworten({ kontext, a, setze, melde }: Akte): void {
  if (a.mutterschaft === undefined || a.arbeitNachher === undefined) return;
  const wahl = a.arbeitgeberbescheinigung?.stunden;
  if (a.arbeitNachher.arbeite && !wahl) return;
  const plan = planFuer(a.monate, a.arbeitNachher.arbeite && wahl ? stunden[wahl] : 0);
  if (!plan) return;
  if (plan.some(({ art }) => art === "bonus"))
    melde("Die Arbeitszeit beider Eltern im Partnerschaftsbonus (§ 4b BEEG) prüft ein Mensch.");
  if (a.mutterschaft.bekomme) {
    const leistungen = gefunden(kontext.nachweise.mutterschaft, Mutterschaftsleistungen);
    if (!leistungen) {
      melde("Die Mutterschaftsleistungen sind nicht belegt (§ 3 Abs. 1 BEEG).");
      return;
    }
    for (const { nummer, cent } of leistungen.daten.lebensmonate) {
      while (plan.length < nummer) plan.push(keinMonat);
      const bisher = plan[nummer - 1] ?? keinMonat;
      plan[nummer - 1] = { ...bisher, art: "basis", mutterschaftCent: cent };
    }
  }
  setze("plan", plan);
}

/** The other parent's months, as the person names them. */
export function planDesAnderen({ a, setze }: Akte): void {
  if (a.familie?.allein || a.andererElternteil?.beantragt === false) {
    setze("planDesAnderen", []);
    return;
  }
  const plan = planFuer(a.monateAnderer);
  if (!plan) return;
  const eigener = planFuer(a.monate) ?? [];
  // Whoever applies for the bonus declares that both take it in the same months; a person checks it.
  const gemeinsam = Array.from({ length: Math.max(plan.length, eigener.length) }, (_, stelle): Planmonat => {
    const bonus = eigener[stelle]?.art === "bonus";
    return bonus ? { ...keinMonat, art: "bonus", wochenstunden: stunden.von24bis32 } : (plan[stelle] ?? keinMonat);
  });
  setze("planDesAnderen", gemeinsam);
}
