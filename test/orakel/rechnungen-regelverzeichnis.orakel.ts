export { suite } from "./rechnungen/regelverzeichnis.ts";
