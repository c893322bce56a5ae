import { defineLeistung, type Saetze, zuletzt } from "#baukasten";
import { formatiereDatum, geburtstag, type IsoDatum, jahrVon, monatVon, plusMonate, plusMonateMonat, plusTage } from "#kalender";
import { nachGeburt } from "./angebot.ts";
import { bescheid } from "./bescheid.ts";
import { beteiligte } from "./beteiligte.ts";
import { check } from "./check.ts";
import { dauer } from "./dauer.ts";
import { formular, type KgAntworten } from "./formular.ts";
import { Meldedaten, nachweise } from "./nachweise.ts";
import {
  altersgrenze,
  altersgrenzeArbeitsuchend,
  altersgrenzeAusbildung,
  ohneAntrag,
  rueckwirkung,
  wartezeitUnion,
} from "./parameter.ts";
import { regelwerk } from "./regeln.ts";
import { sachverhalt } from "./sachverhalt.ts";

export const kindergeld = defineLeistung({
  schluessel: "kindergeld",
  version: "2026-1",
  name: "Kindergeld",
  kuerzel: "KG",
  kurzbeschreibung: "Geld im Monat für jedes Kind, unabhängig vom Einkommen der Eltern.",
  suchworte: ["Geburt", "Baby", "Familienkasse", "Kind", "Geld für Kinder", "Ausbildung", "Studium", "Neugeborenes"],
  lebenslagen: ["Geburt", "Familie und Kind", "Schule und Ausbildung"],
  amt: "familienkasse",
  rechtsgebiet: "AO",
  automatik: { erlaubt: true, norm: "§ 155 Abs. 4 AO" },
  vierAugen: false,
  aufbewahrung: { jahre: 6, norm: "offener Punkt: Aufbewahrungsordnung der Familienkasse" },
  bearbeitungsdauer: "Meist wenige Minuten, wenn die Register antworten. Prüft ein Mensch, etwa zwei Wochen.",
  formular,
  nachweise,
  regelwerk,
  parameter: [altersgrenze, altersgrenzeArbeitsuchend, altersgrenzeAusbildung, rueckwirkung, wartezeitUnion, ohneAntrag],
  sachverhalt,
  beteiligte,
  bescheid,
  check,
  dauer,
  angebote: [nachGeburt],
  zeitraum(fakten, eingegangenAm, saetze) {
    const antrag = monatVon(eingegangenAm);
    const fruehester = plusMonateMonat(antrag, -zuletzt(saetze(rueckwirkung), eingegangenAm));
    const geboren = typeof fakten.geburtsdatum === "string" ? fakten.geburtsdatum : undefined;
    const ersterMonat = geboren ? monatVon(geboren) : antrag;
    const von = ersterMonat > antrag ? antrag : ersterMonat > fruehester ? ersterMonat : fruehester;
    // To the end of the year: rates change in January, and are decided when they are known.
    return { von, bis: `${jahrVon(eingegangenAm)}-12`, wechsel: wechsel(fakten, geboren, eingegangenAm, saetze) };
  },
  tatsachen: {
    geburtsdatum: (wert: IsoDatum) => formatiereDatum(wert),
    kindschaft: (wert: keyof typeof kindschaften) => kindschaften[wert],
    lebtImHaushalt: (wert: boolean) => (wert ? "Ja" : "Nein"),
    wohntInDeutschland: (wert: boolean) => (wert ? "Ja" : "Nein"),
    staat: (wert: keyof typeof staaten) => staaten[wert],
    lage: (wert: keyof typeof lagen) => lagen[wert],
  },
  zahlung(antworten) {
    const { konto } = antworten as KgAntworten;
    return konto?.iban && konto.inhaber ? { iban: konto.iban, empfaenger: konto.inhaber } : undefined;
  },
  vorbefuellung: {
    kind: {
      nachweis: "eigeneMeldedaten",
      vorschlaege: (daten) =>
        Meldedaten.parse(daten).kinder.map(({ vornamen, nachname, geburtsdatum, idnr }) => ({
          titel: `${vornamen} ${nachname}, geboren am ${formatiereDatum(geburtsdatum)}`,
          werte: { vornamen, nachname, geburtsdatum, idnr },
        })),
    },
    anschrift: {
      nachweis: "eigeneMeldedaten",
      vorschlaege(daten) {
        const { anschrift } = Meldedaten.parse(daten);
        return anschrift
          ? [{ titel: `${anschrift.strasse} ${anschrift.hausnummer}, ${anschrift.plz} ${anschrift.ort}`, werte: anschrift }]
          : [];
      },
    },
  },
});

/** Days inside a month at which a claim may begin or end; a month counts if it held on one day (§ 66 Abs. 2 EStG). */
function wechsel(
  fakten: Readonly<Record<string, unknown>>,
  geboren: IsoDatum | undefined,
  am: IsoDatum,
  saetze: Saetze,
): IsoDatum[] {
  const tage = [fakten.lebtDortSeit, fakten.lageVon].filter((tag): tag is IsoDatum => typeof tag === "string");
  if (typeof fakten.lageBis === "string") tage.push(plusTage(fakten.lageBis, 1));
  if (typeof fakten.inDeutschlandSeit === "string")
    tage.push(plusMonate(fakten.inDeutschlandSeit, zuletzt(saetze(wartezeitUnion), am)));
  if (geboren)
    tage.push(
      geboren,
      ...[altersgrenze, altersgrenzeArbeitsuchend, altersgrenzeAusbildung].map((grenze) =>
        geburtstag(geboren, zuletzt(saetze(grenze), am)),
      ),
    );
  return tage;
}

const kindschaften = {
  eigenes: "Mutter oder Vater",
  haushalt: "Kind des Ehegatten oder Enkelkind",
  pflege: "Pflegekind",
  anderes: "Anderes",
} as const;
const staaten = { deutsch: "Deutsch", union: "EU, EWR oder Schweiz", andere: "Anderes Land" } as const;
const lagen = {
  ausbildung: "In Ausbildung",
  uebergang: "Zwischen zwei Ausbildungsabschnitten",
  ohnePlatz: "Ohne Ausbildungsplatz",
  freiwilligendienst: "Im Freiwilligendienst",
  arbeitsuchend: "Arbeitsuchend gemeldet",
  behinderung: "Behinderung",
  nichts: "Nichts davon",
} as const;
