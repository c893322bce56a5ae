import { laeuftAlsProzess, portAus } from "../dienst.ts";
import { starteAnmeldedienst } from "./anmeldedienst.ts";

const { env } = process;
await laeuftAlsProzess("identitaet", () =>
  starteAnmeldedienst({
    port: portAus("FACHWERK_IDP_PORT", 2031),
    daten: env.FACHWERK_DATEN,
    hosts: env.FACHWERK_HOST ? [env.FACHWERK_HOST] : [],
    geheimnisse: {
      buerger: env.FACHWERK_IDP_BUERGER_GEHEIMNIS ?? "demo-buerger",
      amt: env.FACHWERK_IDP_AMT_GEHEIMNIS ?? "demo-amt",
    },
  }),
);
