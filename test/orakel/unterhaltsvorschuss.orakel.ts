import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { entscheide, type Kontext } from "#baukasten";
import { euro, formatiereEuro } from "#geld";
import { geburtstag, plusTage } from "#kalender";
import { getLeistung } from "#leistungen";
import { type Fall, mitVorbehalt, type Suite, type Urteil } from "./suite.ts";

/**
 * What a case of this collection leaves unsaid, and what we take it to mean. The rules themselves are never bent.
 */
export const annahmen = {
  Geburtstag: "the case states whole years of age; the birthday lies half a year before the day of the case",
  "SGB II": "from twelve on the child draws SGB II and the benefit would not avoid it, so that the parent's income decides",
  "Einkommen belegt": "the parent's income is confirmed by the Jobcenter",
  Haushalt: "the child has always lived with the parent named as bringing it up alone; without such a parent, with both",
  Familienstand: "a parent who brings up the child alone is single; the other parent is known, alive and lives elsewhere",
  Kindergeld: "nobody but the parent of the household has the claim to Kindergeld",
  Staatsangehörigkeit: "parent and child are entitled to free movement",
  Nachweise: "every register was asked and says what the case says",
  Antrag: "applied for on the day of the case, without the month before",
} as const;

const jePerson = <T extends z.ZodType>(wert: T) => z.array(wert).nullish();
const Form = z.looseObject({
  benefit: z.string(),
  date: z.iso.date(),
  case: z.string(),
  skip: z.boolean().optional(),
  info: z.looseObject({ precision_atol: z.number().optional() }),
  inputs: z.looseObject({
    provided: z.looseObject({
      alter: z.array(z.number()),
      p_id: z.array(z.number()),
      familie: z.looseObject({
        alleinerziehend: jePerson(z.boolean()),
        p_id_elternteil_1: z.array(z.number()),
        p_id_elternteil_2: jePerson(z.number()),
      }),
      unterhalt: z.looseObject({ tatsächlich_erhaltener_betrag_m: jePerson(z.number()) }).nullish(),
      unterhaltsvorschuss: z.looseObject({ einkommen_m: jePerson(z.number()) }).nullish(),
    }),
  }),
  outputs: z.looseObject({ unterhaltsvorschuss: z.looseObject({ betrag_m: z.array(z.number()) }) }),
});
type Form = z.infer<typeof Form>;

const leistung = getLeistung("unterhaltsvorschuss");
const ersterTag = "2023-01-01";
const elternteil = "11111111111";

function kontextFuer(fall: Form, stelle: number): Kontext | string {
  const { provided } = fall.inputs;
  const eltern = [provided.familie.p_id_elternteil_1[stelle] ?? -1, provided.familie.p_id_elternteil_2?.[stelle] ?? -1].filter(
    (id) => id >= 0,
  );
  const allein = eltern
    .map((id) => provided.p_id.indexOf(id))
    .find((index) => provided.familie.alleinerziehend?.[index] === true);
  const alter = provided.alter[stelle] ?? 0;
  const geburtsdatum = geburtstag(plusTage(fall.date, -183), -alter);
  const einkommen = allein === undefined ? 0 : provided.unterhaltsvorschuss?.einkommen_m?.[allein];
  if (alter >= 12 && einkommen === undefined) return "the case does not state the parent's income as a figure";
  const unterhalt = euro(provided.unterhalt?.tatsächlich_erhaltener_betrag_m?.[stelle] ?? 0);
  return {
    eingegangenAm: fall.date,
    antragsteller: { idnr: elternteil, vornamen: "E", nachname: "Elternteil" },
    antworten: {
      kind: { vornamen: "K", nachname: "Kind", geburtsdatum, idnr: "33333333333" },
      zuhause: { lebtBeiMir: true, seit: geburtsdatum },
      familienstand: { stand: allein === undefined ? "zusammen" : "ledig" },
      andererElternteil: { lage: "bekannt" },
      angabenElternteil: { vornamen: "A", nachname: "Anderer", zusammen: allein === undefined },
      unterhalt: { betrag: unterhalt },
      kindergeld: { wer: "ich" },
      staatsangehoerigkeit: { deutschOderEu: true },
      rueckwirkend: { vormonat: false, bemueht: false },
      ...(alter >= 11 && { sgb2: { bezieht: true, einkommen: 0 } }),
    },
    nachweise: nachweiseFuer(fall.date, geburtsdatum, allein !== undefined, euro(einkommen ?? 0)),
  };
}

