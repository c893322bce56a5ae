import type { z } from "zod";
import { type Fakt, type Kontext, type Sachverhalt, type Saetze, zuletzt } from "#baukasten";
import { formatiereDatum, geburtstag, tageZwischen } from "#kalender";
import { type Akte, eigene, gefunden } from "./akte.ts";
import { erwerbNach, erwerbVorher } from "./erwerb-aus-angaben.ts";
import type { EgAntworten } from "./formular.ts";
import { planAusAntworten, planDesAnderen } from "./monate-aus-angaben.ts";
import { Geburt, Haushalt, Leistungsbezug, Lohndaten, Meldedaten, Mutterschaftsleistungen, Steuerbescheid } from "./nachweise.ts";
import { einkommensgrenze, geschwisteralter } from "./parameter.ts";

const formen = {
  geburt: Geburt,
  haushalt: Haushalt,
  wohnsitz: Meldedaten,
  lohndaten: Lohndaten,
  steuerbescheid: Steuerbescheid,
  mutterschaft: Mutterschaftsleistungen,
  jobcenter: Leistungsbezug,
};

/** Answers and evidence as facts of the rules; contradictions, silence and documents as reasons for a person. Nothing is guessed. */
export function sachverhalt(kontext: Kontext, saetze: Saetze): Sachverhalt {
  const vonHand: string[] = [];
  const fakten: Record<string, Fakt> = {};
  const akte: Akte = {
    kontext,
    saetze,
    a: kontext.antworten as EgAntworten,
    setze: (name, wert, herkunft = eigene) => {
      if (wert !== undefined) fakten[name] = { wert, herkunft };
    },
    melde: (satz) => void vonHand.push(satz),
  };
  ausGeburtseintrag(akte);
  ausHaushalt(akte);
  ausMeldung(akte);
  ausEinkommensgrenze(akte);
  erwerbVorher(akte);
  planAusAntworten(akte);
  planDesAnderen(akte);
  erwerbNach(akte);
  const { a, setze, melde } = akte;
  setze("eingang", kontext.eingegangenAm);
  setze("betreutSelbst", a.betreuung?.betreueSelbst);
  setze("deutschOderEu", a.staatsangehoerigkeit?.deutschOderEu);
  setze("alleinerziehend", a.familie?.allein);
  setze("kindMitBehinderung", a.geschwister?.behinderung);
  if (a.geschwister?.behinderung) melde("Die Behinderung eines Kindes ist nachzuweisen (§ 2a Abs. 2, § 4 Abs. 6 BEEG).");
  if (gefunden(kontext.nachweise.jobcenter, Leistungsbezug)?.daten.bezieht)
    melde("Das Jobcenter zahlt für das Kind; ob es eine Erstattung verlangt (§ 104 SGB X), klärt ein Mensch.");
  fehlendeNachweise(akte);
  return { fakten, vonHand };
}

function fehlendeNachweise({ kontext, melde }: Akte): void {
  for (const [name, stand] of Object.entries(kontext.nachweise))
    if (stand?.art === "nichtErreichbar" || stand?.art === "verweigert")
      melde(`Nachweis „${name}“ nicht erhalten: ${stand.grund}`);
  for (const [name, form] of Object.entries(formen)) {
    const stand = kontext.nachweise[name];
    if (stand?.art === "gefunden" && !gefunden(stand, form))
      melde(`Nachweis „${name}“ hat eine Form, die wir nicht lesen können.`);
  }
}

const kinderzahl = { eines: 1, zwei: 2, drei: 3, vier: 4 } as const;

function ausGeburtseintrag({ kontext, a, setze, melde }: Akte): void {
  const zahl = a.kind?.geboren && kinderzahl[a.kind.geboren];
  setze("mehrlinge", zahl);
  if (zahl && zahl > 1) melde("Die Geburtseinträge der Mehrlinge prüft ein Mensch (§ 2a Abs. 4 BEEG).");
  const eintrag = gefunden(kontext.nachweise.geburt, Geburt);
  const geboren = eintrag?.daten.kind.geburtsdatum ?? a.kind?.geburtsdatum;
  setze("geburtsdatum", geboren, eintrag ? { quelle: "Personenstandsregister", stand: eintrag.stand } : eigene);
  if (a.fruehgeburt?.sechsWochen === false) setze("wochenZuFrueh", 0);
  if (a.termin?.errechnet && geboren) {
    setze("wochenZuFrueh", Math.max(0, Math.floor(tageZwischen(geboren, a.termin.errechnet) / 7)));
    melde("Den errechneten Termin bestätigt eine Bescheinigung, die ein Mensch liest (§ 4 Abs. 5 BEEG).");
  }
  if (!eintrag) {
    if (kontext.nachweise.geburt?.art === "keinEintrag") melde("Das Personenstandsregister kennt das Kind nicht.");
    return;
  }
  const { kind, mutter, vater } = eintrag.daten;
  if (a.kind?.geburtsdatum !== kind.geburtsdatum)
    melde(`Das Geburtsdatum im Antrag weicht vom Geburtseintrag ab (${formatiereDatum(kind.geburtsdatum)}).`);
  const { idnr } = kontext.antragsteller;
  if (!idnr || (mutter.idnr !== idnr && vater?.idnr !== idnr))
    melde("Die antragstellende Person steht nicht als Elternteil im Geburtseintrag.");
}

