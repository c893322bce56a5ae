import { eintragsname, type Felder, type Formulareingaben, mitNeuemEintrag, ohneEintrag } from "#baukasten";

/**
 * What was typed, with an entry of a list more (`mehr`: name of the list) or less (`weniger`: name of the entry), as the pressed button
 * says. Nothing is stored: the page is shown again.
 * @returns undefined where no such button was pressed
 */
export function aendereListe(felder: Felder, fields: Formulareingaben): Formulareingaben | undefined {
  for (const [name, { liste }] of Object.entries(felder)) {
    if (!liste) continue;
    if (fields.mehr === name) return mitNeuemEintrag(name, liste, fields);
    for (let nummer = 0; nummer < liste.max; nummer++)
      if (fields.weniger === eintragsname(name, nummer)) return ohneEintrag(name, liste, fields, nummer);
  }
  return undefined;
}
