import {
  type Block,
  type Knotenart,
  type Leistung,
  type Parameter,
  TAG_DES_SATZES,
  type Tafel,
  type Tafelzeile,
  zeileInWorten,
} from "#baukasten";
import { ordneNachGesetz } from "./ordnung.ts";
import { alsDaten, type Datenwert, zeigeWert } from "./wert.ts";

/** How far the law leaves something to decide. */
export type Bindung = "gebunden" | "ermessen" | "beurteilung";
export type Eingabe = { name: string; knoten: string };

/** One condition, figure, fact or step of calculation, as a lawyer reads it. */
export type Knotenblatt = {
  schluessel: string;
  titel: string;
  norm: string;
  art: Knotenart;
  bindung: Bindung;
  eingaben: Eingabe[];
  ja?: string;
  nein?: string;
  parameter?: string;
  /** For a fact: what settles it, a register or a page of the form. */
  klaertDurch?: { art: "register" | "person"; name: string; titel: string };
  /** For what the decision takes it: whether it is granted, how much, at what fee. */
  rolle?: "anspruch" | "betrag" | "gebuehr";
};
export type Satzblatt = {
  gueltigAb: string;
  wert: Datenwert;
  text: string;
  quelle: string;
  bekanntSeit?: string;
  /** Rows of a decision table, as people read them. */
  zeilen?: { wenn: string; dann: string; norm?: string }[];
};
export type Parameterblatt = {
  schluessel: string;
  titel: string;
  einheit: string;
  geprueftBis: string;
  /** Which day picks the figure, where it is not the one that is judged, e.g. "Geburtsdatum des Kindes". */
  nach?: string;
  /** No node holds it: it is read for the period, the facts, or an offer. */
  daneben?: true;
  /** Each Mandant sets it for itself: its figures are no part of the version. */
  satzung?: true;
  saetze: Satzblatt[];
};
export type Nachweisblatt = {
  schluessel: string;
  titel: string;
  registerName: string;
  zweck: string;
  norm: string;
  anlass: string;
};
export type Seitenblatt = { schluessel: string; titel: string; felder: { name: string; label: string; art: string }[] };

/**
 * A version of a Leistung as a document: all that can be said of its rules without running them, in the order of the statute. It is
 * stored with the version; two of them are compared in words. What functions do inside is seen in `quellen` only: which files, not what.
 */
export type Rechtsdokument = {
  schluessel: string;
  name: string;
  version: string;
  rechtsgebiet: string;
  automatik: string;
  rechtsnatur: string;
  ergebnis: string;
  vierAugen: boolean;
  grundlage: string;
  knoten: Knotenblatt[];
  parameter: Parameterblatt[];
  nachweise: Nachweisblatt[];
  seiten: Seitenblatt[];
  texte: string[];
  /** SHA-256 of each source file that the decision runs through, by path. */
  quellen: Readonly<Record<string, string>>;
};

function automatikIn(automatik: Leistung["automatik"]): string {
  if (automatik.erlaubt === true) return automatik.norm;
  return automatik.erlaubt ? "wo der Mandant eine Norm nennt, die es erlaubt" : "entscheidet immer ein Mensch";
}

export function beschreibe(leistung: Leistung, quellen: Readonly<Record<string, string>> = {}): Rechtsdokument {
  const { regelwerk, automatik, bescheid } = leistung;
  return {
    schluessel: leistung.schluessel,
    name: leistung.name,
    version: leistung.version,
    rechtsgebiet: leistung.rechtsgebiet,
    automatik: leistung.rechtsnatur === "hinweis" ? "Hinweis, entscheidet nichts" : automatikIn(automatik),
    rechtsnatur: leistung.rechtsnatur ?? "verwaltungsakt",
    ergebnis: leistung.ergebnis ?? "monatlich",
    vierAugen: leistung.vierAugen,
    grundlage: bescheid.grundlage,
    knoten: ordneNachGesetz(
      regelwerk.eintraege.map((_, nummer) => knotenblatt(leistung, nummer)),
      regelwerk.anspruch.norm,
    ),
    parameter: parameterblaetter(leistung),
    nachweise: Object.entries(leistung.nachweise).map(([schluessel, { titel, registerName, zweck, norm, anlass }]) => ({
      schluessel,
      titel,
      registerName,
      zweck,
      norm,
      anlass,
    })),
    seiten: Object.entries(leistung.formular.seiten).map(([schluessel, { titel, felder }]) => ({
      schluessel,
      titel,
      felder: Object.entries(felder).map(([name, { label, art }]) => ({ name, label, art })),
    })),
    texte: bescheid.hinweise.flatMap(texteAus),
    quellen,
  };
}

