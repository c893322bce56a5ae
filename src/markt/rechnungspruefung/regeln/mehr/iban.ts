import type { Knoten } from "../../baum.ts";
import type { Rechnung } from "../../modell.ts";
import type { Regel } from "../../regel.ts";
import { XRECHNUNG } from "../../szenarien.ts";
import { text } from "../../werte.ts";
import { ibanPruefzifferStimmt } from "../iban-rest.ts";

/** Length of an IBAN by country (ISO 13616, IBAN registry of SWIFT). */
const laengen = new Map(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 " +
    "GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 " +
    "MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 " +
    "TN24 TR26 UA29 VA22 VG24 XK20"
  )
    .split(" ")
    .map((eintrag) => [eintrag.slice(0, 2), Number(eintrag.slice(2))] as const),
);

const ohneLeerraum = (iban: string) => iban.replace(/\s/g, "");
/** Other account numbers may stand there, too; only what looks like an IBAN is judged as one. */
const siehtAusWieIban = (wert: string) => /^[A-Za-z]{2}\d{2}[A-Za-z0-9]{4,}$/.test(wert);

export function ibanLaengeStimmt(iban: string): boolean {
  const wert = ohneLeerraum(iban);
  const soll = laengen.get(wert.slice(0, 2).toUpperCase());
  return soll !== undefined && wert.length === soll;
}
export const ibanStimmt = (iban: string): boolean =>
  ibanLaengeStimmt(iban) && ibanPruefzifferStimmt(ohneLeerraum(iban).toUpperCase());

const konten = (anweisungen: Rechnung["zahlungsanweisungen"]): readonly Knoten[] =>
  anweisungen.flatMap(({ ueberweisung, belastetesKonto }) => [
    ...ueberweisung.flatMap(({ iban: nummer }) => nummer),
    ...belastetesKonto,
  ]);

export const iban: readonly Regel[] = [
  {
    id: "FW-IBAN-01",
    werk: "fachwerk",
    schwere: "warnung",
    bt: ["BT-84", "BT-91"],
    text: "Eine IBAN hat nicht die Länge, die in ihrem Land gilt, oder das Land kennt keine IBAN. Prüfen Sie sie; eine deutsche hat 22 Stellen.",
    pruefe: ({ zahlungsanweisungen }) =>
      konten(zahlungsanweisungen).filter((k) => siehtAusWieIban(ohneLeerraum(k.norm)) && !ibanLaengeStimmt(k.norm)),
  },
  {
    id: "FW-IBAN-02",
    werk: "fachwerk",
    schwere: "warnung",
    bt: ["BT-84", "BT-91"],
    text: "Die Prüfziffer einer IBAN stimmt nicht. Wahrscheinlich ist eine Stelle falsch; prüfen Sie sie.",
    pruefe: ({ zahlungsanweisungen, spezifikation }) => {
      const xrechnung = spezifikation.some(({ text: kennung }) => kennung.startsWith(XRECHNUNG));
      // Of transfers (58) and direct debits (59) BR-DE-19 and BR-DE-20 say the same.
      const uebrige = zahlungsanweisungen.filter(({ code }) => !(xrechnung && ["58", "59"].includes(text(code))));
      return konten(uebrige).filter(
        (k) => siehtAusWieIban(ohneLeerraum(k.norm)) && ibanLaengeStimmt(k.norm) && !ibanStimmt(k.norm),
      );
    },
  },
];
