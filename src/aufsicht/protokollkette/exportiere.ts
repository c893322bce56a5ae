import { createHash } from "node:crypto";
import type { Clock } from "#clock";
import type { Signer } from "#secrets";
import type { Mandant } from "#tenants";
import { zeileAus } from "./datei.ts";
import { type LeseDeps, liesKette } from "./lies-kette.ts";
import { endeText, type Satz, type Umfang } from "./saetze.ts";
import { listeSchluessel } from "./store.ts";

export type Ausfuhrdeps = LeseDeps & { clock: Clock; signer: () => Signer };

/**
 * An export, line by line (docs/protokoll-ausfuhr.md). Holds one portion of rows in memory however long the log is.
 * The caller has written down who reads, and why, before the first line is asked for.
 */
export async function* fuehreAus(deps: Ausfuhrdeps, mandant: Mandant, umfang: Umfang): AsyncGenerator<string> {
  const davor = createHash("sha512");
  const gezaehlt = { zeilen: 0, stapel: 0 };
  const schreibe = (satz: Satz) => {
    const zeile = zeileAus(satz);
    davor.update(zeile);
    if (satz.typ === "zeile") gezaehlt.zeilen++;
    if (satz.typ === "stapel") gezaehlt.stapel++;
    return zeile;
  };
  const signer = deps.signer();
  const schluessel = await deps.db.inTransaction("installation", listeSchluessel);
  yield schreibe({
    typ: "kopf",
    form: "fachwerk-protokoll/1",
    mandant: mandant.schluessel,
    name: mandant.name,
    erstellt: deps.clock.now().toISOString(),
    umfang,
    schluessel,
  });
  for await (const satz of liesKette(deps, mandant.id, umfang)) yield schreibe(satz);
  const ende = { ...gezaehlt, davor: davor.digest("hex") };
  yield zeileAus({
    typ: "ende",
    ...ende,
    schluessel: signer.id,
    unterschrift: signer.sign(endeText(mandant.schluessel, ende)),
  });
}
