export { suite } from "./rechnungen/kosit-mutationen.ts";
