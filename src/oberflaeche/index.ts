/** Pages that span the parts: the town hall's entrance, the person's own area, the clerk's workplace. */
export { type Probebevoelkerung, type RechtDeps, registerRecht } from "./recht/routes.ts";
export { registerWirkung, type WirkungDeps } from "./recht/routes-wirkung.ts";
export { registerAmt } from "./routes-amt.ts";
export { registerAmtWeitere } from "./routes-amt-weitere.ts";
export { registerBuerger } from "./routes-buerger.ts";
export { Fehlerseite } from "./seiten/start.tsx";
