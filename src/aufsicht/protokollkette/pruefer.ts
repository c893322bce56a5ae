import { digestOf } from "#protokoll";
import { isSignedBy } from "#secrets";
import { naechsterKopf, wurzelAus, wurzelNachPfad } from "./arithmetik.ts";
import {
  blattDerZeile,
  type Kopf,
  kopfText,
  type Schluessel,
  type Stapel,
  schluesselText,
  stapelDigest,
  type Zeile,
} from "./saetze.ts";

/** One thing that is wrong. `satz` names the record; `zeile` is the line of the file, where there is a file. */
export type Kettenbefund = { satz: string; text: string; zeile?: number };
export type Bekannter = { nummer: number; kopf: string };
export type Ergebnis = {
  gueltig: boolean;
  /** At most a hundred; `weitere` counts the rest. */
  befunde: Kettenbefund[];
  weitere: number;
  hinweise: string[];
  zeilen: number;
  stapel: number;
  ohneInhalt: number;
  kopf: Bekannter | undefined;
  /** Ids of the keys that signed. */
  schluessel: string[];
};
export type Vorgaben = {
  /** Keys that the reader has from elsewhere. Without any, signatures prove only that the file agrees with itself. */
  schluessel?: readonly string[];
  /** Heads that were handed out before. */
  koepfe?: readonly Bekannter[];
};

export const satzDerZeile = (zeile: Pick<Zeile, "art" | "schluessel" | "stapel" | "stelle">): string =>
  `${zeile.art} ${zeile.schluessel} (Stapel ${zeile.stapel}, Stelle ${zeile.stelle})`;
const HOECHSTENS = 100;

