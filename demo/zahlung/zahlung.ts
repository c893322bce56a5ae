import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as warte } from "node:timers/promises";
import { type Clock, systemClock } from "#clock";
import { unterschreibeMeldung } from "#gebuehren";
import { type Dienst, istObjekt, liesFormular, liesJson, schreibeJson, starteHttp } from "../dienst.ts";
import { demoMandanten } from "../mandanten.ts";
import { bezahlseite, hinweisseite, type Mittel, mittel, zahlungsstil } from "./seiten.tsx";
import { Auftrag, createZahlungsbuch, type Zahlung } from "./zahlungsbuch.ts";

/**
 * How the interface behaves. `stumm`: takes the request and never answers. `langsam`: answers late. `fehler`: status 500. `antwortVerloren`:
 * does it, and the connection breaks before the answer, as if it had died. `falscherBetrag`, `falscheWaehrung`: books something else than was asked for.
 */
export const modi = ["normal", "langsam", "stumm", "fehler", "antwortVerloren", "falscherBetrag", "falscheWaehrung"] as const;
export type Zahlungsmodus = (typeof modi)[number];
/** What becomes of the messages to the town hall. */
export const meldewege = ["normal", "verloren", "doppelt", "spaet"] as const;
export type Meldeweg = (typeof meldewege)[number];

export type Zahlungsoptionen = {
  port: number;
  daten?: string | undefined;
  token?: string | undefined;
  geheimnis?: string | undefined;
  /** Where messages go; like an account's setting at a real provider. */
  meldeadresse?: string | undefined;
  clock?: Clock;
};
export type Zahlungsdienst = Dienst & {
  steuere(modus: Zahlungsmodus, verzoegerungMs?: number): void;
  melde(weg: Meldeweg, adresse?: string): void;
  zahlungen(mandant?: string): Zahlung[];
};

