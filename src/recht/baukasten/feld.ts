import { formatiereEuro, formatiereIban, leseEuro, pruefeIban } from "#geld";
import { formatiereDatum, type IsoDatum, leseDatum } from "#kalender";
import { eintraegeVon, type Listenangaben, zeigeEintrag } from "./liste.ts";

export type Gelesen<T> = { ok: true; wert: T | undefined } | { ok: false; fehler: string };

/** What was uploaded: name as the person called it, type as sniffed, size in bytes, hash of the content. */
export type Anlage = { name: string; typ: string; groesse: number; sha256: string };

export type Feldart =
  | "text"
  | "freitext"
  | "datum"
  | "jaNein"
  | "haken"
  | "auswahl"
  | "geld"
  | "zahl"
  | "iban"
  | "idnr"
  | "anlage"
  | "liste";

/** One field: its words, what it accepts, and how its value reads. */
export type Feld<T> = {
  art: Feldart;
  label: string;
  hinweis?: string;
  pflicht: boolean;
  /** Token of the HTML standard (WCAG 1.3.5). */
  autocomplete?: string;
  optionen?: Readonly<Record<string, string>>;
  /** For a choice among entries of an earlier list: how the options follow from the answers. */
  aus?: { seite: string; liste: string; benenne: (eintrag: Readonly<Record<string, unknown>>) => string };
  /** For uploads: types by content, how many, how large each. */
  anlage?: { typen: readonly string[]; hoechstens: number; maxBytes: number };
  /** For repeated answers: the fields of one entry, how many there may be, and what one is called. */
  liste?: Listenangaben;
  lies(roh: string | undefined): Gelesen<T>;
  zeige(wert: T): string;
};
export type Felder = Readonly<Record<string, Feld<never> | Feld<unknown>>>;
type WertVon<F> = F extends Feld<infer T> ? T : never;
/** Answers by field. An optional one left empty is missing. */
export type WerteVon<F> = { [N in keyof F]?: WertVon<F[N]> };

type Angaben = Pick<Feld<unknown>, "label" | "hinweis" | "autocomplete"> & { optional?: boolean };

/** `deute` gets what was typed, trimmed and not empty; the empty case is the same for all fields. */
function baue<T>(
  art: Feldart,
  angaben: Angaben,
  leer: string,
  deute: (text: string) => Gelesen<T>,
  zeige: (wert: T) => string,
  mehr: Partial<Feld<T>> = {},
): Feld<T> {
  const { optional = false, ...rest } = angaben;
  return {
    art,
    pflicht: !optional,
    ...rest,
    ...mehr,
    lies(roh) {
      const text = (roh ?? "").trim();
      if (text !== "") return deute(text);
      return optional ? { ok: true, wert: undefined } : { ok: false, fehler: leer };
    },
    zeige,
  };
}

const gut = <T>(wert: T): Gelesen<T> => ({ ok: true, wert });
const fehler = (text: string): Gelesen<never> => ({ ok: false, fehler: text });
const wie = (text: string) => text;

/** Control characters but line breaks and tabs, and those that turn the direction of what follows. */
const unerlaubt = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/u;
const unsichtbar = /^[\p{Cf}\s]*$/u;

function kurzerText(text: string, max: number): Gelesen<string> {
  if (text.length > max) return fehler(`Bitte kürzen Sie die Angabe auf höchstens ${max} Zeichen. Jetzt sind es ${text.length}.`);
  // Control characters come from broken clipboards and from attacks, never from a name; half a surrogate pair no database stores.
  if (!text.isWellFormed() || unerlaubt.test(text) || unsichtbar.test(text))
    return fehler("Die Angabe enthält Zeichen, die wir nicht verarbeiten können. Bitte tippen Sie sie neu.");
  return gut(text.normalize("NFC"));
}

