import { type Dauer, type Stichtag, zuletzt } from "#baukasten";
import { geburtstag, type IsoDatum, monatVon, plusTage } from "#kalender";
import { altersgrenze, altersgrenzeArbeitsuchend, altersgrenzeAusbildung } from "./parameter.ts";

const FRAGE =
  "Ab diesem Tag gibt es Kindergeld nur, wenn das Kind zum Beispiel zur Schule geht, eine Ausbildung macht, studiert, einen Ausbildungsplatz sucht oder arbeitsuchend gemeldet ist (§ 32 Abs. 4 EStG). Bitte melden Sie uns, was das Kind ab diesem Tag macht, und fügen Sie einen Nachweis bei. Wählen Sie dazu unter „Mein Bereich“ bei Ihrem Kindergeld „Änderung melden“. Macht das Kind nichts davon, endet das Kindergeld.";
/** Time to ask, to wait for a certificate, and to decide before the money would stop. */
const VORLAUF_MIT_FRAGE = 90;
const VORLAUF_OHNE_FRAGE = 42;

/** How Kindergeld lives on: by the year, to the eighteenth birthday, and from then on as long as § 32 Abs. 4 EStG is shown to hold. */
export const dauer: Dauer = {
  normen: {
    // § 70 Abs. 2 EStG comes before §§ 172 ff. AO: from the day of the change on, for and against, without asking who is to blame.
    zukunft: "§ 70 Abs. 2 Satz 1 EStG",
    zugunsten: "§ 70 Abs. 2 Satz 1 EStG",
    vergangenheit: "§ 70 Abs. 2 Satz 1 EStG",
    erledigt: "§ 70 Abs. 2 Satz 1, § 66 Abs. 2 EStG, § 91 Abs. 2 AO",
  },
  // A month counts whole if the claim held on one of its days (§ 66 Abs. 2 EStG): the rules see to that, so each change counts by its day.
  seiten: {
    zuhause: { titel: "Das Kind wohnt jetzt woanders, oder wieder bei mir", wirkt: "tag" },
    empfaenger: { titel: "Das Kindergeld soll jemand anderes bekommen", wirkt: "tag" },
    lage: { titel: "Das Kind ist 18 oder älter und macht jetzt etwas anderes: Schule, Ausbildung, Studium, Suche", wirkt: "tag" },
    erwerb: { titel: "Das Kind hat eine Ausbildung abgeschlossen, oder arbeitet mehr oder weniger als bisher", wirkt: "tag" },
    ausland: { titel: "Ein Elternteil arbeitet im Ausland, oder es gibt Geld aus einem anderen Land", wirkt: "tag" },
    anschrift: { titel: "Wir sind umgezogen", wirkt: "tag" },
    konto: { titel: "Meine Bankverbindung hat sich geändert", wirkt: "auszahlung" },
  },
  // Not the files of the Familienkasse: they name this very grant, and a person would look at it for nothing.
  nachweise: ["meldung", "haushalt"],
  stichtage(fakten) {
    const ende = endeAus(fakten);
    return ende ? [ende] : [];
  },
  // What nobody has told is not decided: the months up to the day are, and then the answer is there.
  laengstens(fakten) {
    const ende = endeAus(fakten);
    return ende?.frage === undefined ? undefined : monatVon(plusTage(ende.am, -1));
  },
  verlaengerungVorlaufTage: 31,
  anhoerungTage: 28,
  vertrauensschutz: {
    frage:
      "Steht fest, ab wann sich die Verhältnisse geändert haben? Auf Vertrauen kommt es nicht an; wäre die Rückforderung nach Lage des einzelnen Falls unbillig, kann sie ganz oder zum Teil erlassen werden.",
    norm: "§ 70 Abs. 2 Satz 1 EStG, § 37 Abs. 2, § 227 AO",
  },
  erstattungspflichtig: "Sie haben das Kindergeld bekommen und müssen es zurückzahlen.",
};

/** The day on which the claim ends by what is known: age, or what the child of age does. Undefined where no day can be told. */
function endeAus(fakten: Readonly<Record<string, unknown>>): Stichtag | undefined {
  const geboren = fakten.geburtsdatum as IsoDatum | undefined;
  if (!geboren || fakten.lage === "behinderung") return undefined;
  const [volljaehrig, suchend, aelteste] = [altersgrenze, altersgrenzeArbeitsuchend, altersgrenzeAusbildung].map((grenze) =>
    geburtstag(geboren, zuletzt(grenze, geboren)),
  ) as [IsoDatum, IsoDatum, IsoDatum];
  const ab = volljaehrig;
  if (fakten.lage === "nichts") return ende(ab, "18. Geburtstag: Ende des Kindergelds");
  const [von, bis] = [fakten.lageVon as IsoDatum | undefined, fakten.lageBis as IsoDatum | undefined];
  if (fakten.lage === undefined || von === undefined || bis === undefined || bis < ab)
    return ende(ab, "18. Geburtstag: Kindergeld nur noch unter weiteren Voraussetzungen", FRAGE);
  const grenze = fakten.lage === "arbeitsuchend" ? suchend : aelteste;
  if (bis < plusTage(grenze, -1)) return ende(plusTage(bis, 1), "Ende der Ausbildung oder der Lage des Kindes", FRAGE);
  return ende(grenze, `${fakten.lage === "arbeitsuchend" ? "21." : "25."} Geburtstag: Ende des Kindergelds`);
}

const ende = (am: IsoDatum, titel: string, frage?: string): Stichtag => ({
  am,
  titel,
  art: "ende",
  vorlaufTage: frage === undefined ? VORLAUF_OHNE_FRAGE : VORLAUF_MIT_FRAGE,
  nachweise: [],
  ...(frage !== undefined && { frage }),
});
