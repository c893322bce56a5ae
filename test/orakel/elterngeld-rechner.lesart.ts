import { rundeKaufmaennisch } from "#geld";
import { berechneLohnsteuer, type Lohnsteuerstand, staende } from "#lohnsteuer";
import type { Mappenfall, Taetigkeit } from "./elterngeld-rechner.mappe.ts";

/**
 * Where the workbook reckons otherwise than the law. Each is applied only to explain a figure that the rules do not reach: a case is skipped
 * only if these, and no others, lead to its figures to the cent.
 */
export const abweichungen = {
  jahr: "§ 2e Abs. 1 Satz 2 BEEG: wage tax of 2022 as amended in May 2022, not that of 1 January of the year before the birth",
  krankenkasse:
    "§ 39b Abs. 2 Satz 5 Nr. 3 Buchst. b EStG: the general rate of health insurance (14.6 percent) in the Vorsorgepauschale, not the reduced one",
  selbstaendig:
    "§ 2e Abs. 2 BEEG: the mostly self-employed get no Arbeitnehmer-Pauschbetrag even with wages, and a Vorsorgepauschale as if they earned it on top",
  rente: "§ 2e Abs. 2 Satz 2 Nr. 2 BEEG: pension part of the Vorsorgepauschale by predominant kind of income, not by insurance",
  arbeit: "§ 2f Abs. 1 Satz 2 Nr. 3 BEEG: contribution to employment promotion by predominant kind of income, not by insurance",
  faktor: "§ 2f Abs. 2 Satz 3 BEEG: the published factor F of the year (0.7509), not the one from the flat rates",
  minijob: "§§ 2e, 2f BEEG: an average of at most 450 euros is taken for a Minijob without deductions, whatever the employment",
} as const;
export type Abweichung = keyof typeof abweichungen;

const summe = (taetigkeiten: readonly Taetigkeit[], ...arten: Taetigkeit["art"][]) =>
  taetigkeiten
    .filter(({ art }) => arten.includes(art))
    .reduce((bisher, { monate }) => bisher + monate.reduce((teil, { cent }) => teil + cent, 0), 0);
const monateMit = (taetigkeiten: readonly Taetigkeit[]) =>
  new Set(taetigkeiten.flatMap(({ monate }) => monate.map(({ monat }) => monat)));

function gilt(taetigkeiten: readonly Taetigkeit[], zweig: "kranken" | "renten" | "arbeit"): boolean {
  const alle = [...monateMit(taetigkeiten)].sort();
  const mit = monateMit(taetigkeiten.filter((each) => each.art !== "minijob" && each[zweig]));
  return mit.size * 2 > alle.length || (mit.size * 2 === alle.length && mit.has(alle.at(-1) ?? ""));
}

/** Monthly deductions in cents; without any departure they are those of the law as the rules know it. */
export function rechneLesart(fall: Mappenfall, an: ReadonlySet<Abweichung>): { steuern: number; abgaben: number } {
  const { taetigkeiten } = fall;
  const lohn = summe(taetigkeiten, "angestellt");
  const gering = summe(taetigkeiten, "minijob");
  const gewinn = summe(taetigkeiten, "selbstaendig");
  const lohnmonate = monateMit(taetigkeiten.filter(({ art }) => art !== "selbstaendig")).size;
  const versichert = {
    kranken: gilt(taetigkeiten, "kranken"),
    renten: gilt(taetigkeiten, "renten"),
    arbeit: gilt(taetigkeiten, "arbeit"),
  };
  const vorwiegendGewinn = an.has("selbstaendig") ? gewinn > lohn + gering : gewinn > lohn + gering - 8_333 * lohnmonate;
  const abhaengig = Object.values(versichert).includes(true);
  if (an.has("minijob") && !vorwiegendGewinn && fall.erwartet.brutto <= 45_000) return { steuern: 0, abgaben: 0 };

  const ohneAbhaengigkeit = an.has("selbstaendig") && vorwiegendGewinn;
  const stand = standFuer(fall, an);
  const zuschlag = ohneAbhaengigkeit ? rundeKaufmaennisch(stand.arbeitnehmerPauschbetrag * 100, 12) : 0;
  const nachArt = vorwiegendGewinn || abhaengig;
  const { lohnsteuerCent, soliCent, massstabCent } = berechneLohnsteuer(stand, {
    monatCent: rundeKaufmaennisch(lohn + gewinn, 12) + zuschlag,
    steuerklasse: vorwiegendGewinn ? 4 : fall.steuerklasse,
    halbeKinderfreibetraege: fall.halbeKinderfreibetraege,
    mitPauschbetrag: ohneAbhaengigkeit || lohn > 0,
    mitRentenversicherung: an.has("rente") ? nachArt : lohn === 0 || versichert.renten,
  });
  const kirche = fall.kirchensteuer ? Math.floor((massstabCent * 8) / 100) : 0;

  const mitArbeit = an.has("arbeit") ? !vorwiegendGewinn && abhaengig : versichert.arbeit;
  const grundlage = rundeKaufmaennisch(beitragspflichtig(taetigkeiten, an.has("faktor") ? 7_509 : 7_143), 12);
  const abgaben = [versichert.kranken && 9, versichert.renten && 10, mitArbeit && 2]
    .map((satz) => (satz ? rundeKaufmaennisch(grundlage * satz, 100) : 0))
    .reduce((bisher, teil) => bisher + teil, 0);
  return { steuern: lohnsteuerCent + soliCent + kirche, abgaben };
}

function standFuer(fall: Mappenfall, an: ReadonlySet<Abweichung>): Lohnsteuerstand {
  const tag = an.has("jahr") ? "2022-06-01" : `${Number(fall.geburtsdatum.slice(0, 4)) - 1}-01-01`;
  const stand = staende.findLast(({ gueltigAb }) => gueltigAb <= tag);
  if (!stand) throw new Error(`Kein Stand der Lohnsteuer für ${tag}.`);
  if (!an.has("krankenkasse")) return stand;
  // The general rate is 0.3 points of the insured person's half above the reduced one.
  return { ...stand, vorsorge: { ...stand.vorsorge, kvSatz: stand.vorsorge.kvSatz + 3_000 } };
}

function beitragspflichtig(taetigkeiten: readonly Taetigkeit[], faktor: number): number {
  const [von, bis] = [45_000, 130_000];
  const ansatz = (cent: number) =>
    cent <= von || cent > bis
      ? cent
      : rundeKaufmaennisch(faktor * von * (bis - von) + (bis * 10_000 - von * faktor) * (cent - von), 10_000 * (bis - von));
  return taetigkeiten
    .filter(({ art }) => art !== "minijob")
    .reduce(
      (bisher, { art, monate }) =>
        bisher + monate.reduce((teil, { cent }) => teil + (art === "angestellt" ? ansatz(cent) : cent), 0),
      0,
    );
}
