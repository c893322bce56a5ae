import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as warte } from "node:timers/promises";
import { type Dienst, istObjekt, liesJson, liesText, schreibeJson, starteHttp } from "../dienst.ts";
import { type Auftrag, createFinanzbuch, type Finanzbuch } from "./buch.ts";
import { liesCsv, liesXml, schreibeCsv, schreibeXml } from "./formate.ts";

/**
 * `spaet`: booked, and answered by a report only. `fehler`, `stumm`: nothing is booked. `langsam`: booked, answered late. `antwortVerloren`:
 * booked, and the connection breaks before the answer. `lehntAb`: each order is refused with a reason.
 */
export const modi = ["normal", "spaet", "langsam", "stumm", "fehler", "antwortVerloren", "lehntAb"] as const;
export type Finanzmodus = (typeof modi)[number];
export type Finanzverfahren = Dienst & { steuere(modus: Finanzmodus, verzoegerungMs?: number): void; buch: Finanzbuch };

/** The finance system behind HTTP, in this process. @param optionen.zahltSofort pays what it books without being told to */
export async function starteFinanzverfahren(optionen: {
  port: number;
  daten?: string | undefined;
  token?: string;
  zahltSofort?: boolean;
}): Promise<Finanzverfahren> {
  const { token = "demo-finanzen", zahltSofort = false } = optionen;
  const buch = createFinanzbuch(optionen.daten);
  let verhalten: { modus: Finanzmodus; verzoegerungMs: number } = { modus: "normal", verzoegerungMs: 0 };
  const istXml = (kopf: string | undefined) => kopf?.includes("xml") ?? false;
  const schreibe = (antwort: ServerResponse, xml: boolean, status: number, meldungen: Parameters<typeof schreibeCsv>[0]) => {
    const text = xml ? schreibeXml(meldungen) : schreibeCsv(meldungen);
    antwort.writeHead(status, {
      "content-type": xml ? "application/xml; charset=utf-8" : "text/csv; charset=utf-8",
      "content-length": Buffer.byteLength(text),
    });
    antwort.end(text);
  };

  async function nimmAn(anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const xml = istXml(anfrage.headers["content-type"]);
    const text = await liesText(anfrage);
    const { modus, verzoegerungMs } = verhalten;
    if (modus === "stumm") return;
    if (modus === "fehler") return schreibeJson(antwort, 500, { grund: "Das Finanzverfahren ist gestört." });
    const auftraege: Auftrag[] = xml ? liesXml(text) : liesCsv(text);
    const antworten = auftraege.map((auftrag) =>
      modus === "lehntAb"
        ? {
            satz: "ablehnung" as const,
            mandant: auftrag.mandant,
            auftrag: auftrag.id,
            grund: "Das Haushaltsjahr ist geschlossen.",
          }
        : buch.nimm(auftrag),
    );
    if (zahltSofort) for (const mandant of new Set(auftraege.map((auftrag) => auftrag.mandant))) buch.zahle(mandant);
    if (modus === "antwortVerloren") {
      antwort.destroy();
      return;
    }
    if (modus === "langsam") await warte(verzoegerungMs);
    schreibe(antwort, xml, 202, modus === "spaet" ? [] : antworten);
  }

  async function steuere(anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const befehl = await liesJson(anfrage);
    const modus = istObjekt(befehl) ? modi.find((name) => name === befehl.modus) : undefined;
    if (!modus) return schreibeJson(antwort, 400, { grund: "Der Befehl ist nicht zu verstehen." });
    verhalten = { modus, verzoegerungMs: 1_500 };
    schreibeJson(antwort, 200, { ok: true });
  }

  const dienst = await starteHttp((anfrage, antwort) => {
    const { pathname, searchParams } = new URL(anfrage.url ?? "/", "http://localhost");
    const weg = `${anfrage.method} ${pathname}`;
    const mandant = searchParams.get("mandant") ?? "";
    const kannNicht = () => {
      if (!antwort.headersSent) schreibeJson(antwort, 400, { grund: "Die Anfrage ist nicht zu verstehen." });
    };
    if (weg === "GET /bereit") return schreibeJson(antwort, 200, { name: "finanzverfahren", bereit: true });
    if (weg === "POST /steuerung") return void steuere(anfrage, antwort).catch(kannNicht);
    if (weg === "POST /zahle") return schreibeJson(antwort, 200, { bezahlt: buch.zahle(mandant) });
    if (anfrage.headers.authorization !== `Bearer ${token}`) return schreibeJson(antwort, 401, { grund: "Der Zugang fehlt." });
    if (weg === "POST /auftraege") nimmAn(anfrage, antwort).catch(kannNicht);
    else if (weg === "GET /meldungen") {
      if (verhalten.modus === "stumm") return;
      if (verhalten.modus === "fehler") return schreibeJson(antwort, 500, { grund: "Das Finanzverfahren ist gestört." });
      schreibe(antwort, istXml(anfrage.headers.accept), 200, buch.meldungen(mandant, Number(searchParams.get("ab") ?? 0)));
    } else schreibeJson(antwort, 404, { grund: "Diese Adresse gibt es hier nicht." });
  }, optionen.port);

  return {
    ...dienst,
    buch,
    steuere(modus, verzoegerungMs = 1_500) {
      verhalten = { modus, verzoegerungMs };
    },
    async schliesse() {
      await dienst.schliesse();
      buch.schliesse();
    },
  };
}
