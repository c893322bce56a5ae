import type { Mandant } from "#tenants";
import { type LeseDeps, liesKette } from "./lies-kette.ts";
import { createPruefer, type Ergebnis, type Vorgaben } from "./pruefer.ts";
import { findLetztenKopf, listeSchluessel, listeStapel } from "./store.ts";
import { sucheEingeschobene } from "./suche.ts";

/** `ab`: batches before it are taken as they are. */
export type Datenbankvorgaben = Vorgaben & { ab?: number };

/**
 * Verifies the live database: the same judge as for a file, and beside it rows that were put in behind the back of the chain.
 * Batches that are closed meanwhile are followed to the end.
 */
export async function pruefeDatenbank(deps: LeseDeps, mandant: Mandant, vorgaben: Datenbankvorgaben = {}): Promise<Ergebnis> {
  const pruefer = createPruefer(vorgaben);
  const in_ = <T>(fn: Parameters<typeof deps.db.inTransaction<T>>[1]) => deps.db.inTransaction({ mandant: mandant.id }, fn);
  const schluessel = await deps.db.inTransaction("installation", listeSchluessel);
  const ab = vorgaben.ab ?? 0;
  pruefer.nimmKopf({
    typ: "kopf",
    form: "fachwerk-protokoll/1",
    mandant: mandant.schluessel,
    name: mandant.name,
    erstellt: "",
    umfang: { art: "alles" },
    schluessel,
  });
  if (ab > 0) {
    const [davor] = await in_((tx) => listeStapel(tx, ab - 1, 1));
    if (davor) pruefer.beginneNach(davor);
  }
  for await (const satz of liesKette(deps, mandant.id, { art: "alles" }, ab)) {
    if (satz.typ === "zeile") pruefer.nimmZeile(satz);
    if (satz.typ === "stapel") pruefer.nimmStapel(satz);
  }
  if (ab === 0)
    for (const art of deps.arten)
      for (const key of await in_((tx) => sucheEingeschobene(tx, art)))
        pruefer.melde(`${art.name} ${key}`, "gehört zu keinem Stapel, obwohl die Kette darüber hinaus ist", undefined);
  return pruefer.schliesseAb();
}

/** From which batch on at most so many batches are left to check. */
export async function abFuerNeueste(deps: LeseDeps, mandantId: number, stapel: number): Promise<number> {
  const letzter = await deps.db.inTransaction({ mandant: mandantId }, findLetztenKopf);
  return Math.max(0, (letzter?.nummer ?? 0) - stapel);
}