function knotenblatt(leistung: Leistung, nummer: number): Knotenblatt {
  const { regelwerk } = leistung;
  const eintrag = regelwerk.eintraege[nummer];
  if (!eintrag) throw new Error(`${leistung.name}: den Knoten ${nummer} gibt es nicht.`);
  const { knoten, bauplan, satz } = eintrag;
  const { schluessel, titel, norm, art } = knoten;
  const ende = (["anspruch", "betrag", "gebuehr"] as const).find((name) => regelwerk[name]?.nummer === nummer);
  return {
    schluessel,
    titel,
    norm,
    art,
    bindung: art === "ermessen" || art === "beurteilung" ? art : "gebunden",
    eingaben: eingabenVon(leistung, nummer),
    ...(satz && { ja: satz.ja, nein: satz.nein }),
    ...(bauplan.art === "parameter" && { parameter: bauplan.parameter.schluessel }),
    ...(bauplan.art === "fakt" && { klaertDurch: klaertDurch(leistung, bauplan.angaben.klaertDurch) }),
    ...(ende && { rolle: ende }),
  };
}

function eingabenVon({ regelwerk }: Leistung, nummer: number): Eingabe[] {
  const bauplan = regelwerk.eintraege[nummer]?.bauplan;
  if (!bauplan || !("eingaben" in bauplan)) return [];
  const namen =
    bauplan.art === "funktion"
      ? bauplan.namen
      : bauplan.art === "tafel"
        ? ["Zeilen", ...bauplan.namen]
        : bauplan.art === "parameter"
          ? [TAG_DES_SATZES]
          : [];
  return bauplan.eingaben.flatMap((eingabe, stelle) => {
    const knoten = regelwerk.eintraege[eingabe]?.knoten;
    return knoten ? [{ name: namen[stelle] ?? "", knoten: knoten.schluessel }] : [];
  });
}

function klaertDurch({ nachweise, formular }: Leistung, name: string): Knotenblatt["klaertDurch"] & object {
  const nachweis = Object.hasOwn(nachweise, name) ? nachweise[name] : undefined;
  return nachweis
    ? { art: "register", name, titel: `${nachweis.titel} (${nachweis.registerName})` }
    : { art: "person", name, titel: `Seite „${formular.seiten[name]?.titel ?? name}“` };
}

/** Each parameter once, in the order of the graph; after them those that no node holds. */
export function parameterblaetter({ regelwerk, parameter = [] }: Pick<Leistung, "regelwerk" | "parameter">): Parameterblatt[] {
  const tafeln = new Map(
    regelwerk.eintraege.flatMap(({ bauplan }) => (bauplan.art === "tafel" ? [[bauplan.tafel.schluessel, bauplan.tafel]] : [])),
  );
  const blaetter = new Map<string, Parameterblatt>();
  for (const { bauplan } of regelwerk.eintraege) {
    if (bauplan.art !== "parameter") continue;
    const { schluessel } = bauplan.parameter;
    const [tag] = bauplan.eingaben.map((nummer) => regelwerk.eintraege[nummer]?.knoten.titel);
    const bekannt = blaetter.get(schluessel);
    const nach = [...new Set([bekannt?.nach, tag].filter((each) => each !== undefined))].join("; ");
    blaetter.set(schluessel, {
      ...parameterblatt(bauplan.parameter, tafeln.get(schluessel)),
      ...(nach && { nach }),
      ...(bauplan.satzung && { satzung: true }),
    });
  }
  for (const each of parameter)
    if (!blaetter.has(each.schluessel))
      blaetter.set(each.schluessel, {
        ...parameterblatt(each, "spalten" in each ? (each as unknown as Tafel) : undefined),
        daneben: true,
      });
  return [...blaetter.values()];
}

function parameterblatt(
  { schluessel, titel, einheit, geprueftBis, saetze }: Parameter<unknown>,
  tafel: Tafel | undefined,
): Parameterblatt {
  return {
    schluessel,
    titel,
    einheit,
    geprueftBis,
    saetze: saetze.map(({ gueltigAb, wert, quelle, bekanntSeit }) => {
      const daten = alsDaten(wert);
      const zeilen = tafel && (wert as readonly Tafelzeile<unknown>[]).map((zeile) => tafelzeile(tafel, zeile, einheit));
      const text = zeilen ? zeilen.map(({ wenn, dann }) => `${wenn}: ${dann}`).join("; ") : zeigeWert(daten, einheit);
      return { gueltigAb, wert: daten, text, quelle, ...(bekanntSeit && { bekanntSeit }), ...(zeilen && { zeilen }) };
    }),
  };
}

const tafelzeile = (tafel: Tafel, zeile: Tafelzeile<unknown>, einheit: string) => ({
  wenn: zeileInWorten(tafel, zeile),
  dann: zeigeWert(alsDaten(zeile.dann), einheit),
  ...(zeile.norm && { norm: zeile.norm }),
});

function texteAus(block: Block): string[] {
  switch (block.art) {
    case "liste":
      return [...block.punkte];
    case "tabelle":
      return [block.titel, ...block.zeilen.map((zeile) => zeile.join(" | "))];
    case "hervorgehoben":
      return [`${block.titel}: ${block.text}`];
    default:
      return [block.text];
  }
}