/** Follows a chain record by record; holds one batch and no more. What is wrong is noted, and the next record is judged by what it says itself. */
export function createPruefer(vorgaben: Vorgaben = {}) {
  const befunde: Kettenbefund[] = [];
  const hinweise: string[] = [];
  const gesehen = { zeilen: 0, stapel: 0, ohneInhalt: 0 };
  const unterzeichner = new Set<string>();
  const offeneKoepfe = new Map((vorgaben.koepfe ?? []).map((each) => [each.nummer, each.kopf]));
  /** Files with content missing that no later row accounts for. */
  const ungeklaert = new Map<string, Kettenbefund>();
  let weitere = 0;
  let kopf: Kopf | undefined;
  let schluessel = new Map<string, string>();
  /** Without `kopf`: that batch's own record is gone, and the next one cannot be held against it. */
  let letzter: { nummer: number; kopf?: string } | undefined;
  let zeilen: { blatt: string; stelle: number; pfad: string[] | undefined; satz: string; ort: number | undefined }[] = [];
  /** Within a batch that a broken record has already spoiled, what follows from it is not told again. */
  let verdorben = false;
  /** Begun after this batch. */
  let anfang = 0;

  function melde(satz: string, text: string, ort: number | undefined) {
    if (befunde.length < HOECHSTENS) befunde.push({ satz, text, ...(ort !== undefined && { zeile: ort }) });
    else weitere++;
  }

  function nimmKopf(satz: Kopf, ort?: number) {
    kopf = satz;
    schluessel = vertraute(satz.schluessel, vorgaben.schluessel, hinweise);
    for (const each of satz.schluessel) pruefeBestaetigung(each, satz.schluessel, (text) => melde("Kopf der Datei", text, ort));
  }

  function nimmZeile(satz: Zeile, ort?: number) {
    const name = satzDerZeile(satz);
    const erwartet = (letzter?.nummer ?? 0) + 1;
    gesehen.zeilen++;
    if (satz.stapel < erwartet)
      return melde(name, "steht an falscher Stelle oder doppelt: ihr Stapel ist schon abgeschlossen", ort);
    if (satz.stapel > erwartet && kopf?.umfang.person === undefined) melde(`Stapel ${erwartet}`, "sein Abschluss fehlt", ort);
    if (satz.stapel > erwartet) springe(satz.stapel - 1);
    const vorige = zeilen.at(-1);
    const auszug = satz.pfad !== undefined;
    if (vorige && satz.stelle <= vorige.stelle) {
      verdorben = true;
      return melde(name, `steht doppelt oder in falscher Reihenfolge: davor kommt Stelle ${vorige.stelle}`, ort);
    }
    if (!auszug && satz.stelle !== (vorige?.stelle ?? 0) + 1 && !verdorben) {
      verdorben = true;
      melde(name, `davor fehlt etwas: Stelle ${(vorige?.stelle ?? 0) + 1} von Stapel ${satz.stapel} ist nicht da`, ort);
    }
    zeilen.push({ blatt: satz.blatt, stelle: satz.stelle, pfad: satz.pfad, satz: name, ort });
    pruefeInhalt(satz, name, ort);
  }

  function springe(nummer: number) {
    letzter = { nummer };
    zeilen = [];
    verdorben = false;
  }

  function pruefeInhalt(satz: Zeile, name: string, ort?: number) {
    if (satz.kopf === undefined || satz.digest === undefined)
      return melde(name, "fehlt: sie ist verkettet, aber in ihrer Tabelle nicht mehr vorhanden", ort);
    const { art, schluessel: key, kopf: zeilenkopf, digest } = satz;
    if (blattDerZeile({ art, schluessel: key, kopf: zeilenkopf, digest }) !== satz.blatt)
      melde(name, "wurde verändert: Angaben oder Fingerabdruck passen nicht zur Kette", ort);
    const akte = typeof zeilenkopf.akte === "string" ? zeilenkopf.akte : undefined;
    if (zeilenkopf.loescht === true && akte !== undefined) ungeklaert.delete(akte);
    if (satz.salz === undefined) {
      gesehen.ohneInhalt++;
      const befund = {
        satz: name,
        text: "hat keinen Inhalt mehr, und kein Eintrag sagt, dass er gelöscht werden durfte",
        ...(ort !== undefined && { zeile: ort }),
      };
      ungeklaert.set(akte ?? name, ungeklaert.get(akte ?? name) ?? befund);
    } else if (
      !/^[0-9a-f]+$/.test(satz.salz) ||
      digestOf(satz.inhalt ?? null, Buffer.from(satz.salz, "hex")).digest.toString("hex") !== digest
    )
      melde(name, "wurde verändert: der Inhalt passt nicht zu seinem Fingerabdruck", ort);
  }

  function nimmStapel(satz: Stapel, ort?: number) {
    const name = `Stapel ${satz.nummer}`;
    const erwartet = (letzter?.nummer ?? 0) + 1;
    gesehen.stapel++;
    if (satz.nummer < erwartet) return melde(name, "steht doppelt oder in falscher Reihenfolge", ort);
    // What a person keeps holds only the batches of their rows: each stands by its own signature.
    const lose = kopf?.umfang.person !== undefined && satz.davor !== undefined;
    if (satz.nummer > erwartet && !lose)
      melde(satz.nummer === erwartet + 1 ? `Stapel ${erwartet}` : `Stapel ${erwartet} bis ${satz.nummer - 1}`, "fehlt", ort);
    else if (!verdorben) pruefeWurzel(satz, name, ort);
    if (lose || (satz.nummer === erwartet && letzter?.kopf !== undefined) || satz.nummer === 1) {
      const gerechnet = naechsterKopf(lose ? (satz.davor ?? "") : (letzter?.kopf ?? ""), stapelDigest(kopf?.mandant ?? "", satz));
      if (gerechnet !== satz.kopf)
        melde(name, "die Kette reißt hier: der Kopf folgt nicht aus dem vorigen und diesem Stapel", ort);
    }
    pruefeUnterschriften(satz, name, ort);
    const bekannt = offeneKoepfe.get(satz.nummer);
    offeneKoepfe.delete(satz.nummer);
    if (bekannt !== undefined && bekannt !== satz.kopf) melde(name, "ein anderer Kopf als der, der ausgehändigt wurde", ort);
    letzter = { nummer: satz.nummer, kopf: satz.kopf };
    zeilen = [];
    verdorben = false;
  }

  function pruefeWurzel(satz: Stapel, name: string, ort?: number) {
    const auszug = kopf?.umfang.art === "auszug";
    if (auszug && zeilen.length === 0) return;
    if (auszug && zeilen.some(({ pfad }) => pfad !== undefined)) {
      for (const zeile of zeilen)
        if (wurzelNachPfad(zeile.blatt, zeile.stelle - 1, satz.anzahl, zeile.pfad ?? []) !== satz.wurzel)
          melde(zeile.satz, `gehört nicht zu ${name}: der Weg zur Wurzel stimmt nicht`, zeile.ort);
      return;
    }
    if (zeilen.length !== satz.anzahl) melde(name, `${satz.anzahl} Zeilen gehören dazu, ${zeilen.length} sind da`, ort);
    else if (wurzelAus(zeilen.map(({ blatt }) => blatt)) !== satz.wurzel)
      melde(name, "mindestens eine seiner Zeilen ist nicht die, die verkettet wurde", ort);
  }

  function pruefeUnterschriften(satz: Stapel, name: string, ort?: number) {
    const text = kopfText(kopf?.mandant ?? "", satz.nummer, satz.kopf);
    let gezeichnet = 0;
    for (const { schluessel: kennung, unterschrift } of satz.unterschriften) {
      const oeffentlich = schluessel.get(kennung);
      if (oeffentlich === undefined) continue;
      if (isSignedBy(oeffentlich, text, unterschrift)) gezeichnet++;
      else melde(name, `die Unterschrift mit dem Schlüssel ${kennung} ist falsch`, ort);
      unterzeichner.add(kennung);
    }
    const fremde = satz.unterschriften.filter((each) => !schluessel.has(each.schluessel)).map((each) => each.schluessel);
    if (fremde.length > 0) melde(name, `unterschrieben mit einem unbekannten Schlüssel: ${fremde.join(", ")}`, ort);
    else if (gezeichnet === 0 && satz.unterschriften.length === 0) melde(name, "ist nicht unterschrieben", ort);
  }

  return {
    nimmKopf,
    nimmZeile,
    nimmStapel,
    melde,
    /** A record could not be read at all: what its batch says of it is no second fault. */
    verdirb() {
      verdorben = true;
    },
    /** What comes before is somebody else's to check. */
    beginneNach(stapel: Bekannter) {
      letzter = { nummer: stapel.nummer, kopf: stapel.kopf };
      anfang = stapel.nummer;
    },
    /** The same of the record that closes a batch. */
    ueberspringeStapel: () => springe((letzter?.nummer ?? 0) + 1),
    gesehen,
    /** Where the next record stands, whatever it says of itself. */
    stelle: () => ({ stapel: (letzter?.nummer ?? 0) + 1, stelle: (zeilen.at(-1)?.stelle ?? 0) + 1 }),
    mandant: () => kopf?.mandant ?? "",
    umfang: () => kopf?.umfang,
    schluesselVon: (kennung: string) => schluessel.get(kennung),
    schliesseAb(): Ergebnis {
      if (zeilen.length > 0 && !verdorben) melde(`Stapel ${(letzter?.nummer ?? 0) + 1}`, "ist nicht abgeschlossen", undefined);
      for (const [nummer] of offeneKoepfe)
        if (nummer > anfang)
          melde(`Stapel ${nummer}`, "fehlt: sein Kopf wurde ausgehändigt, die Kette endet aber davor", undefined);
      // An excerpt need not hold the row that accounts for a deletion.
      const { art, vorgang, von, bis } = kopf?.umfang ?? { art: "alles" as const };
      if (art === "alles" || (vorgang && !von && !bis))
        for (const { satz, text, zeile } of ungeklaert.values()) melde(satz, text, zeile);
      return {
        gueltig: befunde.length === 0,
        befunde,
        weitere,
        hinweise,
        ...gesehen,
        kopf: letzter?.kopf === undefined ? undefined : { nummer: letzter.nummer, kopf: letzter.kopf },
        schluessel: [...unterzeichner].sort(),
      };
    },
  };
}
export type Pruefer = ReturnType<typeof createPruefer>;

