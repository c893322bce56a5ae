/** What registers report by themselves, and what people are offered unasked because of it. */
export { type Ansprache, alleArten } from "./ansprache.ts";
export { Ereignis, type GemachtesAngebot } from "./contract.ts";
export { createEreignisse, type Ereignisse } from "./ereignisse.ts";
export { bieteAnTag, bieteNachEreignis, gibEreignisWeiter } from "./jobs.ts";
export { ereignisKind } from "./log-kinds.ts";
export { registerEreignisse } from "./routes.ts";
export { listeAngeboteFuerPerson } from "./store.ts";
