import { type Erstattung, type Leistung, normenFuer } from "#baukasten";
import type { Aenderungsanlass } from "#vorgaenge";

/** Income of a child is given back on another norm, and by another person, than what a parent kept silent. */
export function besondereErstattung(
  { dauer }: Pick<Leistung, "dauer">,
  { seiten }: Pick<Aenderungsanlass, "seiten">,
): Erstattung | undefined {
  const jeSeite = Object.keys(seiten).map((seite) => dauer?.seiten[seite]?.erstattung);
  return jeSeite.length > 0 && jeSeite.every((each) => each !== undefined) ? jeSeite[0] : undefined;
}

export const erstattungFuer = (leistung: Leistung, anlass: Pick<Aenderungsanlass, "seiten">): Erstattung =>
  besondereErstattung(leistung, anlass) ?? {
    norm: normenFuer(leistung).erstattung,
    text: leistung.dauer?.erstattungspflichtig ?? "",
  };

/** What a person must judge before money goes back, as a sentence with its norm. */
export function zuBeurteilen(leistung: Leistung, anlass: Pick<Aenderungsanlass, "seiten">): string {
  const besondere = besondereErstattung(leistung, anlass);
  const { frage = "", norm = "" } = leistung.dauer?.vertrauensschutz ?? {};
  return besondere ? `${besondere.text} (${besondere.norm})` : `Dafür kommt es darauf an: ${frage} (${norm})`;
}
