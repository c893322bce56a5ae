import type { Leistung } from "#baukasten";

const normal = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("ß", "ss");

/** Services that fit what somebody typed, best first. Every word counts; name before keywords before description. */
export function sucheLeistungen(leistungen: readonly Leistung[], anfrage: string): Leistung[] {
  const worte = normal(anfrage)
    .split(/[^a-z0-9]+/)
    .filter((wort) => wort.length > 1);
  if (worte.length === 0) return [...leistungen];
  const gewertet = leistungen.map((leistung) => {
    const felder = [
      [normal(leistung.name), 5],
      [normal(leistung.suchworte.join(" ")), 3],
      [normal(leistung.lebenslagen.join(" ")), 2],
      [normal(leistung.kurzbeschreibung), 1],
    ] as const;
    const punkte = worte.map((wort) => Math.max(0, ...felder.map(([text, gewicht]) => (text.includes(wort) ? gewicht : 0))));
    return { leistung, punkte: punkte.reduce<number>((summe, punkt) => summe + punkt, 0) };
  });
  return gewertet
    .filter(({ punkte }) => punkte > 0)
    .sort((a, b) => b.punkte - a.punkte)
    .map(({ leistung }) => leistung);
}
