import type { NeuerMandant } from "#tenants";
import { ibanFuer } from "./bevoelkerung/index.ts";

const amt = (strasse: string, vorwahl: string, domain: string) => ({
  jugendamt: {
    name: "Jugendamt, Unterhaltsvorschusskasse",
    anschrift: strasse,
    telefon: `${vorwahl} 51-200`,
    email: `unterhaltsvorschuss@${domain}`,
  },
});

/** The two town halls of the demo. Everything in them is made up; the domains are reserved for examples, the banks do not exist. */
export const demoMandanten: readonly NeuerMandant[] = [
  {
    schluessel: "musterstadt",
    name: "Stadt Musterstadt",
    land: "NW",
    einstellungen: {
      anschrift: { strasse: "Rathausplatz", hausnummer: "1", plz: "00001", ort: "Musterstadt" },
      kontakt: { telefon: "0999 1230", email: "rathaus@musterstadt.example", web: "https://musterstadt.example" },
      farbe: "#1f5c99",
      aemter: amt("Rathausplatz 3", "0999", "musterstadt.example"),
      bank: { name: "Sparkasse Musterstadt", iban: ibanFuer(1001) },
      rechtsbehelf: {
        klageStattWiderspruch: [],
        gericht: "Verwaltungsgericht Musterstadt, Justizplatz 1, 00001 Musterstadt",
        widerspruchsbehoerde: "Bezirksregierung Musterland",
      },
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
      aemter: amt("Kreisallee 12", "0998", "beispielkreis.example"),
      bank: { name: "Kreissparkasse Beispielkreis", iban: ibanFuer(1002) },
      // Demo data: shows the notice with Klage. Which matters the Land has really exempted is an open point.
      rechtsbehelf: {
        klageStattWiderspruch: ["unterhaltsvorschuss"],
        gericht: "Verwaltungsgericht Beispielhausen, Gerichtsweg 2, 00002 Beispielhausen",
        widerspruchsbehoerde: "Landesamt Beispielland",
      },
    },
  },
];
