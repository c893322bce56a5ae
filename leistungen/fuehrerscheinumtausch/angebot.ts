import { z } from "zod";
import { type Angebotslage, type Angebotsweg, schlageNach, type Tagesangebot, type Tagesanlass } from "#baukasten";
import { formatiereDatum, plusTage } from "#kalender";
import type { FuAntworten } from "./formular.ts";
import { umtauschfrist } from "./parameter.ts";

const Angaben = z.object({
  nummer: z.string().min(1).max(20),
  ausgestelltAm: z.iso.date(),
  behoerde: z.string().min(1),
  geburtsjahr: z.int(),
});

/** About half a year: our own choice, no norm names one. It leaves time for a photo, and for the card to be made. */
const VORLAUF_TAGE = 183;

/**
 * The day of the exchange comes nearer. The list says only what the first page of the form and the table of days need; the classes are asked
 * for when the person has applied, because the invitation does not depend on them.
 */
export const vorDemUmtauschtag: Tagesangebot = {
  schluessel: "umtauschtag",
  titel: "Umtausch des Führerscheins",
  anlass: "ablauf",
  warum: "Laut unserem Fahrerlaubnisregister müssen Sie Ihren Führerschein bald umtauschen.",
  zweck: "An den Umtausch des Führerscheins erinnern und den Antrag vorbereiten",
  norm: "§ 24a Abs. 2 FeV mit Anlage 8e (Umtauschpflicht), § 48 Abs. 1, § 49 StVG (unser Register); eine Vorschrift eigens für diese Suche kennen wir nicht",
  ohneAntwort:
    "Der Umtausch ist Pflicht. Nutzen Sie diesen Antrag nicht, beantragen Sie ihn bitte auf anderem Weg: Nach dem genannten Tag ist das alte Dokument ungültig, Ihre Fahrerlaubnis bleibt bestehen. Was Sie nicht absenden, löschen wir nach sechzig Tagen.",
  liste: {
    register: "oertlichesfahrerlaubnisregister",
    registerName: "Örtliches Fahrerlaubnisregister",
    auskunft: "umtausch",
    attribute: ["idnr", "fuehrerscheinnummer", "ausgestelltAm", "ausstellendeBehoerde", "geburtsjahr", "umtauschBis"],
    anfrage({ von, bis }) {
      // Looked up before the register is: without a checked table nobody could be invited, so nobody may be searched for.
      schlageNach(umtauschfrist, bis, { ausgestelltAm: "2013-01-18", geburtsjahr: 1953 });
      return { von: plusTage(von, VORLAUF_TAGE), bis: plusTage(bis, VORLAUF_TAGE) };
    },
    // The first look begins today: nobody whose day is nearer than half a year is left out.
    rueckschauTage: VORLAUF_TAGE,
  },
  // The register may show the old document until the new one is there.
  pauseNachAntragTage: 365,
  wer: ({ person }) => [person],
  plane,
};

/** @throws {KeinSatz} where nobody checked which day the law names: no invitation on last year's table */
function plane({ anlass, heute }: Angebotslage<Tagesanlass>): Angebotsweg {
  const gelesen = Angaben.safeParse(anlass.angaben);
  if (!gelesen.success) return { art: "keines", grund: "Das Fahrerlaubnisregister hat das Dokument nicht genannt." };
  const { nummer, ausgestelltAm, behoerde, geburtsjahr } = gelesen.data;
  if (schlageNach(umtauschfrist, heute, { ausgestelltAm, geburtsjahr }) !== anlass.tag)
    return { art: "keines", grund: "Der Tag im Fahrerlaubnisregister ist nicht der nach Anlage 8e FeV." };
  const antworten: FuAntworten = { fuehrerschein: { nummer, ausgestelltAm, behoerde } };
  return {
    art: "entwurf",
    antworten: antworten as never,
    grund: `Ihr Führerschein vom ${formatiereDatum(ausgestelltAm)} ist bis zum ${formatiereDatum(anlass.tag)} umzutauschen. Nummer, Tag und Behörde stehen schon im Antrag. Von Ihnen fehlen Lichtbild, Unterschrift und wie Sie den neuen bekommen möchten.`,
  };
}
