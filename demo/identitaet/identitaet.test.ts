import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import * as client from "openid-client";
import { createAblage } from "./ablage.ts";
import { starteAnmeldedienst } from "./anmeldedienst.ts";
import { holeSchluessel } from "./schluessel.ts";

const dienst = await starteAnmeldedienst({ port: 0 });
after(() => dienst.schliesse());
const RUECKKEHR = "http://musterstadt.localhost:2030/anmeldung/rueckkehr";

/** As little of a browser as a log-in needs: it keeps cookies with their paths and follows redirects that stay at the provider. */
function browser() {
  const kekse = new Map<string, { wert: string; pfad: string }>();
  return async function hole(
    adresse: string,
    init: RequestInit = {},
  ): Promise<{ antwort: Response; adresse: string; text: string }> {
    const { pathname } = new URL(adresse);
    const cookie = [...kekse]
      .filter(([, { pfad }]) => pathname.startsWith(pfad))
      .map(([name, { wert }]) => `${name.split("|")[0]}=${wert}`);
    const antwort = await fetch(adresse, {
      ...init,
      redirect: "manual",
      headers: { ...init.headers, cookie: cookie.join("; ") },
    });
    for (const zeile of antwort.headers.getSetCookie()) {
      const [, name = "", wert = ""] = /^([^=]+)=([^;]*)/.exec(zeile) ?? [];
      const pfad = /;\s*path=([^;]+)/i.exec(zeile)?.[1] ?? "/";
      if (wert === "") kekse.delete(`${name}|${pfad}`);
      else kekse.set(`${name}|${pfad}`, { wert, pfad });
    }
    const ziel = antwort.headers.get("location");
    const naechste = ziel && new URL(ziel, adresse).href;
    if (!naechste) return { antwort, adresse, text: await antwort.text() };
    await antwort.body?.cancel();
    return naechste.startsWith(dienst.url) ? hole(naechste) : { antwort, adresse: naechste, text: "" };
  };
}

const konfiguration = (kreis: "buerger" | "amt") =>
  client.discovery(new URL(dienst.url), kreis, `demo-${kreis}`, undefined, { execute: [client.allowInsecureRequests] });

async function beginne(kreis: "buerger" | "amt", mehr: Record<string, string> = {}) {
  const config = await konfiguration(kreis);
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const adresse = client.buildAuthorizationUrl(config, {
    redirect_uri: RUECKKEHR,
    scope: kreis === "amt" ? "openid profile amt" : "openid profile person",
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
    ...mehr,
  }).href;
  const loeseEin = async (rueckweg: string) => {
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
    const tokens = await client.authorizationCodeGrant(config, new URL(rueckweg), checks);
    const claims = tokens.claims();
    assert.ok(claims);
    return { claims, angaben: await client.fetchUserInfo(config, tokens.access_token, claims.sub) };
  };
  return { adresse, loeseEin };
}

type Browser = ReturnType<typeof browser>;
const waehle = (hole: Browser, adresse: string, felder: Record<string, string>) =>
  hole(adresse, { method: "POST", body: new URLSearchParams(felder) });

async function meldeAn(kreis: "buerger" | "amt", felder: Record<string, string>, hole = browser()) {
  const { adresse, loeseEin } = await beginne(kreis);
  const seite = await hole(adresse);
  const zurueck = await waehle(hole, seite.adresse, felder);
  assert.ok(zurueck.adresse.startsWith(RUECKKEHR), zurueck.adresse);
  return loeseEin(zurueck.adresse);
}

