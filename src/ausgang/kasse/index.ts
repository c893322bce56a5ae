/** Payments: a plan of months becomes an order, the order is handed to the treasury once, its answer is kept. */
export { kasseUeberHttp, kasseUeberOrdner } from "./anschluesse.ts";
export { Anordnung, type Kassenanschluss, type Kassenantwort, Rate } from "./contract.ts";
export { uebermittleAnordnungen } from "./jobs.ts";
export { type Anordnungswunsch, createKasse, type Kasse } from "./kasse.ts";
export { imLaufe, planAus, type Zahltag } from "./plan.ts";
export { type AnordnungMitAntwort, listeAnordnungen } from "./store.ts";
