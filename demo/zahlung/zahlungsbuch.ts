import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export const Auftrag = z.object({
  referenz: z.uuid(),
  mandant: z.string().min(1).max(60),
  betragCent: z.int().positive().max(10_000_000),
  waehrung: z.literal("EUR"),
  kassenzeichen: z.string().regex(/^\d{12}$/),
  zweck: z.string().min(1).max(140),
  rueckkehr: z.url(),
});
export type Auftrag = z.infer<typeof Auftrag>;
const Erstattung = z.object({ schluessel: z.string(), id: z.string(), betragCent: z.int().positive() });
const Zahlung = z.object({
  id: z.string(),
  auftrag: Auftrag,
  status: z.enum(["offen", "bezahlt", "abgebrochen", "fehlgeschlagen"]),
  mittel: z.string().nullable(),
  bezahltAm: z.iso.date().nullable(),
  /** What was really booked; the same as asked for, unless the demo is told to err. */
  gebucht: z.object({ betragCent: z.int(), waehrung: z.string() }),
  angelegtUm: z.number(),
  erstattungen: z.array(Erstattung),
});
export type Zahlung = z.infer<typeof Zahlung>;

const ABLAUF_MS = 30 * 60_000;

/** The provider's book: one payment a key, kept as the last line about it in a file, so that it survives a killed process. */
export function createZahlungsbuch(daten: string | undefined, jetzt: () => Date) {
  const datei = daten && join(daten, "zahlung", "zahlungen.jsonl");
  const zahlungen = new Map<string, Zahlung>();
  for (const zahlung of datei ? lies(datei) : []) zahlungen.set(zahlung.auftrag.referenz, zahlung);
  if (daten) mkdirSync(join(daten, "zahlung"), { recursive: true });
  const griff = datei ? openSync(datei, "a") : undefined;

  function halteFest(zahlung: Zahlung): Zahlung {
    // Written before it is answered; led by a line end, so that half a line of a killed run spoils only itself.
    if (griff !== undefined) writeSync(griff, `\n${JSON.stringify(zahlung)}`);
    zahlungen.set(zahlung.auftrag.referenz, zahlung);
    return zahlung;
  }

  return {
    /** @returns undefined where the key is known with another content */
    lege(auftrag: Auftrag): { zahlung: Zahlung; neu: boolean } | undefined {
      const bekannt = zahlungen.get(auftrag.referenz);
      if (bekannt)
        return JSON.stringify(bekannt.auftrag) === JSON.stringify(auftrag) ? { zahlung: bekannt, neu: false } : undefined;
      const id = `Z-${createHash("sha256").update(auftrag.referenz).digest("hex").slice(0, 16).toUpperCase()}`;
      const gebucht = { betragCent: auftrag.betragCent, waehrung: auftrag.waehrung };
      const angelegtUm = jetzt().getTime();
      const neu: Zahlung = { id, auftrag, status: "offen", mittel: null, bezahltAm: null, gebucht, angelegtUm, erstattungen: [] };
      return { zahlung: halteFest(neu), neu: true };
    },
    find: (referenz: string): Zahlung | undefined => zahlungen.get(referenz),
    findNachId: (id: string): Zahlung | undefined => [...zahlungen.values()].find((zahlung) => zahlung.id === id),
    /** Nobody pays for ever: an open payment is over after half an hour. */
    statusVon: (zahlung: Zahlung) =>
      zahlung.status === "offen" && jetzt().getTime() - zahlung.angelegtUm > ABLAUF_MS ? ("abgelaufen" as const) : zahlung.status,
    /** Ends an open payment, once. @returns whether this call did */
    beende(zahlung: Zahlung, ende: Pick<Zahlung, "status" | "mittel" | "gebucht">, am: string): boolean {
      if (this.statusVon(zahlung) !== "offen") return false;
      halteFest({ ...zahlung, ...ende, bezahltAm: ende.status === "bezahlt" ? am : null });
      return true;
    },
    /** Pays back once a key. @returns its id, or the reason of a refusal */
    erstatte(zahlung: Zahlung, schluessel: string, betragCent: number): { id: string } | { grund: string } {
      const bekannt = zahlung.erstattungen.find((each) => each.schluessel === schluessel);
      if (bekannt) return { id: bekannt.id };
      if (zahlung.status !== "bezahlt") return { grund: "Diese Zahlung ist nicht bezahlt." };
      const bisher = zahlung.erstattungen.reduce((summe, each) => summe + each.betragCent, 0);
      if (bisher + betragCent > zahlung.gebucht.betragCent) return { grund: "So viel ist nicht bezahlt worden." };
      const id = `E-${createHash("sha256").update(schluessel).digest("hex").slice(0, 12).toUpperCase()}`;
      halteFest({ ...zahlung, erstattungen: [...zahlung.erstattungen, { schluessel, id, betragCent }] });
      return { id };
    },
    liste: (mandant: string | undefined): Zahlung[] =>
      [...zahlungen.values()].filter(({ auftrag }) => mandant === undefined || auftrag.mandant === mandant),
    schliesse() {
      if (griff !== undefined) closeSync(griff);
    },
  };
}

function lies(datei: string): Zahlung[] {
  let text: string;
  try {
    text = readFileSync(datei, "utf8");
  } catch (fehler) {
    if ((fehler as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw fehler;
  }
  return text.split("\n").flatMap((zeile) => {
    try {
      return [Zahlung.parse(JSON.parse(zeile))];
    } catch {
      return [];
    }
  });
}
