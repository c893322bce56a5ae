import type { z } from "zod";
import { formatiereDatum, type IsoDatum, istDatum, type Land } from "#kalender";
import { KeinSatz, type Parameter, type Satz } from "./parameter.ts";

/** What a Satzung of the Mandant says from a day on. It holds until the next entry, or until `gueltigBis`. */
export type Satzungseintrag = { gueltigAb: IsoDatum; gueltigBis?: IsoDatum | undefined; quelle: string; wert: unknown };

/** The Mandant as far as the law of a case depends on it. Plain data. */
export type Mandantenrecht = {
  schluessel: string;
  name: string;
  land: Land;
  /** What its Satzungen say, by key of the Satzung. */
  satzungen: Readonly<Record<string, readonly Satzungseintrag[]>>;
  /** By key of the Leistung: the norm that lets this Mandant decide it automatically, and from when. */
  automatik: Readonly<Record<string, { norm: string; gueltigAb: IsoDatum }>>;
};

/** A figure, or a table, that each Mandant sets for itself. `form` is what its value must look like. */
export type Satzung<T> = { schluessel: string; titel: string; einheit: string; form: z.ZodType<T> };
export const defineSatzung = <T>(satzung: Satzung<T>): Satzung<T> => satzung;

/** Why these entries cannot be what the Satzung says, as sentences; empty where they can. */
export function maengelDerSatzung<T>({ titel, form }: Satzung<T>, eintraege: readonly Satzungseintrag[]): string[] {
  const maengel: string[] = [];
  for (const [stelle, { gueltigAb, gueltigBis, quelle, wert }] of eintraege.entries()) {
    const naechster = eintraege[stelle + 1];
    const wo = `${titel}: der Eintrag ab ${gueltigAb}`;
    if (!istDatum(gueltigAb)) maengel.push(`${titel}: „${gueltigAb}“ ist kein Datum.`);
    if (gueltigBis !== undefined && !istDatum(gueltigBis)) maengel.push(`${titel}: „${gueltigBis}“ ist kein Datum.`);
    if (gueltigBis !== undefined && gueltigBis < gueltigAb) maengel.push(`${wo} endet (${gueltigBis}), bevor er gilt.`);
    if (naechster && (naechster.gueltigAb <= gueltigAb || (gueltigBis !== undefined && naechster.gueltigAb <= gueltigBis)))
      maengel.push(`${wo} und der ab ${naechster.gueltigAb} überschneiden sich oder stehen in falscher Reihenfolge.`);
    if (quelle.trim() === "") maengel.push(`${wo} nennt keine Quelle.`);
    const gelesen = form.safeParse(wert);
    if (!gelesen.success) {
      const [erster] = gelesen.error.issues;
      maengel.push(`${wo} hat nicht die nötige Form (${[...(erster?.path ?? []), erster?.message].join(": ")}).`);
    }
  }
  return maengel;
}

/**
 * What the Mandant's Satzung says on a day, or undefined. For tables in which a case finds one line, such as streets of a zone: the line
 * goes into the facts with its source. Figures to reckon with are nodes (`r.satzung`).
 */
export function satzungAm<T>(mandant: Mandantenrecht | undefined, satzung: Satzung<T>, tag: IsoDatum): Satz<T> | undefined {
  const eintrag = eintragAm(mandant?.satzungen[satzung.schluessel] ?? [], tag);
  const gelesen = eintrag && satzung.form.safeParse(eintrag.wert);
  return eintrag && gelesen?.success ? { gueltigAb: eintrag.gueltigAb, wert: gelesen.data, quelle: eintrag.quelle } : undefined;
}

function eintragAm(eintraege: readonly Satzungseintrag[], tag: IsoDatum): Satzungseintrag | undefined {
  const eintrag = eintraege.findLast(({ gueltigAb }) => gueltigAb <= tag);
  return eintrag?.gueltigBis !== undefined && eintrag.gueltigBis < tag ? undefined : eintrag;
}

/** The figure as a parameter without a Mandant: on no day is there one. */
export const parameterOhneMandant = <T>(satzung: Satzung<T>): Parameter<T> =>
  parameterAus(
    satzung,
    [],
    "9999-12-31",
    (tag) => `Für den ${formatiereDatum(tag)} ist „${satzung.titel}“ in keiner Satzung hinterlegt.`,
  );

/** The figure as a parameter of this Mandant. A Satzung has no day up to which it was checked: its author is the Mandant itself. */
export function parameterVonMandant<T>(satzung: Satzung<T>, mandant: Mandantenrecht): Parameter<T> {
  const eintraege = mandant.satzungen[satzung.schluessel] ?? [];
  const [mangel] = maengelDerSatzung(satzung, eintraege);
  if (mangel) return parameterAus(satzung, [], "9999-12-31", () => `${mangel} (${mandant.name})`);
  const saetze = eintraege.map(({ wert, ...rest }) => ({ ...rest, wert: satzung.form.parse(wert) }));
  const kein = (tag: IsoDatum) =>
    `Für den ${formatiereDatum(tag)} ist bei ${mandant.name} kein Satz „${satzung.titel}“ hinterlegt.`;
  return parameterAus(satzung, saetze, eintraege.at(-1)?.gueltigBis ?? "9999-12-31", kein);
}

function parameterAus<T>(
  { schluessel, titel, einheit }: Satzung<T>,
  saetze: readonly (Satz<T> & { gueltigBis?: IsoDatum | undefined })[],
  geprueftBis: IsoDatum,
  kein: (tag: IsoDatum) => string,
): Parameter<T> {
  return {
    schluessel,
    titel,
    einheit,
    saetze,
    geprueftBis,
    am(tag) {
      for (let stelle = saetze.length - 1; stelle >= 0; stelle--) {
        const satz = saetze[stelle];
        if (!satz || satz.gueltigAb > tag) continue;
        if (satz.gueltigBis !== undefined && satz.gueltigBis < tag) break;
        return satz;
      }
      throw new KeinSatz(kein(tag));
    },
  };
}
