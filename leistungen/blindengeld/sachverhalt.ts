import type { z } from "zod";
import type { BeteiligtePerson, Fakt, Kontext, Nachweisstand, Sachverhalt } from "#baukasten";
import type { BlAntworten } from "./formular.ts";
import { Feststellung, Meldedaten } from "./nachweise.ts";

const eigene = { quelle: "Ihre Angabe", stand: null };
const unbegrenzt = "9999-12-31";
const formen = { meldung: Meldedaten, feststellung: Feststellung };

/** What a register said, in its shape, or undefined; a stored answer of an older shape counts as none. */
function gefunden<T extends z.ZodType>(
  stand: Nachweisstand | undefined,
  form: T,
): { daten: z.infer<T>; stand: string } | undefined {
  if (stand?.art !== "gefunden") return undefined;
  const gelesen = form.safeParse(stand.daten);
  return gelesen.success ? { daten: gelesen.data, stand: stand.stand } : undefined;
}

type Setze = (name: string, wert: unknown, herkunft?: Fakt["herkunft"]) => void;

/** Answers and evidence as facts of the rules; contradictions and silence as reasons for a person. Nothing is guessed. */
export function sachverhalt(kontext: Kontext): Sachverhalt {
  const a = kontext.antworten as BlAntworten;
  const vonHand: string[] = [];
  const fakten: Record<string, Fakt> = {};
  const setze: Setze = (name, wert, herkunft = eigene) => {
    if (wert !== undefined) fakten[name] = { wert, herkunft };
  };
  ausMeldung(kontext, a, setze, vonHand);
  ausFeststellung(kontext, a, setze, vonHand);
  if (a.wohnung?.land === "anderes") vonHand.push("Für dieses Land sind keine Beträge hinterlegt.");
  else setze("land", a.wohnung?.land);
  // The amounts differ by half: nobody gets another Land's by ticking it.
  if (kontext.mandant && a.wohnung?.land && a.wohnung.land !== "anderes" && a.wohnung.land !== kontext.mandant.land)
    vonHand.push(`Der Antrag nennt ein anderes Land als das, in dem ${kontext.mandant.name} liegt.`);
  setze("imHeim", a.wohnung?.heim);
  setze("andereLeistung", a.andere?.bekommt);
  if (a.andere?.pflege) vonHand.push("Es besteht ein Pflegegrad; wie viel Pflegegeld angerechnet wird, beurteilt ein Mensch.");
  for (const [name, stand] of Object.entries(kontext.nachweise)) {
    if (stand?.art === "nichtErreichbar" || stand?.art === "verweigert")
      vonHand.push(`Nachweis „${name}“ nicht erhalten: ${stand.grund}`);
  }
  for (const [name, form] of Object.entries(formen)) {
    const stand = kontext.nachweise[name];
    if (stand?.art === "gefunden" && !gefunden(stand, form))
      vonHand.push(`Nachweis „${name}“ hat eine Form, die wir nicht lesen können.`);
  }
  return { fakten, vonHand };
}

function ausMeldung(kontext: Kontext, a: BlAntworten, setze: Setze, vonHand: string[]): void {
  const meldung = gefunden(kontext.nachweise.meldung, Meldedaten);
  if (kontext.nachweise.meldung?.art === "keinEintrag") vonHand.push("Das Melderegister kennt die antragstellende Person nicht.");
  if (!meldung) return;
  if (meldung.daten.idnr !== kontext.antragsteller.idnr) {
    vonHand.push("Das Melderegister hat Angaben zu einer anderen Person geliefert.");
    return;
  }
  const herkunft = { quelle: "Melderegister", stand: meldung.stand };
  const { anschrift, geburtsdatum } = meldung.daten;
  setze("geburtsdatum", geburtsdatum, herkunft);
  setze("wohntHier", anschrift !== null, herkunft);
  if (anschrift && a.wohnung?.plz && anschrift.plz !== a.wohnung.plz)
    vonHand.push(`Die Anschrift im Antrag weicht vom Melderegister ab (${anschrift.plz} ${anschrift.ort}).`);
}

function ausFeststellung(kontext: Kontext, a: BlAntworten, setze: Setze, vonHand: string[]): void {
  const stand = kontext.nachweise.feststellung;
  const feststellung = gefunden(stand, Feststellung);
  const herkunft = { quelle: "Versorgungsverwaltung", stand: stand && "stand" in stand ? stand.stand : null };
  // "No entry" is the fact that nothing was found; a doctor's certificate may still prove it.
  const hat = stand?.art === "keinEintrag" ? false : feststellung?.daten.merkzeichen.includes("Bl");
  setze("merkzeichenBl", hat, herkunft);
  setze("blindSeit", feststellung?.daten.seit, herkunft);
  setze("blindBis", feststellung && (feststellung.daten.bis ?? unbegrenzt), herkunft);
  if (hat !== undefined && a.nachweis && a.nachweis.merkzeichen !== hat)
    vonHand.push(
      hat
        ? "Laut Versorgungsverwaltung ist das Merkzeichen Bl festgestellt, laut Antrag nicht."
        : "Laut Antrag besteht das Merkzeichen Bl, laut Versorgungsverwaltung nicht.",
    );
}

export function beteiligte({
  antworten,
  antragsteller,
  nachweise,
}: Pick<Kontext, "antworten" | "antragsteller" | "nachweise">): BeteiligtePerson[] {
  const { wohnung } = antworten as BlAntworten;
  const meldung = gefunden(nachweise.meldung, Meldedaten)?.daten;
  return [
    {
      rolle: "antragsteller",
      vornamen: antragsteller.vornamen,
      nachname: antragsteller.nachname,
      ...(meldung && { geburtsdatum: meldung.geburtsdatum }),
      ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
      ...(wohnung && {
        anschrift: {
          strasse: wohnung.strasse ?? "",
          hausnummer: wohnung.hausnummer ?? "",
          plz: wohnung.plz ?? "",
          ort: wohnung.ort ?? "",
        },
      }),
      auskunftssperre: meldung?.auskunftssperre ?? false,
    },
  ];
}
