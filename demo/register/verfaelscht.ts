import type { Bevoelkerung } from "../bevoelkerung/index.ts";
import type { Auskunft, Befund } from "./auskunft.ts";

/** Well-formed and wrong: what a register with mixed-up files would say. Who relies on it unchecked decides about the wrong person. */
export function verfaelsche(
  befund: Befund,
  auskunft: string,
  anfrage: Readonly<Record<string, unknown>>,
  heute: string,
  bevoelkerung: Bevoelkerung,
  frage: Auskunft,
): Befund {
  if (befund.art !== "gefunden") return auskunft === "leistungsbezug" ? falscherBezug : befund;
  const { daten } = befund;
  const anderePerson = () => {
    const stelle = bevoelkerung.personen.findIndex((person) => person.idnr === anfrage.idnr);
    const andere =
      bevoelkerung.personen.slice(stelle + 1).find((person) => person.mandant && person.mutter) ??
      bevoelkerung.getPersona("gerda");
    return frage({ ...anfrage, idnr: andere.idnr }, heute);
  };
  switch (auskunft) {
    case "haushalt":
      return {
        art: "gefunden",
        daten: {
          ...daten,
          lebtBeiElternteil: daten.lebtBeiElternteil !== true,
          andererElternteilGleicheAnschrift: daten.andererElternteilGleicheAnschrift !== true,
        },
      };
    case "leistungsbezug":
      return { art: "gefunden", daten: { bezieht: false } };
    case "laufendeLeistung":
      return {
        art: "gefunden",
        daten: { ...daten, bezieht: daten.bezieht !== true, jugendamt: "Jugendamt Weitwegen", bis: null },
      };
    default:
      return anderePerson();
  }
}

const falscherBezug: Befund = {
  art: "gefunden",
  daten: { bezieht: true, bedarfsgemeinschaft: { einkommenElternteilCent: 0, hilfebeduerftigkeitDurchUvVermeidbar: false } },
};
