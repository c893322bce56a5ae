import { laeuftAlsProzess, portAus } from "../dienst.ts";
import { starteFinanzverfahren } from "./finanzverfahren.ts";

await laeuftAlsProzess("finanzverfahren", () =>
  starteFinanzverfahren({ port: portAus("FACHWERK_PORT_FINANZEN", 2051), daten: process.env.FACHWERK_DATEN, zahltSofort: true }),
);
