/** The way in: search, form, draft, submission, status, answers, objection. */
export { beiAnderenHaeusern, bietetAn } from "./angeboten.ts";
export { type Antraege, bereiteEntwurfVor, createAntraege, type Einreichung, ENTWURF_TAGE } from "./antraege.ts";
export { findEigenenVorgang, legeAnlagenAb, type Nachtragsergebnis, reicheNach, widersprich, zieheZurueck } from "./nachtrag.ts";
export {
  type Antrag,
  type Antragsperson,
  type Eingereicht,
  eroeffneAntraege,
  eroeffneAntrag,
  transaktionVon,
} from "./reiche-ein.ts";
export { registerAntraege } from "./routes.ts";
export { Vergleichstabelle } from "./seiten/laufend.tsx";
export { type Entwurf, listeEntwuerfe, loescheEntwurf } from "./store.ts";
export { merkname } from "./zugang.ts";
