import type { IncomingMessage, ServerResponse } from "node:http";
import { errors } from "oidc-provider";
import { createBevoelkerung } from "../bevoelkerung/index.ts";
import { type Dienst, liesFormular, schreibeJson, starteHttp } from "../dienst.ts";
import { type Anbieter, abgelaufen, createAnbieter } from "./anbieter.ts";
import { createKonten, type Konten, niveaus } from "./konten.ts";
import { holeSchluessel } from "./schluessel.ts";
import { auswahlseite, hinweisseite } from "./seiten.tsx";
import { stil } from "./stil.ts";

export type Anmeldeoptionen = {
  port: number;
  /** Folder in which the keys survive a restart. */
  daten?: string | undefined;
  geheimnisse?: { buerger: string; amt: string };
  hosts?: readonly string[];
};

const TREFFER = 30;

/** The demo's OpenID provider with its pages, in this process. */
export async function starteAnmeldedienst(optionen: Anmeldeoptionen): Promise<Dienst> {
  const hosts = optionen.hosts ?? [];
  const schluessel = await holeSchluessel(optionen.daten);
  const konten = createKonten(createBevoelkerung());
  // The issuer names the port, and a free port is known only once something listens on it.
  let anbieter: Anbieter | undefined;
  const dienst = await starteHttp((anfrage, antwort) => {
    if (!anbieter) return schreibeJson(antwort, 503, { grund: "Der Anmeldedienst startet noch." });
    setzeKopf(antwort, hosts);
    bediene(anbieter, konten, anfrage, antwort).catch((fehler: unknown) => {
      process.stderr.write(`identitaet: ${fehler instanceof Error ? fehler.stack : fehler}\n`);
      if (!antwort.headersSent)
        sendeSeite(antwort, 500, hinweisseite("Etwas ging schief", "Bitte versuchen Sie es noch einmal."));
    });
  }, optionen.port);
  const geheimnisse = optionen.geheimnisse ?? { buerger: "demo-buerger", amt: "demo-amt" };
  anbieter = createAnbieter({ issuer: dienst.url, konten, schluessel, hosts, geheimnisse });
  return dienst;
}

/** After the log-in the browser is sent on to the platform; `form-action` must allow that, or some browsers stop there. */
function setzeKopf(antwort: ServerResponse, hosts: readonly string[]): void {
  const ziele = ["localhost", ...hosts].map(
    (host) => `http://${host}:* http://*.${host}:* https://${host}:* https://*.${host}:*`,
  );
  antwort.setHeader(
    "content-security-policy",
    `default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${ziele.join(" ")}`,
  );
  antwort.setHeader("x-content-type-options", "nosniff");
  antwort.setHeader("referrer-policy", "same-origin");
}

async function bediene(anbieter: Anbieter, konten: Konten, anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(anfrage.url ?? "/", "http://localhost");
  if (pathname.startsWith("/anmelden/")) return melde(anbieter, konten, anfrage, antwort, searchParams);
  if (pathname === "/session/end" && anfrage.method === "GET") return meldeAb(anbieter, antwort, searchParams);
  if (pathname === "/stil.css") {
    antwort.writeHead(200, { "content-type": "text/css; charset=utf-8", "cache-control": "max-age=3600" });
    antwort.end(stil);
    return;
  }
  if (pathname === "/bereit") return schreibeJson(antwort, 200, { name: "identitaet", bereit: true });
  if (pathname === "/") return sendeSeite(antwort, 200, startseite);
  // Nobody stays logged in here: a person of the demo becomes another one at every log-in, and an old session would be in the way.
  if (pathname === "/auth" || pathname.startsWith("/auth/")) streicheSitzung(anfrage);
  await anbieter.provider.callback()(anfrage, antwort);
}

/** GET: whom to be, with the search. POST: the choice. */
async function melde(
  { provider }: Anbieter,
  konten: Konten,
  anfrage: IncomingMessage,
  antwort: ServerResponse,
  frage: URLSearchParams,
): Promise<void> {
  const vorgang = await provider.interactionDetails(anfrage, antwort).catch((fehler: unknown) => {
    if (fehler instanceof errors.SessionNotFound) return undefined;
    throw fehler;
  });
  if (!vorgang) return sendeSeite(antwort, 400, abgelaufen);
  const kreis = vorgang.params.client_id === "amt" ? "amt" : "buerger";
  if (anfrage.method !== "POST") {
    const { login_hint: hinweis, redirect_uri: rueckkehr } = vorgang.params;
    const vorgeschlagen = typeof hinweis === "string" ? konten.find(hinweis) : undefined;
    const suche = kreis === "buerger" ? (frage.get("suche") ?? "").trim().slice(0, 80) : "";
    const auswahl = {
      kreis,
      haus: typeof rueckkehr === "string" ? new URL(rueckkehr).hostname.split(".")[0] : undefined,
      adresse: `/anmelden/${vorgang.uid}`,
      konten: konten.vorgestellte(kreis),
      vorgeschlagen: vorgeschlagen?.kreis === kreis ? vorgeschlagen : undefined,
      suche,
      gefunden: konten.suche(suche, TREFFER),
    } as const;
    return sendeSeite(antwort, 200, auswahlseite(auswahl));
  }
  const wahl = await liesFormular(anfrage);
  if (wahl.has("abbruch")) return provider.interactionFinished(anfrage, antwort, { error: "access_denied" });
  const konto = konten.find(wahl.get("person") ?? "");
  if (konto?.kreis !== kreis)
    return sendeSeite(
      antwort,
      400,
      hinweisseite("Diese Person gibt es hier nicht", "Bitte gehen Sie zurück und wählen Sie jemanden aus der Liste."),
    );
  const niveau = niveaus.find((name) => name === wahl.get("niveau")) ?? konto.niveau;
  await provider.interactionFinished(anfrage, antwort, { login: { accountId: konto.sub, acr: niveau, remember: false } });
}

/** Log-out begun by the platform. Asking "really?" would protect a session that never logs anybody in again. */
function meldeAb({ darfDorthin }: Anbieter, antwort: ServerResponse, frage: URLSearchParams): void {
  antwort.setHeader(
    "set-cookie",
    sitzungscookies.map((cookie) => `${cookie}=; path=/; max-age=0; httponly; samesite=lax`),
  );
  const ziel = frage.get("post_logout_redirect_uri");
  if (!ziel || !darfDorthin(ziel))
    return sendeSeite(antwort, 200, hinweisseite("Sie sind abgemeldet", "Sie können dieses Fenster schließen."));
  const adresse = new URL(ziel);
  const state = frage.get("state");
  if (state) adresse.searchParams.set("state", state);
  antwort.writeHead(303, { location: adresse.href });
  antwort.end();
}

const sitzungscookies = ["_session", "_session.sig"];

function streicheSitzung(anfrage: IncomingMessage): void {
  const { cookie } = anfrage.headers;
  if (!cookie) return;
  const uebrige = cookie.split(/;\s*/).filter((paar) => !sitzungscookies.includes(paar.split("=", 1)[0] ?? ""));
  if (uebrige.length > 0) anfrage.headers.cookie = uebrige.join("; ");
  else delete anfrage.headers.cookie;
}

const startseite = hinweisseite(
  "Anmeldedienst der Demo",
  "Hier melden Sie sich an, wenn Sie auf einer Seite von Musterstadt oder Beispielkreis auf „Anmelden“ drücken. Bitte beginnen Sie dort.",
);

function sendeSeite(antwort: ServerResponse, status: number, html: string): void {
  antwort.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  antwort.end(html);
}
