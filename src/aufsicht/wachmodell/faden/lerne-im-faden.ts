import { Worker } from "node:worker_threads";
import type { Lernantwort, Lernauftrag } from "./auftrag.ts";

const HOECHSTDAUER_MS = 30 * 60_000;

/** Learns in a worker thread. Whatever happens there, killed or out of memory included, is an outcome that leaves the old model in charge. */
export function lerneImFaden(auftrag: Lernauftrag, hoechstdauerMs = HOECHSTDAUER_MS): Promise<Lernantwort> {
  const bleibt = auftrag.bisheriges ? "Das bisherige Modell wacht weiter." : "Die festen Regeln wachen allein.";
  const gescheitert = (warum: string): Lernantwort => ({
    art: "behalten",
    grund: "gescheitert",
    satz: `Das Lernen ist gescheitert (${warum}). ${bleibt}`,
  });
  return new Promise((fertig) => {
    const faden = new Worker(new URL("./faden.ts", import.meta.url), { workerData: auftrag });
    const zuLange = setTimeout(() => {
      fertig(gescheitert("es dauerte zu lange"));
      void faden.terminate();
    }, hoechstdauerMs);
    const beende = (antwort: Lernantwort) => {
      clearTimeout(zuLange);
      fertig(antwort);
    };
    faden.once("message", beende);
    faden.once("error", (fehler: Error) => beende(gescheitert(fehler.message)));
    faden.once("exit", (code) => beende(gescheitert(`der Faden endete mit ${code}`)));
  });
}
