import type { Anschrift, Mandantschluessel } from "./person.ts";
import type { Zufall } from "./zufall.ts";

const liste = (namen: string): readonly string[] => namen.split("|");
const strassen = liste(
  "Hauptstraße|Bahnhofstraße|Gartenstraße|Schulstraße|Dorfstraße|Bergstraße|Birkenweg|Lindenallee|Kirchplatz|Waldweg|Ringstraße|Amselweg|Mühlenstraße|Am Rathaus|Feldstraße|Wiesengrund|Rosenweg|Goethestraße|Schillerstraße|Ahornweg|Brunnengasse|Am Markt|Buchenweg|Poststraße|Eichendorffstraße|Hebbelstraße|Kastanienallee|Parkstraße|Südring|Nordwall|Uferstraße|Am Hang|Königsberger Straße|Kolpingstraße|Louise-Otto-Straße|Astrid-Lindgren-Weg|Straße des Friedens|Fliederweg|Kornblumenweg|Zum Alten Zoll",
);

/** Postal codes begin with 00: no place in Germany has one of these. */
const orte: Record<Mandantschluessel | "auswaerts", readonly { plz: string; ort: string }[]> = {
  musterstadt: [
    { plz: "00401", ort: "Musterstadt" },
    { plz: "00402", ort: "Musterstadt" },
    { plz: "00403", ort: "Musterstadt" },
  ],
  beispielkreis: [
    { plz: "00611", ort: "Beispielheim" },
    { plz: "00612", ort: "Probedorf" },
    { plz: "00613", ort: "Vorlagenau" },
    { plz: "00614", ort: "Beispielheim" },
  ],
  auswaerts: [
    { plz: "00901", ort: "Fernhausen" },
    { plz: "00902", ort: "Anderswo an der Leine" },
    { plz: "00903", ort: "Weitwegen" },
  ],
};

export function zieheAnschrift(zufall: Zufall, wo: Mandantschluessel | "auswaerts"): Anschrift {
  const nummer = String(zufall.zwischen(1, 120));
  return {
    strasse: zufall.aus(strassen),
    hausnummer: zufall.mit(0.12) ? `${nummer}${zufall.aus(["a", "b", "c"])}` : nummer,
    ...zufall.aus(orte[wo]),
  };
}

const geburtsorte = liste("Musterstadt|Beispielheim|Fernhausen|Probedorf|Neustadt an der Probe");
export const zieheGeburtsort = (zufall: Zufall): string => zufall.aus(geburtsorte);

export const gleicheAnschrift = (a: Anschrift, b: Anschrift): boolean =>
  a.strasse === b.strasse && a.hausnummer === b.hausnummer && a.plz === b.plz;
