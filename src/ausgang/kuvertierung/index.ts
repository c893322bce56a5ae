/** Letters that must go on paper: the queue for print and post, and the day they were posted. */
export { findSendung, listeOffeneSendungen, type Sendung, schreibeSendungen, vermerkeVersand } from "./store.ts";
