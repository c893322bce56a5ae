import { laeuftAlsProzess, portAus } from "../dienst.ts";
import { starteZahlung } from "./zahlung.ts";

const webPort = portAus("FACHWERK_PORT_WEB", 2030);
await laeuftAlsProzess("zahlung", () =>
  starteZahlung({
    port: portAus("FACHWERK_PORT_ZAHLUNG", 2050),
    daten: process.env.FACHWERK_DATEN,
    token: process.env.FACHWERK_ZAHLUNG_TOKEN,
    geheimnis: process.env.FACHWERK_ZAHLUNG_GEHEIMNIS,
    meldeadresse: `http://localhost:${webPort}/zahlung/meldung`,
  }),
);
