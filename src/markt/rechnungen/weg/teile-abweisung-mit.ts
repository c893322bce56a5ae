import { dayOf } from "#clock";
import { formatiereDatum } from "#kalender";
import { untersuche } from "#rechnungspruefung";
import { fasseBericht } from "../bericht/fasse-bericht.ts";
import { createBerichtsatz } from "../bericht/setze-bericht.ts";
import type { Inhalt } from "../schritte.ts";
import { findRechnung, listeRechnungsschritte } from "../store.ts";
import type { Deps } from "../teile.ts";

/** What the supplier reads: what is wrong, where, what to do. The same text is the document in the mail and on the page. */
export type Abweisungsmitteilung = { an: string | null; betreff: string; text: string };

const GENANNT = 30;

export function abweisungsmitteilung(
  mandant: { name: string; kontakt: string },
  rechnung: { eingangsnummer: string; dateiname: string; eingegangenAm: string; rechnungsnummer: string | undefined },
  abgewiesen: Inhalt<"abgewiesen">,
  fehler: Inhalt<"geprueft">["fehler"],
): Abweisungsmitteilung {
  const welche = rechnung.rechnungsnummer ? `Ihre Rechnung ${rechnung.rechnungsnummer}` : `Ihre Datei „${rechnung.dateiname}“`;
  const befunde =
    abgewiesen.grund === "formal"
      ? fehler
          .slice(0, GENANNT)
          .map(({ regel, ort, text }, stelle) => `${stelle + 1}. ${text}\n   Stelle: ${ort} (Regel ${regel})`)
      : [];
  const mehr = fehler.length > GENANNT ? [`… und ${fehler.length - GENANNT} weitere.`] : [];
  const gruende: Record<Inhalt<"abgewiesen">["grund"], string> = {
    formal: "Sie entspricht nicht den Regeln für elektronische Rechnungen (EN 16931, XRechnung). Das ist zu ändern:",
    sachlich: "Wir können sie aus diesem Grund nicht anerkennen:",
    nichtZustaendig: "Sie ist nicht an uns gerichtet:",
  };
  return {
    an: abgewiesen.an,
    betreff: `Rechnung nicht angenommen: ${rechnung.rechnungsnummer ?? rechnung.dateiname}`,
    text: [
      "Guten Tag,",
      `${welche} vom Eingang ${formatiereDatum(rechnung.eingegangenAm)} (unser Zeichen ${rechnung.eingangsnummer}) nehmen wir nicht an. ${gruende[abgewiesen.grund]}`,
      ...(befunde.length > 0 ? [[...befunde, ...mehr].join("\n")] : [abgewiesen.text]),
      "Die Rechnung gilt damit als nicht gestellt. Bitte ändern Sie diese Punkte und senden Sie uns eine neue Rechnung auf demselben Weg.",
      `${mandant.name}\n${mandant.kontakt}`,
    ].join("\n\n"),
  };
}

/** The rejection as it was told, for the mail and for whoever looks it up. */
export async function findAbweisung(
  deps: Pick<Deps, "db" | "tenants">,
  mandantId: number,
  rechnungId: string,
): Promise<Abweisungsmitteilung | undefined> {
  const mandant = await deps.tenants.getById(mandantId);
  return deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const zeile = await findRechnung(tx, rechnungId);
    if (zeile?.stand.phase !== "abgewiesen") return undefined;
    const schritte = await listeRechnungsschritte(tx, rechnungId);
    const abgewiesen = schritte.findLast((schritt) => schritt.art === "abgewiesen");
    const geprueft = schritte.findLast((schritt) => schritt.art === "geprueft");
    if (!abgewiesen?.daten) return undefined;
    const { name, einstellungen } = mandant;
    return abweisungsmitteilung(
      { name, kontakt: `${einstellungen.kontakt.telefon}, ${einstellungen.kontakt.email}` },
      {
        eingangsnummer: zeile.eingangsnummer,
        dateiname: zeile.dateiname,
        eingegangenAm: dayOf(zeile.eingegangenAm),
        rechnungsnummer: zeile.stand.kopf?.rechnungsnummer,
      },
      abgewiesen.daten,
      geprueft?.daten?.fehler ?? [],
    );
  });
}

/** The job. The Message-ID is that of the invoice: a mail sent twice after a crash is one mail to the recipient's program. */
export async function teileAbweisungMit(
  deps: Deps,
  { mandantId, rechnungId }: { mandantId: number; rechnungId: string },
): Promise<void> {
  const mitteilung = await findAbweisung(deps, mandantId, rechnungId);
  if (!mitteilung?.an) return;
  const { name, einstellungen } = await deps.tenants.getById(mandantId);
  const bericht = await findBerichtsdatei(deps, mandantId, rechnungId);
  await deps.mail.send({
    id: `rechnung-abgewiesen-${rechnungId}`,
    to: mitteilung.an,
    from: { name, address: einstellungen.kontakt.email },
    subject: mitteilung.betreff,
    text: mitteilung.text,
    ...(bericht && { attachments: [{ name: "pruefbericht.pdf", type: "application/pdf", bytes: bericht }] }),
  });
}

const satz = createBerichtsatz();
/** The report as a document, where the formal check found something to mend. */
async function findBerichtsdatei(
  { db, blobs, tenants }: Deps,
  mandantId: number,
  rechnungId: string,
): Promise<Buffer | undefined> {
  const zeile = await db.inTransaction({ mandant: mandantId }, (tx) => findRechnung(tx, rechnungId));
  if (!zeile?.stand.formal || zeile.stand.formal.gueltig) return undefined;
  const { bericht, rechnung } = untersuche(zeile.dateiname, await blobs.get(mandantId, zeile.sha256));
  const { name, einstellungen } = await tenants.getById(mandantId);
  return satz.setze(
    fasseBericht(bericht, rechnung),
    { name, farbe: einstellungen.farbe, datum: dayOf(zeile.geaendertAm) },
    zeile.geaendertAm,
  );
}
