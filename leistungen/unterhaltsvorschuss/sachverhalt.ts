import type { z } from "zod";
import type { BeteiligtePerson, Fakt, Kontext, Nachweisstand, Sachverhalt } from "#baukasten";
import { formatiereDatum } from "#kalender";
import type { UvAntworten } from "./formular.ts";
import { Geburt, Haushalt, LaufendeLeistung, Leistungsbezug, Meldedaten } from "./nachweise.ts";
import { mindesteinkommen } from "./parameter.ts";

const formen = {
  geburt: Geburt,
  haushalt: Haushalt,
  familienstand: Meldedaten,
  jobcenter: Leistungsbezug,
  andereJugendaemter: LaufendeLeistung,
};
const eigene = { quelle: "Ihre Angabe", stand: null };

/** What a register said, in its shape, or undefined. Shapes were checked on arrival; a stored answer of an older shape counts as none. */
function gefunden<T extends z.ZodType>(
  stand: Nachweisstand | undefined,
  form: T,
): { daten: z.infer<T>; stand: string } | undefined {
  if (stand?.art !== "gefunden") return undefined;
  const gelesen = form.safeParse(stand.daten);
  return gelesen.success ? { daten: gelesen.data, stand: stand.stand } : undefined;
}

/** Answers and evidence as facts of the rules; contradictions and silence as reasons for a person. Nothing is guessed. */
export function sachverhalt(kontext: Kontext): Sachverhalt {
  const a = kontext.antworten as UvAntworten;
  const vonHand: string[] = [];
  const fakten: Record<string, Fakt> = {};
  const setze = (name: string, wert: unknown, herkunft: Fakt["herkunft"] = eigene) => {
    if (wert !== undefined) fakten[name] = { wert, herkunft };
  };

  ausGeburtseintrag(kontext, a, setze, vonHand);
  ausHaushalt(kontext, a, setze, vonHand);
  ausFamilienstand(kontext, a, setze, vonHand);
  ausJobcenter(kontext, a, setze, vonHand);
  ausAnderenJugendaemtern(kontext, vonHand);

  setze("lebtDortSeit", a.zuhause?.seit);
  setze("getrenntSeit", a.trennung?.seit);
  setze("unterhaltCent", a.unterhalt?.betrag ?? (a.andererElternteil?.lage === "verstorben" ? 0 : undefined));
  setze("waisenbezuegeCent", a.waisenbezuege?.betrag ?? (a.andererElternteil?.lage === "verstorben" ? undefined : 0));
  setze("kindergeldBeimAnderen", a.kindergeld && a.kindergeld.wer === "andererElternteil");
  // § 4 UhVorschG: the month before only where efforts to obtain maintenance were made.
  setze("vormonat", a.rueckwirkend && a.rueckwirkend.vormonat === true && a.rueckwirkend.bemueht === true);
  setze("deutschOderEu", a.staatsangehoerigkeit?.deutschOderEu);

  if (!a.rueckwirkend) vonHand.push("Ob die Leistung auch für den Vormonat beantragt ist, steht nicht im Antrag.");
  if (a.andererElternteil?.lage === "unbekannt")
    vonHand.push(
      "Der andere Elternteil ist nicht genannt; ob an der Feststellung mitgewirkt wird (§ 1 Abs. 3 UhVorschG), beurteilt ein Mensch.",
    );
  if (a.schule && !a.schule.besucht && (a.schule.einkuenfte ?? 0) > 0)
    vonHand.push(
      "Das Kind besucht keine allgemeinbildende Schule und hat eigene Einkünfte; ihre Anrechnung (§ 2 Abs. 4 UhVorschG) beurteilt ein Mensch.",
    );
  for (const [name, stand] of Object.entries(kontext.nachweise))
    if (stand?.art === "nichtErreichbar" || stand?.art === "verweigert")
      vonHand.push(`Nachweis „${name}“ nicht erhalten: ${stand.grund}`);
  for (const [name, form] of Object.entries(formen)) {
    const stand = kontext.nachweise[name];
    if (stand?.art === "gefunden" && !gefunden(stand, form))
      vonHand.push(`Nachweis „${name}“ hat eine Form, die wir nicht lesen können.`);
  }
  return { fakten, vonHand };
}

type Setze = (name: string, wert: unknown, herkunft?: Fakt["herkunft"]) => void;

