import type { Regel } from "../../regel.ts";
import { vertrag } from "../cii.ts";
import { regelnVon } from "../rahmen.ts";
import { einesVoll, eins, hat, nach, type Pruefung } from "../weg.ts";

const regel = regelnVon("xrechnung");

const nenne = (was: string) => `${was} fehlt. XRechnung verlangt die Angabe.`;
const zeichenfolge = (pfad: string, passt: (text: string) => boolean): Pruefung => {
  const hin = nach(pfad);
  return (k) => passt(eins(hin(k))?.norm ?? "");
};
const mindestensDreiZiffern = (text: string): boolean => (text.match(/[0-9]/g)?.length ?? 0) >= 3;
/** Something, one @, names with dots between them; looser than any mail server. */
function istMailadresse(text: string): boolean {
  const at = text.indexOf("@");
  if (at < 1 || text.indexOf("@", at + 1) >= 0 || /\s/.test(text)) return false;
  const namen = text.slice(at + 1).split(".");
  return namen.length >= 2 && namen.every((name) => name !== "");
}
const ort = (was: string, nr: string, bt: string, anlass: string) =>
  regel(`BR-DE-${nr}`, bt, nenne(`Der Ort in der Anschrift ${was}`), {
    ubl: [anlass, einesVoll("cbc:CityName")],
    cii: [anlass, einesVoll("ram:CityName")],
  });
const plz = (was: string, nr: string, bt: string, anlass: string) =>
  regel(`BR-DE-${nr}`, bt, nenne(`Die Postleitzahl in der Anschrift ${was}`), {
    ubl: [anlass, einesVoll("cbc:PostalZone")],
    cii: [anlass, einesVoll("ram:PostcodeCode")],
  });

/** BR-DE-2 to BR-DE-11, 15, 27, 28: who can be asked, and where everybody lives. */
export const dePartei: readonly Regel[] = [
  regel("BR-DE-2", "BG-6", "Der Ansprechpartner des Verkäufers fehlt. Geben Sie Name, Telefon und E-Mail an.", {
    ubl: ["x-verkaeufer", hat("cac:Party/cac:Contact")],
    cii: ["x-verkaeufer", hat("ram:DefinedTradeContact")],
  }),
  ort("des Verkäufers", "3", "BT-37", "x-anschriftVerkaeufer"),
  plz("des Verkäufers", "4", "BT-38", "x-anschriftVerkaeufer"),
  regel("BR-DE-5", "BT-41", nenne("Der Name des Ansprechpartners beim Verkäufer"), {
    ubl: ["x-kontakt", einesVoll("cbc:Name")],
    cii: ["x-kontakt", einesVoll("(ram:PersonName|ram:DepartmentName)")],
  }),
  regel("BR-DE-6", "BT-42", nenne("Die Telefonnummer des Ansprechpartners beim Verkäufer"), {
    ubl: ["x-kontakt", einesVoll("cbc:Telephone")],
    cii: ["x-kontakt", einesVoll("ram:TelephoneUniversalCommunication/ram:CompleteNumber")],
  }),
  regel("BR-DE-7", "BT-43", nenne("Die E-Mail-Adresse des Ansprechpartners beim Verkäufer"), {
    ubl: ["x-kontakt", einesVoll("cbc:ElectronicMail")],
    cii: ["x-kontakt", einesVoll("ram:EmailURIUniversalCommunication/ram:URIID")],
  }),
  ort("des Käufers", "8", "BT-52", "x-anschriftKaeufer"),
  plz("des Käufers", "9", "BT-53", "x-anschriftKaeufer"),
  ort("der Lieferung", "10", "BT-77", "x-lieferanschrift"),
  plz("der Lieferung", "11", "BT-78", "x-lieferanschrift"),
  regel(
    "BR-DE-15",
    "BT-10",
    "Die Leitweg-ID (Käuferreferenz) fehlt. Geben Sie die Leitweg-ID an, die Ihnen die Behörde genannt hat.",
    {
      ubl: ["x-rechnung", einesVoll("cbc:BuyerReference")],
      cii: ["x-rechnung", einesVoll(`${vertrag}/ram:BuyerReference`)],
    },
  ),
  regel("BR-DE-27", "BT-42", "Die Telefonnummer des Ansprechpartners hat weniger als drei Ziffern. Prüfen Sie sie.", {
    schwere: "warnung",
    ubl: ["x-kontakt", zeichenfolge("cbc:Telephone", mindestensDreiZiffern)],
    cii: ["x-kontakt", zeichenfolge("ram:TelephoneUniversalCommunication/ram:CompleteNumber", mindestensDreiZiffern)],
  }),
  regel(
    "BR-DE-28",
    "BT-43",
    "Die E-Mail-Adresse des Ansprechpartners ist nicht richtig. Sie braucht ein @ und danach einen Namen mit Punkt.",
    {
      schwere: "warnung",
      ubl: ["x-kontakt", zeichenfolge("cbc:ElectronicMail", istMailadresse)],
      cii: ["x-kontakt", zeichenfolge("ram:EmailURIUniversalCommunication/ram:URIID", istMailadresse)],
    },
  ),
];
