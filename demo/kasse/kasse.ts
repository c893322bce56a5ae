import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as warte } from "node:timers/promises";
import { type Dienst, istObjekt, liesJson, schreibeJson, starteHttp } from "../dienst.ts";
import { createKassenbuch } from "./buchung.ts";

/**
 * `fehler`, `kaputt`, `stumm`: nothing is booked. `langsam`: booked, answered late. `antwortVerloren`: booked, and the connection breaks
 * before the answer. `lehntAb`: refused with a reason.
 */
export const modi = ["normal", "langsam", "stumm", "fehler", "kaputt", "antwortVerloren", "lehntAb"] as const;
export type Kassenmodus = (typeof modi)[number];

export type Kasse = Dienst & { steuere(modus: Kassenmodus, verzoegerungMs?: number): void };

/** The treasury's system behind HTTP, in this process. @param optionen.daten folder in which its book survives a restart */
export async function starteKasse(optionen: { port: number; daten?: string | undefined }): Promise<Kasse> {
  const buch = createKassenbuch(optionen.daten);
  let verhalten: { modus: Kassenmodus; verzoegerungMs: number } = { modus: "normal", verzoegerungMs: 0 };

  async function nimmAn(anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const schluessel = anfrage.headers["idempotency-key"];
    const roh = await liesJson(anfrage);
    const { modus, verzoegerungMs } = verhalten;
    if (modus === "stumm") return;
    if (modus === "fehler") return schreibeJson(antwort, 500, { grund: "Die Kasse ist gestört." });
    if (modus === "kaputt") {
      antwort.writeHead(202, { "content-type": "application/json" });
      antwort.end('{"belegnum');
      return;
    }
    if (modus === "lehntAb") return schreibeJson(antwort, 422, { grund: "Die Kasse nimmt diese Anordnung nicht an." });
    if (typeof schluessel !== "string" || schluessel === "")
      return schreibeJson(antwort, 400, { grund: "Der Idempotency-Key fehlt." });
    const buchung = buch.buche(schluessel, roh);
    if (modus === "antwortVerloren") {
      antwort.destroy();
      return;
    }
    if (modus === "langsam") await warte(verzoegerungMs);
    if (buchung.art === "abgelehnt") return schreibeJson(antwort, 422, { grund: buchung.grund });
    schreibeJson(antwort, 202, { belegnummer: buchung.beleg.belegnummer });
  }

  async function steuere(anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const befehl = await liesJson(anfrage);
    const modus = istObjekt(befehl) ? modi.find((name) => name === befehl.modus) : undefined;
    const verzoegerungMs = istObjekt(befehl) ? (befehl.verzoegerungMs ?? 1_500) : undefined;
    if (!modus || typeof verzoegerungMs !== "number" || !(verzoegerungMs >= 0))
      return schreibeJson(antwort, 400, { grund: "Der Befehl ist nicht zu verstehen." });
    verhalten = { modus, verzoegerungMs };
    schreibeJson(antwort, 200, { ok: true });
  }

  const dienst = await starteHttp((anfrage, antwort) => {
    const { pathname, searchParams } = new URL(anfrage.url ?? "/", "http://localhost");
    const kannNicht = () => {
      if (!antwort.headersSent) schreibeJson(antwort, 400, { grund: "Die Anfrage ist nicht zu verstehen." });
    };
    const weg = `${anfrage.method} ${pathname}`;
    if (weg === "POST /anordnungen") nimmAn(anfrage, antwort).catch(kannNicht);
    else if (weg === "POST /steuerung") steuere(anfrage, antwort).catch(kannNicht);
    else if (weg === "GET /anordnungen") {
      const filter = {
        mandant: searchParams.get("mandant") ?? undefined,
        aktenzeichen: searchParams.get("aktenzeichen") ?? undefined,
      };
      const anordnungen = buch.liste(filter).map(({ belegnummer, anordnung }) => ({ belegnummer, ...anordnung }));
      schreibeJson(antwort, 200, { anzahl: anordnungen.length, anordnungen });
    } else if (weg === "GET /bereit") schreibeJson(antwort, 200, { name: "kasse", bereit: true });
    else schreibeJson(antwort, 404, { grund: "Diese Adresse gibt es hier nicht." });
  }, optionen.port);

  return {
    ...dienst,
    steuere(modus, verzoegerungMs = 1_500) {
      verhalten = { modus, verzoegerungMs };
    },
    async schliesse() {
      await dienst.schliesse();
      buch.schliesse();
    },
  };
}
