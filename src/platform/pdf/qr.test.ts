import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "uqr";
import { qrSvg } from "./qr.ts";

/** Which modules the path of the SVG makes dark. */
function gezeichnet(svg: string): { breite: number; dunkel: Set<string> } {
  const breite = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const dunkel = new Set<string>();
  for (const [, x = "", y = "", laenge = ""] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let stelle = 0; stelle < Number(laenge); stelle++) dunkel.add(`${Number(x) + stelle},${y}`);
  return { breite, dunkel };
}

test("the drawing is the code, module by module, with four light modules around it", () => {
  const text = "BCD\n002\n1\nSCT\n\nStadt Musterstadt\nDE02120300000000202051\nEUR12.05\n\n\n4812 0937 1146";
  const { breite, dunkel } = gezeichnet(qrSvg(text));
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  assert.equal(breite, size + 8);
  for (let y = 0; y < breite; y++)
    for (let x = 0; x < breite; x++) assert.equal(dunkel.has(`${x},${y}`), data[y - 4]?.[x - 4] ?? false, `${x},${y}`);
});

test("the longest text that the guideline allows fits its largest size, version 13", () => {
  const { breite } = gezeichnet(qrSvg("x".repeat(331)));
  assert.equal(breite - 8, 13 * 4 + 17);
});
