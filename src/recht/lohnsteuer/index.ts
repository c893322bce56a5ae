/** Wage tax of a month by the Programmablaufplan, for every year whose figures are known. */
export { type Arbeitslohn, berechneLohnsteuer, type Lohnsteuer, type Steuerklasse } from "./lohnsteuer.ts";
export { geprueftBis, type Lohnsteuerstand, staende } from "./stand.ts";
export { einkommensteuer } from "./tarif.ts";
