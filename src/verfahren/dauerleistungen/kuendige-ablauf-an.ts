import { randomUUID } from "node:crypto";
import type { Block } from "#baukasten";
import type { Tx } from "#db";
import { plusTage } from "#kalender";
import { schreibeSendungen } from "#kuvertierung";
import type { Mandant } from "#tenants";
import { abgelaufenSeit, type Bezug, bekannteFakten } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import { schreibeAmBezug } from "./schreibe.ts";

/**
 * Tells the person in time that the decided months end and what to do: into the mailbox, or as a letter, with a note in the file. It decides
 * nothing, so there is no Vorgang of its own. The caller has locked the benefit and marks the day as done in the same transaction.
 */
export async function kuendigeAblaufAn(
  deps: Pick<DauerDeps, "clock" | "bescheide" | "postfach">,
  tx: Tx,
  mandant: Mandant,
  bezug: Bezug,
  heute: string,
): Promise<void> {
  const { akte, leistung, raster, stand } = bezug;
  const letzterTag = raster.bis(stand.bis);
  const nachricht = leistung.dauer?.ablauf?.nachricht?.(bekannteFakten(bezug, heute), letzterTag);
  const empfaenger = akte.beteiligte.find((each) => each.rolle === "antragsteller");
  if (!nachricht || !empfaenger || abgelaufenSeit(bezug, heute) !== undefined) return;
  const { betreff, absaetze } = nachricht;
  await schreibeAmBezug(
    deps,
    tx,
    akte.id,
    { art: "notiz", daten: { text: `Mitgeteilt: ${betreff}` } },
    undefined,
    `ablauf:${akte.id}:${plusTage(letzterTag, 1)}`,
  );
  const ueberPostfach = akte.eingang.einwilligungPostfach && empfaenger.person !== null;
  if (ueberPostfach && empfaenger.person)
    return deps.postfach.stelleBereit(tx, {
      vorgangId: akte.id,
      person: empfaenger.person,
      betreff,
      text: absaetze.join("\n\n"),
      bescheidId: null,
      ankuendigenAn: empfaenger.email ?? null,
    });
  const brief = await deps.bescheide.setzeMitteilung({
    mandant,
    leistung,
    vorgangId: akte.id,
    aktenzeichen: akte.aktenzeichen,
    empfaenger,
    weg: "brief",
    betreff,
    inhalt: absaetze.map((text): Block => ({ art: "absatz", text })),
  });
  await deps.bescheide.schreibe(tx, brief);
  await schreibeSendungen(tx, {
    id: randomUUID(),
    vorgangId: akte.id,
    bescheidId: brief.id,
    empfaenger: "antragsteller",
    aktenzeichen: akte.aktenzeichen,
    betreff,
    akteSha256: brief.akteSha256,
    angelegtAm: deps.clock.now(),
  });
}
