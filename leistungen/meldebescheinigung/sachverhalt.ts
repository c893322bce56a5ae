import type { z } from "zod";
import type { BeteiligtePerson, Fakt, Kontext, Sachverhalt } from "#baukasten";
import { formatiereDatum } from "#kalender";
import { type MbAntworten, type Zusatz, zusaetze } from "./formular.ts";
import { Meldedaten } from "./nachweise.ts";

type Daten = z.infer<typeof Meldedaten>;

/** What each addition prints, as the register holds it. */
const ausRegister: Record<Zusatz, (daten: Daten) => string | undefined> = {
  geburtsort: (daten) => daten.geburtsort,
  geschlecht: ({ geschlecht }) => ({ w: "weiblich", m: "männlich", d: "divers" })[geschlecht ?? ""] ?? geschlecht,
  staatsangehoerigkeit: (daten) => daten.staatsangehoerigkeit,
  einzugsdatum: (daten) => daten.einzugsdatum,
  familienstand: (daten) => daten.familienstand,
  // § 18 Abs. 4 with § 11 Abs. 2 Nr. 3 BMG. Nothing says that somebody was left out: that would already tell of the lock.
  kinder: ({ kinder }) =>
    kinder
      .filter((kind) => !kind.auskunftssperre)
      .map((kind) => `${kind.vornamen} ${kind.nachname}, geboren am ${formatiereDatum(kind.geburtsdatum)}`)
      .join("; ") || "keine gespeichert",
  lebend: () => "kein Sterbedatum gespeichert",
};

export function sachverhalt(kontext: Kontext): Sachverhalt {
  const a = kontext.antworten as MbAntworten;
  const vonHand: string[] = [];
  const fakten: Record<string, Fakt> = {};
  const stand = kontext.nachweise.meldung;
  const herkunft = { quelle: "Melderegister", stand: stand && "stand" in stand ? stand.stand : null };
  const setze = (name: string, wert: unknown, woher: Fakt["herkunft"] = herkunft) => {
    if (wert !== undefined && wert !== null) fakten[name] = { wert, herkunft: woher };
  };
  if (a.form?.form) setze("aufPapier", a.form.form === "papier", { quelle: "Ihre Angabe", stand: null });
  if (stand?.art === "keinEintrag") {
    setze("gemeldet", false);
    vonHand.push("Das Melderegister kennt die Person nicht.");
  }
  if (stand?.art === "nichtErreichbar" || stand?.art === "verweigert") vonHand.push(`Melderegister: ${stand.grund}`);
  if (stand?.art !== "gefunden") return { fakten, vonHand };
  const daten = lies(stand.daten);
  if (!daten)
    return { fakten, vonHand: [...vonHand, "Die Antwort des Melderegisters hat eine Form, die wir nicht lesen können."] };
  // Nothing of what came may be printed: it would be somebody else's data.
  if (daten.idnr !== kontext.antragsteller.idnr)
    return { fakten, vonHand: [...vonHand, "Das Melderegister hat Angaben zu einer anderen Person geliefert."] };
  const { meldebehoerde } = daten;
  if (meldebehoerde && kontext.mandant && meldebehoerde !== kontext.mandant.schluessel)
    return {
      fakten,
      vonHand: [...vonHand, "Die Person ist bei einer anderen Meldebehörde gemeldet; nur die darf bescheinigen."],
    };
  setze("gemeldet", daten.anschrift !== null);
  if (!daten.anschrift) return { fakten, vonHand: [...vonHand, "Im Melderegister ist keine derzeitige Anschrift gespeichert."] };
  const { strasse, hausnummer, plz, ort } = daten.anschrift;
  setze("nachname", daten.nachname);
  setze("vornamen", daten.vornamen);
  setze("doktorgrad", daten.doktorgrad);
  setze("geburtsdatum", daten.geburtsdatum);
  setze("anschrift", `${strasse} ${hausnummer}, ${plz} ${ort}`);
  if (a.umfang?.umfang === "erweitert")
    for (const zusatz of Object.keys(zusaetze) as Zusatz[]) {
      if (!a.zusaetze?.[zusatz]) continue;
      const wert = ausRegister[zusatz](daten);
      if (wert === undefined) vonHand.push(`Gewünscht, aber nicht geliefert: ${zusaetze[zusatz]}.`);
      else setze(zusatz, wert);
    }
  if (daten.auskunftssperre)
    vonHand.push(
      "Im Melderegister ist eine Auskunftssperre gespeichert (§ 51 BMG): Ein Mensch prüft, bevor die Anschrift das Haus verlässt.",
    );
  return { fakten, vonHand };
}

const lies = (daten: unknown): Daten | undefined => {
  const gelesen = Meldedaten.safeParse(daten);
  return gelesen.success ? gelesen.data : undefined;
};

export function beteiligte({
  antragsteller,
  nachweise,
}: Pick<Kontext, "antworten" | "antragsteller" | "nachweise">): BeteiligtePerson[] {
  const stand = nachweise.meldung;
  const daten = stand?.art === "gefunden" ? lies(stand.daten) : undefined;
  const eigene = daten?.idnr === antragsteller.idnr ? daten : undefined;
  return [
    {
      rolle: "antragsteller",
      vornamen: antragsteller.vornamen,
      nachname: antragsteller.nachname,
      ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
      ...(eigene && { geburtsdatum: eigene.geburtsdatum }),
      ...(eigene?.anschrift && { anschrift: eigene.anschrift }),
      auskunftssperre: eigene?.auskunftssperre ?? false,
    },
  ];
}
