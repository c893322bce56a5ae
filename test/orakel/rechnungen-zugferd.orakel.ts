export { suite } from "./rechnungen/zugferd-korpus.ts";
