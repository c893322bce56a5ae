// Our rules beside the official ones, executed by saxon-js, on the documents of the oracle and on what chance makes of them:
//   FACHWERK_ORAKEL=… $(node scripts/node24.mjs) --import tsx bench/rechnung/vergleich.ts [folder for saxon-js] [changes a document] [seed] [word in id]
// A rule counts as different where one finds something and the other nothing. No test: saxon-js is no dependency.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pruefeRegeln } from "#rechnungspruefung";
import { veraendere, zufall } from "../../test/helpers/rechnung-mutation.ts";
import { liesEinheiten } from "../../test/orakel/rechnungen/einheiten.ts";
import { mutiere } from "../../test/orakel/rechnungen/mutator.ts";
import { orakelOrdner } from "../../test/orakel/suite.ts";
import { ladeSchematron } from "./saxon.ts";

const [ordner = join(tmpdir(), "fachwerk-saxon"), anzahl = "2", saat = "1", wort = ""] = process.argv.slice(2);
const schematron = ladeSchematron(orakelOrdner(), ordner, true);
const wurzel = join(orakelOrdner(), "rechnungen");
const dateien = readdirSync(wurzel, { recursive: true, encoding: "utf8" }).filter(
  (name) => /\.xml$/.test(name) && /^(kosit-testsuite|kosit-mutationen|cen-tests|zugferd-korpus)/.test(name),
);
const wuerfel = zufall(Number(saat));
const texte = dateien.flatMap((name) => {
  const text = readFileSync(join(wurzel, name), "utf8").replace(/^\ufeff/, "");
  if (name.startsWith("cen-tests/") && text.includes("<testSet"))
    return [...new Set(liesEinheiten(text).map(({ rechnung }) => rechnung))];
  if (text.length > 60_000 || /encoding="(?!utf-8)/i.test(text)) return [];
  const eigene = name.startsWith("kosit-mutationen/") ? mutiere(text).map((each) => each.text) : [text];
  return [...eigene, ...Array.from({ length: Number(anzahl) }, () => veraendere(text, wuerfel))];
});

type Zaehler = { nurWir: number; nurSie: number; ausfall: number; beide: number; beispiel: string };
const nachRegel = new Map<string, Zaehler>();
let verglichen = 0;
for (const text of texte) {
  const art = text.includes("CrossIndustryInvoice") ? "cii" : "ubl";
  const unsere = new Set(pruefeRegeln(Buffer.from(text)).map(({ regel }) => regel));
  if ([...unsere].some((regel) => regel.startsWith("FW-XML"))) continue;
  let deren: Map<string, string>;
  try {
    deren = new Map(schematron[art](text).map(({ id, flag }) => [id, flag]));
  } catch {
    continue;
  }
  verglichen++;
  for (const regel of new Set([...unsere, ...deren.keys()])) {
    if (regel.startsWith("FW-") && regel !== "FW-AUSFALL") continue;
    const schluessel = `${art} ${regel}`;
    const zaehler = nachRegel.get(schluessel) ?? { nurWir: 0, nurSie: 0, ausfall: 0, beide: 0, beispiel: "" };
    nachRegel.set(schluessel, zaehler);
    const [wir, sie] = [unsere.has(regel), deren.has(regel)];
    if (wir && sie) zaehler.beide++;
    else if (wir) zaehler.nurWir++;
    else if (deren.get(regel) === "ausfall") zaehler.ausfall++;
    else zaehler.nurSie++;
    if (wir !== sie && zaehler.beispiel === "" && schluessel.includes(wort)) {
      zaehler.beispiel = join(ordner, `${schluessel.replace(" ", "-")}-${wir ? "nur-wir" : "nur-sie"}.xml`);
      writeFileSync(zaehler.beispiel, text);
    }
  }
}
const verschieden = [...nachRegel]
  .filter(([regel, { nurWir, nurSie, ausfall }]) => nurWir + nurSie + ausfall > 0 && regel.includes(wort))
  .sort();
console.log(
  `${verglichen} documents, ${nachRegel.size} rules that one of both ever broke, ${verschieden.length} judged differently`,
);
for (const [regel, { nurWir, nurSie, ausfall, beide, beispiel }] of verschieden)
  console.log(
    `  ${regel}: only we ${nurWir}, only they ${nurSie}, their evaluation failed ${ausfall}, both ${beide}; ${beispiel}`,
  );
