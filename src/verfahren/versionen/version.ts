import { fingerabdruck, type Leistung } from "#baukasten";
import { beschreibe, type Rechtsdokument } from "#rechtsansicht";
import { quellenVon } from "./quellen.ts";

/** A version of a Leistung, known by its fingerprint. */
export type Version = { leistung: string; version: string; fingerabdruck: string; dokument: Rechtsdokument };

const laufende = new WeakMap<Leistung, Version>();

/**
 * The version that this process runs. Its fingerprint is taken over the document (graph, figures, texts, form, evidence) and over the
 * sources: the document alone would not notice another function, the sources alone not what was put together from elsewhere.
 */
export function laufendeVersion(leistung: Leistung): Version {
  const bekannt = laufende.get(leistung);
  if (bekannt) return bekannt;
  const dokument = beschreibe(leistung, quellenVon(leistung.schluessel));
  const version = { leistung: leistung.schluessel, version: leistung.version, fingerabdruck: fingerabdruck(dokument), dokument };
  laufende.set(leistung, version);
  return version;
}

/** Enough to tell versions apart on a page and in a log. */
export const kurzform = (fingerabdruck: string): string => fingerabdruck.slice(0, 12);
