import { randomUUID } from "node:crypto";
import type { Tx } from "#db";
import type { GebuehrenDeps } from "../gebuehren.ts";
import { formatiereKassenzeichen, leseKassenzeichen } from "../kassenzeichen.ts";
import { findNachKassenzeichen, type Sollzeile } from "../store.ts";
import { type Tatergebnis, verbucheUmsatz } from "../verbuche-zahlung.ts";
import { findeKassenzeichen } from "./kassenzeichen-im-zweck.ts";
import { AuszugUnlesbar, type Kontoauszug, liesCamt, type Umsatz } from "./lies-camt.ts";
import { findGleichen, findOffenenUmsatz, istBekannt, schreibeErledigt, schreibeUmsatz } from "./store.ts";

export type Auszugsergebnis = { verbucht: number; offen: number; bekannt: number; uebergangen: number };

/**
 * Books a bank statement: each payment in a transaction of its own, once by statement and reference, so a file that was broken off is simply
 * read again. What names no claim, or more than one, or was in another statement already, is kept for a person. A file with a fault anywhere books nothing.
 * @throws AuszugUnlesbar
 */
export async function nimmAuszugAn(deps: GebuehrenDeps, mandantId: number, xml: string): Promise<Auszugsergebnis> {
  const mandant = await deps.tenants.getById(mandantId);
  const eigene = mandant.einstellungen.bank.iban.replace(/\s/g, "");
  const auszuege = liesCamt(xml);
  const fremd = auszuege.find(({ iban }) => iban !== eigene);
  if (fremd) throw new AuszugUnlesbar(`Der Auszug ist von einem anderen Konto (${fremd.iban}) als dem dieser Verwaltung.`);
  const ergebnis = { verbucht: 0, offen: 0, bekannt: 0, uebergangen: 0 };
  for (const auszug of auszuege) {
    ergebnis.uebergangen += auszug.uebergangen;
    for (const umsatz of auszug.umsaetze)
      ergebnis[await deps.db.inTransaction({ mandant: mandantId }, (tx) => nimmUmsatzAn(deps, tx, auszug, umsatz))]++;
  }
  return ergebnis;
}

async function nimmUmsatzAn(
  deps: GebuehrenDeps,
  tx: Tx,
  { iban, auszug }: Kontoauszug,
  umsatz: Umsatz,
): Promise<"verbucht" | "offen" | "bekannt"> {
  const stelle = { iban, auszug, referenz: umsatz.referenz };
  if (await istBekannt(tx, stelle)) return "bekannt";
  const id = randomUUID();
  const gemeinte = findeKassenzeichen(umsatz.zweck);
  const treffer: Sollzeile[] = [];
  for (const kassenzeichen of gemeinte) {
    const zeile = await findNachKassenzeichen(tx, kassenzeichen);
    if (zeile) treffer.push(zeile);
  }
  const [eine, zweite] = treffer;
  // Some banks give a statement another number each time it is fetched.
  const schonIn = await findGleichen(tx, { ...stelle, ...umsatz });
  const gebucht =
    eine && !zweite && schonIn === undefined ? await verbucheUmsatz(deps, tx, eine.id, umsatz, `umsatz:${id}`) : undefined;
  const grund =
    gebucht?.art === "erledigt"
      ? null
      : gebucht
        ? gebucht.text
        : schonIn !== undefined
          ? `Die gleiche Zahlung stand schon im Auszug ${schonIn}. Bitte prüfen Sie, ob sie zweimal einging.`
          : zweite
            ? "Mehrere Kassenzeichen im Verwendungszweck."
            : warumKeines(gemeinte);
  await schreibeUmsatz(tx, { id, ...stelle, ...umsatz, grund }, grund === null ? (eine?.id ?? null) : null, deps.clock.now());
  return grund === null ? "verbucht" : "offen";
}

const warumKeines = ([eines]: readonly string[]) =>
  eines
    ? `Zum Kassenzeichen ${formatiereKassenzeichen(eines)} gibt es hier keine Forderung.`
    : "Kein Kassenzeichen im Verwendungszweck.";

/** A person says which claim an open payment is for, or that it is none of ours, and why. */
export const erledigeUmsatz = (
  deps: GebuehrenDeps,
  mandantId: number,
  umsatzId: string,
  von: { kennung: string; name: string },
  was: { kassenzeichen: string } | { beiseite: string },
): Promise<Tatergebnis> =>
  deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const umsatz = await findOffenenUmsatz(tx, umsatzId);
    if (!umsatz) return { art: "unzulaessig", text: "Diese Zahlung ist schon erledigt. Bitte laden Sie die Seite neu." };
    const rahmen = { akteur: { art: "amt", ...von }, am: deps.clock.now() };
    if ("beiseite" in was) {
      await schreibeErledigt(tx, umsatzId, { sollstellungId: null, grund: was.beiseite, ...rahmen });
      return { art: "erledigt", neu: true };
    }
    const kassenzeichen = leseKassenzeichen(was.kassenzeichen);
    const zeile = kassenzeichen && (await findNachKassenzeichen(tx, kassenzeichen));
    if (!zeile) return { art: "unzulaessig", text: `Zum Kassenzeichen „${was.kassenzeichen}“ gibt es hier keine Forderung.` };
    const gebucht = await verbucheUmsatz(deps, tx, zeile.id, umsatz, `umsatz:${umsatzId}`);
    if (gebucht.art === "erledigt")
      await schreibeErledigt(tx, umsatzId, { sollstellungId: zeile.id, grund: "Von Hand zugeordnet.", ...rahmen });
    return gebucht;
  });
