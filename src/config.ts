import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { findDatabases } from "#db";
import { adressVariable, portVariable, type Registername, register, registernamen } from "./register.ts";

/** Everything that the environment decides, read once. Defaults are those of the demo on one machine. */
export type Config = ReturnType<typeof liesConfig>;

export function liesConfig(env: NodeJS.ProcessEnv = process.env) {
  const daten = env.FACHWERK_DATEN ?? join(import.meta.dirname, "../.fachwerk");
  const zahl = (name: string, sonst: number) => {
    const wert = env[name] === undefined ? sonst : Number(env[name]);
    if (!Number.isSafeInteger(wert) || wert < 0) throw new Error(`${name} ist keine Zahl: „${env[name]}“.`);
    return wert;
  };
  const lokal = (port: number) => `http://localhost:${port}`;
  const idp = env.FACHWERK_IDP ?? lokal(zahl("FACHWERK_IDP_PORT", 2031));
  const token = env.FACHWERK_REGISTER_TOKEN ?? "demo-token";
  const zugang = (name: Registername) => ({
    url: env[adressVariable(name)] ?? lokal(zahl(portVariable(name), register[name].port)),
    token,
  });
  const webPort = zahl("FACHWERK_PORT_WEB", 2030);
  return {
    daten,
    datenbanken: findDatabases(env),
    webPort,
    /** Name under which the installation itself answers; Mandanten are names before it. */
    baseHost: env.FACHWERK_HOST ?? "localhost",
    /** Address of a Mandant's town hall, for links in mails. */
    adresse: (schluessel: string) =>
      env.FACHWERK_ADRESSE?.replace("{mandant}", schluessel) ?? `http://${schluessel}.localhost:${webPort}`,
    /** Where the operator's own pages are, for links in messages of the Laufwacht; they lie under every Mandant's address. */
    adresseBetrieb: env.FACHWERK_ADRESSE_BETRIEB ?? `http://musterstadt.localhost:${webPort}`,
    absenderBetrieb: env.FACHWERK_ABSENDER_BETRIEB ?? "laufwacht@fachwerk.invalid",
    /** So many days the Laufwacht keeps single runs; the values of days stay. Its rules and pages look back a month at most. */
    laufwachtTage: Math.max(31, zahl("FACHWERK_LAUFWACHT_TAGE", 730)),
    secureCookie: env.FACHWERK_HTTPS === "1",
    maxPerMinute: zahl("FACHWERK_ANFRAGEN_JE_MINUTE", 1200),
    logLevel: env.FACHWERK_LOG ?? "warn",
    providers: {
      buerger: {
        issuer: idp,
        clientId: env.FACHWERK_IDP_BUERGER_ID ?? "buerger",
        clientSecret: env.FACHWERK_IDP_BUERGER_GEHEIMNIS ?? "demo-buerger",
      },
      amt: {
        issuer: env.FACHWERK_IDP_AMT ?? idp,
        clientId: env.FACHWERK_IDP_AMT_ID ?? "amt",
        clientSecret: env.FACHWERK_IDP_AMT_GEHEIMNIS ?? "demo-amt",
      },
    },
    register: Object.fromEntries(registernamen.map((name) => [name, zugang(name)])),
    /** Token by register that may report events. Without a token a register is not listened to; the demo brings its own. */
    meldende: {
      // What is reached from outside must not believe whoever has read the demo.
      personenstandsregister:
        env.FACHWERK_EREIGNIS_TOKEN ??
        (env.FACHWERK_SMTP || env.FACHWERK_ADRESSE || env.FACHWERK_HTTPS ? undefined : "demo-ereignisse"),
      melderegister:
        env.FACHWERK_EREIGNIS_TOKEN_MELDEREGISTER ??
        (env.FACHWERK_SMTP || env.FACHWERK_ADRESSE || env.FACHWERK_HTTPS ? undefined : "demo-meldungen"),
    },
    kasse: env.FACHWERK_KASSE_ORDNER
      ? { ordner: env.FACHWERK_KASSE_ORDNER }
      : { url: env.FACHWERK_KASSE ?? lokal(zahl("FACHWERK_PORT_KASSE", 2045)) },
    rechnungen: rechnungenAus(env, lokal(zahl("FACHWERK_PORT_FINANZEN", 2051))),
    zahlung: zahlungAus(env, lokal(zahl("FACHWERK_PORT_ZAHLUNG", 2050)), zahl("FACHWERK_ZAHLUNG_ABFRAGE_SEKUNDEN", 30)),
    // Not "localhost": nodemailer asks the network's name server for it and gives up where that is slow or absent.
    smtp: env.FACHWERK_SMTP || `smtp://127.0.0.1:${zahl("FACHWERK_PORT_POST", 2046)}`,
    /** HTTP side of the demo's mail catch; undefined where mail is real. */
    demoPost: env.FACHWERK_SMTP ? undefined : lokal(zahl("FACHWERK_PORT_POST_HTTP", 2047)),
    workerParallel: zahl("FACHWERK_WORKER_PARALLEL", 50),
  };
}

