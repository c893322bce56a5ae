import { fingerabdruck } from "#baukasten";
import { formatiereDatum } from "#kalender";
import type { Knotenblatt, Parameterblatt, Rechtsdokument } from "./dokument.ts";

/** One difference between two versions, in words. `gewicht`: whether it can change a decision, or only what people read. */
export type Unterschied = {
  bereich: "Regeln" | "Parameter" | "Nachweise" | "Formular" | "Texte" | "Angaben" | "Quelltext";
  gewicht: "entscheidung" | "text";
  text: string;
};

const tag = (datum: string) => formatiereDatum(datum);
const zitat = (text: string | undefined) => (text === undefined || text === "" ? "nichts" : `„${text}“`);

/** What the second version says otherwise than the first. Empty: the same in all that a document can show, sources included. */
export function vergleicheDokumente(alt: Rechtsdokument, neu: Rechtsdokument): Unterschied[] {
  return [
    ...vergleicheAngaben(alt, neu),
    ...vergleicheKnoten(alt.knoten, neu.knoten),
    ...vergleicheParameter(alt.parameter, neu.parameter),
    ...vergleicheNachweise(alt, neu),
    ...vergleicheFormular(alt, neu),
    ...vergleicheTexte(alt.texte, neu.texte),
    ...vergleicheQuellen(alt.quellen, neu.quellen),
  ];
}

function vergleicheAngaben(alt: Rechtsdokument, neu: Rechtsdokument): Unterschied[] {
  const angaben = {
    version: "Bezeichnung der Fassung",
    name: "Name",
    rechtsgebiet: "Verfahrensrecht",
    automatik: "Grundlage der automatischen Entscheidung",
    rechtsnatur: "Rechtsnatur",
    ergebnis: "Art des Ergebnisses",
    vierAugen: "Vier Augen",
    grundlage: "Rechtsgrundlage im Bescheid",
  } as const;
  return Object.entries(angaben).flatMap(([feld, titel]): Unterschied[] => {
    const [vorher, nachher] = [alt, neu].map((dokument) => String(dokument[feld as keyof typeof angaben]));
    const gewicht = feld === "version" || feld === "name" ? "text" : "entscheidung";
    return vorher === nachher
      ? []
      : [{ bereich: "Angaben", gewicht, text: `${titel}: ${zitat(vorher)} wird ${zitat(nachher)}.` }];
  });
}

function vergleicheKnoten(alte: readonly Knotenblatt[], neue: readonly Knotenblatt[]): Unterschied[] {
  const altNach = new Map(alte.map((knoten) => [knoten.schluessel, knoten]));
  const neuNach = new Map(neue.map((knoten) => [knoten.schluessel, knoten]));
  const titel = (schluessel: string) => neuNach.get(schluessel)?.titel ?? altNach.get(schluessel)?.titel ?? schluessel;
  const liste = ({ eingaben }: Knotenblatt) => eingaben.map(({ knoten }) => titel(knoten)).join(", ");
  const regel = (text: string, gewicht: Unterschied["gewicht"] = "entscheidung"): Unterschied => ({
    bereich: "Regeln",
    gewicht,
    text,
  });
  const ort = ({ norm }: Knotenblatt) => (norm ? ` (${norm})` : "");
  return [
    ...neue
      .filter(({ schluessel }) => !altNach.has(schluessel))
      .map((knoten) => regel(`Neu: ${knoten.titel}${ort(knoten)}${liste(knoten) ? `, aus: ${liste(knoten)}` : ""}.`)),
    ...alte
      .filter(({ schluessel }) => !neuNach.has(schluessel))
      .map((knoten) => regel(`Entfallen: ${knoten.titel}${ort(knoten)}.`)),
    ...neue.flatMap((knoten) => {
      const vorher = altNach.get(knoten.schluessel);
      if (!vorher) return [];
      const wechsel: [string, string | undefined, string | undefined, Unterschied["gewicht"]][] = [
        ["Titel", vorher.titel, knoten.titel, "text"],
        ["Norm", vorher.norm, knoten.norm, "entscheidung"],
        ["Art", vorher.art, knoten.art, "entscheidung"],
        ["Eingaben", liste(vorher), liste(knoten), "entscheidung"],
        ["Satz, wenn ja", vorher.ja, knoten.ja, "text"],
        ["Satz, wenn nein", vorher.nein, knoten.nein, "text"],
        ["Geklärt durch", vorher.klaertDurch?.titel, knoten.klaertDurch?.titel, "entscheidung"],
        ["Rolle", vorher.rolle, knoten.rolle, "entscheidung"],
      ];
      return wechsel
        .filter(([, a, b]) => (a ?? "") !== (b ?? ""))
        .map(([was, a, b, gewicht]) => regel(`${knoten.titel}${ort(knoten)}: ${was} ${zitat(a)} wird ${zitat(b)}.`, gewicht));
    }),
  ];
}

function vergleicheParameter(alte: readonly Parameterblatt[], neue: readonly Parameterblatt[]): Unterschied[] {
  const altNach = new Map(alte.map((each) => [each.schluessel, each]));
  const neuNach = new Map(neue.map((each) => [each.schluessel, each]));
  const satz = (text: string): Unterschied => ({ bereich: "Parameter", gewicht: "entscheidung", text });
  return [
    ...neue
      .filter(({ schluessel }) => !altNach.has(schluessel))
      .map(({ titel, saetze }) => satz(`Neuer Parameter: ${titel}, ${saetze.length} Sätze.`)),
    ...alte.filter(({ schluessel }) => !neuNach.has(schluessel)).map(({ titel }) => satz(`Entfallener Parameter: ${titel}.`)),
    ...neue.flatMap((nachher) => {
      const vorher = altNach.get(nachher.schluessel);
      return vorher ? vergleicheSaetze(vorher, nachher).map(satz) : [];
    }),
  ];
}

