import type { NeuerMandant } from "#tenants";
import { ibanFuer } from "./bevoelkerung/index.ts";
import { automatikVonMusterstadt, satzungenVonMusterstadt } from "./satzungen.ts";

/** Offices by key: name, extension, name before the @. */
const aemter = {
  jugendamt: ["Jugendamt, Unterhaltsvorschusskasse", 200, "unterhaltsvorschuss"],
  elterngeldstelle: ["Elterngeldstelle", 220, "elterngeld"],
  sozialamt: ["Sozialamt", 300, "sozialamt"],
  wohngeldbehoerde: ["Wohngeldbehörde", 320, "wohngeld"],
  familienkasse: ["Familienkasse", 400, "kindergeld"],
  steueramt: ["Amt für Steuern und Abgaben", 500, "steuern"],
  strassenverkehrsamt: ["Straßenverkehrsbehörde", 600, "verkehr"],
  schulamt: ["Schulverwaltungsamt", 700, "schule"],
  buergeramt: ["Bürgeramt, Meldebehörde", 100, "buergeramt"],
  gewerbeamt: ["Gewerbeamt", 520, "gewerbe"],
  zulassungsbehoerde: ["Kfz-Zulassungsbehörde", 620, "zulassung"],
  fahrerlaubnisbehoerde: ["Fahrerlaubnisbehörde", 640, "fuehrerschein"],
} as const;
type Amtsschluessel = keyof typeof aemter;

const aemterVon = (strasse: string, vorwahl: string, domain: string, schluessel: readonly Amtsschluessel[]) =>
  Object.fromEntries(
    schluessel.map((each) => {
      const [name, durchwahl, postfach] = aemter[each];
      return [each, { name, anschrift: strasse, telefon: `${vorwahl} 51-${durchwahl}`, email: `${postfach}@${domain}` }];
    }),
  );
/** Kindergeld is paid by an authority of its own, not by a town. */
const alleAemter = (Object.keys(aemter) as Amtsschluessel[]).filter((each) => each !== "familienkasse");
const andereHaeuser = { familienkasse: "familienkasse" };
/** A Landkreis has no municipal taxes, no schools of the first years, no registers of residents and of trades. */
const aemterDesKreises = alleAemter.filter(
  (each) => !["steueramt", "strassenverkehrsamt", "schulamt", "buergeramt", "gewerbeamt"].includes(each),
);

/** The two town halls of the demo, and the Familienkasse, which is no town hall. Everything in them is made up; the domains are reserved for examples, the banks do not exist. */
export const demoMandanten: readonly NeuerMandant[] = [
  {
    schluessel: "musterstadt",
    name: "Stadt Musterstadt",
    land: "NW",
    einstellungen: {
      anschrift: { strasse: "Rathausplatz", hausnummer: "1", plz: "00001", ort: "Musterstadt" },
      kontakt: { telefon: "0999 1230", email: "rathaus@musterstadt.example", web: "https://musterstadt.example" },
      farbe: "#1f5c99",
      aemter: aemterVon("Rathausplatz 3", "0999", "musterstadt.example", alleAemter),
      andereHaeuser,
      bank: { name: "Sparkasse Musterstadt", iban: ibanFuer(1001) },
      rechtsbehelf: {
        klageStattWiderspruch: [],
        gericht: "Verwaltungsgericht Musterstadt, Justizplatz 1, 00001 Musterstadt",
        widerspruchsbehoerde: "Bezirksregierung Musterland",
      },
      gebuehren: {
        zahlungsfristTage: 30,
        erstattungZweiteAbCent: 5_000,
        erlassZweiteAbCent: 5_000,
        onlinezahlung: true,
        mahnungNachTagen: 14,
        // Demo: that the Satzung of this invented town refers to the AO is invented with it.
        saeumnis: { hundesteuer: { norm: "§ 240 AO", promilleJeMonat: 10, abrundenAufCent: 5_000, schonfristTage: 3 } },
      },
      // Made up: what a budget order (Haushaltsordnung, Dienstanweisung) would settle.
      rechnungen: { toleranz: { preisProzent: 200, mengeProzent: 0, cent: 100 }, zweiteAnordnungAbCent: 1_000_000 },
      satzungen: satzungenVonMusterstadt,
      automatik: automatikVonMusterstadt,
    },
  },
  {
    schluessel: "beispielkreis",
    name: "Landkreis Beispielkreis",
    land: "NI",
    einstellungen: {
      anschrift: { strasse: "Kreisallee", hausnummer: "10", plz: "00002", ort: "Beispielhausen" },
      kontakt: { telefon: "0998 4560", email: "kreis@beispielkreis.example", web: "https://beispielkreis.example" },
      farbe: "#2e6b3a",
      aemter: aemterVon("Kreisallee 12", "0998", "beispielkreis.example", aemterDesKreises),
      andereHaeuser,
      bank: { name: "Kreissparkasse Beispielkreis", iban: ibanFuer(1002) },
      // Demo data: shows the notice with Klage. Which matters the Land has really exempted is an open point.
      rechtsbehelf: {
        klageStattWiderspruch: ["unterhaltsvorschuss"],
        gericht: "Verwaltungsgericht Beispielhausen, Gerichtsweg 2, 00002 Beispielhausen",
        widerspruchsbehoerde: "Landesamt Beispielland",
      },
    },
  },
  {
    schluessel: "familienkasse",
    name: "Familienkasse Musterland",
    land: "NW",
    einstellungen: {
      anschrift: { strasse: "Agenturplatz", hausnummer: "5", plz: "00003", ort: "Musterland" },
      kontakt: { telefon: "0997 7890", email: "kindergeld@familienkasse.example", web: "https://familienkasse.example" },
      farbe: "#8a2432",
      begruessung: "Willkommen bei der Familienkasse Musterland",
      aemter: aemterVon("Agenturplatz 5", "0997", "familienkasse.example", ["familienkasse"]),
      bank: { name: "Bank der Familienkasse", iban: ibanFuer(1003) },
      // Demo data. Against a decision under the AO an Einspruch is filed (§ 347 AO): an open point of Kindergeld.
      rechtsbehelf: {
        klageStattWiderspruch: [],
        gericht: "Finanzgericht Musterland, Gerichtsplatz 3, 00003 Musterland",
        widerspruchsbehoerde: "Familienkasse Musterland",
      },
    },
  },
];
