import type { NeuerMandant } from "#tenants";

type Satzungen = NonNullable<NeuerMandant["einstellungen"]["satzungen"]>;
const demo = (titel: string) => `${titel} (Demowerte, keine Satzung)`;

const hund = {
  gefaehrlicheRassen: ["Pitbull", "Staffordshire", "Bullterrier"],
  steuerfreieLebensmonate: 3,
  beginn: "monat",
  beginnNachZuzug: "folgemonat",
  befreitBeiMerkzeichen: ["Bl", "Gl", "H", "aG", "B"],
  ermaessigtAufProzent: { sozialleistung: 50, rettungshund: 0 },
};

/** Anna lives in the Altstadt, Gerda at the Kirchplatz, Ilona in no zone. */
const parken: Satzungen = {
  bewohnerparkzonen: [
    {
      gueltigAb: "2024-01-01",
      quelle: demo("Anordnung der Bewohnerparkzonen"),
      wert: [
        {
          schluessel: "A",
          name: "Altstadt",
          abschnitte: [
            { strasse: "Lindenallee", bis: 40 },
            { strasse: "Kirchplatz" },
            { strasse: "Am Markt" },
            { strasse: "Brunnengasse" },
            { strasse: "Am Rathaus" },
          ],
        },
        {
          schluessel: "B",
          name: "Bahnhof",
          abschnitte: [
            { strasse: "Bahnhofstraße" },
            { strasse: "Poststraße", seite: "gerade" },
            { strasse: "Lindenallee", von: 41, seite: "ungerade" },
          ],
        },
      ],
    },
  ],
  bewohnerparkgebuehr: [
    { gueltigAb: "2024-01-01", quelle: demo("Gebührenordnung für Bewohnerparkausweise"), wert: 3_000 },
    { gueltigAb: "2027-01-01", quelle: demo("Gebührenordnung für Bewohnerparkausweise, Fassung 2027"), wert: 6_000 },
  ],
};

/** Every street of the demo's people belongs to a school; the long ones are parted. */
const strassenDer: Record<string, { name: string; ganz: string; geteilt: object[] }> = {
  mitte: {
    name: "Grundschule am Markt",
    ganz: "Hauptstraße|Bahnhofstraße|Kirchplatz|Am Rathaus|Am Markt|Brunnengasse|Poststraße|Schulstraße|Nordwall|Ringstraße|Kolpingstraße|Louise-Otto-Straße",
    geteilt: [{ strasse: "Lindenallee", bis: 60 }],
  },
  park: {
    name: "Grundschule am Park",
    ganz: "Parkstraße|Gartenstraße|Rosenweg|Amselweg|Birkenweg|Ahornweg|Buchenweg|Kastanienallee|Fliederweg|Kornblumenweg|Astrid-Lindgren-Weg|Goethestraße|Schillerstraße",
    geteilt: [{ strasse: "Lindenallee", von: 61 }],
  },
  sued: {
    name: "Grundschule Süd",
    ganz: "Dorfstraße|Bergstraße|Waldweg|Mühlenstraße|Feldstraße|Wiesengrund|Eichendorffstraße|Hebbelstraße|Südring|Uferstraße|Am Hang|Königsberger Straße|Straße des Friedens|Zum Alten Zoll",
    geteilt: [],
  },
};
const schulbezirke: Satzungen[string] = [
  {
    gueltigAb: "2020-08-01",
    quelle: demo("Satzung über die Schuleinzugsbereiche"),
    wert: Object.entries(strassenDer).map(([schluessel, { name, ganz, geteilt }]) => ({
      schluessel,
      name,
      abschnitte: [...ganz.split("|").map((strasse) => ({ strasse })), ...geteilt],
    })) as never,
  },
];

/** What the Satzungen of Musterstadt say. All of it is invented. */
export const satzungenVonMusterstadt: Satzungen = {
  ...parken,
  schulbezirke,
  gemeindegebiet: [{ gueltigAb: "2000-01-01", quelle: demo("Hauptsatzung § 1"), wert: ["00401", "00402", "00403"] }],
  hundesteuer: [
    {
      gueltigAb: "2020-01-01",
      quelle: demo("Hundesteuersatzung der Stadt Musterstadt, Fassung 2020"),
      wert: { ...hund, ersterHundCent: 9_600, zweiterHundCent: 12_000, weitererHundCent: 14_400, gefaehrlicherHundCent: 60_000 },
    },
    {
      gueltigAb: "2026-01-01",
      quelle: demo("Hundesteuersatzung der Stadt Musterstadt, Fassung 2026"),
      wert: { ...hund, ersterHundCent: 10_800, zweiterHundCent: 13_200, weitererHundCent: 15_600, gefaehrlicherHundCent: 66_000 },
    },
  ],
};

/** § 12 KAG NRW takes over § 155 AO; whether with its Abs. 4 is an open point of the Hundesteuer's README. */
export const automatikVonMusterstadt: NonNullable<NeuerMandant["einstellungen"]["automatik"]> = {
  hundesteuer: { norm: "§ 155 Abs. 4 AO mit § 12 Abs. 1 Nr. 4 Buchst. b KAG NRW", gueltigAb: "2020-01-01" },
};
