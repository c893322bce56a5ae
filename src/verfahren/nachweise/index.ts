/** The one door to registers: intent committed, register asked, outcome committed. */
export type { Abrufauftrag, Abrufwunsch, Auskunft, Listenauftrag, RegisterZugang } from "./contract.ts";
export { createNachweise, type Nachweise } from "./nachweise.ts";
