import { alterAm } from "#kalender";
import { STICHTAG } from "./bau.ts";
import { zufallVon } from "./nummern.ts";
import type { Person, Wirtschaftslage } from "./person.ts";

/** Up to here a job counts as Minijob (§ 8 Abs. 1 Nr. 1 SGB IV, 2026); who earns more pays contributions. */
const MINIJOB_CENT = 60_300;
const arbeitsalter = 15;
const rentenalter = 65;

/** What a person lives on, from the person alone: the same in every process, whatever else is drawn. */
export function wirtschaftslage(person: Person): Wirtschaftslage {
  const zufall = zufallVon(person.idnr, "wirtschaft");
  const alter = alterAm(person.geburtsdatum, STICHTAG);
  const monat = person.einkommenCent;
  const taetigkeit = person.wirtschaft?.taetigkeit ?? zieheTaetigkeit(alter, monat, zufall.mit(0.08));
  const rente = zufall.zwischen(62, 178) * 1000;
  const betriebsrente = zufall.mit(0.3) ? zufall.zwischen(4, 42) * 1000 : 0;
  const hatVermietung = zufall.mit(0.04);
  const vermietung = zufall.zwischen(15, 90) * 10_000;
  const vermoegen = Math.round(150_000 * 12 ** (2 * zufall.bruch() ** 1.4 - 0.7)) * 10;
  const kirchensteuerpflichtig = zufall.mit(0.45);
  const erwachsen = alter >= 18;
  const angestellt = taetigkeit === "angestellt";
  const imRuhestand = taetigkeit === "rente";
  return {
    taetigkeit,
    lohnCent: angestellt ? 12 * monat : 0,
    werbungskostenCent: 0,
    selbstaendigCent: taetigkeit === "selbstaendig" ? 12 * monat : 0,
    vermietungCent: erwachsen && hatVermietung && monat > 250_000 ? vermietung : 0,
    // Two percent of what is there, as a bank reports it; little of it stays unnoticed.
    kapitalCent: erwachsen && vermoegen > 1_000_000 ? Math.round(vermoegen / 50) : 0,
    gesetzlicheRenteCent: imRuhestand ? 12 * rente : 0,
    andereRenteCent: imRuhestand ? 12 * betriebsrente : 0,
    sonstigeCent: taetigkeit === "minijob" ? 12 * monat : 0,
    zahlt: {
      steuern:
        (angestellt && monat > 145_000) || taetigkeit === "selbstaendig" || (imRuhestand && rente + betriebsrente > 150_000),
      krankenversicherung: angestellt || imRuhestand || taetigkeit === "selbstaendig",
      rentenversicherung: angestellt,
    },
    verfuegbarCent: imRuhestand ? Math.round((rente + betriebsrente) * 0.89) : Math.round(monat * anteilNetto(taetigkeit, monat)),
    vermoegenCent: erwachsen ? vermoegen : 0,
    steuerklasse: person.familienstand === "verheiratet" && !person.getrenntSeit ? 4 : 1,
    kirchensteuerpflichtig,
    ...person.wirtschaft,
  };
}

function zieheTaetigkeit(alter: number, monatCent: number, selbstaendig: boolean): Wirtschaftslage["taetigkeit"] {
  if (alter < arbeitsalter) return "ohne";
  if (monatCent === 0) return alter >= rentenalter ? "rente" : "ohne";
  if (monatCent <= MINIJOB_CENT) return "minijob";
  return selbstaendig ? "selbstaendig" : "angestellt";
}

/** Roughly what is left of a gross wage. */
function anteilNetto(taetigkeit: Wirtschaftslage["taetigkeit"], monatCent: number): number {
  if (taetigkeit === "minijob" || taetigkeit === "ohne") return 1;
  if (monatCent <= 200_000) return 0.77;
  if (monatCent <= 300_000) return 0.7;
  return monatCent <= 450_000 ? 0.64 : 0.6;
}