/** Keys that count: those the reader brought, and those that one of these confirmed. */
function vertraute(
  genannte: readonly Schluessel[],
  mitgebracht: readonly string[] | undefined,
  hinweise: string[],
): Map<string, string> {
  if (!mitgebracht || mitgebracht.length === 0) {
    hinweise.push(
      "Die Schlüssel stammen aus den geprüften Daten selbst. Wer den Herausgeber prüfen will, gibt mit --schluessel den Schlüssel an, den er auf anderem Weg bekommen hat.",
    );
    return new Map(genannte.map(({ kennung, oeffentlich }) => [kennung, oeffentlich]));
  }
  const gilt = new Map(
    genannte.filter(({ oeffentlich }) => mitgebracht.includes(oeffentlich)).map((each) => [each.kennung, each.oeffentlich]),
  );
  for (let gewachsen = true; gewachsen; ) {
    gewachsen = false;
    for (const each of genannte) {
      const voriger = each.bestaetigtVon === undefined ? undefined : gilt.get(each.bestaetigtVon);
      if (gilt.has(each.kennung) || voriger === undefined) continue;
      if (!isSignedBy(voriger, schluesselText(each), each.bestaetigung ?? "")) continue;
      gilt.set(each.kennung, each.oeffentlich);
      gewachsen = true;
    }
  }
  return gilt;
}

function pruefeBestaetigung(each: Schluessel, alle: readonly Schluessel[], melde: (text: string) => void): void {
  if (each.bestaetigtVon === undefined) return;
  const voriger = alle.find(({ kennung }) => kennung === each.bestaetigtVon);
  if (!voriger || !isSignedBy(voriger.oeffentlich, schluesselText(each), each.bestaetigung ?? ""))
    melde(`der Schlüssel ${each.kennung} ist nicht so bestätigt, wie er sagt`);
}
