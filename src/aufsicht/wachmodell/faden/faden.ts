// Runs in a thread of its own: an hour of requests must not wait for a minute of learning.
import { parentPort, workerData } from "node:worker_threads";
import { alsBytes, ausBytes } from "../bytes.ts";
import { lerne } from "../lernen/lerne.ts";
import type { Lernantwort, Lernauftrag } from "./auftrag.ts";

const { bestand, wunsch, bisheriges } = workerData as Lernauftrag;

/** An old model that cannot be read is none; the new one then begins from nothing. */
function findBisheriges() {
  try {
    return bisheriges && ausBytes(bisheriges);
  } catch {
    return undefined;
  }
}

const ergebnis = lerne(bestand, { ...wunsch, bisheriges: findBisheriges(), uhr: () => performance.now() / 1000 });
const antwort: Lernantwort =
  ergebnis.art === "behalten"
    ? ergebnis
    : { art: "uebernommen", bytes: alsBytes(ergebnis.modell), guete: ergebnis.guete, satz: ergebnis.satz };
parentPort?.postMessage(antwort);
