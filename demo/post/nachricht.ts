/** A caught mail. `text`: its plain text; `am`: when it was taken, ISO. */
export type Nachricht = { id: string; messageId: string; von: string; an: string[]; betreff: string; text: string; am: string };

/** Reads a mail as Fachwerk sends them: one part of plain text (RFC 5322, 2045, 2047). Other parts are left out, never guessed. */
export function liesMail(roh: Buffer): Pick<Nachricht, "messageId" | "betreff" | "text"> {
  // Byte for byte: which characters the bytes mean is only known after the header.
  const bytes = roh.toString("latin1");
  const trenner = /\r?\n\r?\n/.exec(bytes);
  const kopf = trenner ? bytes.slice(0, trenner.index) : bytes;
  const rumpf = trenner ? bytes.slice(trenner.index + trenner[0].length) : "";
  const felder = liesKopf(kopf);
  const istText = /^(text\/plain|$)/i.test(felder.get("content-type") ?? "");
  const zeichensatz = /charset="?([^";\s]+)/i.exec(felder.get("content-type") ?? "")?.[1] ?? "utf-8";
  return {
    messageId: felder.get("message-id") ?? "",
    betreff: entschluessleKopf(felder.get("subject") ?? ""),
    text: istText ? alsText(entpacke(rumpf, felder.get("content-transfer-encoding") ?? ""), zeichensatz).trimEnd() : "",
  };
}

function liesKopf(kopf: string): Map<string, string> {
  const felder = new Map<string, string>();
  for (const zeile of kopf.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const stelle = zeile.indexOf(":");
    if (stelle > 0) felder.set(zeile.slice(0, stelle).toLowerCase(), zeile.slice(stelle + 1).trim());
  }
  return felder;
}

function entpacke(rumpf: string, verfahren: string): Buffer {
  if (/^base64$/i.test(verfahren)) return Buffer.from(rumpf, "base64");
  if (!/^quoted-printable$/i.test(verfahren)) return Buffer.from(rumpf, "latin1");
  return Buffer.from(entschluessleZeichen(rumpf.replace(/=\r?\n/g, "")), "latin1");
}

const entschluessleZeichen = (text: string): string =>
  text.replace(/=([0-9A-F]{2})/gi, (_, zahl: string) => String.fromCharCode(Number.parseInt(zahl, 16)));

/** Encoded words of a header, `=?UTF-8?Q?…?=`; the blank between two of them belongs to neither. */
function entschluessleKopf(wert: string): string {
  return wert.replace(/(\?=)\s+(=\?)/g, "$1$2").replace(/(?:=\?[^?]+\?[BQ]\?[^?]*\?=)+/gi, (worte) => {
    const stuecke = [...worte.matchAll(/=\?([^?]+)\?([BQ])\?([^?]*)\?=/gi)];
    const bytes = stuecke.map(([, , art, inhalt = ""]) =>
      art?.toUpperCase() === "B"
        ? Buffer.from(inhalt, "base64")
        : Buffer.from(entschluessleZeichen(inhalt.replaceAll("_", " ")), "latin1"),
    );
    return alsText(Buffer.concat(bytes), stuecke[0]?.[1] ?? "utf-8");
  });
}

function alsText(bytes: Buffer, zeichensatz: string): string {
  try {
    return new TextDecoder(zeichensatz).decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
}