describe("log-in from end to end", () => {
  test("a citizen: code with PKCE, claims with the level of each attribute", async () => {
    const { angaben } = await meldeAn("buerger", { person: "anna" });
    assert.equal(angaben.sub, "anna");
    assert.equal(angaben.given_name, "Anna");
    assert.equal(angaben.family_name, "Beispiel");
    assert.equal(angaben.birthdate, "1994-06-17");
    assert.equal(angaben.email, "anna@post.example");
    assert.equal(angaben.idnr, "02582793418");
    assert.deepEqual(angaben.anschrift, { strasse: "Lindenallee", hausnummer: "12", plz: "00401", ort: "Musterstadt" });
    assert.equal(angaben.vertrauensniveau, "substantiell");
    assert.deepEqual(angaben.vertrauensniveau_je_attribut, {
      given_name: "substantiell",
      family_name: "substantiell",
      birthdate: "substantiell",
      anschrift: "substantiell",
      idnr: "substantiell",
      email: "niedrig",
    });
    assert.equal(angaben.rollen, undefined);
  });

  test("the level is that of the Persona, or the one chosen, and belongs to this log-in only", async () => {
    const [berta, hoch, niedrig] = await Promise.all([
      meldeAn("buerger", { person: "berta", niveau: "" }),
      meldeAn("buerger", { person: "anna", niveau: "hoch" }),
      meldeAn("buerger", { person: "anna", niveau: "niedrig" }),
    ]);
    assert.deepEqual(
      [berta, hoch, niedrig].map(({ angaben }) => angaben.vertrauensniveau),
      ["niedrig", "hoch", "niedrig"],
    );
  });

  test("staff: Mandant and roles", async () => {
    const { angaben } = await meldeAn("amt", { person: "musterstadt-sachbearbeitung" });
    assert.equal(angaben.name, "Sabine Sandmann");
    assert.equal(angaben.mandant, "musterstadt");
    assert.deepEqual(angaben.rollen, ["sachbearbeitung:unterhaltsvorschuss"]);
    assert.equal(angaben.idnr, undefined);
  });

  test("anybody else, found by name or number", async () => {
    const hole = browser();
    const { adresse, loeseEin } = await beginne("buerger");
    const seite = await hole(adresse);
    const treffer = await hole(`${seite.adresse}?suche=m%C3%BCller`);
    assert.match(treffer.text, /Gefunden: 30/);
    const sub = /value="(p\d{11})"/.exec(treffer.text)?.[1];
    assert.ok(sub);
    assert.match((await hole(`${seite.adresse}?suche=${sub.slice(1)}`)).text, /Gefunden: 1</);
    assert.match((await hole(`${seite.adresse}?suche=%3Cscript%3E`)).text, /Niemand gefunden/);
    const { angaben } = await loeseEin((await waehle(hole, seite.adresse, { person: sub })).adresse);
    assert.equal(angaben.idnr, sub.slice(1));
    assert.match(String(angaben.family_name), /Müller/);
  });

  test("the next log-in in the same browser asks again and can be somebody else", async () => {
    const hole = browser();
    assert.equal((await meldeAn("buerger", { person: "anna" }, hole)).claims.sub, "anna");
    assert.equal((await meldeAn("buerger", { person: "kai" }, hole)).claims.sub, "kai");
    assert.equal((await meldeAn("amt", { person: "beispielkreis-leitung" }, hole)).claims.sub, "beispielkreis-leitung");
  });

  test("login_hint puts a person first", async () => {
    const { adresse } = await beginne("buerger", { login_hint: "carla" });
    const { text } = await browser()(adresse);
    assert.match(text, /Vorgeschlagen[\s\S]{0,200}value="carla"/);
    const fremd = await browser()((await beginne("buerger", { login_hint: "musterstadt-leitung" })).adresse);
    assert.doesNotMatch(fremd.text, /Vorgeschlagen/);
  });

  test("cancelled: back with access_denied", async () => {
    const hole = browser();
    const seite = await hole((await beginne("buerger")).adresse);
    const { adresse } = await waehle(hole, seite.adresse, { abbruch: "ja" });
    assert.equal(new URL(adresse).searchParams.get("error"), "access_denied");
  });
});

describe("what it refuses", () => {
  const hosts: Record<string, boolean> = {
    "http://localhost:4711/anmeldung/rueckkehr": true,
    "http://beispielkreis.localhost:2030/anmeldung/rueckkehr": true,
    "http://musterstadt.localhost:2030/anderswo": false,
    "http://localhost.evil.example/anmeldung/rueckkehr": false,
    "http://evillocalhost/anmeldung/rueckkehr": false,
    "javascript:alert(1)": false,
  };
  for (const [redirect_uri, darf] of Object.entries(hosts))
    test(`${darf ? "goes" : "does not go"} to ${redirect_uri}`, async () => {
      const { antwort, text } = await browser()((await beginne("buerger", { redirect_uri })).adresse);
      assert.equal(antwort.status, darf ? 200 : 400);
      assert.match(text, darf ? /Als wer melden Sie sich an/ : /Anmeldung nicht möglich/);
    });

  test("a citizen as staff and staff as a citizen", async () => {
    const hole = browser();
    const seite = await hole((await beginne("amt")).adresse);
    assert.doesNotMatch(seite.text, /Anna Beispiel/);
    assert.equal((await waehle(hole, seite.adresse, { person: "anna" })).antwort.status, 400);
  });

  test("a log-in without PKCE, a code used twice, a page of another browser", async () => {
    const { adresse, loeseEin } = await beginne("buerger");
    const ohne = new URL(adresse);
    ohne.searchParams.delete("code_challenge");
    ohne.searchParams.delete("code_challenge_method");
    assert.match((await browser()(ohne.href)).adresse, /error=invalid_request/);
    const hole = browser();
    const seite = await hole(adresse);
    assert.match((await browser()(seite.adresse)).text, /abgelaufen/);
    const zurueck = (await waehle(hole, seite.adresse, { person: "anna" })).adresse;
    await loeseEin(zurueck);
    await assert.rejects(loeseEin(zurueck));
  });
});

