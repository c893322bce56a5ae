import type { Dauer, Erheblichkeit, Knotenwerte, Saetze } from "#baukasten";
import { ersterTag, formatiereDatum, type IsoDatum, monatVon, plusMonateMonat } from "#kalender";
import { gesamteinkommen } from "./einkommen.ts";
import type { Person } from "./fakten.ts";
import { personen } from "./fakten.ts";
import { anzahl, heizbetrag, zuBeruecksichtigendeMiete } from "./miete.ts";
import { aenderungsschwellen } from "./parameter.ts";

const umMehrAls = (alt: number, neu: number, prozent: number) => neu * 100 > alt * (100 + prozent);
const umMehrAlsWeniger = (alt: number, neu: number, prozent: number) => neu * 100 < alt * (100 - prozent);

/** The first of the month from which less is due: from the day itself where it is a first (§ 27 Abs. 2 Satz 3 WoGG). */
const naechsterErster = (tag: IsoDatum): IsoDatum =>
  tag === ersterTag(monatVon(tag)) ? tag : ersterTag(plusMonateMonat(monatVon(tag), 1));
const spaeterer = (a: IsoDatum, b: IsoDatum): IsoDatum => (a > b ? a : b);

/**
 * § 27 WoGG: within the period more only on an application and where members, rent or income moved enough; less by the authority itself, by other
 * limits, and from the next first on. Nothing else changes the amount (§ 28 Abs. 6 WoGG).
 */
function erheblich(
  vorher: Knotenwerte,
  nachher: Knotenwerte,
  { seit, gemeldetAm }: { seit: IsoDatum; gemeldetAm: IsoDatum },
  saetze: Saetze,
): Erheblichkeit {
  const sonst =
    "Im laufenden Bewilligungszeitraum ändert sich Wohngeld nur, wenn mehr oder weniger Menschen im Haushalt leben, wenn die Miete oder das Einkommen sich um mehr als 10 Prozent zu Ihren Ungunsten ändert oder um mehr als 15 Prozent zu Ihren Gunsten (§ 27 Abs. 1 und 2 WoGG). Das ist hier nicht so. Möchten Sie darüber einen Bescheid, schreiben Sie uns bitte.";
  const [alte, neue] = [vorher, nachher].map((wert) => ({
    anzahl: wert(anzahl),
    miete: wert(zuBeruecksichtigendeMiete),
    heizung: wert(heizbetrag),
    einkommen: wert(gesamteinkommen),
    ausgeschlossen: wert(personen)?.filter((person: Person) => person.ausgeschlossen).length,
  }));
  const schwellen = saetze(aenderungsschwellen).am(seit).wert;
  if (!alte || !neue || [...Object.values(alte), ...Object.values(neue)].some((wert) => wert === undefined))
    return { sonst, mensch: "Ob die Änderung groß genug ist (§ 27 WoGG), lässt sich nach dem, was bekannt ist, nicht sagen." };
  const ohneHeizung = ({ miete = 0, heizung = 0 }: typeof alte) => miete - heizung;
  const mieteHoeher = umMehrAls(ohneHeizung(alte), ohneHeizung(neue), schwellen.mehr);
  const mehrOhneMiete =
    (neue.anzahl ?? 0) > (alte.anzahl ?? 0) || umMehrAlsWeniger(alte.einkommen ?? 0, neue.einkommen ?? 0, schwellen.mehr);
  const mehr = mehrOhneMiete || mieteHoeher;
  const weniger =
    (neue.anzahl ?? 0) < (alte.anzahl ?? 0) ||
    umMehrAlsWeniger(ohneHeizung(alte), ohneHeizung(neue), schwellen.weniger) ||
    umMehrAls(alte.einkommen ?? 0, neue.einkommen ?? 0, schwellen.weniger);
  const neuAusgeschlossen = (neue.ausgeschlossen ?? 0) > (alte.ausgeschlossen ?? 0);
  const mieteFrueher = mieteHoeher && !mehrOhneMiete && monatVon(seit) < monatVon(gemeldetAm);
  const mensch = neuAusgeschlossen
    ? "Jemand im Haushalt ist jetzt vom Wohngeld ausgeschlossen. Der Bescheid wird dadurch unwirksam (§ 28 Abs. 3 WoGG); das prüft ein Mensch, mit dem Hinweis auf die Antragsfrist (§ 28 Abs. 5, § 25 Abs. 4 WoGG)."
    : mieteFrueher
      ? "Die Miete ist schon vor der Meldung gestiegen. Ob sie rückwirkend erhöht wurde und der Antrag rechtzeitig kam (§ 27 Abs. 1 Satz 2, § 25 Abs. 5 WoGG), prüft ein Mensch."
      : undefined;
  return {
    sonst,
    ...(mehr && { mehrAb: ersterTag(monatVon(spaeterer(seit, gemeldetAm))) }),
    ...(weniger && { wenigerAb: naechsterErster(seit) }),
    ...(mensch !== undefined && { mensch }),
  };
}

