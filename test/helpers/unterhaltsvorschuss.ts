import assert from "node:assert/strict";
import type { Leistung } from "#baukasten";
import { getLeistung } from "#leistungen";
import { type Aenderung, liesAenderung } from "#wirkung";

export const uv = getLeistung("unterhaltsvorschuss");
const stand = "2026-11-24T08:00:00Z";
const gefunden = (daten: Record<string, unknown>) => ({ art: "gefunden", stand, daten }) as const;

/** Maria, single, for Mia, four years old; the father pays what is given. */
export const kontext = (unterhaltCent = 0, eingegangenAm = "2026-07-10") => ({
  eingegangenAm,
  antragsteller: { idnr: "11111111111", vornamen: "Maria", nachname: "Beispiel" },
  antworten: {
    kind: { vornamen: "Mia", nachname: "Beispiel", geburtsdatum: "2022-03-24", idnr: "33333333333" },
    zuhause: { lebtBeiMir: true, seit: "2022-03-24" },
    familienstand: { stand: "ledig" },
    andererElternteil: { lage: "bekannt" },
    angabenElternteil: { vornamen: "Viktor", nachname: "Anders", zusammen: false },
    unterhalt: { betrag: unterhaltCent },
    kindergeld: { wer: "ich" },
    staatsangehoerigkeit: { deutschOderEu: true },
    rueckwirkend: { vormonat: false, bemueht: false },
    nachricht: {},
  },
  nachweise: {
    geburt: gefunden({
      kind: { vornamen: "Mia", nachname: "Beispiel", geburtsdatum: "2022-03-24" },
      mutter: { idnr: "11111111111", name: "Maria Beispiel" },
      vater: { idnr: "22222222222", name: "Viktor Anders" },
      gestorben: { mutter: false, vater: false },
    }),
    haushalt: gefunden({
      lebtBeiElternteil: true,
      andererElternteilGleicheAnschrift: false,
      auskunftssperre: false,
      seit: "2022-03-24",
    }),
    familienstand: gefunden({
      idnr: "11111111111",
      vornamen: "Maria",
      nachname: "Beispiel",
      geburtsdatum: "1994-05-06",
      familienstand: "ledig",
      anschrift: null,
      auskunftssperre: false,
      kinder: [],
    }),
    andereJugendaemter: { art: "keinEintrag", stand } as const,
  },
});
export const gelesen = (leistung: Leistung, text: string, ab = "2026-07-01"): Aenderung => {
  const ergebnis = liesAenderung(leistung, text, ab);
  assert.equal(ergebnis.art, "gelesen", "text" in ergebnis ? ergebnis.text : "");
  return (ergebnis as Extract<typeof ergebnis, { art: "gelesen" }>).aenderung;
};
