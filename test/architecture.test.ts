// The map. A part may use only the parts named beside it, all of them listed above it, and enters them only by #name.
const karte = `
#clock                src/platform/clock
#ask                  src/platform/ask
#secrets              src/platform/secrets
#db                   src/platform/db
#tenants              src/platform/tenants             db
#protokoll            src/platform/protokoll           db
#blobs                src/platform/blobs
#jobs                 src/platform/jobs                db
#mail                 src/platform/mail
#pdf                  src/platform/pdf
#ui                   src/platform/ui
#http                 src/platform/http                tenants
#auth                 src/platform/auth                clock db http secrets tenants ui

#geld                 src/recht/geld
#kalender             src/recht/kalender
#lohnsteuer           src/recht/lohnsteuer             kalender
#baukasten            src/recht/baukasten              geld kalender
#rechtsansicht        src/recht/rechtsansicht          baukasten geld kalender
#wirkung              src/recht/wirkung                baukasten geld kalender rechtsansicht
#rechnungspruefung    src/markt/rechnungspruefung

#leistungen           leistungen                       baukasten geld kalender lohnsteuer

#wachmodell           src/aufsicht/wachmodell          kalender
#protokollkette       src/aufsicht/protokollkette      auth blobs clock db http jobs kalender protokoll secrets tenants ui
#datenschutzcockpit   src/aufsicht/datenschutzcockpit  db protokoll
#vorgaenge            src/verfahren/vorgaenge          clock db protokoll
#versionen            src/verfahren/versionen          baukasten clock db leistungen protokoll rechtsansicht
#nachweise            src/verfahren/nachweise          ask clock datenschutzcockpit db vorgaenge
#bescheide            src/ausgang/bescheide            baukasten blobs clock db geld kalender pdf tenants vorgaenge
#postfach             src/ausgang/postfach             clock db jobs mail protokoll tenants
#kuvertierung         src/ausgang/kuvertierung         db vorgaenge
#kasse                src/ausgang/kasse                ask clock db geld jobs kalender tenants vorgaenge
#gebuehren            src/ausgang/gebuehren            auth baukasten bescheide clock datenschutzcockpit db geld http jobs kalender kasse kuvertierung leistungen pdf postfach protokoll tenants ui vorgaenge
#bearbeitung          src/verfahren/bearbeitung        baukasten bescheide clock db gebuehren jobs kalender kasse kuvertierung leistungen nachweise postfach secrets tenants versionen vorgaenge
#betroffene           src/verfahren/betroffene         baukasten bearbeitung clock datenschutzcockpit db kalender protokoll tenants vorgaenge wirkung
#dauerleistungen      src/verfahren/dauerleistungen    baukasten bearbeitung bescheide clock db gebuehren geld jobs kalender kasse kuvertierung nachweise postfach secrets tenants versionen vorgaenge
#antraege             src/eingang/antraege             auth baukasten bearbeitung blobs clock dauerleistungen db gebuehren geld http jobs kalender leistungen nachweise postfach secrets tenants ui vorgaenge
#ereignisse           src/eingang/ereignisse           antraege auth baukasten clock datenschutzcockpit dauerleistungen db http jobs kalender leistungen nachweise postfach protokoll secrets tenants ui vorgaenge
#rechnungen           src/markt/rechnungen             ask auth blobs clock db geld http jobs kalender mail pdf protokoll rechnungspruefung secrets tenants ui
#laufwacht            src/aufsicht/laufwacht           ask auth clock db http jobs kalender mail pdf secrets tenants ui wachmodell
#oberflaeche          src/oberflaeche                  antraege auth baukasten bearbeitung bescheide betroffene blobs clock datenschutzcockpit dauerleistungen db ereignisse gebuehren geld http kalender kasse kuvertierung leistungen postfach protokoll protokollkette rechtsansicht secrets tenants ui versionen vorgaenge wirkung
`;

