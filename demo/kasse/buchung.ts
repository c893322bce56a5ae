import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { pruefeIban } from "#geld";

/** A payment order as the treasury takes it. Cents; `monat` is `yyyy-mm`. */
export const Anordnung = z.object({
  anordnungId: z.string().min(1).max(100),
  mandant: z.string().min(1).max(100),
  aktenzeichen: z.string().min(1).max(100),
  empfaenger: z.string().min(1).max(140),
  iban: z.string().max(60),
  art: z.enum(["neu", "aenderung", "einstellung"]),
  wirksamAb: z.iso.date().optional(),
  plan: z
    .array(z.object({ monat: z.string().regex(/^\d{4}-\d{2}$/), betragCent: z.int().positive(), faelligAm: z.iso.date() }))
    .max(600),
});
export type Anordnung = z.infer<typeof Anordnung>;
const Beleg = z.object({ belegnummer: z.string(), schluessel: z.string(), anordnung: Anordnung });
export type Beleg = z.infer<typeof Beleg>;

export type Buchung = { art: "gebucht"; beleg: Beleg; neu: boolean } | { art: "abgelehnt"; grund: string };
export type Kassenbuch = {
  /** The same key gives the same Beleg and is booked once, however often it comes. */
  buche(schluessel: string, roh: unknown): Buchung;
  liste(filter: { mandant?: string | undefined; aktenzeichen?: string | undefined }): Beleg[];
  schliesse(): void;
};

/** @param daten folder in which the book survives a restart */
export function createKassenbuch(daten: string | undefined): Kassenbuch {
  const datei = daten && join(daten, "kasse", "anordnungen.jsonl");
  const belege = new Map<string, Beleg>();
  for (const beleg of datei ? lies(datei) : []) belege.set(beleg.schluessel, beleg);
  if (daten) mkdirSync(join(daten, "kasse"), { recursive: true });
  const griff = datei ? openSync(datei, "a") : undefined;

  return {
    buche(schluessel, roh) {
      const gelesen = Anordnung.safeParse(roh);
      if (!gelesen.success)
        return {
          art: "abgelehnt",
          grund: `Die Anordnung ist unvollständig: ${gelesen.error.issues[0]?.path.join(".") || "Form"}.`,
        };
      const anordnung = gelesen.data;
      const bekannt = belege.get(schluessel);
      if (bekannt)
        return JSON.stringify(bekannt.anordnung) === JSON.stringify(anordnung)
          ? { art: "gebucht", beleg: bekannt, neu: false }
          : { art: "abgelehnt", grund: "Unter diesem Schlüssel ist schon eine andere Anordnung gebucht." };
      const iban = pruefeIban(anordnung.iban);
      if (iban.art === "mangel") return { art: "abgelehnt", grund: iban.text };
      const belegnummer = `B-${String(belege.size + 1).padStart(8, "0")}`;
      const beleg = { belegnummer, schluessel, anordnung };
      // Written before it is acknowledged: what the town hall believes booked, is booked. Led by a line end, so that half a line of an
      // earlier, killed run spoils only itself.
      if (griff !== undefined) writeSync(griff, `\n${JSON.stringify(beleg)}`);
      belege.set(schluessel, beleg);
      return { art: "gebucht", beleg, neu: true };
    },
    liste: ({ mandant, aktenzeichen }) =>
      [...belege.values()].filter(
        ({ anordnung }) =>
          (mandant === undefined || anordnung.mandant === mandant) &&
          (aktenzeichen === undefined || anordnung.aktenzeichen === aktenzeichen),
      ),
    schliesse() {
      if (griff !== undefined) closeSync(griff);
    },
  };
}

function lies(datei: string): Beleg[] {
  let text: string;
  try {
    text = readFileSync(datei, "utf8");
  } catch (fehler) {
    if ((fehler as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw fehler;
  }
  return text.split("\n").flatMap((zeile) => {
    try {
      return [Beleg.parse(JSON.parse(zeile))];
    } catch {
      return [];
    }
  });
}