export const feld = {
  text: (angaben: Angaben & { max?: number }): Feld<string> =>
    baue(
      "text",
      angaben,
      `Bitte füllen Sie „${angaben.label}“ aus.`,
      (text) => kurzerText(text.replace(/\s+/g, " "), angaben.max ?? 120),
      wie,
    ),

  /** Free words of the applicant: they always take the case to a person. */
  freitext: (angaben: Omit<Angaben, "optional"> & { max?: number }): Feld<string> =>
    baue("freitext", { ...angaben, optional: true }, "", (text) => kurzerText(text, angaben.max ?? 4000), wie),

  datum: (angaben: Angaben): Feld<IsoDatum> =>
    baue(
      "datum",
      angaben,
      `Bitte geben Sie ein: ${angaben.label}, zum Beispiel 24.3.2022.`,
      (text) => {
        const tag = leseDatum(text);
        return tag
          ? gut(tag)
          : fehler(`„${text.slice(0, 30)}“ ist kein Datum. Bitte schreiben Sie Tag, Monat und Jahr, zum Beispiel 24.3.2022.`);
      },
      formatiereDatum,
    ),

  jaNein: (angaben: Omit<Angaben, "optional">): Feld<boolean> =>
    baue(
      "jaNein",
      angaben,
      "Bitte wählen Sie Ja oder Nein.",
      (text) => (text === "ja" ? gut(true) : text === "nein" ? gut(false) : fehler("Bitte wählen Sie Ja oder Nein.")),
      (wert) => (wert ? "Ja" : "Nein"),
      { optionen: { ja: "Ja", nein: "Nein" } },
    ),

  /** A box to tick: true or false. With `muss` it has to be ticked, e.g. a mandate that the law demands. */
  haken: ({ muss, ...angaben }: Omit<Angaben, "optional"> & { muss?: string }): Feld<boolean> => ({
    art: "haken",
    ...angaben,
    pflicht: muss !== undefined,
    // A browser sends nothing for a box that is not ticked.
    lies: (roh) => (roh === "ja" || !muss ? gut(roh === "ja") : fehler(muss)),
    zeige: (wert) => (wert ? "Ja" : "Nein"),
  }),

  auswahl: <const O extends Readonly<Record<string, string>>>(angaben: Angaben & { optionen: O }): Feld<keyof O & string> =>
    baue<keyof O & string>(
      "auswahl",
      angaben,
      "Bitte wählen Sie eine der Antworten.",
      (text) =>
        Object.hasOwn(angaben.optionen, text) ? gut(text as keyof O & string) : fehler("Bitte wählen Sie eine der Antworten."),
      (wert) => angaben.optionen[wert] ?? wert,
      { optionen: angaben.optionen },
    ),

  /**
   * One of the entries of a list on an earlier page, by the name that `benenne` gives it: "Whose income is it?" The name is what is stored;
   * an entry that was renamed or removed makes the answer incomplete again, so that nothing is moved to somebody else.
   */
  auswahlAus: (angaben: Angaben & NonNullable<Feld<string>["aus"]>): Feld<string> => {
    const { seite, liste, benenne, ...rest } = angaben;
    return baue("auswahl", rest, "Bitte wählen Sie eine der Antworten.", (text) => kurzerText(text, 300), wie, {
      optionen: {},
      aus: { seite, liste, benenne },
    });
  },

  /** Cents, never negative. */
  geld: (angaben: Angaben & { hoechstensCent?: number }): Feld<number> =>
    baue(
      "geld",
      angaben,
      "Bitte geben Sie einen Betrag ein, zum Beispiel 150 oder 150,50. Wenn es nichts gibt, schreiben Sie 0.",
      (text) => {
        const cent = leseEuro(text);
        if (cent === undefined || cent < 0)
          return fehler(`„${text.slice(0, 30)}“ ist kein Betrag. Bitte schreiben Sie zum Beispiel 150 oder 150,50.`);
        if (cent > (angaben.hoechstensCent ?? 10_000_000))
          return fehler(`${formatiereEuro(cent)} im Monat ist ungewöhnlich hoch. Bitte prüfen Sie das Komma.`);
        return gut(cent);
      },
      (cent) => formatiereEuro(cent),
    ),

  /** Whole numbers, from 0 unless said otherwise. `einheit` stands behind it: "Stunden". */
  zahl: (angaben: Angaben & { min?: number; max?: number; einheit?: string }): Feld<number> => {
    const { min = 0, max = 1_000_000, einheit, ...rest } = angaben;
    const grenzen = `Bitte schreiben Sie eine ganze Zahl von ${min} bis ${max}.`;
    return baue(
      "zahl",
      rest,
      `${grenzen} Es fehlt: ${angaben.label}.`,
      (text) => {
        const zahl = /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
        if (zahl === undefined) return fehler(`„${text.slice(0, 30)}“ ist keine ganze Zahl. ${grenzen}`);
        return zahl < min || zahl > max ? fehler(`${zahl} geht nicht. ${grenzen}`) : gut(zahl);
      },
      (zahl) => (einheit ? `${zahl} ${einheit}` : String(zahl)),
    );
  },

  iban: (angaben: Angaben): Feld<string> =>
    baue(
      "iban",
      angaben,
      "Bitte geben Sie die IBAN ein. Sie steht auf Ihrer Bankkarte und beginnt meist mit DE.",
      (text) => {
        const befund = pruefeIban(text);
        return befund.art === "gueltig" ? gut(befund.iban) : fehler(befund.text);
      },
      formatiereIban,
    ),

  /** Identifikationsnummer (§ 139b AO): eleven digits, the last one a check digit. */
  idnr: (angaben: Angaben): Feld<string> =>
    baue(
      "idnr",
      angaben,
      "Bitte geben Sie die Identifikationsnummer ein. Sie hat elf Ziffern.",
      (text) => {
        const ziffern = text.replace(/\s/g, "");
        if (!/^\d{11}$/.test(ziffern))
          return fehler("Die Identifikationsnummer hat elf Ziffern. Bitte prüfen Sie, ob eine fehlt.");
        return stimmtIdnr(ziffern)
          ? gut(ziffern)
          : fehler("Diese Identifikationsnummer gibt es nicht. Bitte prüfen Sie, ob Ziffern vertauscht sind.");
      },
      (wert) => wert.replace(/^(..)(...)(...)(...)$/, "$1 $2 $3 $4"),
    ),

  /** Documents; uploaded beside the form, so `lies` never sees them. */
  anlage: (angaben: Angaben & { typen?: readonly string[]; hoechstens?: number; maxBytes?: number }): Feld<Anlage[]> => ({
    art: "anlage",
    label: angaben.label,
    pflicht: !angaben.optional,
    ...(angaben.hinweis && { hinweis: angaben.hinweis }),
    anlage: {
      typen: angaben.typen ?? ["application/pdf", "image/jpeg", "image/png"],
      hoechstens: angaben.hoechstens ?? 5,
      maxBytes: angaben.maxBytes ?? 10 * 1024 * 1024,
    },
    lies: () => ({ ok: true, wert: undefined }),
    zeige: (anlagen) => anlagen.map((anlage) => anlage.name).join(", "),
  }),

  /**
   * Repeated answers, e.g. the members of a household. `einzahl` names one entry: "Person". Each entry has its own inputs, so `lies` never
   * sees them.
   * @throws where an entry holds documents or another list, or the numbers make no sense
   */
  liste: <const E extends Felder>(
    angaben: Pick<Angaben, "label" | "hinweis"> & { einzahl: string; eintrag: E; min?: number; max?: number },
  ): Feld<WerteVon<E>[]> => {
    const { label, hinweis, einzahl, eintrag, min = 1, max = 20 } = angaben;
    if (Object.values(eintrag).some(({ art }) => art === "anlage" || art === "liste"))
      throw new Error(`Liste „${label}“: ein Eintrag kann weder Anlagen noch eine Liste enthalten.`);
    if (min < 0 || max < 1 || min > max) throw new Error(`Liste „${label}“: von ${min} bis ${max} Einträgen geht nicht.`);
    return {
      art: "liste",
      label,
      pflicht: min > 0,
      ...(hinweis && { hinweis }),
      liste: { einzahl, eintrag, min, max },
      lies: () => ({ ok: true, wert: undefined }),
      zeige: (werte) =>
        eintraegeVon(werte)
          .map((each) => zeigeEintrag(eintrag, each))
          .join("; "),
    };
  },
} as const;

