// Judges the rules of invoices alone, until they stand among the suites of `npm run orakel`:
//   $(node scripts/node24.mjs) --import tsx test/orakel/rechnungen/alle.ts [suite] [word in a case or in what was wrong]
import { orakelOrdner } from "../suite.ts";
import { suite as cen } from "./cen-tests.ts";
import { suite as mutationen } from "./kosit-mutationen.ts";
import { suite as testsuite } from "./kosit-testsuite.ts";
import { suite as xsd } from "./xsd.ts";
import { suite as korpus } from "./zugferd-korpus.ts";

const [nur = "", wort = ""] = process.argv.slice(2);
for (const suite of [testsuite, mutationen, cen, korpus, xsd].filter(({ name }) => name.includes(nur))) {
  const faelle = (await suite.finde(orakelOrdner())) ?? [];
  const falsch = faelle.flatMap((fall) => {
    const urteil = fall.urteile();
    return urteil.art === "falsch" ? [`  wrong: ${fall.name}: ${urteil.text}`] : [];
  });
  console.log(`${suite.name}: ${faelle.length} cases, ${falsch.length} wrong`);
  for (const zeile of falsch.filter((each) => each.includes(wort))) console.log(zeile);
}
