// Judges the rules by data that others wrote: one line a suite, then the reasons of skips and what was wrong.
import { existsSync } from "node:fs";
import { findeSuiten, orakelOrdner } from "./suite.ts";

const ordner = orakelOrdner();
if (!existsSync(ordner)) {
  console.log(`Kein Ordner mit Orakeldaten (${ordner}); FACHWERK_ORAKEL nennt ihn. Nichts beurteilt.`);
  process.exit(0);
}
let falsch = 0;
for (const suite of await findeSuiten()) {
  const faelle = await suite.finde(ordner);
  if (!faelle) {
    console.log(`${suite.name}: no data in this folder`);
    continue;
  }
  const gruende = new Map<string, number>();
  const fehler: string[] = [];
  let richtig = 0;
  for (const fall of faelle) {
    const urteil = fall.urteile();
    if (urteil.art === "richtig") richtig++;
    else if (urteil.art === "falsch") fehler.push(`  wrong: ${fall.name}: ${urteil.text}`);
    else gruende.set(urteil.grund, (gruende.get(urteil.grund) ?? 0) + 1);
  }
  const uebersprungen = [...gruende.values()].reduce((summe, anzahl) => summe + anzahl, 0);
  console.log(`${suite.name}: ${faelle.length} cases, ${richtig} right, ${fehler.length} wrong, ${uebersprungen} skipped`);
  for (const [grund, anzahl] of gruende) console.log(`  skipped ${anzahl}: ${grund}`);
  for (const zeile of fehler) console.log(zeile);
  falsch += fehler.length;
}
process.exitCode = falsch > 0 ? 1 : 0;
