import type { z } from "zod";
import { type Fakt, type Kontext, type Nachweisstand, type Sachverhalt, type Saetze, zuletzt } from "#baukasten";
import { formatiereDatum } from "#kalender";
import { type KgAntworten, ohneAntragBegonnen } from "./formular.ts";
import { Geburt, Haushalt, Meldedaten, Stammdaten } from "./nachweise.ts";
import { type OhneAntrag, ohneAntrag, ohneAntragErlaubt } from "./parameter.ts";
import { staatVon } from "./staaten.ts";

const formen = { geburt: Geburt, haushalt: Haushalt, meldung: Meldedaten, familienkasse: Stammdaten };
const eigene = { quelle: "Ihre Angabe", stand: null };

/** What a register said, in its shape, or undefined. Shapes were checked on arrival; a stored answer of an older shape counts as none. */
export function gefunden<T extends z.ZodType>(
  stand: Nachweisstand | undefined,
  form: T,
): { daten: z.infer<T>; stand: string } | undefined {
  if (stand?.art !== "gefunden") return undefined;
  const gelesen = form.safeParse(stand.daten);
  return gelesen.success ? { daten: gelesen.data, stand: stand.stand } : undefined;
}

type Setze = (name: string, wert: unknown, herkunft?: Fakt["herkunft"]) => void;

/** Answers and evidence as facts of the rules; contradictions and silence as reasons for a person. Nothing is guessed. */
export function sachverhalt(kontext: Kontext, saetze: Saetze): Sachverhalt {
  const a = kontext.antworten as KgAntworten;
  const vonHand: string[] = [];
  const fakten: Record<string, Fakt> = {};
  const setze: Setze = (name, wert, herkunft = eigene) => {
    if (wert !== undefined) fakten[name] = { wert, herkunft };
  };
  ausGeburtseintrag(kontext, a, setze, vonHand);
  ausHaushalt(kontext, a, setze, vonHand);
  ausMeldung(kontext, a, setze, vonHand);
  const unbeantragt = ohneAntragBegonnen(kontext.antworten);
  setze("beantragt", !unbeantragt, unbeantragt ? { quelle: "Geburtsmeldung", stand: null } : eigene);
  if (unbeantragt) ausFamilienkasse(kontext, setze, vonHand);
  else {
    setze("bestimmt", a.zuhause?.wo === "gemeinsam" ? a.empfaenger?.ich : undefined);
    setze("andereLeistung", a.ausland?.bekommt);
    if (a.ausland?.arbeitet)
      vonHand.push("Ein Elternteil arbeitet im Ausland; welcher Staat vorrangig zahlt, beurteilt ein Mensch (VO (EG) 883/2004).");
  }
  setze("lebtBeimAnderen", a.zuhause?.wo && a.zuhause.wo === "beimAnderen");
  setze("hoechsterUnterhalt", a.unterhalt?.ichAmMeisten);
  setze("inDeutschlandSeit", a.zuzug?.seit);
  setze("einkuenfteImInland", a.zuzug?.einkuenfte);
  ausLage(a, setze, vonHand);
  if (unbeantragt) nenneHindernisse(fakten, zuletzt(saetze(ohneAntrag), kontext.eingegangenAm), vonHand);
  nenneStille(kontext, vonHand);
  return { fakten, vonHand };
}

function nenneStille(kontext: Kontext, vonHand: string[]): void {
  for (const [name, stand] of Object.entries(kontext.nachweise))
    if (stand?.art === "nichtErreichbar" || stand?.art === "verweigert")
      vonHand.push(`Nachweis „${name}“ nicht erhalten: ${stand.grund}`);
  for (const [name, form] of Object.entries(formen)) {
    const stand = kontext.nachweise[name];
    if (stand?.art === "gefunden" && !gefunden(stand, form))
      vonHand.push(`Nachweis „${name}“ hat eine Form, die wir nicht lesen können.`);
  }
}

