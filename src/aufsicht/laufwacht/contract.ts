import { z } from "zod";
import { laender } from "#kalender";
import type { Rhythmus } from "#wachmodell";

/** What is reported of one run. Start and end may come apart, twice and in any order; `kennung` names the run within its source. */
export const Laufmeldung = z.object({
  kennung: z.string().min(1).max(200),
  system: z.string().trim().min(1).max(100),
  mandant: z.string().trim().min(1).max(100),
  job: z.string().trim().min(1).max(100),
  beginn: z.iso.datetime({ offset: true }),
  ende: z.iso.datetime({ offset: true }).optional(),
  ausgang: z.enum(["erfolg", "fehler"]).optional(),
  anzahl: z.number().optional(),
  betragCent: z.number().optional(),
  auszug: z.string().optional(),
});
export type Laufmeldung = z.infer<typeof Laufmeldung>;

/** A batch. Each report is checked by itself: one bad run must not cost the others. */
export const Laufstapel = z.object({ laeufe: z.array(z.unknown()).max(20_000) });

export type Verschiebung = "bleibt" | "folgenderWerktag" | "vorherigerWerktag" | "entfaellt";
const Wie = z.enum(["bleibt", "folgenderWerktag", "vorherigerWerktag", "entfaellt"]);
const Um = z.int().min(0).max(1439);
const Monate = z.array(z.int().min(1).max(12)).optional();
/** When a job should run, as it is kept. The arithmetic is `#wachmodell`'s. */
export const Plan = z.object({
  rhythmus: z.discriminatedUnion("art", [
    z.object({ art: z.literal("cron"), cron: z.string().max(100), verschiebung: Wie }),
    z.object({ art: z.literal("werktag"), nummer: z.int().min(-23).max(23), monate: Monate, um: Um }),
    z.object({ art: z.literal("monatstag"), tag: z.int().min(1).max(31), monate: Monate, um: Um, verschiebung: Wie }),
    z.object({ art: z.literal("woechentlich"), wochentag: z.int().min(1).max(7), um: Um, verschiebung: Wie }),
    z.object({
      art: z.literal("steuertermin"),
      termin: z.enum(["anmeldung", "einkommensteuer", "gewerbesteuer", "grundsteuer"]),
      um: Um,
    }),
  ]),
  karenzMin: z.int().min(0).max(1440).default(30),
  fehltNachMin: z.int().min(1).max(2880).default(120),
  hoechstdauerMin: z.int().min(1).max(10_080).optional(),
  beiSchliessung: z.enum(["laeuft", "entfaellt", "folgenderWerktag"]).default("laeuft"),
});
export type Plan = Omit<z.infer<typeof Plan>, "rhythmus" | "hoechstdauerMin"> & { rhythmus: Rhythmus; hoechstdauerMin?: number };

export const Jobangabe = z.object({
  system: z.string().trim().min(1).max(100),
  mandant: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  land: z.enum(laender),
  plan: Plan.optional(),
  eigentuemer: z.string().max(100).default(""),
});
export type Jobangabe = z.infer<typeof Jobangabe>;

/** A watched job as it is kept. */
export type UeberwachterJob = {
  id: number;
  system: string;
  mandant: string;
  name: string;
  land: (typeof laender)[number];
  plan: Plan | null;
  frueh: boolean;
  eigentuemer: string;
  /** Below so many the model keeps silent; null: as the thresholds have it. */
  mindestmenge: number | null;
  ping: string;
  beendetAm: string | null;
};

/** Why a report, or a part of it, was not taken as it came; the sentence stands on the page "Annahme". */
export const annahmegruende = {
  unlesbar: "Meldung unvollständig oder falsch geschrieben; sie wurde nicht angenommen.",
  unbekannterJob:
    "Diesen Job kennt die Laufwacht nicht; der Lauf wurde nicht angenommen. Legen Sie den Job an, dann senden Sie erneut.",
  beendeterJob: "Der Job oder sein Mandant ist als beendet eingetragen; der Lauf wurde nicht angenommen.",
  zukunft: "Der Beginn liegt in der Zukunft. Vermutlich geht die Uhr des Systems falsch; der Lauf wurde nicht angenommen.",
  zuAlt: "Der Lauf ist älter, als einzelne Läufe aufbewahrt werden; er wurde nicht angenommen.",
  endeVorBeginn: "Das Ende liegt vor dem Beginn. Der Lauf zählt, seine Dauer nicht.",
  endeInZukunft: "Das Ende liegt in der Zukunft. Der Lauf zählt als noch laufend.",
  negativeZahl: "Die Anzahl ist negativ oder keine ganze Zahl. Der Lauf zählt, seine Anzahl nicht.",
  absurdeZahl: "Die Anzahl ist größer als eine Milliarde. Der Lauf zählt, seine Anzahl nicht.",
  wiederholt: "Schon bekannt; die Wiederholung änderte nichts.",
} as const satisfies Record<string, string>;
export type Annahmegrund = keyof typeof annahmegruende;

export type Annahmebefund = {
  angenommen: number;
  wiederholt: number;
  abgewiesen: number;
  /** The first hundred that were not taken as they came. */
  maengel: { stelle: number; grund: Annahmegrund; satz: string }[];
};
