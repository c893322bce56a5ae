// Runs before `npm start` and `npm test`: installs the dependencies when the lock file, package.json or the platform changed.
// Plain JavaScript, because it must run under Node 20 before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const wurzel = dirname(dirname(fileURLToPath(import.meta.url)));
const stempelDatei = join(wurzel, "node_modules", ".fachwerk-stempel");

function ende(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

if (Number(process.versions.node.split(".")[0]) < 20) {
  ende(`Fachwerk braucht mindestens Node 20, gefunden wurde ${process.version}. Bitte Node aktualisieren und erneut starten.`);
}

const hash = createHash("sha256").update(`${process.platform}/${process.arch}\n`);
for (const datei of ["package.json", "package-lock.json"]) hash.update(readFileSync(join(wurzel, datei)));
const stempel = hash.digest("hex");

if (!existsSync(stempelDatei) || readFileSync(stempelDatei, "utf8") !== stempel) {
  process.stderr.write("Fachwerk richtet sich ein: Abhängigkeiten werden geladen (einmalig, etwa eine Minute) …\n");
  // npm runs under the Node that runs this script: the install replaces node_modules/.bin/node under our feet.
  const npm = process.env.npm_execpath;
  const argumente = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--engine-strict=false"];
  const lauf = npm
    ? spawnSync(process.execPath, [npm, ...argumente], { cwd: wurzel, stdio: ["ignore", "inherit", "inherit"] })
    : spawnSync("npm", argumente, { cwd: wurzel, stdio: ["ignore", "inherit", "inherit"] });
  if (lauf.status !== 0) {
    ende(
      "Die Abhängigkeiten ließen sich nicht laden. Bitte Netzzugang und Schreibrecht auf diesen Ordner prüfen und erneut starten.",
    );
  }
  mkdirSync(dirname(stempelDatei), { recursive: true });
  writeFileSync(stempelDatei, stempel);
}
