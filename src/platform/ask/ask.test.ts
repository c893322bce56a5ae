import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { after, describe, test } from "node:test";
import { ask } from "./ask.ts";

describe("a question to another system", () => {
  let behave: RequestListener = (_request, response) => response.end("{}");
  const sockets = new Set<unknown>();
  const server = createServer((request, response) => {
    sockets.add(request.socket);
    behave(request, response);
  });
  const url = new Promise<string>((done) => {
    server.listen(0, "127.0.0.1", () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const put = async (mehr: Partial<Parameters<typeof ask>[1]> = {}) =>
    ask(await url, { method: "POST", headers: {}, body: "ä", timeoutMs: 300, maxBytes: 1_000, ...mehr });

  test("brings status and text, and sends the body whole", async () => {
    behave = (request, response) => {
      let text = "";
      request.setEncoding("utf8").on("data", (part: string) => (text += part));
      request.on("end", () => response.writeHead(418).end(`${request.method} ${text} ü`));
    };
    assert.deepEqual(await put(), { status: 418, text: "POST ä ü" });
  });

  test("one after the other over one connection", async () => {
    behave = (request, response) => request.resume().on("end", () => response.end("x"));
    await put();
    sockets.clear();
    for (let i = 0; i < 5; i++) await put();
    assert.equal(sockets.size, 1);
  });

  const faults: Record<string, [RequestListener, RegExp]> = {
    "silence is a time-out": [() => {}, /^TimeoutError/],
    "an answer that never ends is a time-out": [(_, response) => response.write("x"), /^TimeoutError/],
    "an answer that is too large is refused": [(_, response) => response.end("x".repeat(2_000)), /more than 1000 bytes/],
    "a connection that breaks is an error": [(request) => request.socket.destroy(), /socket hang up|ECONNRESET/],
    "an answer that breaks off is an error": [
      (request, response) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("x");
        setTimeout(() => request.socket.destroy(), 20);
      },
      /broken off|aborted|ECONNRESET/,
    ],
  };
  for (const [name, [behaviour, expected]] of Object.entries(faults))
    test(name, async () => {
      behave = behaviour;
      const error = await put().then(
        () => assert.fail("an answer came"),
        (thrown: Error) => thrown,
      );
      assert.match(`${error.name}: ${error.message}`, expected);
    });

  test("a redirect is an answer and is not followed", async () => {
    behave = (_, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
    assert.equal((await put()).status, 302);
  });

  test("nobody there is an error", async () => {
    await assert.rejects(
      ask("http://127.0.0.1:9/", { method: "GET", headers: {}, timeoutMs: 500, maxBytes: 10 }),
      /ECONNREFUSED/,
    );
  });
});
