/** The installation's secret and what is derived from it: pseudonyms of people and signatures of links. */
export { createSecrets, type Secrets } from "./secrets.ts";
