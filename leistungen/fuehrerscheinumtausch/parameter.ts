import { defineParameter, defineTafel } from "#baukasten";
import { euro } from "#geld";

const januar = (jahr: number) => `${jahr}-01-19`;
const papier = { bis: "1998-12-31" } as const;
const karte = (von: number, bis: number) => ({ ab: `${von}-01-01`, bis: `${bis}-12-31` }) as const;
const ab1953 = { ab: 1953 } as const;

/** The last day with the old document; `keine`: it is none of those that must be exchanged. */
export const umtauschfrist = defineTafel({
  schluessel: "umtauschfrist",
  titel: "Tag, bis zu dem der Führerschein umzutauschen ist",
  treffer: "unique",
  spalten: {
    ausgestelltAm: { art: "datum", titel: "Ausgestellt am" },
    geburtsjahr: { art: "zahl", titel: "Geburtsjahr", ab: 1880, bis: 2100, zeige: String },
  },
  saetze: [
    {
      // The ordinance of 2019 had named 19 January 2022 for the first years of birth; that day was put off before it came to bear here.
      gueltigAb: "2023-01-01",
      quelle: "Anlage 8e FeV (zu § 24a Abs. 2 Satz 1)",
      wert: [
        {
          wenn: { ausgestelltAm: { bis: "2013-01-18" }, geburtsjahr: { unter: 1953 } },
          dann: januar(2033),
          norm: "Anlage 8e FeV, Tabelle I; Fußnote zu Tabelle II",
        },
        {
          wenn: { ausgestelltAm: papier, geburtsjahr: { ab: 1953, bis: 1958 } },
          dann: "2022-07-19",
          norm: "Anlage 8e FeV, Tabelle I",
        },
        {
          wenn: { ausgestelltAm: papier, geburtsjahr: { ab: 1959, bis: 1964 } },
          dann: januar(2023),
          norm: "Anlage 8e FeV, Tabelle I",
        },
        {
          wenn: { ausgestelltAm: papier, geburtsjahr: { ab: 1965, bis: 1970 } },
          dann: januar(2024),
          norm: "Anlage 8e FeV, Tabelle I",
        },
        { wenn: { ausgestelltAm: papier, geburtsjahr: { ab: 1971 } }, dann: januar(2025), norm: "Anlage 8e FeV, Tabelle I" },
        {
          wenn: { ausgestelltAm: karte(1999, 2001), geburtsjahr: ab1953 },
          dann: januar(2026),
          norm: "Anlage 8e FeV, Tabelle II",
        },
        {
          wenn: { ausgestelltAm: karte(2002, 2004), geburtsjahr: ab1953 },
          dann: januar(2027),
          norm: "Anlage 8e FeV, Tabelle II",
        },
        {
          wenn: { ausgestelltAm: karte(2005, 2007), geburtsjahr: ab1953 },
          dann: januar(2028),
          norm: "Anlage 8e FeV, Tabelle II",
        },
        {
          wenn: { ausgestelltAm: karte(2008, 2008), geburtsjahr: ab1953 },
          dann: januar(2029),
          norm: "Anlage 8e FeV, Tabelle II",
        },
        {
          wenn: { ausgestelltAm: karte(2009, 2009), geburtsjahr: ab1953 },
          dann: januar(2030),
          norm: "Anlage 8e FeV, Tabelle II",
        },
        {
          wenn: { ausgestelltAm: karte(2010, 2010), geburtsjahr: ab1953 },
          dann: januar(2031),
          norm: "Anlage 8e FeV, Tabelle II",
        },
        {
          wenn: { ausgestelltAm: karte(2011, 2011), geburtsjahr: ab1953 },
          dann: januar(2032),
          norm: "Anlage 8e FeV, Tabelle II",
        },
        {
          wenn: { ausgestelltAm: { ab: "2012-01-01", bis: "2013-01-18" }, geburtsjahr: ab1953 },
          dann: januar(2033),
          norm: "Anlage 8e FeV, Tabelle II",
        },
        { wenn: { ausgestelltAm: { ab: "2013-01-19" } }, dann: "keine", norm: "§ 24a Abs. 2 Satz 1 FeV" },
      ],
    },
  ],
  geprueftBis: "2026-12-31",
});

export const gebuehrUmtausch = defineParameter<number>({
  schluessel: "gebuehrFuehrerscheinumtausch",
  titel: "Gebühr für den Umtausch",
  einheit: "Euro",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: euro(25),
      quelle: "Demowert, nicht nach der GebOSt geprüft; veröffentlichte Beträge liegen zwischen 24,00 und 32,50 Euro",
    },
  ],
  geprueftBis: "2026-12-31",
});