/** How Wohngeld lives on to the end of its Bewilligungszeitraum. */
export const dauer: Dauer = {
  normen: {
    zukunft: "§ 27 Abs. 2 WoGG",
    zugunsten: "§ 27 Abs. 1 WoGG",
    vergangenheit: "§ 27 Abs. 2 und 4 WoGG",
    erstattung: "§ 50 Abs. 1 SGB X, § 29 Abs. 1 WoGG",
    erledigt: "§ 28 Abs. 1 WoGG",
  },
  seiten: {
    haushalt: {
      titel: "In meinem Haushalt leben mehr oder weniger Menschen, oder jemand bekommt jetzt Bürgergeld oder Sozialhilfe",
      wirkt: "monat",
    },
    einnahmen: { titel: "Wir haben mehr oder weniger Einkommen", wirkt: "monat", mit: ["uebrig"] },
    miete: { titel: "Die Miete hat sich geändert", wirkt: "monat" },
    heizung: { titel: "Die Kosten für Heizung und Warmwasser haben sich geändert", wirkt: "monat" },
    mitbewohner: { titel: "In der Wohnung wohnt jetzt noch jemand, oder jemand weniger", wirkt: "monat" },
    unterhalt: { titel: "Jemand im Haushalt zahlt mehr oder weniger Unterhalt", wirkt: "monat" },
    merkmale: {
      titel: "Für jemanden im Haushalt gilt ein besonderes Merkmal, zum Beispiel ein Grad der Behinderung",
      wirkt: "monat",
    },
    anschrift: {
      titel: "Wir sind alle aus der Wohnung ausgezogen",
      wirkt: "monatserster",
      frage: "Wo wohnen Sie jetzt?",
      beendet: {
        norm: "§ 28 Abs. 1 WoGG",
        text: "Wohngeld ist für diese eine Wohnung bewilligt. Wohnt niemand aus dem Haushalt mehr dort, wird der Bescheid vom Ersten des nächsten Monats an unwirksam. Für eine neue Wohnung stellen Sie bitte einen neuen Antrag bei der Wohngeldbehörde, die für sie zuständig ist.",
      },
      erstattung: {
        norm: "§ 50 Abs. 2 SGB X, § 29 Abs. 1 WoGG",
        text: "Nach dem Auszug wurde noch Wohngeld gezahlt. Sie haben es bekommen und müssen es erstatten; mit Ihnen haften die volljährigen Mitglieder des Haushalts.",
      },
    },
    konto: { titel: "Meine Bankverbindung hat sich geändert", wirkt: "auszahlung" },
  },
  nachweise: ["meldung", "jobcenter", "einkommen", "mietauskunft"],
  ablauf: {
    titel: "Danach gibt es Wohngeld nur auf einen neuen Antrag.",
    // § 22 Abs. 4 WoGG: who applies earlier than two months before the end is treated as applying then.
    vorlaufTage: 60,
    nachricht: (_fakten, letzterTag) => ({
      betreff: "Ihr Wohngeld endet bald: bitte neu beantragen",
      absaetze: [
        `Ihr Wohngeld ist bis zum ${formatiereDatum(letzterTag)} bewilligt. Es geht danach nicht von selbst weiter (§ 22 Abs. 1, § 25 WoGG).`,
        `Brauchen Sie weiter Wohngeld, stellen Sie bitte jetzt einen neuen Antrag, online auf unserer Startseite unter „Wohngeld“ oder auf Papier. Wohngeld gibt es vom Ersten des Monats an, in dem der Antrag bei uns ist (§ 25 Abs. 2 WoGG). Kommt er erst nach dem ${formatiereDatum(letzterTag)}, kann Ihnen Geld verloren gehen.`,
        "Wollen Sie kein Wohngeld mehr, müssen Sie nichts tun.",
      ],
    }),
  },
  erheblich,
  anhoerungTage: 21,
  vertrauensschutz: {
    frage:
      "Steht fest, seit wann sich Haushalt, Miete oder Einkommen geändert haben, ist die Änderung nicht nur vorübergehend, und ist weniger als ein Jahr vergangen, seit die Behörde davon weiß? Auf Verschulden kommt es nicht an; für abgelaufene Zeiträume gelten drei, bei verschwiegenen Änderungen zehn Jahre.",
    norm: "§ 27 Abs. 2 Satz 1 und 6, Abs. 4 WoGG",
  },
  erstattungspflichtig:
    "Sie haben das Wohngeld bekommen und müssen es erstatten; mit Ihnen haften die volljährigen Mitglieder des Haushalts, die berücksichtigt sind.",
};
