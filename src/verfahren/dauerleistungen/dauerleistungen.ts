import type { Urteile } from "#baukasten";
import type { Handlung } from "#bearbeitung";
import type { Tx } from "#db";
import type { IsoDatum } from "#kalender";
import { aendereKonto, type Kontowechsel } from "./aendere-konto.ts";
import type { DauerDeps } from "./deps.ts";
import { entscheideAenderung, hoereVonHandAn, type Umfang } from "./entscheide-aenderung.ts";
import { fertigeAenderung } from "./fertige-aenderung.ts";
import { lassFallen } from "./lass-fallen.ts";
import { type Einleitungsgrund, leiteEin } from "./leite-ein.ts";
import { liesAenderung, liesDauerleistung } from "./lies.ts";
import { type Aenderungsmeldung, meldeAenderung } from "./melde-aenderung.ts";
import { pruefeAenderung } from "./pruefe-aenderung.ts";
import { pruefeLaufende } from "./pruefe-laufende.ts";
import { schreibeNeueDauerleistungen, sperreDauerleistungen } from "./store.ts";
import { zahleNeu } from "./zahle-neu.ts";

/** Benefits that live on: what the days bring, what people report, what is heard, decided, given back. */
export const createDauerleistungen = (deps: DauerDeps) => ({
  pruefe: (mandantId: number, vorgangId: string) => pruefeAenderung(deps, mandantId, vorgangId),
  fertige: (mandantId: number, vorgangId: string) => fertigeAenderung(deps, mandantId, vorgangId),
  vorschlag: async (tx: Tx, vorgangId: string) => (await liesAenderung(deps, tx, vorgangId))?.rechnung.entscheidung,
  lebenWeiter: schreibeNeueDauerleistungen,
  sperre: sperreDauerleistungen,
  zahleNeu: (tx: Tx, vorgangId: string, anlass: string) => zahleNeu(deps, tx, vorgangId, anlass),
  lassFallen: (tx: Tx, vorgangIds: readonly string[]) => lassFallen(deps, tx, vorgangIds),
  pruefeLaufende: (mandantId: number) => pruefeLaufende(deps, mandantId),
  meldeAenderung: (tx: Tx, bezugId: string, meldung: Aenderungsmeldung) => meldeAenderung(deps, tx, bezugId, meldung),
  aendereKonto: (wechsel: Kontowechsel) => aendereKonto(deps, wechsel),
  leiteEin: (handlung: Handlung, anlass: Einleitungsgrund, ab: IsoDatum, grund: string) =>
    leiteEin(deps, handlung, anlass, ab, grund),
  hoereAn: (handlung: Handlung, worte: string, frist: IsoDatum) => hoereVonHandAn(deps, handlung, worte, frist),
  entscheide: (handlung: Handlung, umfang: Umfang, begruendung: string, urteile: Urteile) =>
    entscheideAenderung(deps, handlung, umfang, begruendung, urteile),
  /** How a benefit runs, and what a change comes to: for pages. */
  lies: (tx: Tx, vorgangId: string) => liesDauerleistung(deps, tx, vorgangId),
  liesAenderung: (tx: Tx, vorgangId: string) => liesAenderung(deps, tx, vorgangId),
});
export type Dauerleistungen = ReturnType<typeof createDauerleistungen>;
