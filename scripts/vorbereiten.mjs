// Runs before `npm start` and `npm test`: installs the dependencies when the lock file, package.json or the platform changed.
// Plain JavaScript, because it must run under Node 20 before anything is installed. Writes to stderr only: stdout belongs to the command.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const wurzel = dirname(dirname(fileURLToPath(import.meta.url)));
const stempelDatei = join(wurzel, "node_modules", ".fachwerk-stempel");
const ARGUMENTE = [
  "install",
  "--no-save",
  "--no-audit",
  "--no-fund",
  "--no-progress",
  "--loglevel=error",
  "--engine-strict=false",
  // NODE_ENV=production or a user's `omit` would leave out what the tests and the pinned Node need.
  "--include=dev",
  "--include=optional",
];

function ende(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

function errechneStempel() {
  const hash = createHash("sha256").update(`${process.platform}/${process.arch}\n`);
  for (const datei of ["package.json", "package-lock.json"]) hash.update(readFileSync(join(wurzel, datei)));
  return hash.digest("hex");
}

const liesStempel = () => {
  try {
    return readFileSync(stempelDatei, "utf8");
  } catch {
    return "";
  }
};

/** The folders that this platform will have: progress is counted in them, because npm itself shows none. */
function erwarteteOrdner() {
  const passt = (angabe, wert) => {
    const liste = [angabe ?? []].flat();
    return (
      liste.length === 0 ||
      (liste.some((eintrag) => eintrag.startsWith("!")) ? !liste.includes(`!${wert}`) : liste.includes(wert))
    );
  };
  const { packages } = JSON.parse(readFileSync(join(wurzel, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(
      ([ordner, paket]) =>
        ordner !== "" && passt(paket.os, process.platform) && passt(paket.cpu, process.arch) && passt(paket.libc, "glibc"),
    )
    .map(([ordner]) => join(wurzel, ordner));
}

function zeigeFortschritt() {
  const ordner = erwarteteOrdner();
  const seit = Date.now();
  return setInterval(
    () => {
      const da = ordner.filter((pfad) => existsSync(join(pfad, "package.json"))).length;
      const text = `  ${da} von ${ordner.length} Paketen, ${Math.round((Date.now() - seit) / 1000)} s`;
      process.stderr.write(process.stderr.isTTY ? `\r${text}   ` : `${text}\n`);
    },
    process.stderr.isTTY ? 500 : 5_000,
  );
}

/** npm runs under the Node that runs this script: the install replaces node_modules/.bin/node under our feet. */
function starteNpm() {
  const npm = process.env.npm_execpath;
  const [programm, vorweg] = npm?.endsWith("npm-cli.js") ? [process.execPath, [npm]] : ["npm", []];
  return spawn(programm, [...vorweg, ...ARGUMENTE], { cwd: wurzel, stdio: ["ignore", 2, 2] });
}

async function installiere() {
  process.stderr.write("Fachwerk richtet sich ein: Abhängigkeiten werden geladen (einmalig, etwa eine Minute) …\n");
  const fortschritt = zeigeFortschritt();
  const npm = starteNpm();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => npm.kill(signal));
  const ergebnis = await new Promise((fertig) => {
    npm.once("error", (fehler) => fertig(fehler.message));
    npm.once("exit", (code, signal) => fertig(code ?? signal));
  });
  clearInterval(fortschritt);
  if (process.stderr.isTTY) process.stderr.write("\n");
  if (ergebnis !== 0) {
    ende(
      `Die Abhängigkeiten ließen sich nicht laden (npm: ${ergebnis}). Bitte Netzzugang und Schreibrecht auf ${wurzel} prüfen und erneut starten.`,
    );
  }
  mkdirSync(dirname(stempelDatei), { recursive: true });
  writeFileSync(stempelDatei, errechneStempel());
}

if (Number(process.versions.node.split(".")[0]) < 20) {
  ende(`Fachwerk braucht mindestens Node 20, gefunden wurde ${process.version}. Bitte Node aktualisieren und erneut starten.`);
}
if (liesStempel() !== errechneStempel()) await installiere();