// Below the map, and free to use all of it: src/app.ts, cli.ts, server.ts, worker.ts, src/befehle, src/start, demo, bench, test, scripts.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { facadeNames, type Import, liesImporte, listeQuelltexte } from "./helpers/quelltexte.ts";

const wurzel = join(import.meta.dirname, "..");
const lies = (datei: string) => readFileSync(join(wurzel, datei), "utf8");

const teile = karte
  .trim()
  .split("\n")
  .filter((zeile) => zeile !== "")
  .map((zeile) => {
    const [name = "", ordner = "", ...darf] = zeile.split(/\s+/);
    return { name, ordner, darf: darf.map((anderer) => `#${anderer}`) };
  });
const namen = teile.map((teil) => teil.name);
const gebaut = teile.filter((teil) => existsSync(join(wurzel, teil.ordner)));
const teilVon = (datei: string) => teile.find((teil) => datei.startsWith(`${teil.ordner}/`));
const istTest = (datei: string) => /\.test\.tsx?$/.test(datei);

const dateien = listeQuelltexte(wurzel, ["src", "leistungen", "demo", "bench", "test"]);
const importe: Import[] = dateien.flatMap((datei) => liesImporte(datei, lies(datei)));
const imWerk = importe.filter(({ von }) => teilVon(von) && !istTest(von));

/** Fails with every fault on a line of its own: one run shows all there is to mend. */
const keine = (maengel: string[]) => {
  if (maengel.length > 0) assert.fail([...new Set(maengel)].join("\n"));
};

describe("the map", () => {
  test("names exactly the entries of package.json#imports, each at its facade", () => {
    const eintraege = (JSON.parse(lies("package.json")) as { imports: Record<string, string> }).imports;
    assert.deepEqual(Object.fromEntries(teile.map((teil) => [teil.name, `./${teil.ordner}/index.ts`])), eintraege);
    keine(Object.keys(eintraege).filter((name) => name.includes("*")));
  });

  test("lists what a part uses above the part, so that there is no way round in a circle", () => {
    keine(
      teile.flatMap(({ name, darf }, stelle) =>
        darf
          .filter((anderer) => !namen.slice(0, stelle).includes(anderer))
          .map((anderer) => `${name} nennt ${anderer}, das nicht darüber steht`),
      ),
    );
  });

  test("every part has a facade with named exports only and a README of at most 60 lines", () => {
    keine(
      gebaut.flatMap(({ ordner }) => {
        if (!existsSync(join(wurzel, ordner, "index.ts"))) return [`${ordner}: index.ts fehlt`];
        if (!existsSync(join(wurzel, ordner, "README.md"))) return [`${ordner}: README.md fehlt`];
        const zeilen = lies(`${ordner}/README.md`).split("\n").length;
        return [
          ...(zeilen > 61 ? [`${ordner}/README.md hat ${zeilen} Zeilen`] : []),
          ...(/export\s*\*/.test(lies(`${ordner}/index.ts`)) ? [`${ordner}/index.ts exportiert mit *`] : []),
        ];
      }),
    );
  });

  test("every folder of src is on it", () => {
    const bekannt = new Set([...teile.map((teil) => teil.ordner), "src/start", "src/befehle"]);
    const ebenen = readdirSync(join(wurzel, "src")).filter((name) => statSync(join(wurzel, "src", name)).isDirectory());
    keine(
      ebenen
        .flatMap((ebene) =>
          bekannt.has(`src/${ebene}`) ? [] : readdirSync(join(wurzel, "src", ebene)).map((name) => `src/${ebene}/${name}`),
        )
        .filter((ordner) => !bekannt.has(ordner)),
    );
  });
});

