/**
 * `npm run beruehrungen [-- <leistung> …] [--nach=<ordner>] [--nur-faelle]`: runs the tests of each folder and writes down which of
 * them look at which node, into the folder or to another place. The table of cases comes first, other tests after it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getLeistung, leistungen } from "#leistungen";
import { type Beruehrung, type Beruehrungen, laufendeVersion } from "#versionen";

const wurzel = join(import.meta.dirname, "../..");
const gewuenscht = process.argv.slice(2).filter((wort) => !wort.startsWith("--"));
const nurFaelle = process.argv.includes("--nur-faelle");
const nach = process.argv.find((wort) => wort.startsWith("--nach="))?.slice("--nach=".length);
const schluessel = gewuenscht.length > 0 ? gewuenscht : leistungen.map((each) => each.schluessel);
/** Names beyond it say nothing more, and the file is kept with the source. */
const HOECHSTENS = 6;

const tabelleZuerst = (a: string, b: string) =>
  Number(b === "faelle.test.ts") - Number(a === "faelle.test.ts") || (a < b ? -1 : 1);

type Gesehen = Record<string, Record<string, string[]>>;

function laufe(leistung: string, datei: string, ablage: string): Gesehen {
  const ziel = join(ablage, "gesehen.json");
  rmSync(ziel, { force: true });
  const lauf = spawnSync(process.execPath, ["--import", "tsx", "--import", join(import.meta.dirname, "schreiber.ts"), datei], {
    cwd: wurzel,
    env: { ...process.env, FACHWERK_BERUEHRUNG: leistung, FACHWERK_BERUEHRUNG_DATEI: ziel, NODE_TEST_CONTEXT: undefined },
    encoding: "utf8",
  });
  // Cases that fail prove nothing of the rules as they are.
  if (lauf.status !== 0 || !existsSync(ziel))
    throw new Error(`${datei} ist nicht bestanden:\n${lauf.stdout.slice(-2000)}${lauf.stderr.slice(-2000)}`);
  return JSON.parse(readFileSync(ziel, "utf8")) as Gesehen;
}

for (const each of schluessel) {
  const leistung = getLeistung(each);
  const ordner = join(wurzel, "leistungen", each);
  const ablage = mkdtempSync(join(tmpdir(), "fachwerk-beruehrungen-"));
  const alle = new Map<string, Map<string, Set<string>>>();
  try {
    for (const datei of readdirSync(ordner)
      .filter((name) => (nurFaelle ? name === "faelle.test.ts" : name.endsWith(".test.ts")))
      .sort(tabelleZuerst))
      for (const [knoten, werte] of Object.entries(laufe(each, join(ordner, datei), ablage)))
        for (const [wert, faelle] of Object.entries(werte)) {
          const nachWert = alle.get(knoten) ?? new Map<string, Set<string>>();
          alle.set(knoten, nachWert);
          nachWert.set(wert, new Set([...(nachWert.get(wert) ?? []), ...faelle]));
        }
  } finally {
    rmSync(ablage, { recursive: true, force: true });
  }
  const knoten = leistung.regelwerk.eintraege.flatMap(({ knoten: { schluessel: name } }): [string, Beruehrung][] => {
    const werte = alle.get(name);
    if (!werte) return [];
    // The rarer outcome first: that is the one a case was written for.
    const zeilen = [...werte].sort(([a, x], [b, y]) => x.size - y.size || (a < b ? -1 : 1));
    return [[name, zeilen.map(([wert, faelle]) => ({ wert, anzahl: faelle.size, faelle: [...faelle].slice(0, HOECHSTENS) }))]];
  });
  const inhalt: Beruehrungen = { fingerabdruck: laufendeVersion(leistung).fingerabdruck, knoten: Object.fromEntries(knoten) };
  writeFileSync(nach ? join(nach, `${each}.json`) : join(ordner, "beruehrungen.json"), `${JSON.stringify(inhalt, null, 2)}\n`);
  process.stdout.write(`${each}: ${knoten.length} von ${leistung.regelwerk.eintraege.length} Knoten haben Probefälle\n`);
}