const Rechnungsanschluesse = z.record(
  z.string(),
  z.object({
    /** The finance system: over HTTP, or through a folder. */
    finanzen: z
      .union([
        z.object({ format: z.enum(["csv", "xml"]), url: z.url(), token: z.string().min(1) }),
        z.object({ format: z.enum(["csv", "xml"]), ordner: z.string().min(1) }),
      ])
      .optional(),
    /** A folder into which scanners or other programs put invoices. */
    eingangsordner: z.string().min(1).optional(),
    imap: z
      .object({
        host: z.string(),
        port: z.int(),
        tls: z.boolean().default(true),
        benutzer: z.string(),
        kennwort: z.string(),
        ordner: z.string().default("INBOX"),
      })
      .optional(),
  }),
);
export type Rechnungsanschluss = z.infer<typeof Rechnungsanschluesse>[string];

/** By key of the Mandant, from a file, because it holds secrets. Without one the demo's finance system takes the orders of all of them. */
function rechnungenAus(env: NodeJS.ProcessEnv, demo: string): (mandant: string) => Rechnungsanschluss {
  const datei = env.FACHWERK_RECHNUNGEN;
  if (!datei) {
    // What pays must not hand orders to whoever listens on a port of the machine.
    const istDemo = !(env.FACHWERK_SMTP || env.FACHWERK_ADRESSE || env.FACHWERK_HTTPS);
    const anschluss: Rechnungsanschluss = istDemo
      ? { finanzen: { format: "csv", url: env.FACHWERK_FINANZEN ?? demo, token: "demo-finanzen" } }
      : {};
    return () => anschluss;
  }
  const anschluesse = Rechnungsanschluesse.parse(JSON.parse(readFileSync(datei, "utf8")));
  return (mandant) => anschluesse[mandant] ?? {};
}

/** The payment provider. A real one without secrets of its own would believe whoever knows those of the demo. */
function zahlungAus(env: NodeJS.ProcessEnv, demo: string, abfrageSekunden: number) {
  const { FACHWERK_ZAHLUNG: url, FACHWERK_ZAHLUNG_TOKEN: token, FACHWERK_ZAHLUNG_GEHEIMNIS: geheimnis } = env;
  if (url && !(token && geheimnis))
    throw new Error("Zu FACHWERK_ZAHLUNG fehlen FACHWERK_ZAHLUNG_TOKEN oder FACHWERK_ZAHLUNG_GEHEIMNIS.");
  return {
    name: env.FACHWERK_ZAHLUNG_NAME ?? "Zahlungsdienst der Demo",
    url: url ?? demo,
    token: token ?? "demo-zahlung",
    geheimnis: geheimnis ?? "demo-zahlung-meldung",
    abfrageSekunden,
  };
}
