import type { Stammdaten } from "#rechnungen";
import { ibanFuer } from "../bevoelkerung/index.ts";
import type { Rechnungsentwurf } from "./schreibe-xrechnung.ts";

/** Check digits of a VAT id (ISO 7064 MOD 11,10 over eight digits), so that the number is well-formed; it belongs to nobody. */
function ustIdFuer(acht: string): string {
  let rest = 10;
  for (const zeichen of acht) {
    const summe = (Number(zeichen) + rest) % 10;
    rest = ((summe === 0 ? 10 : summe) * 2) % 11;
  }
  return `DE${acht}${(11 - rest) % 10}`;
}

/** Check digits of a Leitweg-ID (ISO 7064 MOD 97-10), letters as 10 to 35. */
export function leitwegIdFuer(grob: string, fein: string): string {
  let rest = 0;
  for (const zeichen of `${grob}${fein}00`.toUpperCase())
    rest = Number(`${rest}${zeichen >= "A" ? zeichen.charCodeAt(0) - 55 : zeichen}`) % 97;
  return `${grob}-${fein}-${String(98 - rest).padStart(2, "0")}`;
}

const orte = ["Musterstadt", "Beispielhausen", "Neudorf", "Altenfeld", "Wiesental"] as const;
const branchen = [
  ["Bürobedarf", "Kopierpapier A4"],
  ["Reinigung", "Unterhaltsreinigung Rathaus"],
  ["Gartenbau", "Pflege der Grünanlagen"],
  ["Elektrotechnik", "Prüfung ortsfester Anlagen"],
  ["Heizungsbau", "Wartung Heizkessel"],
  ["Druckerei", "Broschüren"],
  ["IT-Service", "Notebook 14 Zoll"],
  ["Schreinerei", "Schranktüren"],
  ["Spedition", "Umzugsleistungen"],
  ["Malerbetrieb", "Anstrich Klassenräume"],
  ["Fahrzeugtechnik", "Inspektion Dienstwagen"],
  ["Catering", "Mittagessen Kindertagesstätte"],
] as const;
const namen = ["Adler", "Bergmann", "Conrad", "Drescher", "Ebert", "Falk", "Gruber", "Hansen", "Imhoff", "Jansen"] as const;
const formen = ["GmbH", "GmbH & Co. KG", "e. K.", "AG"] as const;

export type Lieferant = Rechnungsentwurf["lieferant"] & { kreditor: string; artikel: string };

/** Suppliers that do not exist, always the same: number 0 to 119. */
export function lieferant(nummer: number): Lieferant {
  const [branche, artikel] = branchen[nummer % branchen.length] ?? branchen[0];
  const nachname = namen[Math.floor(nummer / branchen.length) % namen.length] ?? "";
  const firma = `${branche} ${nachname} ${formen[nummer % formen.length]}`;
  const domain = `${branche
    .toLowerCase()
    .replaceAll("ü", "ue")
    .replaceAll(/[^a-z]/g, "")}-${nachname.toLowerCase()}.example`;
  return {
    kreditor: String(70_000 + nummer),
    name: firma,
    artikel,
    ustId: nummer % 5 === 4 ? null : ustIdFuer(String(81_000_000 + nummer * 37)),
    steuernummer: nummer % 5 === 4 ? `5${String(133_081_500_000 + nummer * 11).slice(0, 12)}` : null,
    strasse: `Werkstraße ${nummer + 1}`,
    plz: `0000${(nummer % 5) + 1}`,
    ort: orte[nummer % orte.length] ?? "Musterstadt",
    ansprechpartner: `Frau ${nachname}`,
    telefon: `+49 999 ${1000 + nummer}`,
    email: `rechnung@${domain}`,
    iban: ibanFuer(7_000_000 + nummer),
  };
}
export const ANZAHL_LIEFERANTEN = branchen.length * namen.length;