function ausGeburtseintrag(kontext: Kontext, a: UvAntworten, setze: Setze, vonHand: string[]): void {
  const eintrag = gefunden(kontext.nachweise.geburt, Geburt);
  if (!eintrag) {
    if (kontext.nachweise.geburt?.art === "keinEintrag") vonHand.push("Das Personenstandsregister kennt das Kind nicht.");
    setze("geburtsdatum", a.kind?.geburtsdatum);
    return;
  }
  const { kind, mutter, vater, gestorben } = eintrag.daten;
  setze("geburtsdatum", kind.geburtsdatum, { quelle: "Personenstandsregister", stand: eintrag.stand });
  if (a.kind?.geburtsdatum !== kind.geburtsdatum)
    vonHand.push(`Das Geburtsdatum im Antrag weicht vom Geburtseintrag ab (${formatiereDatum(kind.geburtsdatum)}).`);
  const { idnr } = kontext.antragsteller;
  if (idnr && mutter.idnr !== idnr && vater?.idnr !== idnr)
    vonHand.push("Die antragstellende Person steht nicht als Elternteil im Geburtseintrag.");
  const andererGestorben = mutter.idnr === idnr ? gestorben.vater : gestorben.mutter;
  if (andererGestorben !== (a.andererElternteil?.lage === "verstorben"))
    vonHand.push("Antrag und Personenstandsregister sagen Verschiedenes darüber, ob der andere Elternteil lebt.");
  if (!vater && a.andererElternteil?.lage === "bekannt")
    vonHand.push(
      "Im Geburtseintrag steht kein zweiter Elternteil, im Antrag ist einer genannt; die Mitwirkung (§ 1 Abs. 3 UhVorschG) beurteilt ein Mensch.",
    );
}

function ausHaushalt(kontext: Kontext, a: UvAntworten, setze: Setze, vonHand: string[]): void {
  const haushalt = gefunden(kontext.nachweise.haushalt, Haushalt);
  // Only who names the other parent is asked about living together; without an answer nothing is known.
  const erklaert = a.andererElternteil?.lage === "bekannt" ? a.angabenElternteil?.zusammen : a.andererElternteil && false;
  if (!haushalt) {
    if (kontext.nachweise.haushalt?.art === "keinEintrag") vonHand.push("Das Melderegister kennt das Kind nicht.");
    setze("lebtBeiElternteil", a.zuhause?.lebtBeiMir);
    setze("zusammenMitAnderem", erklaert);
    return;
  }
  const herkunft = { quelle: "Melderegister", stand: haushalt.stand };
  const { lebtBeiElternteil, andererElternteilGleicheAnschrift: gleich } = haushalt.daten;
  if (a.zuhause && a.zuhause.lebtBeiMir !== lebtBeiElternteil)
    vonHand.push(
      lebtBeiElternteil
        ? "Laut Melderegister lebt das Kind beim antragstellenden Elternteil, laut Antrag nicht."
        : "Laut Melderegister lebt das Kind nicht beim antragstellenden Elternteil.",
    );
  setze("lebtBeiElternteil", a.zuhause?.lebtBeiMir, herkunft);
  if (gleich !== null && erklaert !== undefined && gleich !== erklaert)
    vonHand.push(
      gleich
        ? "Laut Melderegister ist der andere Elternteil unter derselben Anschrift gemeldet."
        : "Laut Melderegister wohnt der andere Elternteil an einer anderen Anschrift, laut Antrag nicht.",
    );
  setze("zusammenMitAnderem", erklaert, gleich === null ? eigene : herkunft);
}

function ausFamilienstand(kontext: Kontext, a: UvAntworten, setze: Setze, vonHand: string[]): void {
  const erklaert = a.familienstand?.stand;
  const meldung = gefunden(kontext.nachweise.familienstand, Meldedaten);
  if (!meldung || !erklaert) {
    if (kontext.nachweise.familienstand?.art === "keinEintrag")
      vonHand.push("Das Melderegister kennt die antragstellende Person nicht.");
    setze("familienstand", erklaert);
    return;
  }
  if (meldung.daten.idnr !== kontext.antragsteller.idnr) {
    vonHand.push("Das Melderegister hat Angaben zu einer anderen Person geliefert.");
    setze("familienstand", erklaert);
    return;
  }
  // The register knows the marriage, not whether the spouses live apart: that stays the person's word.
  const amtlich = meldung.daten.familienstand;
  const verheiratet = erklaert === "getrennt" || erklaert === "zusammen";
  const amtlichVerheiratet = amtlich === "verheiratet" || amtlich === "lebenspartnerschaft";
  const amtlichKlar = amtlichVerheiratet || ["ledig", "geschieden", "verwitwet"].includes(amtlich);
  if (verheiratet !== amtlichVerheiratet || !amtlichKlar)
    vonHand.push(`Der Familienstand im Antrag weicht vom Melderegister ab („${amtlich}“).`);
  setze(
    "familienstand",
    erklaert,
    verheiratet === amtlichVerheiratet ? { quelle: "Melderegister", stand: meldung.stand } : eigene,
  );
}

