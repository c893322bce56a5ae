import assert from "node:assert/strict";
import { test } from "node:test";
import { amtspersonen, amtsthemen, buergerthemen, createBevoelkerung, hausschluessel } from "./index.ts";

const sortiert = (liste: readonly string[]) => [...liste].sort();

test("every Persona stands under what one can try with it, once", () => {
  const { personas } = createBevoelkerung();
  assert.deepEqual(sortiert(buergerthemen.flatMap(({ wer }) => wer)), sortiert(personas.map(({ schluessel }) => schluessel)));
});
test("so does everybody of the offices, in every house", () => {
  for (const haus of hausschluessel)
    assert.deepEqual(
      sortiert(amtsthemen(haus).flatMap(({ wer }) => wer)),
      sortiert(amtspersonen.filter(({ mandant }) => mandant === haus).map(({ kennung }) => kennung)),
    );
});
