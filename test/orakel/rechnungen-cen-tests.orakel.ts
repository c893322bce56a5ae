export { suite } from "./rechnungen/cen-tests.ts";
