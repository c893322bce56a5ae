import { createReadStream, createWriteStream } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { userInfo } from "node:os";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { type Bekannter, type Ergebnis, pruefeDatei, type Umfang } from "#protokollkette";
import { readPublicKey, rotateSigner } from "#secrets";
import { findNachAktenzeichen } from "#vorgaenge";
import type { System } from "../app.ts";
import { liesConfig } from "../config.ts";
import { type Ausgabe, type Befehl, Falschaufruf, Verweigert } from "./befehl.ts";
import { mitSystem } from "./mit-system.ts";

type Option = string | boolean | undefined;
const mandantOption = { mandant: { type: "string", text: "Schlüssel des Mandanten" } } as const;
const leser = (anlass: string) => ({ wer: `betrieb:${userInfo().username}`, anlass });

async function brauchtMandant(system: System, name: string) {
  const mandant = await system.tenants.findBySchluessel(name);
  if (!mandant) throw new Verweigert(`Den Mandanten „${name}“ gibt es nicht.`);
  return mandant;
}

function liesTag(name: string, wert: Option): string | undefined {
  if (wert === undefined) return undefined;
  const tag = z.iso.date().safeParse(wert);
  if (!tag.success) throw new Falschaufruf(`--${name} ist kein Tag: bitte JJJJ-MM-TT.`);
  return tag.data;
}

async function umfangAus(system: System, mandantId: number, werte: Readonly<Record<string, Option>>): Promise<Umfang> {
  const { vorgang: kennung, "mit-dokumenten": dokumente } = werte;
  const [von, bis] = [liesTag("von", werte.von), liesTag("bis", werte.bis)];
  const vorgang =
    typeof kennung !== "string" || z.uuid().safeParse(kennung).success
      ? (kennung as string | undefined)
      : (await system.db.inTransaction({ mandant: mandantId }, (tx) => findNachAktenzeichen(tx, kennung)))?.id;
  if (kennung !== undefined && vorgang === undefined) throw new Verweigert(`Den Vorgang „${String(kennung)}“ gibt es nicht.`);
  return {
    art: von || bis || vorgang ? "auszug" : "alles",
    ...(von && { von }),
    ...(bis && { bis }),
    ...(vorgang && { vorgang }),
    ...(dokumente === true && { dokumente }),
  };
}

/** A key as such, or a file: PEM, base64, or what the well-known address hands out. */
async function liesSchluessel(angabe: string): Promise<string[]> {
  const text = await readFile(angabe, "utf8").catch(() => angabe);
  try {
    const json = text.trimStart().startsWith("{")
      ? z.object({ schluessel: z.array(z.object({ oeffentlich: z.string() })) }).parse(JSON.parse(text)).schluessel
      : [{ oeffentlich: text }];
    return json.map(({ oeffentlich }) => readPublicKey(oeffentlich).key);
  } catch {
    throw new Falschaufruf(`„${angabe}“ ist weder ein öffentlicher Ed25519-Schlüssel noch eine Datei mit einem.`);
  }
}

const Bekannt = z.object({ nummer: z.int().positive(), kopf: z.string().regex(/^[0-9a-f]{128}$/) });
/** `12:<hex>`, or a file that the well-known address handed out. */
async function liesKopf(angabe: string): Promise<Bekannter> {
  const [nummer, kopf] = angabe.split(":");
  const direkt = Bekannt.safeParse({ nummer: Number(nummer), kopf: kopf?.toLowerCase() });
  if (direkt.success) return direkt.data;
  const text = await readFile(angabe, "utf8").catch(() => "");
  const ausDatei = z.object({ kopf: Bekannt }).safeParse(text.trimStart().startsWith("{") ? JSON.parse(text) : undefined);
  if (!ausDatei.success)
    throw new Falschaufruf(`„${angabe}“ ist kein ausgehändigter Kopf: bitte <Nummer>:<Kopf> oder eine Datei.`);
  return ausDatei.data.kopf;
}

function berichte(ausgabe: Ausgabe, ergebnis: Ergebnis): number {
  const { gueltig, befunde, weitere, hinweise, zeilen, stapel, ohneInhalt, kopf } = ergebnis;
  ausgabe.daten(ergebnis);
  for (const { satz, text, zeile } of befunde)
    ausgabe.text(`FEHLER  ${satz}: ${text}${zeile ? ` (Zeile ${zeile} der Datei)` : ""}`);
  if (weitere > 0) ausgabe.text(`FEHLER  und ${weitere} weitere`);
  for (const hinweis of hinweise) ausgabe.text(`Hinweis: ${hinweis}`);
  ausgabe.text(`${zeilen} Zeilen in ${stapel} Stapeln, davon ${ohneInhalt} mit gelöschtem Inhalt.`);
  if (kopf) ausgabe.text(`Letzter Kopf: ${kopf.nummer}:${kopf.kopf}`);
  ausgabe.text(gueltig ? "Unversehrt." : "NICHT unversehrt.");
  if (!gueltig) process.stderr.write(`Nicht unversehrt: ${befunde[0]?.satz}: ${befunde[0]?.text}\n`);
  return gueltig ? 0 : 1;
}

