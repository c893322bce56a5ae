import { parameterstand } from "#baukasten";
import type { Tx } from "#db";
import { inTurn } from "#jobs";
import { formatiereDatum, plusTage } from "#kalender";
import { listeAnordnungen } from "#kasse";
import type { Mandant } from "#tenants";
import { type Bezug, findBezug, zeileFuer } from "./bezug.ts";
import { type DauerDeps, systemakteur } from "./deps.ts";
import { fordereZurueck } from "./fordere-zurueck.ts";
import { kuendigeAblaufAn } from "./kuendige-ablauf-an.ts";
import { meldeAenderung } from "./melde-aenderung.ts";
import { erledigtAls, type Termin } from "./naechster-termin.ts";
import { ordneNeuAn } from "./ordne-neu-an.ts";
import { rechneAenderung } from "./rechne-aenderung.ts";
import { schliesseBeendete } from "./schliesse-beendete.ts";
import { type Dauerzeile, findFreieDauerleistung, listeFaellige, schreibeDauerleistung } from "./store.ts";

const PORTION = 200;
const ANFANG = "00000000-0000-0000-0000-000000000000";

/**
 * What the days bring to running benefits: a birthday, the end of the decided months, other figures of the law, a demand that has become
 * final. Each benefit in a transaction of its own, and only by one worker at a time; running twice changes nothing. One that cannot be looked
 * at holds up none of the others.
 * @returns how many changes were opened, demands handed over, and ended benefits closed
 */
export async function pruefeLaufende(deps: DauerDeps, mandantId: number): Promise<number> {
  const mandant = await deps.tenants.getById(mandantId);
  const heute = deps.clock.today();
  const reihe = inTurn();
  let bewegt = 0;
  for (const name of deps.laufende) {
    const leistung = deps.leistung(name);
    // A version that nobody has released decides nothing: the days wait.
    if (await deps.db.inTransaction({ mandant: mandantId }, (tx) => deps.versionen.hindernis(tx, leistung))) continue;
    for (let nach = ANFANG; ; ) {
      const ids = await deps.db.inTransaction({ mandant: mandantId }, (tx) =>
        listeFaellige(tx, name, heute, parameterstand(leistung), nach, PORTION),
      );
      for (const id of ids)
        if (await reihe.take(() => deps.db.inTransaction({ mandant: mandantId }, (tx) => pruefeEine(deps, tx, mandant, id))))
          bewegt++;
      if (ids.length < PORTION) break;
      nach = ids.at(-1) ?? nach;
    }
  }
  bewegt += await fordereZurueck(deps, mandant, PORTION, reihe);
  bewegt += await schliesseBeendete(deps, mandant, PORTION, reihe);
  reihe.finish();
  return bewegt;
}

async function pruefeEine(deps: DauerDeps, tx: Tx, mandant: Mandant, id: string): Promise<boolean> {
  const zeile = await findFreieDauerleistung(tx, id);
  if (!zeile || zeile.offeneAenderung !== null || zeile.endetAb !== null) return false;
  const heute = deps.clock.today();
  const bezug = await findBezug(tx, deps, mandant, id);
  if (!bezug) {
    // Granted once, and no more: nothing lives on.
    await schreibeDauerleistung(tx, { ...zeile, termin: null, parameterstand: parameterstand(deps.leistung(zeile.leistung)) });
    return false;
  }
  if (zeile.parameterstand === "") await ordneErstmalsAn(deps, tx, mandant, bezug);
  if (zeile.parameterstand !== "" && zeile.parameterstand !== parameterstand(bezug.leistung) && aendertSatz(bezug, heute)) {
    await schreibeDauerleistung(tx, zeileFuer(bezug, zeile, heute));
    const ab = bezug.raster.von(bezug.stand.von);
    return oeffne(deps, tx, bezug, "saetze", ab, "Die gesetzlichen Beträge haben sich geändert.", parameterstand(bezug.leistung));
  }
  let aktuell: Dauerzeile = zeileFuer(bezug, zeile, heute);
  for (let termin = aktuell.termin; termin && termin.am <= heute; termin = aktuell.termin) {
    if (termin.wartetAufSaetze) {
      // Figures that become known are noticed by themselves. Until then once a day: around New Year every benefit of the house waits so.
      aktuell = { ...aktuell, termin: { ...termin, am: plusTage(heute, 1) } };
      break;
    }
    if (termin.anlass === "ablauf") await kuendigeAblaufAn(deps, tx, mandant, bezug, heute);
    else if (mussEroeffnen(bezug, termin, heute)) {
      await schreibeDauerleistung(tx, aktuell);
      return oeffne(deps, tx, bezug, termin.anlass, termin.tag, grundFuer(termin), "");
    }
    // The calendar alone moved, and what was decided says so already.
    aktuell = zeileFuer(bezug, { ...aktuell, erledigt: [...aktuell.erledigt, erledigtAls(termin.anlass, termin.tag)] }, heute);
  }
  await schreibeDauerleistung(tx, aktuell);
  return false;
}

/** A grant of a version that knew no orders for its kind of months: what is owed is ordered when it is looked at for the first time. */
async function ordneErstmalsAn(deps: DauerDeps, tx: Tx, mandant: Mandant, bezug: Bezug): Promise<void> {
  if ((await listeAnordnungen(tx, bezug.akte.id)).length > 0) return;
  await ordneNeuAn(deps, tx, mandant, bezug, `erstmals:${bezug.akte.id}`);
}

const grundFuer = (termin: Termin): string =>
  termin.anlass === "verlaengerung"
    ? `Bisher ist über die Leistung bis zum Tag vor dem ${formatiereDatum(termin.tag)} entschieden; jetzt geht es um die Zeit danach.`
    : `Am ${formatiereDatum(termin.tag)} ist ein Stichtag: ${termin.titel}.`;

const probe = (bezug: Bezug, anlass: "stichtag" | "saetze", ab: string) => ({
  id: "",
  schritte: [],
  anlass: { bezug: bezug.akte.id, anlass, ab, grund: "", seiten: {} },
});
const aendertSatz = (bezug: Bezug, heute: string): boolean =>
  rechneAenderung(bezug, probe(bezug, "saetze", bezug.raster.von(bezug.stand.von)), heute).weg.art !== "nichts";

/** A day that asks nobody for anything and moves no amount needs no procedure. */
const mussEroeffnen = (bezug: Bezug, termin: Termin, heute: string): boolean =>
  termin.anlass === "verlaengerung" ||
  termin.ende ||
  (termin.nachweise ?? []).length > 0 ||
  rechneAenderung(bezug, probe(bezug, "stichtag", termin.tag), heute).weg.art !== "nichts";

async function oeffne(
  deps: DauerDeps,
  tx: Tx,
  { akte }: Bezug,
  anlass: "stichtag" | "verlaengerung" | "saetze",
  ab: string,
  grund: string,
  zusatz: string,
): Promise<boolean> {
  const gemeldet = await meldeAenderung(deps, tx, akte.id, {
    anlass,
    ab,
    grund,
    seiten: {},
    kanal: "amtswegen",
    akteur: systemakteur,
    transaktion: `laufend:${akte.id}:${anlass}:${ab}${zusatz && `:${zusatz.slice(0, 16)}`}`,
  });
  return gemeldet.art === "eroeffnet";
}
