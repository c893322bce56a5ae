import type { Tx } from "#db";
import { formatiereEuro } from "#geld";
import type { Handelnder, Inhalt } from "./contract.ts";
import { gleicheZuschlagAn } from "./erhebe-saeumnis.ts";
import type { GebuehrenDeps } from "./gebuehren.ts";
import { leseKassenzeichen } from "./kassenzeichen.ts";
import { meldeZahlungseingang } from "./melde-eingang.ts";
import { type Geschrieben, schreibe } from "./schreibe.ts";
import { offenCent } from "./sollstand.ts";
import { findNachKassenzeichen, findSollstellung } from "./store.ts";

/** What came of an act of the office. */
export type Tatergebnis = { art: "erledigt"; neu: boolean } | { art: "unzulaessig"; text: string };
/** An act of the office on one Sollstellung; `transaktion` from the form makes a double click harmless. */
export type Tat = { mandantId: number; sollstellungId: string; transaktion: string; von: { kennung: string; name: string } };

export const tatergebnis = (geschrieben: Geschrieben, warumNicht: string): Tatergebnis =>
  geschrieben.art === "unzulaessig"
    ? { art: "unzulaessig", text: warumNicht }
    : geschrieben.art === "bereitsGeschehen" && !geschrieben.gleich
      ? { art: "unzulaessig", text: SCHON_ANDERS }
      : { art: "erledigt", neu: geschrieben.art === "geschrieben" };

// The back button, and another amount in the same form: whoever reads "saved" would hand over or keep money that nobody booked.
const SCHON_ANDERS =
  "Unter diesem Beleg oder Formular ist schon etwas anderes gespeichert, und nur das gilt. Bitte prüfen Sie den Stand und geben Sie es neu ein, wenn es noch fehlt.";

/** Money at the counter, in cash or by card. */
export function verbucheAmSchalter(
  deps: GebuehrenDeps,
  tat: Tat,
  zahlung: { weg: "bar" | "karte"; betragCent: number; referenz: string },
): Promise<Tatergebnis> {
  return deps.db.inTransaction({ mandant: tat.mandantId }, async (tx) => {
    const zeile = await findSollstellung(tx, tat.sollstellungId);
    if (!zeile) return { art: "unzulaessig", text: "Diese Forderung gibt es nicht." };
    return verbuche(
      deps,
      tx,
      zeile.id,
      { ...zahlung, am: deps.clock.today() },
      {
        transaktion: tat.transaktion,
        akteur: { art: "amt", ...tat.von },
        // At the counter the person stands there: nobody takes more than is owed, two clerks at once included.
        hoechstensOffen: true,
      },
    );
  });
}

/** A bank transfer as the statement shows it. `beleg` names it at the bank: the same one is booked once. */
export function verbucheUeberweisung(
  deps: GebuehrenDeps,
  mandantId: number,
  eingang: { kassenzeichen: string; betragCent: number; am: string; beleg: string },
): Promise<Tatergebnis> {
  return deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const kassenzeichen = leseKassenzeichen(eingang.kassenzeichen);
    if (!kassenzeichen)
      return { art: "unzulaessig", text: `„${eingang.kassenzeichen}“ ist kein Kassenzeichen: die Prüfziffer stimmt nicht.` };
    const zeile = await findNachKassenzeichen(tx, kassenzeichen);
    if (!zeile) return { art: "unzulaessig", text: `Zum Kassenzeichen ${eingang.kassenzeichen} gibt es hier keine Forderung.` };
    const daten = { weg: "ueberweisung", betragCent: eingang.betragCent, am: eingang.am, referenz: eingang.beleg } as const;
    return verbuche(deps, tx, zeile.id, daten, {
      transaktion: `ueberweisung:${eingang.beleg}`,
      akteur: { art: "system", teil: "befehl" },
      hoechstensOffen: false,
    });
  });
}

/** Money of a bank statement, to the claim it is for, under a key of its own. */
export const verbucheUmsatz = (
  deps: GebuehrenDeps,
  tx: Tx,
  sollstellungId: string,
  umsatz: { betragCent: number; am: string; referenz: string },
  transaktion: string,
): Promise<Tatergebnis> => {
  const { betragCent, am, referenz } = umsatz;
  const rahmen = { transaktion, akteur: { art: "system", teil: "kontoauszug" }, hoechstensOffen: false } as const;
  return verbuche(deps, tx, sollstellungId, { weg: "ueberweisung", betragCent, am, referenz }, rahmen);
};

async function verbuche(
  deps: GebuehrenDeps,
  tx: Tx,
  id: string,
  daten: Inhalt<"bezahlt">,
  rahmen: { transaktion: string; akteur: Handelnder; hoechstensOffen: boolean },
): Promise<Tatergebnis> {
  const { transaktion, akteur, hoechstensOffen } = rahmen;
  const ereignis = { art: "bezahlt", daten, akteur, zeitpunkt: deps.clock.now(), transaktion } as const;
  const geschrieben = await schreibe(tx, id, ereignis, (stand) => !hoechstensOffen || daten.betragCent <= offenCent(stand));
  if (geschrieben.art === "geschrieben") await gleicheZuschlagAn(deps, tx, await deps.tenants.getById(tx.mandantId), id);
  const jetzt = geschrieben.art === "geschrieben" ? await findSollstellung(tx, id) : undefined;
  if (jetzt) await meldeZahlungseingang(deps, tx, jetzt);
  const offen = formatiereEuro(offenCent(geschrieben.stand));
  return tatergebnis(geschrieben, `Offen sind nur noch ${offen}. Bitte prüfen Sie den Betrag.`);
}
