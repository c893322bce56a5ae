/** Notices: a decision becomes a letter with reasons, calculation and remedies, for the mailbox and for the file. */
export { type Aenderungsfall, type Rueckforderung, type Vergleichszeile, vergleichstafel } from "./aenderungstext.ts";
export {
  type Aenderungsauftrag,
  type Bescheidauftrag,
  type Bescheide,
  createBescheide,
  type Mitteilungsauftrag,
} from "./bescheide.ts";
export type { Bescheidfall } from "./bescheidtext.ts";
export { type Brief, type Briefblock, type Briefsatz, createBriefsatz } from "./brief.ts";
export type { Bescheid } from "./contract.ts";
export { findBescheid, listeBescheide } from "./store.ts";
