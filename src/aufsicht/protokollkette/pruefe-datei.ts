import { hash } from "node:crypto";
import { isSignedBy } from "#secrets";
import { type Gelesen, liesSaetze } from "./datei.ts";
import { createPruefer, type Ergebnis, type Pruefer, satzDerZeile, type Vorgaben } from "./pruefer.ts";
import { type Ende, endeText, type Satz } from "./saetze.ts";

/**
 * Verifies an export without a database, in one pass and with flat memory.
 * @param vorgaben keys and heads that the reader has from elsewhere
 */
export async function pruefeDatei(stuecke: AsyncIterable<Uint8Array>, vorgaben: Vorgaben = {}): Promise<Ergebnis> {
  const pruefer = createPruefer(vorgaben);
  const lauf = { kopf: false, ende: false, saetze: 0 };
  for await (const gelesen of liesSaetze(stuecke)) {
    if (lauf.ende) {
      pruefer.melde(`Zeile ${gelesen.zeile}`, "steht hinter dem Ende der Ausfuhr", gelesen.zeile);
      break;
    }
    if (gelesen.art === "beschaedigt") meldeBeschaedigt(pruefer, gelesen, lauf);
    else nimm(pruefer, gelesen, lauf);
    lauf.saetze++;
  }
  if (lauf.saetze === 0) pruefer.melde("Kopf der Datei", "fehlt: die Datei ist leer", undefined);
  else if (!lauf.ende) pruefer.melde("Ende der Datei", "fehlt: die Ausfuhr ist abgeschnitten", undefined);
  return pruefer.schliesseAb();
}

type Lauf = { kopf: boolean; ende: boolean; saetze: number };

function nimm(pruefer: Pruefer, { satz, zeile, davor }: Extract<Gelesen, { art: "satz" }>, lauf: Lauf): void {
  if (satz.typ === "kopf") {
    if (lauf.saetze > 0) pruefer.melde("Kopf der Datei", "steht nicht am Anfang oder doppelt", zeile);
    else pruefer.nimmKopf(satz, zeile);
    lauf.kopf = true;
    return;
  }
  if (!lauf.kopf) {
    pruefer.melde("Kopf der Datei", "fehlt", zeile);
    lauf.kopf = true;
  }
  if (satz.typ === "zeile") pruefer.nimmZeile(satz, zeile);
  else if (satz.typ === "stapel") pruefer.nimmStapel(satz, zeile);
  else if (satz.typ === "dokument") pruefeDokument(pruefer, satz, zeile);
  else {
    lauf.ende = true;
    pruefeEnde(pruefer, satz, zeile, davor());
  }
}

function pruefeDokument(pruefer: Pruefer, satz: Extract<Satz, { typ: "dokument" }>, zeile: number): void {
  if (satz.inhalt === undefined) return;
  if (hash("sha256", Buffer.from(satz.inhalt, "base64"), "hex") !== satz.sha256)
    pruefer.melde(`Dokument ${satz.sha256}`, "wurde verändert: sein Inhalt passt nicht zu seinem Namen", zeile);
}

function pruefeEnde(pruefer: Pruefer, satz: Ende, zeile: number, davor: string): void {
  const name = "Ende der Datei";
  const { gesehen } = pruefer;
  if (satz.davor !== davor) pruefer.melde(name, "die Datei davor ist nicht die, die ausgeführt wurde", zeile);
  if (satz.zeilen !== gesehen.zeilen)
    pruefer.melde(name, `${satz.zeilen} Zeilen sind angekündigt, ${gesehen.zeilen} sind da`, zeile);
  if (satz.stapel !== gesehen.stapel)
    pruefer.melde(name, `${satz.stapel} Stapel sind angekündigt, ${gesehen.stapel} sind da`, zeile);
  const schluessel = pruefer.schluesselVon(satz.schluessel);
  if (schluessel === undefined) pruefer.melde(name, `unterschrieben mit einem unbekannten Schlüssel: ${satz.schluessel}`, zeile);
  else if (!isSignedBy(schluessel, endeText(pruefer.mandant(), satz), satz.unterschrift))
    pruefer.melde(name, "die Unterschrift ist falsch", zeile);
}

/** What a broken line was, by how it begins, else by how it ends: the keys of a record are sorted, so one of the two is whole. */
const anfaenge = { zeile: /^\{"art":"/, stapel: /^\{"anzahl":/, ende: /^\{"davor":/, dokument: /^\{"(inhalt|sha256)":"/ };
const enden = {
  stapel: /"typ":"stapel","unterschriften":/,
  ende: /"typ":"ende","unterschrift":/,
  dokument: /"sha256":"[^"]*","typ":"dokument"\}$/,
};
function typVon(roh: string): string {
  const passt = (muster: Record<string, RegExp>) => Object.keys(muster).find((typ) => muster[typ]?.test(roh));
  return passt(anfaenge) ?? passt(enden) ?? "zeile";
}

/** Names the broken record by where it stands, and by what can still be read of it. */
function meldeBeschaedigt(pruefer: Pruefer, { zeile, text, roh }: Extract<Gelesen, { art: "beschaedigt" }>, lauf: Lauf): void {
  if (lauf.saetze === 0) {
    lauf.kopf = true;
    return pruefer.melde("Kopf der Datei", text, zeile);
  }
  const { stapel, stelle } = pruefer.stelle();
  const typ = typVon(roh);
  if (typ === "ende") {
    lauf.ende = true;
    return pruefer.melde("Ende der Datei", text, zeile);
  }
  if (typ === "stapel") {
    pruefer.melde(`Stapel ${stapel}`, text, zeile);
    return pruefer.ueberspringeStapel();
  }
  if (typ === "dokument") {
    const sha256 = /"sha256":"([^"]{1,80})"/.exec(roh)?.[1] ?? "";
    return pruefer.melde(`Dokument ${sha256} in Zeile ${zeile} der Datei`, text, zeile);
  }
  pruefer.verdirb();
  const art = /^\{"art":"([^"]{1,80})"/.exec(roh)?.[1] ?? `Zeile ${zeile} der Datei`;
  const schluessel = /"schluessel":"([^"]{1,200})","stapel":/.exec(roh)?.[1] ?? "";
  pruefer.melde(satzDerZeile({ art, schluessel, stapel, stelle }), text, zeile);
}