function vergleicheSaetze(vorher: Parameterblatt, nachher: Parameterblatt): string[] {
  const kennung = ({ gueltigAb, bekanntSeit = "" }: Parameterblatt["saetze"][number]) => `${gueltigAb}|${bekanntSeit}`;
  const alte = new Map(vorher.saetze.map((satz) => [kennung(satz), satz]));
  const neue = new Set(nachher.saetze.map(kennung));
  const { titel } = nachher;
  return [
    ...nachher.saetze.flatMap((satz) => {
      const alt = alte.get(kennung(satz));
      const seit = satz.bekanntSeit ? `, bekannt seit ${tag(satz.bekanntSeit)}` : "";
      if (!alt) return [`${titel}: neu ab ${tag(satz.gueltigAb)} ${satz.text} (${satz.quelle}${seit}).`];
      // The database keeps the names of a value in an order of its own: that is no difference.
      if (alt.text !== satz.text || fingerabdruck(alt.wert) !== fingerabdruck(satz.wert))
        return [`${titel}: ab ${tag(satz.gueltigAb)} ${alt.text} wird ${satz.text} (${satz.quelle}).`];
      return alt.quelle === satz.quelle
        ? []
        : [`${titel}: Quelle ab ${tag(satz.gueltigAb)} ${zitat(alt.quelle)} wird ${zitat(satz.quelle)}.`];
    }),
    ...vorher.saetze
      .filter((satz) => !neue.has(kennung(satz)))
      .map((satz) => `${titel}: entfallen ab ${tag(satz.gueltigAb)} ${satz.text}.`),
    ...(vorher.geprueftBis === nachher.geprueftBis
      ? []
      : [`${titel}: geprüft bis ${tag(vorher.geprueftBis)} wird ${tag(nachher.geprueftBis)}.`]),
    ...(vorher.einheit === nachher.einheit ? [] : [`${titel}: Einheit ${zitat(vorher.einheit)} wird ${zitat(nachher.einheit)}.`]),
  ];
}

function vergleicheNachweise(alt: Rechtsdokument, neu: Rechtsdokument): Unterschied[] {
  return vergleicheListe(
    alt.nachweise,
    neu.nachweise,
    ({ schluessel }) => schluessel,
    ({ titel, registerName }) => `${titel} (${registerName})`,
    {
      titel: "Titel",
      registerName: "Register",
      zweck: "Zweck",
      norm: "Norm",
      anlass: "Anlass",
    },
  ).map((text) => ({ bereich: "Nachweise", gewicht: "entscheidung", text }));
}

function vergleicheFormular(alt: Rechtsdokument, neu: Rechtsdokument): Unterschied[] {
  const felder = (dokument: Rechtsdokument) =>
    dokument.seiten.flatMap(({ schluessel, titel, felder: each }) =>
      each.map((feld) => ({ ...feld, kennung: `${schluessel}.${feld.name}`, seite: titel })),
    );
  return vergleicheListe(
    felder(alt),
    felder(neu),
    ({ kennung }) => kennung,
    ({ label, seite }) => `${label} auf „${seite}“`,
    {
      label: "Frage",
      art: "Art der Antwort",
      seite: "Seite",
    },
  ).map((text) => ({ bereich: "Formular", gewicht: "entscheidung", text }));
}

function vergleicheListe<T extends object>(
  alte: readonly T[],
  neue: readonly T[],
  kennung: (each: T) => string,
  nenne: (each: T) => string,
  felder: Readonly<Partial<Record<keyof T, string>>>,
): string[] {
  const altNach = new Map(alte.map((each) => [kennung(each), each]));
  const neuNach = new Map(neue.map((each) => [kennung(each), each]));
  return [
    ...neue.filter((each) => !altNach.has(kennung(each))).map((each) => `Neu: ${nenne(each)}.`),
    ...alte.filter((each) => !neuNach.has(kennung(each))).map((each) => `Entfallen: ${nenne(each)}.`),
    ...neue.flatMap((each) => {
      const vorher = altNach.get(kennung(each));
      if (!vorher) return [];
      return (Object.entries(felder) as [keyof T, string][])
        .filter(([feld]) => vorher[feld] !== each[feld])
        .map(([feld, titel]) => `${nenne(each)}: ${titel} ${zitat(String(vorher[feld]))} wird ${zitat(String(each[feld]))}.`);
    }),
  ];
}

function vergleicheTexte(alte: readonly string[], neue: readonly string[]): Unterschied[] {
  const text = (wort: string, satz: string): Unterschied => ({
    bereich: "Texte",
    gewicht: "text",
    text: `${wort}: ${zitat(satz)}.`,
  });
  return [
    ...neue.filter((satz) => !alte.includes(satz)).map((satz) => text("Neuer Hinweis im Bescheid", satz)),
    ...alte.filter((satz) => !neue.includes(satz)).map((satz) => text("Entfallener Hinweis im Bescheid", satz)),
  ];
}

/** Functions have no words: that a file changed is said, and that its effect must be looked for in the cases. */
function vergleicheQuellen(alte: Rechtsdokument["quellen"], neue: Rechtsdokument["quellen"]): Unterschied[] {
  const pfade = [...new Set([...Object.keys(alte), ...Object.keys(neue)])].sort();
  return pfade.flatMap((pfad): Unterschied[] => {
    if (alte[pfad] === neue[pfad]) return [];
    const was = alte[pfad] === undefined ? "ist neu" : neue[pfad] === undefined ? "ist entfallen" : "hat sich geändert";
    return [{ bereich: "Quelltext", gewicht: "entscheidung", text: `${pfad} ${was}.` }];
  });
}
