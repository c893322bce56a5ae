import { execFile } from "node:child_process";
import { accessSync, chmodSync, constants, lstatSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const fuehreAus = promisify(execFile);

export type Fund = { pfad: string } | { grund: string };

export const SCHALTER = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

const NAMEN = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const AUF_DEM_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

function ausfuehrbar(pfad: string): boolean {
  try {
    accessSync(pfad, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const imPfad = () => (process.env.PATH ?? "").split(delimiter).flatMap((ordner) => NAMEN.map((name) => join(ordner, name)));

/** It counts as a browser when it has shown a word: a missing library is noticed only then, a missing font only so. */
async function laeuft(pfad: string): Promise<boolean> {
  const browser = await chromium
    .launch({ executablePath: pfad, headless: true, args: SCHALTER, timeout: 20_000 })
    .catch(() => undefined);
  if (!browser) return false;
  try {
    const seite = await browser.newPage();
    await seite.setContent("<p>Fachwerk");
    return (await seite.innerText("p", { timeout: 5_000 })) === "Fachwerk";
  } catch {
    return false;
  } finally {
    await browser.close();
  }
}

/** A folder that only we can write: a browser in a guessable place under /tmp could be anybody's program. */
function eigenerOrdner(version: string): string {
  const ordner = join(tmpdir(), `fachwerk-chromium-${version}-${process.getuid?.() ?? 0}`);
  mkdirSync(ordner, { recursive: true, mode: 0o700 });
  const info = lstatSync(ordner);
  if (!info.isDirectory() || info.uid !== process.getuid?.() || info.mode & 0o022)
    throw new Error(`${ordner} gehört jemand anderem`);
  return ordner;
}

const AUSPACKEN = `
  const { inflate } = await import(process.argv[1]);
  for (const archiv of process.argv.slice(2)) await inflate(archiv);`;

/** The package's own list of fonts names fixed folders under /tmp. */
const schriften = (ordner: string) => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${ordner}</dir><cachedir>${ordner}-cache</cachedir></fontconfig>`;

/** The browser from npm. On a machine without a browser's libraries it runs with those it brings, behind a small script. */
async function ausNpm(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const eingang = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = createRequire(import.meta.url)(join(dirname(eingang), "../package.json")) as { version: string };
  const ordner = eigenerOrdner(version);
  const archive = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"].map((name) =>
    join(dirname(eingang), "../bin", name),
  );
  // The package unpacks into the temporary folder of its process; ours is private.
  const umgebung = { ...process.env, TMPDIR: ordner };
  await fuehreAus(process.execPath, ["--input-type=module", "-e", AUSPACKEN, eingang, ...archive], {
    env: umgebung,
    timeout: 120_000,
  });
  const programm = join(ordner, "chromium");
  if (await laeuft(programm)) return programm;
  writeFileSync(join(ordner, "fonts.conf"), schriften(join(ordner, "fonts")));
  const mitBibliotheken = join(ordner, "chromium-mit-bibliotheken");
  writeFileSync(
    mitBibliotheken,
    `#!/bin/sh\nexport LD_LIBRARY_PATH='${ordner}/al2023/lib' FONTCONFIG_FILE='${ordner}/fonts.conf'\nexec '${programm}' "$@"\n`,
  );
  chmodSync(mitBibliotheken, 0o700);
  return (await laeuft(mitBibliotheken)) ? mitBibliotheken : undefined;
}

async function vonDebian(melde: (text: string) => void): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !ausfuehrbar("/usr/bin/apt-get")) return undefined;
  melde("Es ist kein Browser da; chromium wird installiert (apt-get) …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await fuehreAus("apt-get", ["update", "-qq"], { env, timeout: 90_000 });
  await fuehreAus("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    env,
    timeout: 240_000,
    maxBuffer: 1e8,
  });
  return (await laeuft("/usr/bin/chromium")) ? "/usr/bin/chromium" : undefined;
}

/**
 * A browser that has proven to run: `FACHWERK_BROWSER`, the machine's own, the one from npm, at last Debian's where we may install it.
 * @returns the reason in German when there is none
 */
export async function findeBrowser(melde: (text: string) => void = () => {}): Promise<Fund> {
  const gewaehlt = process.env.FACHWERK_BROWSER;
  if (gewaehlt) return { pfad: gewaehlt };
  for (const pfad of [...imPfad(), AUF_DEM_MAC]) if (ausfuehrbar(pfad) && (await laeuft(pfad))) return { pfad };
  for (const weg of [ausNpm, () => vonDebian(melde)]) {
    const pfad = await weg().catch(() => undefined);
    if (pfad) return { pfad };
  }
  return { grund: "Es ist kein Browser da. Bitte chromium installieren oder FACHWERK_BROWSER auf einen setzen." };
}