/** The same field with its options, where they follow from the answers; entries of a list included. */
export function mitOptionen<F extends Feld<never> | Feld<unknown>>(feld: F, antworten: Readonly<Record<string, unknown>>): F {
  const { aus, liste } = feld;
  if (liste)
    return {
      ...feld,
      liste: {
        ...liste,
        eintrag: Object.fromEntries(Object.entries(liste.eintrag).map(([name, each]) => [name, mitOptionen(each, antworten)])),
      },
    };
  if (!aus) return feld;
  const eintraege = eintraegeVon((antworten[aus.seite] as Record<string, unknown> | undefined)?.[aus.liste]);
  const optionen = Object.fromEntries(eintraege.map((each) => aus.benenne(each)).map((name) => [name, name]));
  return {
    ...feld,
    optionen,
    lies(roh: string | undefined) {
      const gelesen = feld.lies(roh);
      return gelesen.ok && gelesen.wert !== undefined && !Object.hasOwn(optionen, String(gelesen.wert))
        ? { ok: false, fehler: "Bitte wählen Sie eine der Antworten." }
        : gelesen;
    },
  };
}

/** Check digit after ISO 7064 MOD 11,10. */
function stimmtIdnr(idnr: string): boolean {
  let produkt = 10;
  for (const ziffer of idnr.slice(0, 10)) {
    const summe = (Number(ziffer) + produkt) % 10 || 10;
    produkt = (summe * 2) % 11;
  }
  return (11 - produkt) % 10 === Number(idnr[10]);
}
