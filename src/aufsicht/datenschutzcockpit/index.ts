/** Every access to a person's data, written down before it happens and shown to that person. */
export type { Abruf, Abrufabsicht, Ausgang, Einsicht } from "./contract.ts";
export {
  listeAbrufeFuerPerson,
  listeEinsichtenFuerPerson,
  listeOffeneAbrufe,
  vermerkeAbsichten,
  vermerkeAusgaenge,
  vermerkeEinsicht,
} from "./store.ts";
