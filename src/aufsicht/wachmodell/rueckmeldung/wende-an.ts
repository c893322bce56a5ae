import { type IsoDatum, tageZwischen } from "#kalender";
import type { Bestand } from "../contract.ts";
import type { Schliessung } from "../regeln/laufplan.ts";

/** What a person says of a day of a job, or of all jobs of a Mandant. */
export type Rueckmeldung = {
  job?: string;
  mandant?: string;
  tag: IsoDatum;
  /** erwartet: it was right so. echt: it was a fault. neuesNiveau: from this day on it is the normal. */
  art: "erwartet" | "echt" | "neuesNiveau";
  grund?: string;
};

/** What a person may accept after "erwartet": a calendar entry for the job or for its Mandant. Nothing happens by itself. */
export type Kalendervorschlag = { fuer: { job: string } | { mandant: string }; schliessung: Schliessung; satz: string };

/** The Bestand with what people said: such days teach nothing, levels begin anew. Other days and the counts stay as they are. */
export function wendeRueckmeldungenAn(bestand: Bestand, meldungen: readonly Rueckmeldung[]): Bestand {
  const ausgenommen = bestand.ausgenommen?.slice() ?? new Uint8Array(bestand.jobs.length * bestand.tage);
  const wechsel = new Map(bestand.niveauwechsel ?? []);
  for (const meldung of meldungen) {
    const t = tageZwischen(bestand.beginn, meldung.tag);
    if (t < 0 || t >= bestand.tage) continue;
    bestand.jobs.forEach(({ id, mandant }, j) => {
      if (meldung.job !== id && (meldung.job !== undefined || meldung.mandant !== mandant)) return;
      if (meldung.art === "neuesNiveau") wechsel.set(id, [...(wechsel.get(id) ?? []), t]);
      else ausgenommen[j * bestand.tage + t] = 1;
    });
  }
  return { ...bestand, ausgenommen, niveauwechsel: wechsel };
}

/** Undefined for anything but "erwartet": a fault is no calendar entry. */
export function schlageKalendereintragVor(meldung: Rueckmeldung): Kalendervorschlag | undefined {
  if (meldung.art !== "erwartet") return undefined;
  const grund = meldung.grund ?? "als erwartet gemeldet";
  const schliessung = { von: meldung.tag, bis: meldung.tag, grund };
  if (meldung.job !== undefined)
    return { fuer: { job: meldung.job }, schliessung, satz: `Ausnahme für diesen Job am selben Tag eintragen: ${grund}.` };
  if (meldung.mandant !== undefined)
    return { fuer: { mandant: meldung.mandant }, schliessung, satz: `Schließtag des Mandanten eintragen: ${grund}.` };
  return undefined;
}
