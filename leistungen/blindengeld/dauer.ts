import type { Dauer } from "#baukasten";
import { geburtstag, type IsoDatum } from "#kalender";

/** How Blindengeld lives on: by the year, as long as the mark Bl holds and nobody else pays for the same. */
export const dauer: Dauer = {
  seiten: {
    wohnung: { titel: "Ich bin umgezogen, oder in ein Heim gezogen", wirkt: "monat" },
    andere: { titel: "Ich bekomme jetzt eine andere Leistung wegen Blindheit, oder einen Pflegegrad", wirkt: "monat" },
    konto: { titel: "Meine Bankverbindung hat sich geändert", wirkt: "auszahlung" },
  },
  nachweise: ["meldung", "feststellung"],
  stichtage(fakten) {
    const geboren = fakten.geburtsdatum as IsoDatum | undefined;
    if (!geboren) return [];
    // The rates for children and for adults differ; in Nordrhein-Westfalen those from sixty on as well.
    return [18, 60].map((alter) => ({
      am: geburtstag(geboren, alter),
      titel: `${alter}. Geburtstag: anderer Betrag`,
      art: "pruefung" as const,
      vorlaufTage: 0,
      nachweise: [],
    }));
  },
  verlaengerungVorlaufTage: 31,
  anhoerungTage: 21,
  vertrauensschutz: {
    frage:
      "Hat die Person eine Änderung vorsätzlich oder grob fahrlässig nicht mitgeteilt, oder wusste sie, dass ihr das Geld nicht mehr zusteht, oder wusste sie es grob fahrlässig nicht?",
    norm: "§ 48 Abs. 1 Satz 2 Nr. 2 und 4 SGB X",
  },
  erstattungspflichtig: "Sie haben das Geld bekommen und müssen es erstatten.",
};
