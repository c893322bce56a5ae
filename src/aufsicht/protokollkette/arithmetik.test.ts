import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { blattAus, naechsterKopf, pfadeAus, wurzelAus, wurzelNachPfad } from "./arithmetik.ts";

const sha512 = (text: string) => createHash("sha512").update(text).digest("hex");
const blaetterVon = (anzahl: number) => Array.from({ length: anzahl }, (_, stelle) => blattAus(`Zeile ${stelle}`));
const anzahlen = fc.integer({ min: 1, max: 70 });

describe("arithmetic of the chain", () => {
  test("a head is the digest of the last head and of the batch's digest, both as hex; before the first there is nothing", () => {
    const erster = naechsterKopf("", sha512("Stapel 1"));
    assert.equal(erster, sha512(sha512("Stapel 1")));
    assert.equal(naechsterKopf(erster, sha512("Stapel 2")), sha512(erster + sha512("Stapel 2")));
  });

  test("every row of a batch is proven by its path, in batches of any size", () => {
    fc.assert(
      fc.property(anzahlen, (anzahl) => {
        const blaetter = blaetterVon(anzahl);
        const alle = [...blaetter.keys()];
        const wurzel = wurzelAus(blaetter);
        for (const [stelle, pfad] of pfadeAus(blaetter, alle).entries())
          assert.equal(wurzelNachPfad(blaetter[stelle] as string, stelle, anzahl, pfad), wurzel);
      }),
    );
  });

  test("a row is proven at its own place and with its own path only", () => {
    fc.assert(
      fc.property(anzahlen, fc.nat(), fc.nat(), (anzahl, a, b) => {
        const blaetter = blaetterVon(anzahl);
        const [wahr, falsch] = [a % anzahl, b % anzahl];
        const [pfad = []] = pfadeAus(blaetter, [wahr]);
        const wurzel = wurzelAus(blaetter);
        const blatt = blaetter[wahr] as string;
        if (wahr !== falsch) assert.notEqual(wurzelNachPfad(blatt, falsch, anzahl, pfad), wurzel);
        assert.notEqual(wurzelNachPfad(blattAus("andere Zeile"), wahr, anzahl, pfad), wurzel);
        assert.equal(wurzelNachPfad(blatt, wahr, anzahl, [...pfad, wurzel]), undefined);
        if (pfad.length > 0) assert.equal(wurzelNachPfad(blatt, wahr, anzahl, pfad.slice(1)), undefined);
      }),
    );
  });

  test("order, number and content of the rows all move the root", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 70 }), fc.nat(), (anzahl, a) => {
        const blaetter = blaetterVon(anzahl);
        const stelle = a % (anzahl - 1);
        const getauscht = blaetter.with(stelle, blaetter[stelle + 1] as string).with(stelle + 1, blaetter[stelle] as string);
        assert.notEqual(wurzelAus(getauscht), wurzelAus(blaetter));
        assert.notEqual(wurzelAus(blaetter.toSpliced(stelle, 1)), wurzelAus(blaetter));
        assert.notEqual(wurzelAus(blaetter.toSpliced(stelle, 0, blaetter[stelle] as string)), wurzelAus(blaetter));
      }),
    );
  });
});