/** What the registers say where they agree with the case. */
function nachweiseFuer(stand: string, geburtsdatum: string, allein: boolean, einkommenCent: number): Kontext["nachweise"] {
  const gefunden = (daten: Record<string, unknown>) => ({ art: "gefunden" as const, stand, daten });
  const person = { vornamen: "E", nachname: "Elternteil", geburtsdatum: "1990-01-01", anschrift: null, auskunftssperre: false };
  return {
    familienstand: gefunden({ ...person, idnr: elternteil, familienstand: allein ? "ledig" : "verheiratet", kinder: [] }),
    haushalt: gefunden({
      lebtBeiElternteil: true,
      andererElternteilGleicheAnschrift: !allein,
      auskunftssperre: false,
      seit: geburtsdatum,
    }),
    geburt: gefunden({
      kind: { vornamen: "K", nachname: "Kind", geburtsdatum },
      mutter: { idnr: elternteil, name: "E Elternteil" },
      vater: { idnr: "22222222222", name: "A Anderer" },
      gestorben: { mutter: false, vater: false },
    }),
    andereJugendaemter: { art: "keinEintrag", stand },
    jobcenter: gefunden({
      bezieht: true,
      bedarfsgemeinschaft: { einkommenElternteilCent: einkommenCent, hilfebeduerftigkeitDurchUvVermeidbar: false },
    }),
  };
}

function urteile(fall: Form): Urteil {
  if (fall.date < ersterTag) return { art: "uebersprungen", grund: "the law before 2023 is not written down here" };
  const { provided } = fall.inputs;
  const toleranz = (fall.info.precision_atol ?? 0.01) * 100;
  for (const [stelle, erwartet] of fall.outputs.unterhaltsvorschuss.betrag_m.entries()) {
    const istKind =
      (provided.familie.p_id_elternteil_1[stelle] ?? -1) >= 0 || (provided.familie.p_id_elternteil_2?.[stelle] ?? -1) >= 0;
    let betragCent = 0;
    if (istKind) {
      const kontext = kontextFuer(fall, stelle);
      if (typeof kontext === "string") return { art: "uebersprungen", grund: kontext };
      const entscheidung = entscheide(leistung, kontext);
      if (entscheidung.art === "vonHand")
        return { art: "falsch", text: `person ${stelle}: open: ${entscheidung.vonHand.join(" ")}` };
      betragCent = entscheidung.abschnitte[0]?.betragCent ?? 0;
    }
    if (Math.abs(betragCent - Math.round(erwartet * 100)) > toleranz)
      return {
        art: "falsch",
        text: `person ${stelle}: expected ${formatiereEuro(Math.round(erwartet * 100))}, got ${formatiereEuro(betragCent)}`,
      };
  }
  return { art: "richtig" };
}

export const suite: Suite = {
  name: "recht/unterhaltsvorschuss",
  async finde(ordner) {
    const datei = join(ordner, "recht", "faelle.json");
    if (!existsSync(datei)) return undefined;
    const roh: unknown = JSON.parse(await readFile(datei, "utf8"));
    const eigene = z
      .array(z.looseObject({ benefit: z.string() }))
      .parse(roh)
      .filter((fall) => fall.benefit === "unterhaltsvorschuss");
    return eigene.map((each): Fall => {
      const gelesen = Form.safeParse(each);
      const name = `${String(each.date)} ${String(each.case)}`;
      if (!gelesen.success)
        return {
          name,
          urteile: () => ({
            art: "uebersprungen",
            grund: `the case has another form: ${z.prettifyError(gelesen.error).split("\n")[0]}`,
          }),
        };
      return { name, urteile: () => mitVorbehalt(gelesen.data.skip, urteile(gelesen.data)) };
    });
  },
};