/** Leitweg-IDs of the demo. `99` is no Land: nobody has them. */
export const demoLeitwege = {
  musterstadt: {
    schulamt: leitwegIdFuer("99001", "SCHULE"),
    buergeramt: leitwegIdFuer("99001", "BUERGER"),
    steueramt: leitwegIdFuer("99001", "STEUER"),
  },
  beispielkreis: { sozialamt: leitwegIdFuer("99002", "SOZIAL"), zulassungsbehoerde: leitwegIdFuer("99002", "KFZ") },
} as const;

/** One order for each supplier: enough of the article for every invoice of the demo, at its price. */
export const bestellnummerVon = (nummer: number) => `BE-${String(4_000 + nummer)}`;
export const preisCentVon = (nummer: number) => 1_250 + (nummer % 17) * 345;
const aemterVonMusterstadt = ["schulamt", "buergeramt", "steueramt"] as const;
export const amtVon = (nummer: number) => aemterVonMusterstadt[nummer % 3] ?? "schulamt";

const stellennamen: Record<string, string> = {
  schulamt: "Schulverwaltung",
  buergeramt: "Bürgerdienste",
  steueramt: "Steuern und Abgaben",
  sozialamt: "Soziale Leistungen",
  zulassungsbehoerde: "Kfz-Zulassung",
};

/** Creditors, orders, cost centres and people of Musterstadt. All made up. */
export function demoStammdaten(mandant: "musterstadt" | "beispielkreis"): Stammdaten {
  const hier = mandant === "musterstadt";
  const lieferanten = hier
    ? Array.from({ length: ANZAHL_LIEFERANTEN }, (_, nummer) => lieferant(nummer))
    : [lieferant(3), lieferant(7)];
  const stelle = (amt: string) =>
    ({ schulamt: "40100", buergeramt: "33100", steueramt: "22100", sozialamt: "50100", zulassungsbehoerde: "36100" })[amt] ??
    "10100";
  const aemter = Object.keys(demoLeitwege[mandant]);
  return {
    leitwege: Object.entries(demoLeitwege[mandant]).map(([amt, leitwegId]) => ({ leitwegId, amt })),
    kreditoren: lieferanten.map(({ kreditor, name, ustId, steuernummer, email, iban }) => ({
      nummer: kreditor,
      name,
      ustId,
      steuernummer,
      email,
      gesperrt: false,
      ibans: iban ? [iban] : [],
    })),
    bestellungen: hier
      ? lieferanten.map(({ kreditor, artikel }, nummer) => ({
          nummer: bestellnummerVon(nummer),
          art: "bestellung" as const,
          amt: amtVon(nummer),
          kreditor,
          kostenstelle: stelle(amtVon(nummer)),
          summeCent: preisCentVon(nummer) * 1_000_000,
          abgeschlossen: false,
          positionen: [
            { position: "10", artikel, menge: "1000000", preis: (preisCentVon(nummer) / 100).toFixed(2), kostenstelle: null },
            { position: "20", artikel: "Anfahrt", menge: "100000", preis: "35.00", kostenstelle: "10100" },
          ],
        }))
      : [],
    dauerrechnungen: hier
      ? [
          {
            kreditor: lieferant(1).kreditor,
            bezeichnung: "Unterhaltsreinigung Rathaus, monatlich",
            amt: "buergeramt",
            vertrag: "V-2026-17",
            erwartetCent: 238_000,
            toleranzCent: 0,
            rhythmusMonate: 1,
            beginn: "2026-01-01",
            ende: null,
          },
        ]
      : [],
    kostenstellen: [
      { nummer: "10100", bezeichnung: "Zentrale Dienste", amt: aemter[0] ?? "" },
      ...aemter.map((amt) => ({ nummer: stelle(amt), bezeichnung: stellennamen[amt] ?? amt, amt })),
    ],
    befugnisse: [
      {
        kennung: `${mandant}-anordnung`,
        name: hier ? "Henriette Falkenberg" : "Insa Tjarks",
        email: `anordnung@${mandant}.example`,
        amt: "*",
        bisCent: 5_000_000,
      },
      {
        kennung: `${mandant}-anordnung2`,
        name: hier ? "Dr. Yusuf Kaplan" : "Dr. Okke Brunken",
        email: `anordnung2@${mandant}.example`,
        amt: "*",
        bisCent: 50_000_000,
      },
    ],
  };
}