describe("log-out", () => {
  test("returns to where the platform says, with its state", async () => {
    const config = await konfiguration("buerger");
    const ziel = client.buildEndSessionUrl(config, {
      post_logout_redirect_uri: "http://musterstadt.localhost:2030/",
      state: "x1",
    });
    const hole = browser();
    await meldeAn("buerger", { person: "anna" }, hole);
    assert.equal((await hole(ziel.href)).adresse, "http://musterstadt.localhost:2030/?state=x1");
  });

  test("elsewhere nobody is sent", async () => {
    const { antwort, text } = await browser()(`${dienst.url}/session/end?post_logout_redirect_uri=https://evil.example/`);
    assert.equal(antwort.status, 200);
    assert.match(text, /Sie sind abgemeldet/);
  });
});

describe("pages", () => {
  test("no script, a policy that lets the form return to the platform, German", async () => {
    const { antwort, text } = await browser()((await beginne("buerger")).adresse);
    const regel = antwort.headers.get("content-security-policy") ?? "";
    assert.match(regel, /default-src 'none'/);
    assert.match(regel, /form-action 'self' http:\/\/localhost:\* http:\/\/\*\.localhost:\*/);
    assert.match(text, /<html lang="de">/);
    assert.doesNotMatch(text, /<script|onclick|style=/);
    assert.doesNotMatch(text, /https?:\/\/(?!localhost)/);
    assert.equal((await fetch(`${dienst.url}/stil.css`)).headers.get("content-type"), "text/css; charset=utf-8");
  });
});

describe("keys and memory", () => {
  test("keys survive a restart, damaged ones are replaced, without a folder they end with the process", async () => {
    const daten = await mkdtemp(join(tmpdir(), "idp "));
    const erste = await holeSchluessel(daten);
    assert.deepEqual(await holeSchluessel(daten), erste);
    const datei = join(daten, "identitaet", "schluessel.json");
    assert.equal((await stat(datei)).mode & 0o777, 0o600);
    await writeFile(datei, "{");
    assert.notDeepEqual(await holeSchluessel(daten), erste);
    assert.match(await readFile(datei, "utf8"), /RS256/);
    await rm(daten, { recursive: true });
    assert.notDeepEqual(await holeSchluessel(undefined), await holeSchluessel(undefined));
  });

  test("entries expire, are revoked together, and the oldest make room", async () => {
    let jetzt = 0;
    const ablage = createAblage(() => jetzt);
    const codes = ablage("AuthorizationCode");
    await codes.upsert("a", { grantId: "g" }, 60);
    await ablage("AccessToken").upsert("b", { grantId: "g" }, 600);
    await codes.consume("a");
    assert.equal((await codes.find("a"))?.consumed, 0);
    jetzt = 61_000;
    assert.equal(await codes.find("a"), undefined);
    await codes.revokeByGrantId("g");
    assert.equal(await ablage("AccessToken").find("b"), undefined);
    for (let nummer = 0; nummer < 20_001; nummer++) await codes.upsert(`n${nummer}`, {}, 60);
    assert.equal(await codes.find("n0"), undefined);
    assert.deepEqual(await codes.find("n20000"), {});
  });
});

test("as a process: one line, silent otherwise", async () => {
  const kind = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "server.ts")], {
    env: { ...process.env, FACHWERK_IDP_PORT: "0", FACHWERK_DATEN: "" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const ausgabe: string[] = [];
  kind.stderr?.on("data", (text) => ausgabe.push(String(text)));
  const zeile = kind.stdout ? String((await once(kind.stdout, "data"))[0]) : "";
  const port = /^bereit identitaet (\d+)\n$/.exec(zeile)?.[1];
  const auskunft = await fetch(`http://localhost:${port}/.well-known/openid-configuration`);
  assert.equal(((await auskunft.json()) as { issuer: string }).issuer, `http://localhost:${port}`);
  kind.kill("SIGTERM");
  assert.deepEqual(await once(kind, "exit"), [0, null]);
  assert.deepEqual(ausgabe, []);
});
