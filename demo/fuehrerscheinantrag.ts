import { eroeffneAntrag } from "#antraege";
import type { Tx } from "#db";
import { getLeistung } from "#leistungen";
import type { System } from "../src/app.ts";
import { type Fuehrerschein, fuehrerscheinVon, type Person } from "./bevoelkerung/index.ts";

/** Whose exchange the rules can prepare: an old document that the register knows, cars only, nothing withdrawn. */
export function hatVorbereitbaren(person: Person): boolean {
  const schein = fuehrerscheinVon(person);
  if (!schein || schein.nurKarteikarte || schein.entzogen || schein.klassen.includes("C")) return false;
  return schein.ausgestelltAm < "2013-01-19" && person.mandant !== null && !person.auskunftssperre;
}

/** A drawn face: stands for photo and signature of people who do not exist. */
const gezeichnet = [
  "iVBORw0KGgoAAAANSUhEUgAAADgAAABIBAAAAABDP4QCAAAA4klEQVR42u3Uuw2DMBCA4RsgU6RO5zZiTxoWiZSG1soSVJGQZ4gNPnwvHlGcVL",
  "mC5tN/RgIZwsbAHwW6OM0KOicUpFEtOCA6Axcr6TFMW32cnuwFEnqftdF4ndFrHDCcUoUYpvQdLFvT3kZgCWNaD4n5virCKT/q4hfedmAYamGg",
  "+JBIv4r6+0aCwcJznIuFQR9JcFRbj2JQWymOMmR3ggz5bSKM4y3O/bfYTtNZ+GxxNBYrCoYtCuw8nI4hDzEFK8QUzDCnYIY5BTucU7DDOd1Fa+",
  "u0dxdNS3s/QvvIdOgmvgCOcEyP78ZuMgAAAABJRU5ErkJggg==",
];
export const LICHTBILD = Buffer.from(gezeichnet.join(""), "base64");

export async function antwortenFuerUmtausch(system: System, mandantId: number, schein: Fuehrerschein) {
  const sha256 = await system.blobs.put(mandantId, LICHTBILD);
  const bild = [{ name: "bild.png", typ: "image/png", groesse: LICHTBILD.byteLength, sha256 }];
  return {
    fuehrerschein: { nummer: schein.nummer, ausgestelltAm: schein.ausgestelltAm, behoerde: schein.behoerde },
    lichtbild: { bild },
    unterschrift: { bild },
    empfang: { weg: "abholung" },
    nachricht: {},
  };
}

/** Submits as the person would have done online. @param schluessel makes repeating it harmless */
export async function reicheUmtauschEin(system: System, tx: Tx, person: Person, schluessel: string): Promise<string> {
  const schein = fuehrerscheinVon(person);
  if (!schein) throw new Error(`${person.vornamen} ${person.nachname} hat keinen Führerschein.`);
  const antragsteller = {
    person: system.secrets.pseudonym(`idnr:${person.idnr}`),
    idnr: person.idnr,
    vornamen: person.vornamen,
    nachname: person.nachname,
    email: person.email,
  };
  const schriftform = { art: "anmeldung", vertrauensniveau: "substantiell" } as const;
  const eroeffnet = await eroeffneAntrag(system, tx, {
    leistung: getLeistung("fuehrerscheinumtausch"),
    antworten: await antwortenFuerUmtausch(system, tx.mandantId, schein),
    einreichung: { kanal: "online", person: antragsteller, schriftform, einwilligungPostfach: true },
    transaktion: schluessel,
  });
  return eroeffnet.vorgangId;
}
