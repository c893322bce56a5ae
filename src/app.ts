import { join } from "node:path";
import { createAntraege } from "#antraege";
import {
  createBearbeitung,
  fertigeBescheid,
  pruefeNachFreigabe,
  pruefeVorgang,
  pruefeWartende,
  setzeNachZahlungFort,
} from "#bearbeitung";
import { createBescheide } from "#bescheide";
import { createBlobs } from "#blobs";
import { type Clock, systemClock } from "#clock";
import { cockpitKinds } from "#datenschutzcockpit";
import { createDauerleistungen } from "#dauerleistungen";
import { createDb, type Databases, migrate } from "#db";
import { bieteAnTag, bieteNachEreignis, createEreignisse, ereignisKind, gibEreignisWeiter } from "#ereignisse";
import { anbieterUeberHttp, createGebuehren, fuehreErstattungAus, gebuehrenKinds, pruefeZahlung } from "#gebuehren";
import { type AnyJob, createJobs, migrateJobs } from "#jobs";
import { createKasse, kasseUeberHttp, kasseUeberOrdner, uebermittleAnordnungen } from "#kasse";
import { createLaufwacht, laufwachtjobs } from "#laufwacht";
import { getLeistung, leistungen, maengelDerSatzungenVon } from "#leistungen";
import { createMail } from "#mail";
import { createNachweise } from "#nachweise";
import { createPostfach, kuendigeNachrichtenAn, postfachKinds } from "#postfach";
import { protokollKind } from "#protokoll";
import { createProtokollkette, schliesseKette } from "#protokollkette";
import {
  createRechnungen,
  finanzenUeberHttp,
  finanzenUeberOrdner,
  finanzformate,
  rechnungKind,
  rechnungsjobs,
  tesseract,
} from "#rechnungen";
import { createSecrets, loadSigner } from "#secrets";
import { createTenants } from "#tenants";
import { createVersionen } from "#versionen";
import { createAufbewahrung, schrittKind } from "#vorgaenge";
import type { Config } from "./config.ts";

/** The whole system on one page: nothing else knows all modules. */
export async function createSystem(config: Config, urls: Databases, options: { clock?: Clock; poolSize?: number; name: string }) {
  const clock = options.clock ?? systemClock;
  const db = createDb(urls.appUrl, { size: options.poolSize ?? 10, name: options.name });
  const log = (error: Error) => process.stderr.write(`${options.name}: ${error.message}\n`);
  const jobs = await createJobs(urls.appUrl, log);
  const tenants = createTenants(db, ({ einstellungen }) => maengelDerSatzungenVon(einstellungen));
  const secrets = createSecrets(config.daten);
  const blobs = createBlobs(join(config.daten, "dokumente"));
  const mail = createMail(config.smtp);

  const nachweise = createNachweise({ db, clock, register: config.register });
  const bescheide = createBescheide({ clock, blobs });
  const postfach = createPostfach({ db, clock, jobs, mail, adresse: (mandant) => config.adresse(mandant.schluessel) });
  const anschluss = "url" in config.kasse ? kasseUeberHttp(config.kasse.url) : kasseUeberOrdner(config.kasse.ordner);
  const kasse = createKasse({ db, clock, jobs, anschluss });
  const versionen = createVersionen({ db, clock, nachFreigabe: (tx, leistung) => pruefeNachFreigabe(jobs, tx, leistung) });
  const anbieter = anbieterUeberHttp(config.zahlung);
  const { abfrageSekunden } = config.zahlung;
  const gebuehren = createGebuehren({
    db,
    clock,
    jobs,
    tenants,
    postfach,
    kasse,
    bescheide,
    anbieter,
    abfrageSekunden,
    nachZahlung: (tx, { vorgangId }) => setzeNachZahlungFort({ clock, jobs }, tx, vorgangId),
  });
  const dauerleistungen = createDauerleistungen({
    db,
    clock,
    jobs,
    tenants,
    secrets,
    nachweise,
    bescheide,
    postfach,
    kasse,
    versionen,
    gebuehren,
    leistung: getLeistung,
    laufende: leistungen.filter(({ dauer }) => dauer).map(({ schluessel }) => schluessel),
  });
  const bearbeitung = createBearbeitung({
    db,
    clock,
    jobs,
    tenants,
    secrets,
    nachweise,
    bescheide,
    postfach,
    kasse,
    versionen,
    gebuehren,
    aenderungen: dauerleistungen,
  });
  const antraege = createAntraege({ db, clock, jobs, blobs, nachweise, secrets });
  const ereignisse = createEreignisse({ db, clock, jobs, tenants, secrets, nachweise, postfach, dauerleistungen });

  const aufbewahrung = createAufbewahrung({
    db,
    clock,
    regeln: leistungen.map(({ schluessel, aufbewahrung: { jahre, norm }, dauer }) => ({
      leistung: schluessel,
      jahre,
      norm,
      laufend: dauer !== undefined,
    })),
  });
  const rechnungen = createRechnungen({
    db,
    clock,
    jobs,
    blobs,
    tenants,
    mail,
    adresse: config.adresse,
    texterkennung: tesseract(),
    eingaenge: config.rechnungen,
    finanzen: (schluessel) => {
      const wahl = config.rechnungen(schluessel).finanzen;
      const format = wahl && finanzformate[wahl.format];
      if (!format) return undefined;
      return "url" in wahl ? finanzenUeberHttp(format, wahl.url, wahl.token) : finanzenUeberOrdner(format, wahl.ordner);
    },
  });

  const kette = createProtokollkette({
    db,
    clock,
    jobs,
    blobs,
    tenants,
    arten: [schrittKind, rechnungKind, protokollKind, ...cockpitKinds, ...gebuehrenKinds, ...postfachKinds, ereignisKind],
    signer: () => loadSigner(config.daten),
  });

  const laufwacht = createLaufwacht({
    db,
    clock,
    jobs,
    mail,
    adresse: config.adresseBetrieb,
    absender: config.absenderBetrieb,
    laufwachtTage: config.laufwachtTage,
  });

  return {
    config,
    clock,
    db,
    jobs,
    tenants,
    secrets,
    blobs,
    nachweise,
    bescheide,
    postfach,
    kasse,
    versionen,
    gebuehren,
    dauerleistungen,
    bearbeitung,
    antraege,
    ereignisse,
    aufbewahrung,
    rechnungen,
    kette,
    laufwacht,
    async close() {
      mail.close();
      await jobs.stop();
      await db.close();
    },
  };
}
export type System = Awaited<ReturnType<typeof createSystem>>;

/** All jobs of the house; each says itself what it needs of the system. */
export const alleJobs: readonly AnyJob<System>[] = [
  pruefeVorgang,
  pruefeWartende,
  fertigeBescheid,
  kuendigeNachrichtenAn,
  uebermittleAnordnungen,
  pruefeZahlung,
  fuehreErstattungAus,
  bieteNachEreignis,
  gibEreignisWeiter,
  bieteAnTag,
  schliesseKette,
  ...rechnungsjobs,
  ...laufwachtjobs,
];

/** Schema and queues, as the owner. */
export async function migriere(ownerUrl: string) {
  const bericht = await migrate(ownerUrl);
  await migrateJobs(ownerUrl, alleJobs);
  return bericht;
}