function ausHaushalt({ kontext, a, setze, melde }: Akte): void {
  const haushalt = gefunden(kontext.nachweise.haushalt, Haushalt);
  if (!haushalt) {
    if (kontext.nachweise.haushalt?.art === "keinEintrag") melde("Das Melderegister kennt das Kind nicht.");
    setze("lebtImHaushalt", a.betreuung?.lebtBeiMir);
    return;
  }
  const { lebtBeiElternteil, andererElternteilGleicheAnschrift } = haushalt.daten;
  if (a.betreuung && a.betreuung.lebtBeiMir !== lebtBeiElternteil)
    melde(
      lebtBeiElternteil
        ? "Laut Melderegister lebt das Kind beim antragstellenden Elternteil, laut Antrag nicht."
        : "Laut Melderegister lebt das Kind nicht beim antragstellenden Elternteil.",
    );
  setze("lebtImHaushalt", a.betreuung?.lebtBeiMir, { quelle: "Melderegister", stand: haushalt.stand });
  if (a.familie?.allein && andererElternteilGleicheAnschrift)
    melde("Laut Melderegister wohnt der andere Elternteil unter derselben Anschrift, laut Antrag erzieht eine Person allein.");
}

function ausMeldung({ kontext, saetze, a, setze, melde }: Akte): void {
  const meldung = gefunden(kontext.nachweise.wohnsitz, Meldedaten);
  if (!meldung) {
    if (kontext.nachweise.wohnsitz?.art === "keinEintrag") melde("Das Melderegister kennt die antragstellende Person nicht.");
    return;
  }
  const herkunft = { quelle: "Melderegister", stand: meldung.stand };
  const { idnr, anschrift, kinder } = meldung.daten;
  if (idnr !== kontext.antragsteller.idnr) {
    melde("Das Melderegister hat Angaben zu einer anderen Person geliefert.");
    return;
  }
  if (anschrift) setze("wohntInDeutschland", true, herkunft);
  else melde("Im Melderegister steht keine Anschrift der antragstellenden Person.");
  const geboren = a.kind?.geburtsdatum;
  if (!geboren) return;
  // Only who was small enough at the birth can matter; twins of the child are no siblings here (§ 2a Abs. 1 Satz 2).
  const { mehrere } = zuletzt(saetze(geschwisteralter), geboren);
  const aeltere = kinder
    .filter((kind) => kind.geburtsdatum < geboren && geboren < geburtstag(kind.geburtsdatum, mehrere.unter))
    .filter((kind) => kind.anschrift === undefined || lebtDort(kind.anschrift, anschrift))
    .map((kind) => kind.geburtsdatum)
    .sort();
  const angegeben = (a.geschwister?.kinder ?? [])
    .map((kind) => kind.geburtsdatum)
    .filter((tag): tag is string => tag !== undefined && geboren < geburtstag(tag, mehrere.unter))
    .sort();
  if (aeltere.join() !== angegeben.join()) melde("Die älteren Kinder im Antrag weichen vom Melderegister ab.");
  setze(
    "geschwister",
    aeltere.map((geburtsdatum) => ({ geburtsdatum, behinderung: false })),
    herkunft,
  );
}

type Anschrift = z.infer<typeof Meldedaten>["anschrift"];
/** An address that the register hides is not taken for the same home. */
const lebtDort = (eine: Anschrift, andere: Anschrift): boolean =>
  eine !== null &&
  andere !== null &&
  (["strasse", "hausnummer", "plz", "ort"] as const).every((teil) => eine[teil] === andere[teil]);

function ausEinkommensgrenze({ kontext, saetze, a, setze, melde }: Akte): void {
  const bescheid = gefunden(kontext.nachweise.steuerbescheid, Steuerbescheid);
  if (bescheid) {
    const { beide, zuVersteuerndesEinkommenCent, jahr } = bescheid.daten;
    if (!beide && a.familie?.allein === false) melde("Der Steuerbescheid nennt nur das Einkommen eines Elternteils.");
    if (a.kind?.geburtsdatum && jahr !== Number(a.kind.geburtsdatum.slice(0, 4)) - 1)
      melde(`Der Steuerbescheid ist für das Jahr ${jahr}; gebraucht wird das Jahr vor der Geburt.`);
    setze("zuVersteuerndesEinkommenCent", zuVersteuerndesEinkommenCent, { quelle: "Finanzamt", stand: bescheid.stand });
    return;
  }
  // Whoever declares to be below the lowest limit is treated as standing right at it: no birth has a lower one.
  const niedrigste = Math.min(...saetze(einkommensgrenze).saetze.flatMap(({ wert }) => [wert.allein, wert.zusammen]));
  if (a.einkommensgrenze?.unterGrenze) setze("zuVersteuerndesEinkommenCent", niedrigste);
  else if (a.einkommensgrenze) melde("Das zu versteuernde Einkommen ist nicht belegt (§ 1 Abs. 8 BEEG).");
}
