import type { Knoten } from "../../baum.ts";
import { betrag, type Dezimal, minus, plus, runde, vergleiche } from "../../dezimal.ts";
import type { Regel } from "../../regel.ts";
import { regelnVon } from "../rahmen.ts";
import { betragVon, eins, hat, immer, nach, type Pruefung, zahl } from "../weg.ts";
import { type Kategorie, kategorien, type Nummern, type Satz } from "./kategorie.ts";
import { basisCii, basisUbl } from "./kategorie-basis.ts";
import { nummernCii, nummernUbl } from "./kategorie-nummern.ts";
import { zeilenCii, zeilenUbl } from "./kategorie-zeilen.ts";

const regel = regelnVon("en16931");

const satzText: Record<Satz, string> = {
  groesserNull: "Er muss größer als 0 sein.",
  nichtNegativ: "Er muss angegeben und darf nicht negativ sein.",
  null: "Er muss 0 sein.",
  keiner: "Er darf nicht angegeben sein.",
};
const nummernText: Record<Nummern, string> = {
  verkaeufer:
    "Geben Sie die Umsatzsteuer-Identifikationsnummer oder Steuernummer des Verkäufers an oder die Umsatzsteuer-Identifikationsnummer seines Steuervertreters.",
  verkaeuferUstId: "Geben Sie die Umsatzsteuer-Identifikationsnummer des Verkäufers oder seines Steuervertreters an.",
  verkaeuferUndKaeufer:
    "Geben Sie die Steuernummer des Verkäufers (oder seines Steuervertreters) und die Umsatzsteuer-Identifikationsnummer oder Registernummer des Käufers an.",
  beideUstId:
    "Geben Sie die Umsatzsteuer-Identifikationsnummern des Verkäufers (oder seines Steuervertreters) und des Käufers an.",
  keine:
    "Lassen Sie die Umsatzsteuer-Identifikationsnummern von Verkäufer, Steuervertreter und Käufer weg, oder wählen Sie eine andere Kategorie.",
};
const stellen = [
  { nr: "02", satzNr: "05", ort: "position", bei: "einer Position", bt: "BT-151", btSatz: "BT-152" },
  { nr: "03", satzNr: "06", ort: "nachlass", bei: "einem Nachlass auf die Rechnung", bt: "BT-95", btSatz: "BT-96" },
  { nr: "04", satzNr: "07", ort: "zuschlag", bei: "einem Zuschlag auf die Rechnung", bt: "BT-102", btSatz: "BT-103" },
] as const;

/** The rate of a line, allowance or charge. Canaries are the one place where the two syntaxes differ: in CII their rate must exceed 0. */
const satzPasst = (satz: Satz, pfad: string): Pruefung => {
  const hin = nach(pfad);
  const vergleich = (wert: Dezimal) =>
    satz === "groesserNull" ? wert.ganz > 0n : satz === "null" ? wert.ganz === 0n : wert.ganz >= 0n;
  if (satz === "keiner") return (k) => hin(k).length === 0;
  return (k) => hin(k).some((wert) => vergleich(zahl(wert)));
};
const satzInCii = ({ code, satz }: Kategorie): Satz => (code === "L" ? "groesserNull" : satz);

