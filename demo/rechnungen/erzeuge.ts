import { plusTage } from "#kalender";
import { ibanFuer } from "../bevoelkerung/index.ts";
import { ANZAHL_LIEFERANTEN, amtVon, bestellnummerVon, demoLeitwege, lieferant, preisCentVon } from "./lieferanten.ts";
import { type Rechnungsentwurf, schreibeXrechnung } from "./schreibe-xrechnung.ts";

export type Rechnungsdatei = { dateiname: string; bytes: Buffer; entwurf: Rechnungsentwurf };

const kaeufer = {
  name: "Stadt Musterstadt",
  strasse: "Rathausplatz 1",
  plz: "00001",
  ort: "Musterstadt",
  email: "rechnung@musterstadt.example",
};

/** Invoice number `nummer` of the demo: by supplier, order and price as agreed, every third with Skonto. The same number is the same invoice. */
export function entwirf(nummer: number, heute: string, aenderung: Partial<Rechnungsentwurf> = {}): Rechnungsentwurf {
  const wer = nummer % ANZAHL_LIEFERANTEN;
  const { kreditor: _kreditor, artikel, ...firma } = lieferant(wer);
  const datum = plusTage(heute, -(nummer % 9));
  const leitwege: Record<string, string> = demoLeitwege.musterstadt;
  return {
    art: "rechnung",
    nummer: `${heute.slice(0, 4)}-${String(100_000 + nummer * 31)}`,
    datum,
    faelligAm: plusTage(datum, 30),
    leitwegId: leitwege[amtVon(wer)] ?? null,
    bestellnummer: bestellnummerVon(wer),
    vertrag: null,
    bezug: null,
    lieferant: firma,
    kaeufer,
    positionen: [
      { artikel, menge: 1 + (nummer % 40), preisCent: preisCentVon(wer), satz: 19, bestellposition: "10" },
      ...(nummer % 2 === 0 ? [{ artikel: "Anfahrt", menge: 1, preisCent: 3_500, satz: 19 as const, bestellposition: "20" }] : []),
    ],
    bedingungen: nummer % 3 === 0 ? ["#SKONTO#TAGE=14#PROZENT=2.00#", "#SKONTO#TAGE=21#PROZENT=1.00#"] : [],
    ...aenderung,
  };
}

export const alsDatei = (entwurf: Rechnungsentwurf): Rechnungsdatei => ({
  dateiname: `${entwurf.nummer.replaceAll(/[^A-Za-z0-9-]/g, "_")}.xml`,
  bytes: Buffer.from(schreibeXrechnung(entwurf)),
  entwurf,
});
export const erzeuge = (nummer: number, heute: string): Rechnungsdatei => alsDatei(entwirf(nummer, heute));

/** What does not go smoothly, one of each, by name. */
export function besondere(heute: string): Record<string, Rechnungsdatei> {
  const basis = entwirf(900_001, heute);
  const neu = (nummer: number, aenderung: Partial<Rechnungsentwurf>) => alsDatei(entwirf(900_000 + nummer, heute, aenderung));
  const ohneAnsprechpartner = (datei: Rechnungsdatei): Rechnungsdatei => ({
    ...datei,
    bytes: Buffer.from(datei.bytes.toString("utf8").replace(/<cac:Contact>.*?<\/cac:Contact>/, "")),
  });
  return {
    einwandfrei: alsDatei(basis),
    dublette: alsDatei({ ...basis, bedingungen: ["Zweite Ausfertigung"] }),
    aehnlich: alsDatei({
      ...basis,
      nummer: basis.nummer.replace(/(\d)(\d)$/, (_treffer, a: string, b: string) => (a === b ? `${a}9` : `${b}${a}`)),
    }),
    neueIban: neu(2, { lieferant: { ...entwirf(900_002, heute).lieferant, iban: ibanFuer(6_666_666) } }),
    skonto: neu(3, { bedingungen: ["#SKONTO#TAGE=10#PROZENT=3.00#"] }),
    teurer: neu(4, {
      positionen: [
        {
          artikel: lieferant(900_004 % ANZAHL_LIEFERANTEN).artikel,
          menge: 10,
          preisCent: 9_999,
          satz: 19,
          bestellposition: "10",
        },
      ],
    }),
    gutschrift: neu(5, {
      art: "gutschrift",
      lieferant: basis.lieferant,
      bezug: basis.nummer,
      bestellnummer: null,
      positionen: [{ artikel: "Gutschrift wegen Mangel", menge: 1, preisCent: 1_000, satz: 19, bestellposition: null }],
    }),
    unbekannterLieferant: neu(6, {
      lieferant: {
        ...lieferant(6),
        name: "Unbekannt und Söhne OHG",
        ustId: null,
        steuernummer: "5999081508151",
        iban: ibanFuer(6_000_001),
      },
    }),
    ohneLeitweg: neu(7, { leitwegId: "99009-NIEMAND-00", bestellnummer: null }),
    fuerDenKreis: neu(8, { leitwegId: demoLeitwege.beispielkreis.sozialamt, bestellnummer: null, lieferant: lieferant(3) }),
    fehlerhaft: ohneAnsprechpartner(neu(9, {})),
    dauerrechnung: neu(10, {
      lieferant: lieferant(1),
      bestellnummer: null,
      vertrag: "V-2026-17",
      positionen: [{ artikel: "Unterhaltsreinigung Rathaus", menge: 1, preisCent: 200_000, satz: 19, bestellposition: null }],
    }),
  };
}
