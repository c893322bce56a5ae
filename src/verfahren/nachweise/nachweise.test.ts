import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import type { Auskunft } from "./contract.ts";
import { frageRegister, kenntRegister } from "./frage-register.ts";
import { createSicherung } from "./sicherung.ts";

const fristen = { jeVersuchMs: 150, pausenMs: [5, 10] };
const frage = {
  auskunft: "person",
  zweck: "Prüfung",
  norm: "§ 1",
  behoerde: "Amt",
  anfrage: { idnr: "1" },
  antwort: z.object({ name: z.string() }),
};

/** What a register can do with a request, in the words of those who wait for it, and what we make of it. */
const verhalten: Record<string, [RequestListener, Auskunft["art"], number]> = {
  answers: [
    (_, antwort) => void antwort.end('{"art":"gefunden","stand":"2026-11-24","daten":{"name":"Mia","mehr":1}}'),
    "gefunden",
    1,
  ],
  "knows nobody": [(_, antwort) => void antwort.end('{"art":"keinEintrag","stand":"2026-11-24"}'), "keinEintrag", 1],
  refuses: [(_, antwort) => void antwort.writeHead(403).end('{"art":"verweigert","grund":"Sperre"}'), "verweigert", 1],
  "never answers": [() => {}, "nichtErreichbar", 3],
  "answers with an error": [(_, antwort) => void antwort.writeHead(500).end("oops"), "nichtErreichbar", 3],
  "answers with nonsense": [(_, antwort) => void antwort.end("{{{"), "nichtErreichbar", 3],
  "answers with another shape": [
    (_, antwort) => void antwort.end('{"art":"gefunden","stand":"x","daten":{"name":7}}'),
    "nichtErreichbar",
    3,
  ],
  "leads elsewhere": [
    (_, antwort) => void antwort.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
    "nichtErreichbar",
    3,
  ],
  "never ends": [(_, antwort) => void antwort.write("x".repeat(300_000)), "nichtErreichbar", 3],
  "hangs up": [(anfrage) => void anfrage.socket.destroy(), "nichtErreichbar", 3],
};

describe("a register that", () => {
  let server: Server;
  let url: string;
  let tue: RequestListener = () => {};
  const ids: string[] = [];
  before(async () => {
    server = createServer((anfrage, antwort) => {
      ids.push(String(anfrage.headers["x-abruf-id"]));
      tue(anfrage, antwort);
    });
    await new Promise<void>((fertig) => server.listen(0, "127.0.0.1", fertig));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  for (const [name, [verhaelt, erwartet, versuche]] of Object.entries(verhalten))
    test(`${name}: ${erwartet}, after ${versuche} ${versuche === 1 ? "try" : "tries"} under one id`, async () => {
      tue = verhaelt;
      ids.length = 0;
      const auskunft = await frageRegister(
        { url, token: "t" },
        createSicherung(() => performance.now()),
        "eine-id",
        frage,
        fristen,
      );
      assert.equal(auskunft.art, erwartet);
      if (auskunft.art === "nichtErreichbar") assert.match(auskunft.grund, /Register/);
      if (auskunft.art === "gefunden") assert.deepEqual(auskunft.daten, { name: "Mia" }, "what was not asked for is not kept");
      assert.deepEqual(
        ids,
        Array.from({ length: versuche }, () => "eine-id"),
      );
    });

  test("is asked after a crash whether it saw the request; its silence is no answer", async () => {
    tue = (_, antwort) => void antwort.end('{"bekannt":true}');
    assert.equal(await kenntRegister({ url, token: "t" }, "x", 100), true);
    tue = (_, antwort) => void antwort.end('{"bekannt":false}');
    assert.equal(await kenntRegister({ url, token: "t" }, "x", 100), false);
    tue = () => {};
    assert.equal(await kenntRegister({ url, token: "t" }, "x", 100), undefined);
  });
});

test("after five failures in a row a register is left alone; then one request tries, and its success opens the way", () => {
  let zeit = 0;
  const sicherung = createSicherung(() => zeit, { fehler: 5, ruheMs: 1_000 });
  for (let fehler = 0; fehler < 5; fehler++) {
    assert.equal(sicherung.erlaubt(), true);
    sicherung.gescheitert();
  }
  assert.equal(sicherung.erlaubt(), false);
  zeit = 1_000;
  assert.equal(sicherung.erlaubt(), true, "the probe");
  assert.equal(sicherung.erlaubt(), false, "the others wait for the probe");
  sicherung.gelungen();
  assert.equal(sicherung.erlaubt(), true);
});
