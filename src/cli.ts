import { parseArgs } from "node:util";
import { type Ausgabe, type Befehl, Falschaufruf, Verweigert } from "./befehle/befehl.ts";
import { betriebsbefehle } from "./befehle/betrieb.ts";

/** Loaded only when needed: `start` must not wait for rules and database. */
async function alleBefehle(): Promise<Befehl[]> {
  const module = await Promise.all([
    import("./befehle/fach.ts").then(({ fachbefehle }) => fachbefehle),
    import("./befehle/gebuehren.ts").then(({ gebuehrenbefehle }) => gebuehrenbefehle),
    import("./befehle/protokoll.ts").then(({ protokollbefehle }) => protokollbefehle),
    import("./befehle/recht.ts").then(({ rechtsbefehle }) => rechtsbefehle),
    import("./befehle/rechnung.ts").then(({ rechnungsbefehle }) => rechnungsbefehle),
    import("./befehle/rechnungsweg.ts").then(({ rechnungswegbefehle }) => rechnungswegbefehle),
    import("./befehle/laufwacht.ts").then(({ laufwachtbefehle }) => laufwachtbefehle),
    import("./befehle/laufwacht-betrieb.ts").then(({ laufwachtbetriebsbefehle }) => laufwachtbetriebsbefehle),
    import("./befehle/demo.ts").then(({ demobefehle }) => demobefehle),
  ]);
  return [...betriebsbefehle, ...module.flat()];
}

/** The longest name that the words begin with. */
const findeBefehl = (befehle: readonly Befehl[], worte: readonly string[]): Befehl | undefined =>
  befehle.filter(({ name }) => `${worte.join(" ")} `.startsWith(`${name} `)).sort((a, b) => b.name.length - a.name.length)[0];

const zeile = ({ name, aufruf, text }: Befehl) => `  fachwerk ${`${name} ${aufruf}`.trim().padEnd(58)} ${text}`;

function hilfe(befehle: readonly Befehl[]): string {
  return `Fachwerk, der offene Rahmen der digitalen Verwaltung\n\n${befehle.map(zeile).join("\n")}\n\nÜberall: --json (ein JSON-Dokument oder eine Zeile je Eintrag), --hilfe. Ende: 0 erledigt, 1 verweigert, 2 falsch aufgerufen.`;
}

function hilfeZu(befehl: Befehl): string {
  const optionen = Object.entries(befehl.optionen ?? {}).map(([name, { text }]) => `  --${name.padEnd(14)} ${text}`);
  return [`fachwerk ${befehl.name} ${befehl.aufruf}`.trim(), befehl.text, ...optionen].join("\n");
}

const ausgabeFuer = (json: boolean): Ausgabe => ({
  json,
  text: (text) => void (json || process.stdout.write(`${text}\n`)),
  daten: (wert) => void (json && process.stdout.write(`${JSON.stringify(wert)}\n`)),
});

async function rufe(argumente: readonly string[]): Promise<number | undefined> {
  const worte = argumente.filter((wort) => !wort.startsWith("-"));
  const befehl = findeBefehl(betriebsbefehle, worte) ?? findeBefehl(await alleBefehle(), worte);
  if (!befehl) {
    const gefragt = argumente.length === 0 || argumente.includes("--hilfe") || argumente.includes("--help");
    (gefragt ? process.stdout : process.stderr).write(`${hilfe(await alleBefehle())}\n`);
    return gefragt ? 0 : 2;
  }
  const optionen = Object.fromEntries(Object.entries(befehl.optionen ?? {}).map(([name, { type }]) => [name, { type }]));
  const allgemein = { json: { type: "boolean" }, hilfe: { type: "boolean" }, help: { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...argumente],
      options: { ...optionen, ...allgemein },
      allowPositionals: true,
    });
    const werte = values as Record<string, string | boolean | undefined>;
    if (werte.hilfe || werte.help) {
      process.stdout.write(`${hilfeZu(befehl)}\n`);
      return 0;
    }
    return await befehl.fuehreAus(positionals.slice(befehl.name.split(" ").length), werte, ausgabeFuer(werte.json === true));
  } catch (error) {
    if (
      error instanceof Falschaufruf ||
      (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))
    ) {
      process.stderr.write(`${error.message}\n${hilfeZu(befehl)}\n`);
      return 2;
    }
    if (error instanceof Verweigert || error instanceof SyntaxError || (error instanceof Error && "code" in error)) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

const ende = await rufe(process.argv.slice(2));
// Undefined: server and worker go on until a signal stops them.
if (ende !== undefined) {
  // Another program that reads slowly would lose the end of a long answer: exit waits for nobody.
  for (const strom of [process.stdout, process.stderr]) await new Promise<void>((fertig) => void strom.write("", () => fertig()));
  process.exit(ende);
}