function ausJobcenter(kontext: Kontext, a: UvAntworten, setze: Setze, vonHand: string[]): void {
  const stand = kontext.nachweise.jobcenter;
  const bezug = gefunden(stand, Leistungsbezug);
  const herkunft = stand && "stand" in stand ? { quelle: "Jobcenter", stand: stand.stand } : eigene;
  // "No entry" at the Jobcenter is the fact that nothing is drawn.
  const bezieht = stand?.art === "keinEintrag" ? false : bezug?.daten.bezieht;
  setze("beziehtSgb2", bezieht, herkunft);
  if (bezieht !== undefined && a.sgb2 && a.sgb2.bezieht !== bezieht)
    vonHand.push(
      bezieht
        ? "Laut Jobcenter bezieht das Kind Bürgergeld, laut Antrag nicht."
        : "Laut Antrag bezieht das Kind Bürgergeld, laut Jobcenter nicht.",
    );
  const gemeinschaft = bezug?.daten.bedarfsgemeinschaft;
  setze("uvVermeidetSgb2", gemeinschaft?.hilfebeduerftigkeitDurchUvVermeidbar, herkunft);
  setze("einkommenCent", gemeinschaft?.einkommenElternteilCent ?? a.sgb2?.einkommen, gemeinschaft ? herkunft : eigene);
  // An answer without figures confirms no income: then, and only then, the documents count.
  if (bezug) setze("einkommenBelegt", gemeinschaft !== undefined, herkunft);
  if (gemeinschaft && bleibtZurueck(gemeinschaft.einkommenElternteilCent, a.sgb2?.einkommen))
    vonHand.push("Nach dem Antrag erreicht das Einkommen die Grenze des § 1 Abs. 1a UhVorschG, nach dem Jobcenter nicht.");
}

function bleibtZurueck(bestaetigtCent: number, erklaertCent = 0): boolean {
  const grenze = mindesteinkommen.saetze.at(-1)?.wert ?? 0;
  return bestaetigtCent < grenze && erklaertCent >= grenze;
}

function ausAnderenJugendaemtern(kontext: Kontext, vonHand: string[]): void {
  const laufend = gefunden(kontext.nachweise.andereJugendaemter, LaufendeLeistung);
  if (laufend?.daten.bezieht)
    vonHand.push(
      `Für das Kind zahlt bereits eine andere Stelle Unterhaltsvorschuss (${laufend.daten.jugendamt ?? "ohne Namen"}).`,
    );
}

/** Who is involved. The other parent is known beyond doubt only from the entry of birth. */
export function beteiligte(kontext: Pick<Kontext, "antworten" | "antragsteller" | "nachweise">): BeteiligtePerson[] {
  const a = kontext.antworten as UvAntworten;
  const { antragsteller } = kontext;
  const geburt = gefunden(kontext.nachweise.geburt, Geburt)?.daten;
  const gesperrt = gefunden(kontext.nachweise.haushalt, Haushalt)?.daten.auskunftssperre ?? false;
  const selbstGesperrt = gefunden(kontext.nachweise.familienstand, Meldedaten)?.daten.auskunftssperre ?? false;
  const anschrift = a.anschrift && {
    strasse: a.anschrift.strasse ?? "",
    hausnummer: a.anschrift.hausnummer ?? "",
    plz: a.anschrift.plz ?? "",
    ort: a.anschrift.ort ?? "",
  };
  const personen: BeteiligtePerson[] = [
    {
      rolle: "antragsteller",
      vornamen: antragsteller.vornamen,
      nachname: antragsteller.nachname,
      ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
      ...(anschrift && { anschrift }),
      // One home: a lock on the child's address locks the parent's as well.
      auskunftssperre: gesperrt || selbstGesperrt,
    },
    {
      rolle: "kind",
      vornamen: a.kind?.vornamen ?? "",
      nachname: a.kind?.nachname ?? "",
      ...(a.kind?.geburtsdatum && { geburtsdatum: a.kind.geburtsdatum }),
      ...(a.kind?.idnr && { idnr: a.kind.idnr }),
      ...(anschrift && { anschrift }),
      auskunftssperre: gesperrt || selbstGesperrt,
    },
  ];
  const anderer = geburt && (geburt.mutter.idnr === antragsteller.idnr ? geburt.vater : geburt.mutter);
  if (a.angabenElternteil)
    personen.push({
      rolle: "andererElternteil",
      vornamen: a.angabenElternteil.vornamen ?? "",
      nachname: a.angabenElternteil.nachname ?? "",
      ...(a.angabenElternteil.geburtsdatum && { geburtsdatum: a.angabenElternteil.geburtsdatum }),
      ...(anderer && { idnr: anderer.idnr }),
      auskunftssperre: false,
    });
  return personen;
}
