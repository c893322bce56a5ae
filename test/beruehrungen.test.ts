import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { getLeistung } from "#leistungen";
import { type Beruehrungen, laufendeVersion } from "#versionen";

test("the cases of a folder are found at the nodes they look at, with the version they ran on", async () => {
  const nach = await mkdtemp(join(tmpdir(), "fachwerk-beruehrungen-"));
  try {
    const skript = join(import.meta.dirname, "../scripts/beruehrungen/alle.ts");
    await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", skript, "unterhaltsvorschuss", `--nach=${nach}`, "--nur-faelle"],
      {
        cwd: join(import.meta.dirname, ".."),
      },
    );
    const { fingerabdruck, knoten } = JSON.parse(await readFile(join(nach, "unterhaltsvorschuss.json"), "utf8")) as Beruehrungen;
    assert.equal(fingerabdruck, laufendeVersion(getLeistung("unterhaltsvorschuss")).fingerabdruck);
    const nein = knoten["Mindestens fünf Euro"]?.find(({ wert }) => wert === "nein");
    assert.ok(nein?.faelle.includes("es bleiben 4 €"), JSON.stringify(nein));
    const [seltenster] = knoten.mindestunterhalt ?? [];
    assert.match(seltenster?.wert ?? "", /^Satz ab 202\d-01-01$/);
    const ja = knoten["Elternteil verdient genug"]?.find(({ wert }) => wert === "ja");
    assert.ok(ja?.faelle.includes("Bezug, Einkommen 600 €, vom Jobcenter bestätigt"), JSON.stringify(ja));
  } finally {
    await rm(nach, { recursive: true, force: true });
  }
});
