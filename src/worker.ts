import { DbUnavailable } from "#db";
import { startWorker } from "#jobs";
import { alleJobs, createSystem, type System } from "./app.ts";
import { liesConfig } from "./config.ts";
import { brauchtDatenbank } from "./einstieg.ts";

/** How often a worker looks for what a day brings by itself, and for register requests that a crash left open. */
const RUNDE_MS = 30_000;
const UNGEWISS_AB_MS = 120_000;
/** Fewer than jobs at a time: Vorgaenge at the same point share a transaction. */
const VERBINDUNGEN = 16;
/** Orders that a finance system has not answered for that long are handed over again; it knows them by their ids. */
const UNBEANTWORTET_MINUTEN = 15;

const tagVon = new Map<string, string>();
type Rundgang = (system: System, mandantId: number, mandant: { name: string }) => Promise<unknown>;

/** These read every claim that is late; what they look for comes with the day. What failed in it is tried again the next day, not every round. */
const amTag =
  (was: string, tu: Rundgang): Rundgang =>
  async (system, id, mandant) => {
    const [schluessel, heute] = [`${was}:${id}`, system.clock.today()];
    if (tagVon.get(schluessel) === heute) return;
    const lauf = async () => void (await tu(system, id, mandant));
    const fehler = await system.laufwacht.begleite(was, lauf, mandant.name).then(
      () => undefined,
      (error: Error) => error,
    );
    if (fehler instanceof DbUnavailable) throw fehler;
    tagVon.set(schluessel, heute);
    if (fehler) throw fehler;
  };

/** Once a round, in this order. */
const runde: Record<string, Rundgang> = {
  Termine: ({ bearbeitung }, id) => bearbeitung.pruefeTermine(id),
  "Laufende Leistungen": ({ dauerleistungen }, id) => dauerleistungen.pruefeLaufende(id),
  Nachweise: ({ nachweise }, id) => nachweise.klaereOffene(id, UNGEWISS_AB_MS),
  Zahlungen: ({ gebuehren }, id) => gebuehren.klaereVergessene(id),
  Säumnis: amTag("Säumniszuschläge", ({ gebuehren }, id) => gebuehren.erhebeSaeumnis(id)),
  Raten: amTag("Ratenzahlungen", ({ gebuehren }, id) => gebuehren.pruefeRaten(id)),
  Mahnungen: ({ gebuehren }, id) => gebuehren.mahne(id),
  Entwürfe: ({ antraege }, id) => antraege.loescheAlte(id),
  Angebote: ({ ereignisse }, id) => ereignisse.beginneTag(id),
  Ereignisse: ({ ereignisse }, id) => ereignisse.loescheAlte(id),
  Aufbewahrung: ({ aufbewahrung }, id) => aufbewahrung.loesche(id),
  Rechnungseingang: ({ rechnungen }, id) => rechnungen.holeEingaenge(id),
  "Liegengebliebene Rechnungen": ({ rechnungen }, id) => rechnungen.bearbeiteLiegengebliebene(id),
  Skonto: ({ rechnungen }, id) => rechnungen.pruefeSkonto(id),
  Rechnungslöschung: ({ rechnungen }, id) => rechnungen.loescheAbgelaufene(id),
  Rechnungen: ({ rechnungen }, id) => rechnungen.uebergibOffene(id, UNBEANTWORTET_MINUTEN),
  Finanzverfahren: ({ rechnungen }, id) => rechnungen.gleicheAb(id),
  Protokollkette: ({ kette }, id) => kette.plane(id),
};

/** What fails for one Mandant, or in one part, holds up no other: the next round would stop at the same place. */
async function drehRunde(system: System): Promise<void> {
  for (const mandant of await system.tenants.list())
    for (const [wobei, tu] of Object.entries(runde))
      await tu(system, mandant.id, mandant).catch((error: Error) => {
        if (error instanceof DbUnavailable) throw error;
        melde(error, `${wobei} (${mandant.schluessel})`);
      });
  await system.laufwacht.plane();
}

const config = liesConfig();
const urls = await brauchtDatenbank(config);
const melde = (error: Error, wobei: string) => process.stderr.write(`worker: ${wobei}: ${error.message}\n`);
const system = await createSystem(config, urls, { name: "fachwerk-worker", poolSize: VERBINDUNGEN });
await system.versionen.erfasse().catch((error: Error) => melde(error, "Versionen"));
const worker = await startWorker(urls.appUrl, alleJobs, system, { parallel: config.workerParallel, log: melde });

let laeuft: Promise<void> | undefined;
const takt = setInterval(() => {
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
    clearInterval(takt);
    await worker.stop();
    await laeuft;
    await system.close();
    process.exit(0);
  });
console.log("bereit worker");
