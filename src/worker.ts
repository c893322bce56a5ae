import { startWorker } from "#jobs";
import { alleJobs, createSystem, type System } from "./app.ts";
import { liesConfig } from "./config.ts";
import { brauchtDatenbank } from "./einstieg.ts";

/** How often a worker looks for what a day brings by itself, and for register requests that a crash left open. */
const RUNDE_MS = 30_000;
const UNGEWISS_AB_MS = 120_000;
/** Fewer than jobs at a time: Vorgaenge at the same point share a transaction. */
const VERBINDUNGEN = 16;

const tagVon = new Map<number, string>();

async function drehRunde(system: System): Promise<void> {
  for (const mandant of await system.tenants.list()) {
    await system.bearbeitung.pruefeTermine(mandant.id);
    await system.dauerleistungen.pruefeLaufende(mandant.id);
    await system.nachweise.klaereOffene(mandant.id, UNGEWISS_AB_MS);
    await system.gebuehren.klaereVergessene(mandant.id);
    // Both read every claim that is late; what they look for comes with the day.
    if (tagVon.get(mandant.id) !== system.clock.today()) {
      const begleite = (job: string, fn: () => Promise<unknown>) =>
        system.laufwacht.begleite(job, () => fn().then(() => undefined), mandant.name);
      await begleite("Säumniszuschläge", () => system.gebuehren.erhebeSaeumnis(mandant.id));
      await begleite("Ratenzahlungen", () => system.gebuehren.pruefeRaten(mandant.id));
      tagVon.set(mandant.id, system.clock.today());
    }
    await system.gebuehren.mahne(mandant.id);
    await system.antraege.loescheAlte(mandant.id);
    await system.ereignisse.beginneTag(mandant.id);
    await system.ereignisse.loescheAlte(mandant.id);
    await system.aufbewahrung.loesche(mandant.id);
    await system.rechnungen.holeEingaenge(mandant.id).catch((error: Error) => melde(error, "Rechnungseingang"));
    await system.rechnungen.pruefeSkonto(mandant.id);
    await system.rechnungen.loescheAbgelaufene(mandant.id);
    await system.rechnungen.uebergibOffene(mandant.id).catch((error: Error) => melde(error, "Rechnungen"));
    await system.rechnungen.gleicheAb(mandant.id).catch((error: Error) => melde(error, "Finanzverfahren"));
    await system.kette.plane(mandant.id);
  }
  await system.laufwacht.plane();
}

const config = liesConfig();
const urls = await brauchtDatenbank(config);
const melde = (error: Error, wobei: string) => process.stderr.write(`worker: ${wobei}: ${error.message}\n`);
const system = await createSystem(config, urls, { name: "fachwerk-worker", poolSize: VERBINDUNGEN });
await system.versionen.erfasse().catch((error: Error) => melde(error, "Versionen"));
const worker = await startWorker(urls.appUrl, alleJobs, system, { parallel: config.workerParallel, log: melde });

let laeuft: Promise<void> | undefined;
const runde = setInterval(() => {
  laeuft ??= drehRunde(system)
    .catch((error: Error) => {
      melde(error, "Runde");
    })
    .finally(() => {
      laeuft = undefined;
    });
}, RUNDE_MS);

for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, async () => {
    clearInterval(runde);
    await worker.stop();
    await laeuft;
    await system.close();
    process.exit(0);
  });
console.log("bereit worker");
