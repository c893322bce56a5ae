/** Decisions made by a figure that the law changed for days gone by: which, and what would be due. Changes nothing. */
export {
  type BetroffeneDeps,
  type Betroffenenwunsch,
  type Betroffener,
  findeBetroffene,
  findeSeite,
} from "./finde-betroffene.ts";
export { liesRueckwirkung, type Rueckwirkung } from "./lies-rueckwirkung.ts";
