/** Money: whole cents, exact; rounding has a name. */
export { anteilig, euro, formatiereEuro, leseEuro, rundeAufVolleEuroAuf, rundeKaufmaennisch } from "./geld.ts";
export { type Girocode, girocode } from "./girocode.ts";
export { formatiereIban, type IbanBefund, pruefeIban } from "./iban.ts";