/** The payment provider behind HTTP, with the page where people pay, in this process. */
export async function starteZahlung(optionen: Zahlungsoptionen): Promise<Zahlungsdienst> {
  const clock = optionen.clock ?? systemClock;
  const buch = createZahlungsbuch(optionen.daten, () => clock.now());
  const kopf = `Bearer ${optionen.token ?? "demo-zahlung"}`;
  const geheimnis = optionen.geheimnis ?? "demo-zahlung-meldung";
  let verhalten: { modus: Zahlungsmodus; verzoegerungMs: number } = { modus: "normal", verzoegerungMs: 0 };
  let meldung: { weg: Meldeweg; adresse: string | undefined } = { weg: "normal", adresse: optionen.meldeadresse };
  let eigeneUrl = "";

  const alsStand = (zahlung: Zahlung) => ({
    id: zahlung.id,
    status: buch.statusVon(zahlung),
    ...zahlung.gebucht,
    weiterUrl: `${eigeneUrl}/bezahlen/${zahlung.id}`,
    bezahltAm: zahlung.bezahltAm,
    mittel: zahlung.mittel,
  });

  async function sendeMeldung({ auftrag }: Zahlung): Promise<void> {
    const { weg, adresse } = meldung;
    if (!adresse || weg === "verloren") return;
    if (weg === "spaet") await warte(1_500);
    const inhalt = JSON.stringify({ mandant: auftrag.mandant, referenz: auftrag.referenz });
    for (let mal = 0; mal < (weg === "doppelt" ? 2 : 1); mal++) {
      const zeit = String(Math.floor(clock.now().getTime() / 1000));
      const headers = {
        "content-type": "application/json",
        "x-zahlung-zeit": zeit,
        "x-zahlung-unterschrift": unterschreibeMeldung(geheimnis, zeit, inhalt),
      };
      // A message that fails is lost here: whoever relies on messages alone must learn it in the demo.
      await fetch(adresse, { method: "POST", headers, body: inhalt, signal: AbortSignal.timeout(3_000) }).catch(() => {});
    }
  }

  /** Answers as the mode says. @param tue what really happens; not called where the mode keeps it from happening */
  async function antworteNachModus(antwort: ServerResponse, tue: () => readonly [number, unknown]): Promise<void> {
    const { modus, verzoegerungMs } = verhalten;
    if (modus === "stumm") return;
    if (modus === "fehler") return schreibeJson(antwort, 500, { grund: "Der Zahlungsdienst ist gestört." });
    const [status, inhalt] = tue();
    if (modus === "antwortVerloren") {
      antwort.destroy();
      return;
    }
    if (modus === "langsam") await warte(verzoegerungMs);
    schreibeJson(antwort, status, inhalt);
  }

  async function lege(anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const gelesen = Auftrag.safeParse(await liesJson(anfrage));
    const schluessel = anfrage.headers["idempotency-key"];
    if (!gelesen.success || schluessel !== gelesen.data.referenz)
      return schreibeJson(antwort, 400, { grund: "Der Auftrag ist unvollständig, oder der Idempotency-Key fehlt." });
    await antworteNachModus(antwort, () => {
      const gelegt = buch.lege(gelesen.data);
      return gelegt
        ? [gelegt.neu ? 201 : 200, alsStand(gelegt.zahlung)]
        : [409, { grund: "Unter diesem Schlüssel gibt es schon eine andere Zahlung." }];
    });
  }

  async function erstatte(anfrage: IncomingMessage, antwort: ServerResponse, referenz: string): Promise<void> {
    const inhalt = await liesJson(anfrage);
    const schluessel = anfrage.headers["idempotency-key"];
    const betragCent = istObjekt(inhalt) ? inhalt.betragCent : undefined;
    const zahlung = buch.find(referenz);
    if (!zahlung || !istObjekt(inhalt) || inhalt.mandant !== zahlung.auftrag.mandant)
      return schreibeJson(antwort, 404, { grund: "Diese Zahlung gibt es hier nicht." });
    if (typeof schluessel !== "string" || typeof betragCent !== "number" || !Number.isSafeInteger(betragCent) || betragCent <= 0)
      return schreibeJson(antwort, 400, { grund: "Die Erstattung ist nicht zu verstehen." });
    await antworteNachModus(antwort, () => {
      const erstattet = buch.erstatte(zahlung, schluessel, betragCent);
      return "id" in erstattet ? [201, erstattet] : [422, erstattet];
    });
  }

  async function bezahle(anfrage: IncomingMessage, antwort: ServerResponse, id: string): Promise<void> {
    const felder = await liesFormular(anfrage);
    const zahlung = buch.findNachId(id);
    if (!zahlung) return html(antwort, 404, hinweisseite("Unbekannt", "Diese Zahlung gibt es nicht."));
    const tat = felder.get("tat");
    const womit = mittel[felder.get("mittel") as Mittel] ?? mittel.karte;
    const status = tat === "bezahlen" ? "bezahlt" : tat === "fehlschlag" ? "fehlgeschlagen" : "abgebrochen";
    const { modus } = verhalten;
    const gebucht = {
      betragCent: modus === "falscherBetrag" ? Math.max(1, zahlung.gebucht.betragCent - 100) : zahlung.gebucht.betragCent,
      waehrung: modus === "falscheWaehrung" ? "USD" : zahlung.gebucht.waehrung,
    };
    if (buch.beende(zahlung, { status, mittel: status === "bezahlt" ? womit : null, gebucht }, clock.today()))
      void sendeMeldung(zahlung);
    antwort.writeHead(303, { location: zahlung.auftrag.rueckkehr }).end();
  }

  function zeige(antwort: ServerResponse, id: string): void {
    const zahlung = buch.findNachId(id);
    if (!zahlung) return html(antwort, 404, hinweisseite("Unbekannt", "Diese Zahlung gibt es nicht."));
    const { auftrag } = zahlung;
    if (buch.statusVon(zahlung) !== "offen")
      return html(
        antwort,
        200,
        hinweisseite(
          "Erledigt",
          "Diese Zahlung ist schon beendet. Bitte gehen Sie zurück zu Ihrer Verwaltung; dort steht, was daraus geworden ist.",
          auftrag.rueckkehr,
        ),
      );
    const empfaenger = demoMandanten.find(({ schluessel }) => schluessel === auftrag.mandant)?.name ?? auftrag.mandant;
    html(
      antwort,
      200,
      bezahlseite({ id, empfaenger, zweck: auftrag.zweck, kassenzeichen: auftrag.kassenzeichen, betragCent: auftrag.betragCent }),
    );
  }

  async function steuere(anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const befehl = await liesJson(anfrage);
    if (!istObjekt(befehl)) return schreibeJson(antwort, 400, { grund: "Der Befehl ist nicht zu verstehen." });
    const modus = befehl.modus === undefined ? verhalten.modus : modi.find((name) => name === befehl.modus);
    const weg = befehl.meldung === undefined ? meldung.weg : meldewege.find((name) => name === befehl.meldung);
    const verzoegerungMs = befehl.verzoegerungMs ?? 1_500;
    if (!modus || !weg || typeof verzoegerungMs !== "number" || !(verzoegerungMs >= 0))
      return schreibeJson(antwort, 400, { grund: "Der Befehl ist nicht zu verstehen." });
    verhalten = { modus, verzoegerungMs };
    meldung = { ...meldung, weg };
    schreibeJson(antwort, 200, { ok: true });
  }

  const dienst = await starteHttp((anfrage, antwort) => {
    const { pathname, searchParams } = new URL(anfrage.url ?? "/", "http://localhost");
    const kannNicht = () => {
      if (!antwort.headersSent) schreibeJson(antwort, 400, { grund: "Die Anfrage ist nicht zu verstehen." });
    };
    const [, erstes, zweites, drittes, viertes] = pathname.split("/");
    const istApi = erstes === "v1";
    if (istApi && anfrage.headers.authorization !== kopf)
      return schreibeJson(antwort, 401, { grund: "Das Kennwort fehlt oder ist falsch." });
    const get = anfrage.method === "GET";
    const post = anfrage.method === "POST";
    if (istApi && zweites === "zahlungen" && drittes === undefined && post) lege(anfrage, antwort).catch(kannNicht);
    else if (istApi && zweites === "zahlungen" && drittes && viertes === "erstattungen" && post)
      erstatte(anfrage, antwort, drittes).catch(kannNicht);
    else if (istApi && zweites === "zahlungen" && drittes && viertes === undefined && get)
      antworteNachModus(antwort, () => {
        const zahlung = buch.find(drittes);
        return zahlung && zahlung.auftrag.mandant === searchParams.get("mandant")
          ? [200, alsStand(zahlung)]
          : [404, { grund: "Diese Zahlung gibt es hier nicht." }];
      }).catch(kannNicht);
    else if (erstes === "bezahlen" && zweites && get) zeige(antwort, zweites);
    else if (erstes === "bezahlen" && zweites && post) bezahle(anfrage, antwort, zweites).catch(kannNicht);
    else if (pathname === "/steuerung" && post) steuere(anfrage, antwort).catch(kannNicht);
    else if (pathname === "/stil.css") antwort.writeHead(200, { "content-type": "text/css; charset=utf-8" }).end(zahlungsstil);
    else if (pathname === "/bereit") schreibeJson(antwort, 200, { name: "zahlung", bereit: true });
    else schreibeJson(antwort, 404, { grund: "Diese Adresse gibt es hier nicht." });
  }, optionen.port);
  eigeneUrl = dienst.url;

  return {
    ...dienst,
    steuere(modus, verzoegerungMs = 1_500) {
      verhalten = { modus, verzoegerungMs };
    },
    melde(weg, adresse) {
      meldung = { weg, adresse: adresse ?? meldung.adresse };
    },
    zahlungen: (mandant) => buch.liste(mandant),
    async schliesse() {
      await dienst.schliesse();
      buch.schliesse();
    },
  };
}

function html(antwort: ServerResponse, status: number, text: string): void {
  antwort.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src data:",
  });
  antwort.end(text);
}
