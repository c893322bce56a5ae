import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { digestHex, naechsterKopf } from "#protokollkette";
import { liesArchiv } from "../helpers/zip.ts";
import type { Fall, Suite, Urteil } from "./suite.ts";

// `linkinginfo`: "<head before> <file before> <digest>", then "<head> <file>" a record; "-" where nothing came before.
type Glied = { kopf: string; datei: string };
type Archiv = { verfahren: string; davor: string; glieder: Glied[]; teile: ReadonlyMap<string, Buffer> };

function liesKette(bytes: Buffer): Archiv | string {
  const teile = liesArchiv(bytes);
  const [erste = "", ...rest] = (teile.get("linkinginfo")?.toString("utf8") ?? "").split("\n").filter((zeile) => zeile !== "");
  const [davor, , verfahren] = erste.split(" ");
  if (davor === undefined || verfahren === undefined) return "no linkinginfo";
  const glieder = rest.map((zeile) => ({ kopf: zeile.split(" ")[0] ?? "", datei: zeile.slice(zeile.indexOf(" ") + 1) }));
  return { verfahren: verfahren.replace("-", "").toLowerCase(), davor: davor === "-" ? "" : davor, glieder, teile };
}

/** What is wrong with a record, by our arithmetic. */
function mangelAn({ verfahren, davor, glieder, teile }: Archiv, nummer: number): string | undefined {
  const glied = glieder[nummer] as Glied;
  const bytes = teile.get(glied.datei);
  if (!bytes) return `${glied.datei} is chained and not there`;
  const voriger = nummer === 0 ? davor : (glieder[nummer - 1] as Glied).kopf;
  return naechsterKopf(voriger, digestHex(bytes, verfahren), verfahren) === glied.kopf
    ? undefined
    : `the chain breaks at ${glied.datei}`;
}

function mangelAmGanzen(archiv: Archiv | string): string | undefined {
  if (typeof archiv === "string") return archiv;
  const namen = archiv.glieder.map(({ datei }) => datei);
  const fremd = [...archiv.teile.keys()].find((name) => name !== "linkinginfo" && !namen.includes(name));
  if (fremd !== undefined) return `${fremd} is there and not chained`;
  if (new Set(namen).size < namen.length) return "a record is chained twice";
  return archiv.glieder.map((_, nummer) => mangelAn(archiv, nummer)).find((mangel) => mangel !== undefined);
}

const richtig: Urteil = { art: "richtig" };
/** The collection says by the file's name what is broken. */
const kaputt = (datei: string) => /(^|[-_])(NO|INVALID|EXCESSIVE|BROKEN|MISSING|WRONG)[-_]/i.test(basename(datei));

function faelleAus(datei: string, bytes: Buffer): Fall[] {
  const name = basename(datei);
  const archiv = liesKette(bytes);
  if (kaputt(datei))
    return [
      {
        name: `${name} must not verify`,
        urteile: () => (mangelAmGanzen(archiv) ? richtig : { art: "falsch", text: "it verifies" }),
      },
    ];
  const urteil = (mangel: string | undefined): Urteil => (mangel === undefined ? richtig : { art: "falsch", text: mangel });
  const einzelne = typeof archiv === "string" ? [] : archiv.glieder;
  return [
    { name: `${name} must verify`, urteile: () => urteil(mangelAmGanzen(archiv)) },
    ...einzelne.map(
      ({ datei: satz }, nummer): Fall => ({
        name: `${name}: ${satz}`,
        urteile: () => urteil(mangelAn(archiv as Archiv, nummer)),
      }),
    ),
  ];
}

export const suite: Suite = {
  name: "nachweise/xroad-protokollarchive",
  async finde(ordner) {
    const wurzel = join(ordner, "nachweise", "xroad-protokollarchive");
    if (!existsSync(wurzel)) return undefined;
    const dateien = (await readdir(wurzel, { recursive: true })).filter((datei) => datei.endsWith(".zip")).sort();
    return (await Promise.all(dateien.map(async (datei) => faelleAus(datei, await readFile(join(wurzel, datei)))))).flat();
  },
};
