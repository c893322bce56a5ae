import { laeuftAlsProzess, portAus } from "../dienst.ts";
import { starteKasse } from "./kasse.ts";

await laeuftAlsProzess("kasse", () =>
  starteKasse({ port: portAus("FACHWERK_PORT_KASSE", 2045), daten: process.env.FACHWERK_DATEN }),
);
