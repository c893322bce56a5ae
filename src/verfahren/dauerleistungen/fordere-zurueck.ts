import { randomUUID } from "node:crypto";
import { zahlungshinweis } from "#gebuehren";
import { formatiereEuro } from "#geld";
import type { Turns } from "#jobs";
import { formatiereDatum } from "#kalender";
import { schreibeSendungen } from "#kuvertierung";
import type { Mandant } from "#tenants";
import { findStand } from "#vorgaenge";
import type { DauerDeps } from "./deps.ts";
import { erstattungFuer } from "./erstattung.ts";
import { findAenderungsakte } from "./melde-aenderung.ts";
import { schreibe } from "./schreibe.ts";
import { findDauerleistungZumSchreiben, findOffeneForderung, listeOffeneForderungen, vermerkeForderung } from "./store.ts";

/**
 * Money goes back only when its notice is final: until then an objection stops it (§ 80 Abs. 1 VwGO, § 86a Abs. 1 SGG), and nobody should pay
 * what may turn out not to be owed. Claim, demand with the ways to pay, and step in one transaction; running twice asks once.
 * @returns how many demands went out
 */
export async function fordereZurueck(deps: DauerDeps, mandant: Mandant, hoechstens: number, reihe: Turns): Promise<number> {
  const offene = await deps.db.inTransaction({ mandant: mandant.id }, (tx) => listeOffeneForderungen(tx, hoechstens));
  let gefordert = 0;
  for (const vorgangId of offene) if (await reihe.take(() => fordereEine(deps, mandant, vorgangId))) gefordert++;
  return gefordert;
}

async function fordereEine(deps: DauerDeps, mandant: Mandant, vorgangId: string): Promise<boolean> {
  const geladen = await deps.db.inTransaction({ mandant: mandant.id }, async (tx) => {
    const akte = await findAenderungsakte(tx, vorgangId);
    const cent = await findOffeneForderung(tx, vorgangId);
    // Asked for whatever has become of the grant meanwhile: its notice is final.
    return akte?.stand.phase === "bestandskraeftig" && cent ? { akte, cent } : undefined;
  });
  if (!geladen) return false;
  const { akte, cent } = geladen;
  const leistung = deps.leistung(akte.leistung);
  const schuldner = akte.beteiligte.find((each) => each.rolle === "antragsteller");
  if (!schuldner) return false;
  const ueberPostfach = akte.eingang.einwilligungPostfach && schuldner.person !== null;
  const { norm } = erstattungFuer(leistung, akte.anlass);
  const soll = deps.gebuehren.bereiteVor({
    mandant,
    vorgang: akte,
    bezeichnung: `${leistung.name}: Erstattung`,
    schuldner,
    ueberPostfach,
    forderungen: [{ art: "erstattung", titel: `Zu viel gezahlter ${leistung.name}`, norm, betragCent: cent }],
  });
  const weg = ueberPostfach ? ("postfach" as const) : ("brief" as const);
  const brief = await deps.bescheide.setzeMitteilung({
    mandant,
    leistung,
    vorgangId,
    aktenzeichen: akte.aktenzeichen,
    empfaenger: schuldner,
    weg,
    betreff: `Zahlungsaufforderung: ${leistung.bescheid.betreff(akte.eingang.antworten as never)}`,
    inhalt: [
      {
        art: "absatz",
        text: `der Bescheid über die Erstattung (Aktenzeichen ${akte.aktenzeichen}) ist endgültig. Bitte zahlen Sie ${formatiereEuro(cent)} bis zum ${formatiereDatum(soll[0]?.faelligAm ?? "")}. Können Sie den Betrag nicht auf einmal zahlen, rufen Sie uns bitte vorher an: Raten sind möglich.`,
      },
      { art: "ueberschrift", text: "Ihre Zahlung", ebene: 1 },
      ...zahlungshinweis(mandant, leistung.amt, soll),
    ],
  });
  return deps.db.inTransaction({ mandant: mandant.id }, async (tx) => {
    await findDauerleistungZumSchreiben(tx, akte.anlass.bezug);
    const stand = await findStand(tx, vorgangId);
    const noch = (await findOffeneForderung(tx, vorgangId)) === cent;
    const sollId = soll[0]?.id;
    if (!noch || stand?.stand.phase !== "bestandskraeftig" || !sollId) return false;
    await deps.bescheide.schreibe(tx, brief);
    await deps.gebuehren.eroeffne(tx, soll, `rueckforderung:${stand.stand.bescheidId}`);
    await schreibe(
      deps,
      tx,
      { id: vorgangId, nummer: stand.nummer },
      {
        art: "angewiesen",
        daten: { anordnungId: sollId, art: "rueckforderung", summeCent: cent, monate: 1 },
      },
    );
    await vermerkeForderung(tx, vorgangId);
    const { id: bescheidId, betreff, akteSha256 } = brief;
    if (ueberPostfach && schuldner.person)
      await deps.postfach.stelleBereit(tx, {
        vorgangId,
        person: schuldner.person,
        betreff,
        text: "Bitte zahlen Sie den zu viel gezahlten Betrag zurück. Wie das geht, steht im Schreiben.",
        bescheidId,
        ankuendigenAn: schuldner.email ?? null,
      });
    else
      await schreibeSendungen(tx, {
        id: randomUUID(),
        vorgangId,
        bescheidId,
        empfaenger: "antragsteller",
        aktenzeichen: akte.aktenzeichen,
        betreff,
        akteSha256,
        angelegtAm: deps.clock.now(),
      });
    return true;
  });
}