function ausGeburtseintrag(kontext: Kontext, a: KgAntworten, setze: Setze, vonHand: string[]): void {
  const eintrag = gefunden(kontext.nachweise.geburt, Geburt);
  if (!eintrag) {
    if (kontext.nachweise.geburt?.art === "keinEintrag") vonHand.push("Das Personenstandsregister kennt das Kind nicht.");
    setze("geburtsdatum", a.kind?.geburtsdatum);
    setze("kindschaft", a.kindschaft?.art);
    return;
  }
  const { kind, mutter, vater } = eintrag.daten;
  const herkunft = { quelle: "Personenstandsregister", stand: eintrag.stand };
  setze("geburtsdatum", kind.geburtsdatum, herkunft);
  if (a.kind?.geburtsdatum !== kind.geburtsdatum)
    vonHand.push(`Das Geburtsdatum im Antrag weicht vom Geburtseintrag ab (${formatiereDatum(kind.geburtsdatum)}).`);
  const { idnr } = kontext.antragsteller;
  const istElternteil = idnr !== null && (mutter.idnr === idnr || vater?.idnr === idnr);
  if (istElternteil) return setze("kindschaft", "eigenes", herkunft);
  if (a.kindschaft?.art === "eigenes" || !a.kindschaft)
    vonHand.push("Die antragstellende Person steht nicht als Elternteil im Geburtseintrag.");
  setze("kindschaft", a.kindschaft?.art);
}

function ausHaushalt(kontext: Kontext, a: KgAntworten, setze: Setze, vonHand: string[]): void {
  const haushalt = gefunden(kontext.nachweise.haushalt, Haushalt);
  const wo = a.zuhause?.wo;
  const erklaert = wo === undefined ? undefined : wo === "beiMir" || wo === "gemeinsam";
  if (!haushalt) {
    if (kontext.nachweise.haushalt?.art === "keinEintrag") vonHand.push("Das Melderegister kennt das Kind nicht.");
    setze("lebtImHaushalt", erklaert);
    setze("andererImHaushalt", wo && wo === "gemeinsam");
    setze("lebtDortSeit", a.zuhause?.seit);
    return;
  }
  const herkunft = { quelle: "Melderegister", stand: haushalt.stand };
  const { lebtBeiElternteil, andererElternteilGleicheAnschrift: gleich, seit } = haushalt.daten;
  if (erklaert !== undefined && erklaert !== lebtBeiElternteil)
    vonHand.push(
      lebtBeiElternteil
        ? "Laut Melderegister lebt das Kind bei der antragstellenden Person, laut Antrag nicht."
        : "Laut Melderegister lebt das Kind nicht bei der antragstellenden Person.",
    );
  if (erklaert && gleich !== null && gleich !== (wo === "gemeinsam"))
    vonHand.push(
      gleich
        ? "Laut Melderegister wohnt auch der andere Elternteil bei dem Kind, laut Antrag nicht."
        : "Laut Melderegister wohnt der andere Elternteil nicht bei dem Kind, laut Antrag schon.",
    );
  setze("lebtImHaushalt", lebtBeiElternteil, herkunft);
  // No other parent in the register: only whoever the Antrag names.
  setze("andererImHaushalt", gleich ?? wo === "gemeinsam", gleich === null && wo ? eigene : herkunft);
  // The day in the register is that of the last move; a child moves with its parent.
  setze("lebtDortSeit", a.zuhause?.seit ?? a.kind?.geburtsdatum ?? seit, a.zuhause ? eigene : herkunft);
}

function ausMeldung(kontext: Kontext, a: KgAntworten, setze: Setze, vonHand: string[]): void {
  const meldung = gefunden(kontext.nachweise.meldung, Meldedaten);
  if (!meldung || meldung.daten.idnr !== kontext.antragsteller.idnr) {
    if (meldung) vonHand.push("Das Melderegister hat Angaben zu einer anderen Person geliefert.");
    if (kontext.nachweise.meldung?.art === "keinEintrag")
      vonHand.push("Das Melderegister kennt die antragstellende Person nicht.");
    setze("staat", a.staatsangehoerigkeit?.staat);
    return;
  }
  const herkunft = { quelle: "Melderegister", stand: meldung.stand };
  setze("wohntInDeutschland", meldung.daten.anschrift !== null, herkunft);
  const amtlich = meldung.daten.staatsangehoerigkeit && staatVon(meldung.daten.staatsangehoerigkeit);
  const erklaert = a.staatsangehoerigkeit?.staat;
  if (amtlich && erklaert && amtlich !== erklaert)
    vonHand.push(`Die Staatsangehörigkeit im Antrag weicht vom Melderegister ab („${meldung.daten.staatsangehoerigkeit}“).`);
  setze("staat", amtlich ?? erklaert, amtlich ? herkunft : eigene);
}

