import * as client from "openid-client";
import { z } from "zod";
import type { Secrets } from "#secrets";
import { niveaus, type Sitzung } from "./session.ts";

export type ProviderOptions = { issuer: string; clientId: string; clientSecret: string };
export type Kreis = "buerger" | "amt";
/** What must be remembered between leaving for the provider and coming back. */
export type Unterwegs = { state: string; nonce: string; verifier: string; ziel: string; kreis: Kreis };

const BuergerAngaben = z.object({
  sub: z.string(),
  given_name: z.string(),
  family_name: z.string(),
  birthdate: z.iso.date().nullish(),
  email: z.email().nullish(),
  idnr: z
    .string()
    .regex(/^\d{11}$/)
    .nullish(),
  anschrift: z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() }).nullish(),
  vertrauensniveau: z.enum(niveaus),
  vertrauensniveau_je_attribut: z.record(z.string(), z.enum(niveaus)).nullish(),
});
const AmtAngaben = z.object({
  sub: z.string(),
  name: z.string(),
  email: z.email().nullish(),
  mandant: z.string(),
  rollen: z.array(z.string()),
});

export type Provider = {
  begin(kreis: Kreis, redirectUri: string, ziel: string, hint?: string): Promise<{ url: string; unterwegs: Unterwegs }>;
  /** @returns who came back, and for staff the key of the Mandant they work for */
  complete(unterwegs: Unterwegs, currentUrl: URL): Promise<{ sitzung: Exclude<Sitzung, { art: "gast" }>; mandant?: string }>;
  endSessionUrl(kreis: Kreis, returnTo: string): Promise<string>;
};

export function createProvider(options: Record<Kreis, ProviderOptions>, secrets: Secrets): Provider {
  const known = new Map<Kreis, Promise<client.Configuration>>();
  const configOf = (kreis: Kreis) => {
    const { issuer, clientId, clientSecret } = options[kreis];
    const found =
      known.get(kreis) ??
      client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: 5,
        // Only the demo's own provider speaks plain HTTP, and only on this machine.
        ...(issuer.startsWith("http://localhost") && { execute: [client.allowInsecureRequests] }),
      });
    known.set(kreis, found);
    found.catch(() => known.delete(kreis));
    return found;
  };

  return {
    async begin(kreis, redirectUri, ziel, hint) {
      const config = await configOf(kreis);
      const unterwegs = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        ziel,
        kreis,
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: kreis === "buerger" ? "openid profile person" : "openid profile amt",
        state: unterwegs.state,
        nonce: unterwegs.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(unterwegs.verifier),
        code_challenge_method: "S256",
        ...(hint && { login_hint: hint }),
      });
      return { url: url.href, unterwegs };
    },
    async complete(unterwegs, currentUrl) {
      const config = await configOf(unterwegs.kreis);
      const tokens = await client.authorizationCodeGrant(config, currentUrl, {
        pkceCodeVerifier: unterwegs.verifier,
        expectedState: unterwegs.state,
        expectedNonce: unterwegs.nonce,
        idTokenExpected: true,
      });
      const subject = tokens.claims()?.sub ?? "";
      const claims = { ...tokens.claims(), ...(await client.fetchUserInfo(config, tokens.access_token, subject)) };
      if (unterwegs.kreis === "amt") {
        const angaben = AmtAngaben.parse(claims);
        const sitzung = {
          art: "amt" as const,
          kennung: angaben.sub,
          name: angaben.name,
          email: angaben.email ?? null,
          rollen: angaben.rollen,
          merkt: {},
        };
        return { sitzung, mandant: angaben.mandant };
      }
      return { sitzung: buergerAus(BuergerAngaben.parse(claims), options.buerger.issuer, secrets) };
    },
    async endSessionUrl(kreis, returnTo) {
      const config = await configOf(kreis);
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo }).href;
    },
  };
}

function buergerAus(
  angaben: z.infer<typeof BuergerAngaben>,
  issuer: string,
  secrets: Secrets,
): Exclude<Sitzung, { art: "gast" }> {
  // The number identifies only where the provider vouches for it: an attribute of low trust could be anybody's.
  const idnrSicher = (angaben.vertrauensniveau_je_attribut?.idnr ?? angaben.vertrauensniveau) !== "niedrig";
  const idnr = idnrSicher ? (angaben.idnr ?? null) : null;
  return {
    art: "buerger",
    person: secrets.pseudonym(idnr ? `idnr:${idnr}` : `sub:${issuer}|${angaben.sub}`),
    idnr,
    vornamen: angaben.given_name,
    nachname: angaben.family_name,
    geburtsdatum: angaben.birthdate ?? null,
    email: angaben.email ?? null,
    anschrift: angaben.anschrift ?? null,
    vertrauensniveau: angaben.vertrauensniveau,
    merkt: {},
  };
}
