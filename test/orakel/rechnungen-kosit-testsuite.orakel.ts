export { suite } from "./rechnungen/kosit-testsuite.ts";
