import { errors, type KoaContextWithOIDC, Provider } from "oidc-provider";
import type { Vertrauensniveau } from "../bevoelkerung/index.ts";
import { createAblage } from "./ablage.ts";
import type { Konten } from "./konten.ts";
import type { Schluessel } from "./schluessel.ts";
import { hinweisseite } from "./seiten.tsx";

export type Anbieteroptionen = {
  issuer: string;
  konten: Konten;
  schluessel: Schluessel;
  /** Names under which a platform may live besides localhost. */
  hosts: readonly string[];
  geheimnisse: { buerger: string; amt: string };
};
export type Anbieter = { provider: Provider; darfDorthin(adresse: string): boolean };

const STUNDE = 3600;
const RUECKKEHR = "/anmeldung/rueckkehr";

/** The OpenID provider behind the pages: code flow with PKCE only, no consent, and every log-in asks anew who it is. */
export function createAnbieter(optionen: Anbieteroptionen): Anbieter {
  const { issuer, konten, schluessel } = optionen;
  const darfDorthin = (adresse: string) => istErlaubterHost(adresse, optionen.hosts);
  // The level belongs to one log-in, not to the person: two browsers may be the same person at different levels.
  const niveauJeErlaubnis = new Map<string, Vertrauensniveau>();

  const provider = new Provider(issuer, {
    adapter: createAblage(),
    jwks: schluessel.jwks,
    cookies: { keys: schluessel.cookies, long: { signed: true }, short: { signed: true } },
    clients: (["buerger", "amt"] as const).map((kreis) => ({
      client_id: kreis,
      client_secret: optionen.geheimnisse[kreis],
      scope: kreis === "amt" ? "openid profile amt" : "openid profile person",
      redirect_uris: [`http://localhost:2030${RUECKKEHR}`],
      post_logout_redirect_uris: ["http://localhost:2030/"],
      token_endpoint_auth_method: "client_secret_post",
      grant_types: ["authorization_code"],
      response_types: ["code"],
    })),
    scopes: ["openid", "profile", "person", "amt"],
    claims: {
      profile: ["name", "given_name", "family_name", "birthdate", "email"],
      person: ["idnr", "anschrift", "vertrauensniveau", "vertrauensniveau_je_attribut"],
      amt: ["mandant", "rollen"],
    },
    conformIdTokenClaims: false,
    responseTypes: ["code"],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true }, revocation: { enabled: false } },
    ttl: {
      AccessToken: STUNDE,
      AuthorizationCode: 120,
      IdToken: STUNDE,
      Interaction: STUNDE,
      Grant: 8 * STUNDE,
      Session: 8 * STUNDE,
    },
    interactions: { url: (_ctx, interaction) => `/anmelden/${interaction.uid}` },
    async findAccount(_ctx, sub, token) {
      const konto = konten.find(sub);
      if (!konto) return undefined;
      const grantId = token && "grantId" in token ? token.grantId : undefined;
      const niveau = (grantId && niveauJeErlaubnis.get(grantId)) || konto.niveau;
      return { accountId: sub, claims: async () => ({ sub, ...konto.angaben(niveau) }) };
    },
    async loadExistingGrant(ctx) {
      const { client, session, result } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid profile person amt");
      const id = await grant.save();
      const niveau = leseNiveau(result);
      if (niveau) niveauJeErlaubnis.set(id, niveau);
      for (const aelteste of niveauJeErlaubnis.keys()) {
        if (niveauJeErlaubnis.size <= 5_000) break;
        niveauJeErlaubnis.delete(aelteste);
      }
      return grant;
    },
    renderError: zeigeFehler,
  });
  const { prototype } = provider.Client;
  prototype.redirectUriAllowed = (adresse) => darfDorthin(adresse) && new URL(adresse).pathname === RUECKKEHR;
  prototype.postLogoutRedirectUriAllowed = darfDorthin;
  return { provider, darfDorthin };
}

/** The level travels as the `acr` of the log-in. */
const leseNiveau = (result: KoaContextWithOIDC["oidc"]["result"]): Vertrauensniveau | undefined => {
  const acr = result?.login?.acr;
  return acr === "niedrig" || acr === "substantiell" || acr === "hoch" ? acr : undefined;
};

function istErlaubterHost(adresse: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(adresse)) return false;
  const { protocol, hostname } = new URL(adresse);
  return /^https?:$/.test(protocol) && ["localhost", ...hosts].some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

function zeigeFehler(ctx: KoaContextWithOIDC, _aus: unknown, fehler: Error): void {
  ctx.type = "html";
  ctx.body =
    fehler instanceof errors.SessionNotFound
      ? abgelaufen
      : hinweisseite(
          "Anmeldung nicht möglich",
          `Die Anfrage der Webseite passt nicht zu diesem Anmeldedienst (${fehler.message}). Bitte gehen Sie zurück und versuchen Sie es noch einmal.`,
        );
}

export const abgelaufen = hinweisseite(
  "Diese Anmeldung ist abgelaufen",
  "Bitte gehen Sie zurück auf die Seite, von der Sie kamen, und melden Sie sich dort noch einmal an.",
);
