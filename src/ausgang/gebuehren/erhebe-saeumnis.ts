import { dayOf } from "#clock";
import type { Tx } from "#db";
import { inTurn } from "#jobs";
import type { Land } from "#kalender";
import type { Mandant } from "#tenants";
import type { Ereignis } from "./contract.ts";
import type { GebuehrenDeps } from "./gebuehren.ts";
import { regelnFuer } from "./regeln.ts";
import { saeumniszuschlag, type Zahlungstag } from "./saeumnis.ts";
import { schreibe } from "./schreibe.ts";
import { findSollstellung, listeEreignisse, type Sollzeile, sperreStand } from "./store.ts";
import { listeSollstellungenNach } from "./store-listen.ts";

const PORTION = 200;

/** Surcharges of what is late, where a law lets this Mandant take them. Running twice on a day changes nothing. @returns how many claims grew */
export async function erhebeSaeumnis(deps: GebuehrenDeps, mandantId: number): Promise<number> {
  const mandant = await deps.tenants.getById(mandantId);
  const leistungen = Object.keys(regelnFuer(mandant).saeumnis ?? {});
  if (leistungen.length === 0) return 0;
  const wunsch = { zustaende: ["offen", "teilbezahlt"], leistungen, faelligVor: deps.clock.today() } as const;
  const reihe = inTurn();
  let gewachsen = 0;
  for (let nach: Sollzeile | undefined; ; ) {
    const ab = nach;
    const zeilen = await deps.db.inTransaction({ mandant: mandantId }, (tx) => listeSollstellungenNach(tx, wunsch, ab, PORTION));
    for (const { id } of zeilen)
      if (await reihe.take(() => deps.db.inTransaction({ mandant: mandantId }, (tx) => gleicheZuschlagAn(deps, tx, mandant, id))))
        gewachsen++;
    nach = zeilen.at(-1);
    if (zeilen.length < PORTION) break;
  }
  reihe.finish();
  return gewachsen;
}

/** Brings the surcharge of a claim to what it is today, under its lock. @returns whether it changed */
export async function gleicheZuschlagAn(deps: GebuehrenDeps, tx: Tx, mandant: Mandant, id: string): Promise<boolean> {
  const gesperrt = await sperreStand(tx, id);
  const zeile = gesperrt && (await findSollstellung(tx, id));
  const regel = zeile && !zeile.istErstattung ? regelnFuer(mandant).saeumnis?.[zeile.leistung] : undefined;
  if (!zeile || !regel || zeile.stand.storniert || zeile.stand.ratenplan) return false;
  const ereignisse = await listeEreignisse(tx, id);
  // While instalments ran the due day was another one (§ 222 AO). From when lateness counts after a plan that came to nothing is for a person.
  if (ereignisse.some(({ art }) => art === "ratenGewaehrt")) return false;
  const bisher = zeile.stand.zuschlag?.cent ?? 0;
  const { cent, monate } = saeumniszuschlag(
    regel,
    mandant.land as Land,
    { hauptCent: zeile.stand.sollCent - bisher, faelligAm: zeile.faelligAm, zahlungen: zahlungstage(zeile, ereignisse) },
    deps.clock.today(),
  );
  if (cent === bisher) return false;
  const geschrieben = await schreibe(tx, id, {
    art: "saeumniszuschlag",
    daten: { betragCent: cent - bisher, monate, norm: regel.norm },
    akteur: { art: "system", teil: "saeumnis" },
    zeitpunkt: deps.clock.now(),
    transaktion: `saeumnis:${id}:${gesperrt.nummer}`,
  });
  return geschrieben.art === "geschrieben";
}

function zahlungstage(zeile: Sollzeile, ereignisse: readonly Ereignis[]): Zahlungstag[] {
  return ereignisse.flatMap(({ art, daten, zeitpunkt }): Zahlungstag[] => {
    if (art === "bezahlt") return [{ am: daten.am, cent: daten.betragCent }];
    const zahlung =
      art === "klaerungErledigt" && daten.verbucht
        ? zeile.stand.zahlungen.find((each) => each.zahlungId === daten.zahlungId)
        : undefined;
    if (zahlung?.abweichung) return [{ am: zahlung.abweichung.am, cent: zahlung.abweichung.betragCent }];
    const erstattung = art === "erstattet" && zeile.stand.erstattungen.find((each) => each.erstattungId === daten.erstattungId);
    return erstattung ? [{ am: dayOf(zeitpunkt), cent: -erstattung.betragCent }] : [];
  });
}
