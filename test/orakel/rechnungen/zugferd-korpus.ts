import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { liesAnhang } from "#rechnungspruefung";
import type { Fall, Suite, Urteil } from "../suite.ts";
import { findeDateien } from "./dateien.ts";

/**
 * The invoice is taken out of every PDF that has one, byte by byte, and none out of those without. Whether one is inside is found out by
 * unpacking every stream of the file, without any knowledge of how attachments are named.
 */
export const suite: Suite = {
  name: "rechnungen/zugferd-korpus",
  async finde(ordner) {
    const dateien = await findeDateien(ordner, "zugferd-korpus", /\.pdf$/i);
    return dateien?.map(({ name, pfad }): Fall => ({ name, urteile: () => urteile(readFileSync(pfad)) }));
  },
};

function urteile(bytes: Buffer): Urteil {
  const enthaltene = streame(bytes).filter((inhalt) =>
    /<([\w-]+:)?(CrossIndustry(Invoice|Document)|Invoice|CreditNote)[\s>]/.test(inhalt.toString("latin1")),
  );
  const anhang = liesAnhang(bytes);
  if (enthaltene.length === 0)
    return anhang ? { art: "falsch", text: `none inside, but ${anhang.name} taken out` } : { art: "richtig" };
  if (!anhang) return { art: "falsch", text: "nothing taken out" };
  return enthaltene.some((inhalt) => inhalt.equals(anhang.inhalt))
    ? { art: "richtig" }
    : { art: "falsch", text: `${anhang.name} has other bytes` };
}

function streame(bytes: Buffer): Buffer[] {
  const gefunden: Buffer[] = [];
  for (let stelle = bytes.indexOf("stream"); stelle >= 0; stelle = bytes.indexOf("stream", stelle + 6)) {
    if (bytes.subarray(stelle - 3, stelle).toString() === "end") continue;
    const anfang = stelle + (bytes[stelle + 6] === 13 ? 8 : 7);
    const ende = bytes.indexOf("endstream", anfang);
    const roh = bytes.subarray(anfang, ende < 0 ? bytes.length : ende);
    try {
      gefunden.push(inflateSync(roh));
    } catch {
      // Not packed: as it stands, without the end of line before `endstream`.
      gefunden.push(Buffer.from(roh.toString("latin1").replace(/\r?\n$/, ""), "latin1"));
    }
  }
  return gefunden;
}
