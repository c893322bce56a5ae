import { type Leistung, type Mandantenrecht, maengelDesMandanten, wirdAngeboten } from "#baukasten";
import { bewohnerparkausweis } from "./bewohnerparkausweis/leistung.ts";
import { blindengeld } from "./blindengeld/leistung.ts";
import { elterngeld } from "./elterngeld/leistung.ts";
import { fuehrerscheinumtausch } from "./fuehrerscheinumtausch/leistung.ts";
import { gewerbeanmeldung } from "./gewerbeanmeldung/leistung.ts";
import { hundesteuer } from "./hundesteuer/leistung.ts";
import { kfzzulassung } from "./kfzzulassung/leistung.ts";
import { kindergeld } from "./kindergeld/leistung.ts";
import { kinderzuschlag } from "./kinderzuschlag/leistung.ts";
import { meldebescheinigung } from "./meldebescheinigung/leistung.ts";
import { schulanmeldung } from "./schulanmeldung/leistung.ts";
import { unterhaltsvorschuss } from "./unterhaltsvorschuss/leistung.ts";
import { wohngeld } from "./wohngeld/leistung.ts";

/** Every public service of this installation, one line each. */
const alle = [
  unterhaltsvorschuss,
  kindergeld,
  kinderzuschlag,
  blindengeld,
  elterngeld,
  wohngeld,
  hundesteuer,
  bewohnerparkausweis,
  schulanmeldung,
  meldebescheinigung,
  fuehrerscheinumtausch,
  kfzzulassung,
  gewerbeanmeldung,
] as const satisfies readonly Leistung[];

export const leistungen: readonly Leistung[] = alle;
/** What a Mandant offers: it has the office, and its Satzungen say what the rules need. */
export const leistungenVon = (mandant: Pick<Mandantenrecht, "satzungen">, aemter: readonly string[]): Leistung[] =>
  leistungen.filter((leistung) => wirdAngeboten(leistung, mandant, aemter));
/** What is wrong with a Mandant's Satzungen, judged by the Leistungen of this installation. */
export const maengelDerSatzungenVon = (mandant: Pick<Mandantenrecht, "satzungen" | "automatik">): string[] =>
  maengelDesMandanten(leistungen, mandant);
export const findLeistung = (schluessel: string): Leistung | undefined =>
  leistungen.find((leistung) => leistung.schluessel === schluessel);
export function getLeistung(schluessel: string): Leistung {
  const leistung = findLeistung(schluessel);
  if (!leistung) throw new Error(`Die Leistung „${schluessel}“ gibt es nicht.`);
  return leistung;
}