/** Where nobody applied, the files of the Familienkasse say what an Antrag would have said. */
function ausFamilienkasse(kontext: Kontext, setze: Setze, vonHand: string[]): void {
  const stamm = gefunden(kontext.nachweise.familienkasse, Stammdaten);
  if (!stamm) {
    if (kontext.nachweise.familienkasse?.art === "keinEintrag")
      vonHand.push("Die Familienkasse kennt die Familie nicht; ohne Bankverbindung bleibt es beim Antrag.");
    return;
  }
  const herkunft = { quelle: "Familienkasse", stand: stamm.stand };
  const { zahltFuerAelteresKind, empfaengerIdnr, iban, elternteilArbeitetImInland, vergleichbareLeistung, schonFestgesetzt } =
    stamm.daten;
  setze("weiteresKind", zahltFuerAelteresKind, herkunft);
  setze("ibanBekannt", iban !== null, herkunft);
  setze("elternArbeitenImInland", elternteilArbeitetImInland, herkunft);
  setze("andereLeistung", vergleichbareLeistung, herkunft);
  if (schonFestgesetzt) vonHand.push("Für dieses Kind ist Kindergeld schon festgesetzt.");
  // Planned order: whoever gets it for the older child; for a first child, the mother.
  const mutter = gefunden(kontext.nachweise.geburt, Geburt)?.daten.mutter.idnr;
  const vorgesehen = zahltFuerAelteresKind ? empfaengerIdnr : mutter;
  if (vorgesehen) setze("bestimmt", vorgesehen === kontext.antragsteller.idnr, herkunft);
}

/** Nobody is refused what they did not apply for: where it cannot be paid unasked, a person offers the Antrag. */
function nenneHindernisse(fakten: Readonly<Record<string, Fakt>>, stufe: OhneAntrag, vonHand: string[]): void {
  const wert = (name: string) => fakten[name]?.wert;
  const geboren = wert("geburtsdatum");
  const hindernisse = [
    typeof geboren === "string" &&
      wert("weiteresKind") !== undefined &&
      !ohneAntragErlaubt(stufe, geboren, wert("weiteresKind") === true) &&
      "das Gesetz sieht es für diesen Geburtstag noch nicht vor",
    wert("lebtImHaushalt") === false && "das Kind lebt nicht bei diesem Elternteil",
    wert("andererImHaushalt") === true && wert("bestimmt") === false && "eine andere Person der Familie ist vorgesehen",
    wert("wohntInDeutschland") === false && "kein Wohnsitz in Deutschland",
    wert("ibanBekannt") === false && "keine Bankverbindung bekannt",
    wert("elternArbeitenImInland") === false && "kein Elternteil arbeitet im Inland",
    wert("andereLeistung") === true && "eine vergleichbare Leistung wird gezahlt",
  ];
  for (const grund of hindernisse)
    if (grund) vonHand.push(`Ohne Antrag kann nicht gezahlt werden: ${grund}. Bitte den ausgefüllten Antrag anbieten.`);
}

function ausLage(a: KgAntworten, setze: Setze, vonHand: string[]): void {
  setze("lage", a.lage?.art);
  setze("lageVon", a.lage?.von);
  setze("lageBis", a.lage?.bis);
  setze("ersteAusbildungFertig", a.erwerb?.abgeschlossen);
  setze("wochenstunden", a.erwerb?.stunden);
  setze("nurUnschaedlich", a.erwerb?.unschaedlich);
  if (a.lage?.belege?.length) vonHand.push("Die Belege über Ausbildung oder Lage des Kindes liest ein Mensch.");
}
