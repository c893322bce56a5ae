/** The person's mailbox in the town hall: messages, their announcement by mail, the read receipt. */
export { kuendigeNachrichtenAn } from "./jobs.ts";
export { postfachKinds } from "./log-kinds.ts";
export { createPostfach, type NeueNachricht, type Postfach } from "./postfach.ts";
export { findNachricht, listeNachrichten, listeNachrichtenZumVorgang, type Nachricht, zaehleNachrichten } from "./store.ts";
