import { randomUUID } from "node:crypto";
import { setTimeout as warte } from "node:timers/promises";
import { type Dienst, liesText, schreibeJson, starteHttp } from "../dienst.ts";

/** A message on its way to the house, as an access point keeps it until it is taken. */
type Nachricht = { nachrichtId: string; absender: string; empfaenger: string; dokumentart: string; dokument: string };
export type Zugangspunkt = Dienst & { offen(): number; zugestellt: string[] };

/**
 * What stands behind an access point: it has received a message by AS4 (that part is not here: no certificates, no encryption, no receipt) and
 * hands it over, again and again under the same id, until the house takes it or refuses it for good.
 *
 * @param optionen.haus takes `POST /api/rechnungen/peppol`; answers with the status
 */
export async function starteZugangspunkt(optionen: {
  port: number;
  haus: (nachricht: Nachricht) => Promise<number>;
  wartenMs?: number;
}): Promise<Zugangspunkt> {
  const { haus, wartenMs = 1_000 } = optionen;
  const offene = new Map<string, Nachricht>();
  const zugestellt: string[] = [];
  let laeuft = true;

  async function stelleZu(nachricht: Nachricht): Promise<void> {
    for (let pause = wartenMs; laeuft; pause = Math.min(pause * 2, 60_000)) {
      const status = await haus(nachricht).catch(() => 503);
      // Refused for good is told to the sender by the access point; everything else is tried again.
      if (status === 202 || status === 422) {
        offene.delete(nachricht.nachrichtId);
        if (status === 202) zugestellt.push(nachricht.nachrichtId);
        return;
      }
      await warte(pause);
    }
  }

  const dienst = await starteHttp((anfrage, antwort) => {
    const { pathname, searchParams } = new URL(anfrage.url ?? "/", "http://localhost");
    if (anfrage.method === "GET" && pathname === "/bereit") return schreibeJson(antwort, 200, { name: "peppol", bereit: true });
    if (anfrage.method !== "POST" || pathname !== "/empfange")
      return schreibeJson(antwort, 404, { grund: "Diese Adresse gibt es hier nicht." });
    liesText(anfrage).then(
      (xml) => {
        const wurzel = /<(?:\w+:)?(Invoice|CreditNote|CrossIndustryInvoice|Order)[\s>]/.exec(xml)?.[1] ?? "unbekannt";
        const nachricht: Nachricht = {
          nachrichtId: searchParams.get("id") ?? `${randomUUID()}@zugangspunkt.example`,
          absender: "9930:de000000000",
          empfaenger: `0204:${/BuyerReference>([^<]+)</.exec(xml)?.[1] ?? "unbekannt"}`,
          dokumentart: `busdox-docid-qns::urn:oasis:names:specification:ubl:schema:xsd:${wurzel}-2::${wurzel}`,
          dokument: Buffer.from(xml).toString("base64"),
        };
        offene.set(nachricht.nachrichtId, nachricht);
        void stelleZu(nachricht);
        schreibeJson(antwort, 202, { nachrichtId: nachricht.nachrichtId });
      },
      () => schreibeJson(antwort, 400, { grund: "Die Anfrage ist nicht zu verstehen." }),
    );
  }, optionen.port);
  return {
    ...dienst,
    zugestellt,
    offen: () => offene.size,
    async schliesse() {
      laeuft = false;
      await dienst.schliesse();
    },
  };
}
