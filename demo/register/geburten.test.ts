import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { fixedClock } from "#clock";
import { createBevoelkerung, planeGeburt, pruefzifferIdnr } from "../bevoelkerung/index.ts";
import { trageEin } from "./geburten.ts";
import { type Register, starteRegister } from "./register-server.ts";

const heute = "2026-11-24";

describe("a child of the demo", () => {
  const [eine, andere] = [createBevoelkerung(), createBevoelkerung()];
  test("is the same in every process, and the next one another", () => {
    const kinder = [eine, andere].map((bevoelkerung) => {
      const mutter = bevoelkerung.getPersona("anna");
      const erstes = planeGeburt(bevoelkerung, { mutter, geburtsdatum: heute });
      bevoelkerung.nimmAuf(erstes);
      return [erstes, planeGeburt(bevoelkerung, { mutter, geburtsdatum: heute })];
    });
    assert.deepEqual(kinder[0], kinder[1]);
    const [erstes, zweites] = kinder[0] ?? [];
    assert.notEqual(erstes?.idnr, zweites?.idnr);
    for (const kind of [erstes, zweites])
      assert.equal(Number(kind?.idnr.at(-1)), pruefzifferIdnr(kind?.idnr.slice(0, 10) ?? ""), "a number in the test form");
  });
  test("lives where its mother lives, as hidden as she; taken in twice it is one child", () => {
    const carla = eine.getPersona("carla");
    const geburt = planeGeburt(eine, { mutter: carla, vater: eine.getPersona("kai"), geburtsdatum: heute });
    const vorher = carla.kinder.length;
    const kind = eine.nimmAuf(geburt);
    assert.equal(eine.nimmAuf(geburt), kind);
    assert.deepEqual([kind.anschrift, kind.auskunftssperre, kind.mandant], [carla.anschrift, true, "musterstadt"]);
    assert.equal(carla.kinder.length, vorher + 1);
    assert.ok(eine.haushaltVon(carla).includes(kind));
  });
  const unsinn: Record<string, unknown> = {
    nothing: undefined,
    "no mother": {},
    "an unknown mother": { mutter: "niemand" },
    "a father as mother": { mutter: "kai" },
    "an unknown father": { mutter: "anna", vater: "niemand" },
    "a day to come": { mutter: "anna", geburtsdatum: "2026-11-25" },
    "no day": { mutter: "anna", geburtsdatum: "2026-02-30" },
  };
  for (const [name, befehl] of Object.entries(unsinn))
    test(`${name}: refused with a sentence`, () => assert.equal(typeof trageEin(eine, befehl, heute), "string"));
});

describe("the Personenstandsregister", () => {
  const gemeldet: { id: string; kind: { idnr: string } }[] = [];
  let fehlschlaege = 2;
  const haus = createServer((anfrage, antwort) => {
    let text = "";
    anfrage.on("data", (teil) => (text += teil));
    anfrage.on("end", () => {
      gemeldet.push(JSON.parse(text));
      antwort.writeHead(fehlschlaege-- > 0 ? 503 : 202).end("{}");
    });
  });
  let melderegister: Register;
  let standesamt: Register;
  const clock = fixedClock(`${heute}T09:00:00+01:00`);
  before(async () => {
    await new Promise<void>((fertig) => haus.listen(0, "127.0.0.1", fertig));
    melderegister = await starteRegister("melderegister", 0, { clock, bevoelkerung: createBevoelkerung() });
    standesamt = await starteRegister("personenstandsregister", 0, {
      clock,
      bevoelkerung: createBevoelkerung(),
      nachbarn: [melderegister.url],
      meldeziel: () => ({ url: `http://127.0.0.1:${(haus.address() as AddressInfo).port}`, token: "t" }),
    });
  });
  after(async () => {
    haus.closeAllConnections();
    haus.close();
    await Promise.all([melderegister.schliesse(), standesamt.schliesse()]);
  });

  test("tells the other registers, then reports, and again under the same id until it is taken", async () => {
    const antwort = await fetch(`${standesamt.url}/geburten`, { method: "POST", body: JSON.stringify({ mutter: "anna" }) });
    assert.equal(antwort.status, 201);
    const { kind, ereignis } = (await antwort.json()) as { kind: { idnr: string }; ereignis: string };
    for (const ende = performance.now() + 10_000; gemeldet.length < 3 && performance.now() < ende; )
      await new Promise((fertig) => setTimeout(fertig, 20));
    assert.deepEqual(
      gemeldet.map(({ id, kind: gemeldetes }) => [id, gemeldetes.idnr]),
      Array.from({ length: 3 }, () => [ereignis, kind.idnr]),
    );
    const bekannt = await fetch(`${melderegister.url}/auskunft`, {
      method: "POST",
      headers: { authorization: "Bearer demo-token", "x-abruf-id": "x" },
      body: JSON.stringify({ auskunft: "person", anfrage: { idnr: kind.idnr }, zweck: "z", rechtsgrundlage: "n", behoerde: "b" }),
    });
    assert.equal(((await bekannt.json()) as { art: string }).art, "gefunden", "the Melderegister knows the child");
  });
  test("only it takes births", async () => {
    const antwort = await fetch(`${melderegister.url}/geburten`, { method: "POST", body: JSON.stringify({ mutter: "anna" }) });
    assert.equal(antwort.status, 404);
  });
});