describe("walls", () => {
  test("a part uses only what the map names beside it", () => {
    keine(
      imWerk.flatMap(({ von, ziel }) => {
        const teil = teilVon(von);
        if (!teil || !ziel.startsWith("#") || teil.darf.includes(ziel)) return [];
        return [
          ziel === teil.name
            ? `${von} benutzt die eigene Fassade ${ziel}`
            : `${von} benutzt ${ziel}; ${teil.name} darf das nicht`,
        ];
      }),
    );
  });

  test("nobody enters a part but by its #name", () => {
    keine(
      importe.flatMap(({ von, ziel }) => {
        if (!ziel.startsWith(".")) return [];
        const getroffen = join(dirname(von), ziel);
        const teil = teilVon(getroffen);
        if (teil && teil !== teilVon(von)) return [`${von} greift in ${teil.name} hinein: ${ziel}`];
        // A test may use the helpers of all tests; nothing else leaves its part.
        const draussen = teilVon(von) && !teil && !(istTest(von) && getroffen.startsWith("test/"));
        return draussen ? [`${von} verlässt seinen Teil: ${ziel}`] : [];
      }),
    );
  });

  test("every #name that is used exists", () => {
    keine(importe.filter(({ ziel }) => ziel.startsWith("#") && !namen.includes(ziel)).map(({ von, ziel }) => `${von}: ${ziel}`));
  });

  test("recht and leistungen touch no file, no network, no process", () => {
    const rein = /^(#(baukasten|kalender|geld|lohnsteuer|rechtsansicht|wirkung)|zod|node:crypto|\..*)$/;
    keine(
      imWerk
        .filter(({ von, ziel }) => /^(src\/recht|leistungen)\//.test(von) && !rein.test(ziel))
        .map(({ von, ziel }) => `${von} benutzt ${ziel}`),
    );
    keine(
      dateien
        .filter((datei) => /^(src\/recht|leistungen)\//.test(datei) && !istTest(datei))
        .filter((datei) => /\b(fetch|setTimeout|setInterval)\(|\bprocess\.|Math\.random/.test(lies(datei)))
        .map((datei) => `${datei} rechnet nicht nur`),
    );
  });

  test("the law takes its time from a Clock", () => {
    const bereich = /^(src\/(verfahren|recht|eingang|ausgang|aufsicht|oberflaeche)|leistungen)\//;
    keine(
      dateien
        .filter((datei) => bereich.test(datei) && !istTest(datei))
        .filter((datei) => /\bnew Date\(\s*\)|\bDate\.now\(/.test(lies(datei)))
        .map((datei) => `${datei} fragt die Maschine nach der Zeit`),
    );
  });
});

describe("sizes and words", () => {
  test("no file of the work has more than 300 lines", () => {
    keine(
      dateien
        .filter((datei) => /^(src|leistungen|demo)\//.test(datei))
        .map((datei) => ({ datei, zeilen: lies(datei).trimEnd().split("\n").length }))
        .filter(({ zeilen }) => zeilen > 300)
        .map(({ datei, zeilen }) => `${datei} hat ${zeilen} Zeilen`),
    );
  });

  test("every German noun that a facade of the law exports is in the Glossar", () => {
    const falte = (text: string) =>
      text.toLowerCase().replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss");
    const glossar = new Set(
      falte(existsSync(join(wurzel, "docs/glossar.md")) ? lies("docs/glossar.md") : "").match(/[a-z0-9]+/g),
    );
    const dessenGrundwort = (name: string) => name.match(/[A-Z][a-z0-9]*$/)?.[0] ?? name;
    keine(
      gebaut
        .filter(({ ordner }) => !ordner.startsWith("src/platform/") && existsSync(join(wurzel, ordner, "index.ts")))
        .flatMap(({ name, ordner }) => facadeNames(lies(`${ordner}/index.ts`)).map((wort) => ({ name, wort })))
        .filter(({ wort }) => /^[A-Z][a-z]/.test(wort) && !glossar.has(falte(wort)) && !glossar.has(falte(dessenGrundwort(wort))))
        .map(({ name, wort }) => `${wort} (${name}) fehlt in docs/glossar.md`),
    );
  });
});