/** The log's chain: export, verify, keys. */
export const protokollbefehle: readonly Befehl[] = [
  {
    name: "protokoll exportiere",
    aufruf: "--mandant musterstadt --nach <datei> [--von JJJJ-MM-TT] [--bis JJJJ-MM-TT] [--vorgang …]",
    text: "Führt das Protokoll für die Rechnungsprüfung aus (Form: docs/protokoll-ausfuhr.md).",
    optionen: {
      ...mandantOption,
      nach: { type: "string", text: "Datei, die geschrieben wird" },
      von: { type: "string", text: "nur Einträge ab diesem Tag" },
      bis: { type: "string", text: "nur Einträge bis zu diesem Tag" },
      vorgang: { type: "string", text: "nur dieser Vorgang (Kennung oder Aktenzeichen)" },
      "mit-dokumenten": { type: "boolean", text: "mit den Dokumenten selbst, nicht nur ihren Prüfsummen" },
    },
    async fuehreAus(_argumente, werte, ausgabe) {
      const { mandant: name, nach } = werte;
      if (typeof name !== "string" || typeof nach !== "string") throw new Falschaufruf("Es fehlen --mandant oder --nach.");
      return mitSystem(async (system) => {
        const mandant = await brauchtMandant(system, name);
        const umfang = await umfangAus(system, mandant.id, werte);
        const teil = `${nach}.teil`;
        let zeilen = 0;
        const zaehle = async function* (quelle: AsyncIterable<string>) {
          for await (const zeile of quelle) {
            zeilen++;
            if (process.stderr.isTTY && zeilen % 10_000 === 0) process.stderr.write(`\r${zeilen} Sätze`);
            yield zeile;
          }
        };
        try {
          const quelle = system.kette.exportiere(mandant.id, umfang, leser("Ausfuhr des Protokolls"));
          await pipeline(Readable.from(zaehle(quelle)), createWriteStream(teil, { mode: 0o600 }));
          await rename(teil, nach);
        } catch (error) {
          await rm(teil, { force: true });
          throw error;
        }
        ausgabe.text(`${process.stderr.isTTY ? "\n" : ""}Ausgeführt: ${zeilen} Sätze nach ${nach}`);
        ausgabe.daten({ mandant: name, datei: nach, saetze: zeilen, umfang });
        return 0;
      });
    },
  },
  {
    name: "protokoll pruefe",
    aufruf: "(<datei> | --gegen-datenbank --mandant musterstadt) [--schluessel …] [--kopf …]",
    text: "Prüft eine Ausfuhr ohne Datenbank, oder die Kette in der Datenbank; nennt den Satz, an dem sie reißt.",
    optionen: {
      ...mandantOption,
      "gegen-datenbank": { type: "boolean", text: "die Datenbank selbst prüfen" },
      schluessel: { type: "string", text: "öffentlicher Schlüssel, dem Sie trauen, oder Datei damit; mehrere mit Komma" },
      kopf: { type: "string", text: "ausgehändigter Kopf <Nummer>:<Kopf> oder Datei damit; mehrere mit Komma" },
    },
    async fuehreAus([datei], { mandant: name, "gegen-datenbank": datenbank, schluessel, kopf }, ausgabe) {
      const liste = (wert: Option) => (typeof wert === "string" ? wert.split(",").filter((each) => each !== "") : []);
      const vorgaben = {
        schluessel: (await Promise.all(liste(schluessel).map(liesSchluessel))).flat(),
        koepfe: await Promise.all(liste(kopf).map(liesKopf)),
      };
      if (datenbank === true) {
        if (typeof name !== "string" || datei)
          throw new Falschaufruf("Mit --gegen-datenbank gehört --mandant, aber keine Datei.");
        return mitSystem(async (system) => {
          const mandant = await brauchtMandant(system, name);
          return berichte(ausgabe, await system.kette.pruefe(mandant.id, vorgaben, leser("Prüfung der Kette")));
        });
      }
      if (!datei) throw new Falschaufruf("Es fehlt die Datei, oder --gegen-datenbank.");
      return berichte(ausgabe, await pruefeDatei(createReadStream(datei), vorgaben));
    },
  },
  {
    name: "protokoll schluessel",
    aufruf: "[--neu]",
    text: "Zeigt die öffentlichen Schlüssel, mit denen Köpfe unterschrieben werden.",
    optionen: { neu: { type: "boolean", text: "ab jetzt mit einem neuen Schlüssel unterschreiben" } },
    async fuehreAus(_argumente, { neu }, ausgabe) {
      return mitSystem(async (system) => {
        if (neu === true) {
          if (process.env.FACHWERK_SIGNIERSCHLUESSEL)
            throw new Verweigert("Der Schlüssel kommt aus FACHWERK_SIGNIERSCHLUESSEL: bitte dort wechseln (docs/betrieb.md).");
          await rotateSigner(liesConfig().daten, system.kette.bestaetigeSchluessel);
        }
        for (const each of await system.kette.schluessel()) {
          ausgabe.text(`${each.kennung}  seit ${each.seit.slice(0, 10)}  ${each.oeffentlich}`);
          ausgabe.daten(each);
        }
        return 0;
      });
    },
  },
];
