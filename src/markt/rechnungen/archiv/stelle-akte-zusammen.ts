import { dayOf } from "#clock";
import { untersuche } from "#rechnungspruefung";
import { renderPage } from "#ui";
import { liesBild } from "../ansicht/lies-bild.ts";
import { fasseBericht } from "../bericht/fasse-bericht.ts";
import { createBerichtsatz } from "../bericht/setze-bericht.ts";
import { sha256Von } from "../eingang/sha256.ts";
import { einstellungenVon } from "../einstellungen.ts";
import { findRechnung, listeRechnungsschritte } from "../store.ts";
import type { Deps } from "../teile.ts";
import { endphasen } from "../uebergaenge.ts";
import { AUFBEWAHRUNG_NORM, aufbewahrtBis } from "./aufbewahrung.ts";
import { Bildseite } from "./bildseite.tsx";

export type Aktendatei = { name: string; bytes: Buffer };
const json = (wert: unknown) => Buffer.from(`${JSON.stringify(wert, null, 2)}\n`);
const satz = createBerichtsatz();

/**
 * Everything of one invoice, as files that need no program of this house (GoBD: original, report, log, readable picture), and a list of them with
 * their hashes. The report in the log is the one that counted; picture and PDF are made anew from the original. The proof that the log is
 * whole is `fachwerk protokoll exportiere`.
 * @returns undefined where there is no such invoice
 */
export async function stelleAkteZusammen(
  { db, blobs, tenants, clock }: Deps,
  mandantId: number,
  rechnungId: string,
): Promise<Aktendatei[] | undefined> {
  const mandant = await tenants.getById(mandantId);
  const akte = await db.inTransaction({ mandant: mandantId }, async (tx) => {
    const zeile = await findRechnung(tx, rechnungId);
    return zeile && { zeile, schritte: await listeRechnungsschritte(tx, rechnungId) };
  });
  if (!akte) return undefined;
  const { zeile, schritte } = akte;
  const original = await blobs.get(mandantId, zeile.sha256);
  const dateien: Aktendatei[] = [
    { name: `original-${zeile.dateiname.replaceAll(/[^A-Za-z0-9._-]/g, "_")}`, bytes: original },
    { name: "log.json", bytes: json(schritte) },
  ];
  const geprueft = schritte.findLast(({ art }) => art === "geprueft");
  if (geprueft?.daten) {
    const { bericht, rechnung } = untersuche(zeile.dateiname, original);
    dateien.push({ name: "bericht.json", bytes: json(geprueft.daten) });
    const absender = { name: mandant.name, farbe: mandant.einstellungen.farbe, datum: dayOf(geprueft.zeitpunkt) };
    dateien.push({ name: "bericht.pdf", bytes: await satz.setze(fasseBericht(bericht, rechnung), absender, geprueft.zeitpunkt) });
    if (rechnung)
      dateien.push({
        name: "bild.html",
        bytes: Buffer.from(renderPage(Bildseite({ titel: `Rechnung ${zeile.eingangsnummer}`, bild: liesBild(rechnung) }))),
      });
  }
  const { aufbewahrungJahre } = einstellungenVon(mandant);
  const inhalt = {
    eingangsnummer: zeile.eingangsnummer,
    mandant: mandant.name,
    stand: zeile.stand.phase,
    zusammengestelltAm: clock.now(),
    aufbewahrung: {
      jahre: aufbewahrungJahre,
      norm: AUFBEWAHRUNG_NORM,
      bis: endphasen.includes(zeile.stand.phase) ? aufbewahrtBis(aufbewahrungJahre, dayOf(zeile.geaendertAm)) : null,
    },
    dateien: dateien.map(({ name, bytes }) => ({ name, groesse: bytes.byteLength, sha256: sha256Von(bytes) })),
  };
  return [...dateien, { name: "inhalt.json", bytes: json(inhalt) }];
}
