import { randomUUID } from "node:crypto";
import type { Bescheide } from "#bescheide";
import type { Tx } from "#db";
import { schreibeSendungen } from "#kuvertierung";
import { getLeistung } from "#leistungen";
import type { Mandant } from "#tenants";
import type { Beteiligter } from "#vorgaenge";
import type { GebuehrenDeps } from "./gebuehren.ts";
import type { Sollzeile } from "./store.ts";

type Brief = Awaited<ReturnType<Bescheide["setzeMitteilung"]>>;
type Inhalt = Parameters<Bescheide["setzeMitteilung"]>[0]["inhalt"];
const person = (zeile: Sollzeile) => (zeile.ueberPostfach ? zeile.person : null);

/** A letter about a claim, set outside any transaction. */
export const setzeSchreiben = (
  deps: GebuehrenDeps,
  mandant: Mandant,
  zeile: Sollzeile,
  empfaenger: Beteiligter,
  { betreff, inhalt }: { betreff: string; inhalt: Inhalt },
): Promise<Brief> =>
  deps.bescheide.setzeMitteilung({
    mandant,
    leistung: getLeistung(zeile.leistung),
    vorgangId: zeile.vorgangId,
    aktenzeichen: zeile.aktenzeichen,
    empfaenger,
    weg: person(zeile) ? "postfach" : "brief",
    betreff,
    inhalt,
  });

/** Into the mailbox with a sentence that says what it is about, or to print. */
export async function versendeSchreiben(
  deps: GebuehrenDeps,
  tx: Tx,
  zeile: Sollzeile,
  empfaenger: Beteiligter,
  brief: Brief,
  text: string,
): Promise<void> {
  await deps.bescheide.schreibe(tx, brief);
  const { vorgangId, aktenzeichen } = zeile;
  const an = person(zeile);
  const { id: bescheidId, betreff, akteSha256 } = brief;
  if (an) {
    const ankuendigenAn = empfaenger.email ?? null;
    await deps.postfach.stelleBereit(tx, { vorgangId, person: an, betreff, text, bescheidId, ankuendigenAn });
  } else {
    const angelegtAm = deps.clock.now();
    const sendung = { id: randomUUID(), vorgangId, bescheidId, aktenzeichen, betreff, akteSha256, angelegtAm };
    await schreibeSendungen(tx, { ...sendung, empfaenger: "antragsteller" });
  }
}
