/** The Mandanten of this installation: rows, never branches in code. */
export { Einstellungen, type Mandant, type NeuerMandant } from "./contract.ts";
export { createTenants, MandantFehlerhaft, type Tenants } from "./tenants.ts";
