export { suite } from "./rechnungen/xsd.ts";