function familie(kategorie: Kategorie): Regel[] {
  const { code, kurz, name, satz, nummern, jeSatz, grund } = kategorie;
  const nr = (nummer: string) => `BR-${kurz}-${nummer}`;
  const was = `Kategorie ${code} (${name})`;
  const grundPasst = grund === "noetig" ? hatGrund : ohneGrund;
  return [
    regel(
      nr("01"),
      "BG-23 BT-118",
      jeSatz
        ? `${was}: Was unter dieser Kategorie berechnet ist, muss in der Aufschlüsselung der Umsatzsteuer stehen, und umgekehrt. Ergänzen Sie die Zeile.`
        : `${was}: Die Aufschlüsselung der Umsatzsteuer muss für diese Kategorie genau eine Zeile haben. Ergänzen Sie sie oder fassen Sie zusammen.`,
      {
        ubl: ["rechnung", zeilenUbl(kategorie)],
        cii: ["rechnung", zeilenCii(kategorie)],
      },
    ),
    ...stellen.map(({ nr: nummer, ort, bei, bt }) =>
      regel(
        nr(nummer),
        `${bt} BT-31 BT-32 BT-63${nummern === "verkaeufer" || nummern === "verkaeuferUstId" ? "" : " BT-46 BT-48"}`,
        `${was} bei ${bei}: ${nummern === "keine" ? "Hier darf keine Umsatzsteuer-Identifikationsnummer stehen" : "Es fehlt eine Steuernummer"}. ${nummernText[nummern]}`,
        {
          ubl: ["rechnung", nummernUbl(kategorie, ort)],
          cii: [`${kurz}-${ort}`, nummernCii[nummern]],
        },
      ),
    ),
    ...stellen.map(({ satzNr, ort, bei, btSatz }) =>
      regel(nr(satzNr), btSatz, `${was} bei ${bei}: Der Steuersatz ist nicht richtig. ${satzText[satz]}`, {
        ubl: [`${kurz}-${ort}`, satzPasst(satz, "cbc:Percent")],
        cii: [`${kurz}-${ort}`, satzPasst(satzInCii(kategorie), "ram:RateApplicablePercent")],
      }),
    ),
    regel(
      nr("08"),
      "BT-116 BT-131 BT-92 BT-99",
      `${was}: Der Nettobetrag in der Aufschlüsselung der Umsatzsteuer stimmt nicht. Er muss die Summe der Positionen${jeSatz ? " mit diesem Satz" : ""} sein, weniger Nachlässe, zuzüglich Zuschläge dieser Kategorie.`,
      {
        ubl: [`${kurz}-steuerzeile`, basisUbl(kategorie).gilt],
        cii: [`${kurz}-steuerzeile`, basisCii(kategorie).gilt],
        rechenweg: (k, d) => (d.syntax === "ubl" ? basisUbl : basisCii)(kategorie).rechenweg(k, d),
      },
    ),
    regel(
      nr("09"),
      "BT-117 BT-119",
      jeSatz
        ? `${was}: Der Steuerbetrag in der Aufschlüsselung stimmt nicht. Er muss der Nettobetrag mal Steuersatz sein.`
        : `${was}: Der Steuerbetrag in der Aufschlüsselung muss 0 sein.`,
      {
        ubl: [`${kurz}-steuerzeile`, jeSatz ? steuerUbl : (k) => istNull(nach("../cbc:TaxAmount")(k))],
        cii: [
          `${kurz}-steuerzeile`,
          code === "S"
            ? steuerCii
            : jeSatz
              ? immer
              : (k) => nach("ram:CalculatedAmount")(zeileVon(k)).some((wert) => zahl(wert).ganz === 0n),
        ],
      },
    ),
    regel(
      nr("10"),
      "BT-120 BT-121",
      grund === "noetig"
        ? `${was}: In der Aufschlüsselung der Umsatzsteuer fehlt, warum keine Steuer anfällt. Nennen Sie den Grund, als Text oder als Code.`
        : `${was}: In der Aufschlüsselung der Umsatzsteuer steht ein Grund für eine Befreiung. Lassen Sie ihn weg; diese Kategorie ist nicht befreit.`,
      {
        ubl: [`${kurz}-steuerzeile`, grundPasst("cbc:TaxExemptionReason", "cbc:TaxExemptionReasonCode")],
        cii: [`${kurz}-steuerzeile`, (k, d) => grundPasst("ram:ExemptionReason", "ram:ExemptionReasonCode")(zeileVon(k), d)],
      },
    ),
  ];
}

const hatGrund =
  (text: string, code: string): Pruefung =>
  (k, d) =>
    hat(text)(k, d) || hat(code)(k, d);
const ohneGrund =
  (text: string, code: string): Pruefung =>
  (k, d) =>
    !hat(text)(k, d) && !hat(code)(k, d);
const istNull = (werte: readonly Knoten[]): boolean => {
  const einer = eins(werte);
  return !!einer && zahl(einer).ganz === 0n;
};
/** The row of the breakdown, asked by itself or by its code. */
const zeileVon = (k: Knoten): Knoten => (k.name === "ram:CategoryCode" ? (k.eltern as Knoten) : k);

const eine: Dezimal = { ganz: 1n, stellen: 0 };
const umEinsVerschieden = (ist: Dezimal, soll: Dezimal): boolean =>
  vergleiche(minus(ist, eine), soll) < 0 && vergleiche(plus(ist, eine), soll) > 0;
const steuerUbl: Pruefung = (k) => {
  const [steuer, basis, satz] = [
    betragVon("../cbc:TaxAmount")(k),
    betragVon("../cbc:TaxableAmount")(k),
    betragVon("cbc:Percent")(k),
  ];
  return !!steuer && !!basis && !!satz && umEinsVerschieden(betrag(steuer), malSatz(basis, satz));
};
const steuerCii: Pruefung = (k) => {
  const zeile = zeileVon(k);
  const [steuer, basis, satz] = ["ram:CalculatedAmount", "ram:BasisAmount", "ram:RateApplicablePercent"].map((pfad) =>
    betragVon(pfad)(zeile),
  );
  return !!steuer && !!basis && !!satz && umEinsVerschieden(betrag(steuer), malSatz(basis, satz));
};
const malSatz = (basis: Dezimal, satz: Dezimal): Dezimal => {
  const { ganz, stellen: nachPunkt } = betrag(basis);
  return runde({ ganz: ganz * satz.ganz, stellen: nachPunkt + satz.stellen + 2 }, 2);
};

/** The nine families, and what K and O ask beyond them. BR-B-* (Italian split payment) stand beside them. */
export const kategorieregeln: readonly Regel[] = kategorien.flatMap(familie);
