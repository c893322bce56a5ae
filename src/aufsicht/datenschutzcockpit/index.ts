/** Every access to a person's data, written down before it happens and shown to that person. */
export type { Abruf, Abrufabsicht, Ausgang, Einsicht, Weitergabe } from "./contract.ts";
export { cockpitKinds } from "./log-kinds.ts";
export {
  listeAbrufeFuerPerson,
  listeEinsichtenFuerPerson,
  listeOffeneAbrufe,
  listeWeitergabenFuerPerson,
  vermerkeAbsichten,
  vermerkeAusgaenge,
  vermerkeEinsicht,
  vermerkeEinsichten,
  vermerkeWeitergaben,
} from "./store.ts";
