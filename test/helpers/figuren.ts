import assert from "node:assert/strict";
import { KeinSatz, type Parameter } from "#baukasten";
import { plusTage } from "#kalender";

/**
 * The second entry of a figure: on which days it begins, up to which it was checked, that there is none before and after, and, where the
 * cases of the service do not tell them apart, what it is. Whoever changes a figure writes it twice.
 */
export function pruefeFiguren(
  parameter: Parameter<unknown>,
  geprueftBis: string,
  saetze: readonly string[] | Record<string, unknown>,
): void {
  const tage = Array.isArray(saetze) ? (saetze as readonly string[]) : Object.keys(saetze);
  const abAm = (tag: string) => {
    try {
      return parameter.am(tag).gueltigAb;
    } catch (error) {
      assert.ok(error instanceof KeinSatz);
      return "keiner";
    }
  };
  assert.deepEqual(
    tage.flatMap((tag) => [abAm(plusTage(tag, -1)), abAm(tag)]),
    tage.flatMap((tag, stelle) => [tage[stelle - 1] ?? "keiner", tag]),
  );
  assert.deepEqual([abAm(geprueftBis), abAm(plusTage(geprueftBis, 1))], [tage.at(-1), "keiner"]);
  if (!Array.isArray(saetze))
    for (const [tag, wert] of Object.entries(saetze)) assert.deepEqual(parameter.am(tag).wert, wert, tag);
}
