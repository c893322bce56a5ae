import { ImapFlow } from "imapflow";
import PostalMime, { type Email } from "postal-mime";
import type { Angenommen, Eingang } from "./nimm-an.ts";
import { type Ablehnung, nimmDateiAn } from "./nimm-datei-an.ts";
import { sha256Von } from "./sha256.ts";

export type Postfachzugang = { host: string; port: number; tls: boolean; benutzer: string; kennwort: string; ordner: string };
export type Postfachbericht = {
  angenommen: number;
  bekannt: number;
  abgelehnt: number;
  ohneRechnung: number;
  beantwortet: number;
};
type Nachricht = { id: string; to: string; subject: string; text: string };

const GROESSTE_MAIL = 30 * 1024 * 1024;
const JE_LAUF = 200;
/** Nothing that was sent by a program is answered: two programs would write to each other for ever (RFC 3834). */
const maschinell = (mail: Email): boolean => {
  const kopf = (name: string) => mail.headers.find(({ key }) => key === name)?.value.toLowerCase() ?? "";
  return (
    !["", "no"].includes(kopf("auto-submitted")) ||
    /^(bulk|junk|list)$/.test(kopf("precedence")) ||
    kopf("list-id") !== "" ||
    kopf("return-path") === "<>" ||
    /^(mailer-daemon|postmaster|no-?reply)@/i.test(mail.from?.address ?? "")
  );
};

/**
 * What a machine sends back: an absence notice, a bounce. It often carries what we sent, e.g. the report of a rejection; taken for an invoice it
 * would be rejected by mail, and come back for ever. Invoices that a program sends on its own (`auto-generated`) are none of these.
 */
const istAntwortEinerMaschine = (mail: Email): boolean => {
  const kopf = (name: string) =>
    mail.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? "";
  return (
    kopf("auto-submitted").startsWith("auto-replied") ||
    kopf("return-path") === "<>" ||
    /^mailer-daemon@/i.test(mail.from?.address ?? "") ||
    // Ours, sent to ourselves.
    /^<[^>]*@fachwerk>$/.test(mail.messageId ?? "")
  );
};

/** Attachments that may be invoices: XML and PDF by their bytes; pictures of signatures are none. */
const anhaenge = (mail: Email) =>
  mail.attachments
    .filter(({ disposition, related, mimeType }) => disposition === "attachment" || !related || mimeType.includes("xml"))
    .map(({ filename, content }, stelle) => ({
      name: filename ?? `anhang-${stelle + 1}`,
      bytes: typeof content === "string" ? Buffer.from(content) : new Uint8Array(content),
    }))
    .filter(
      ({ name, bytes }) =>
        bytes.byteLength > 0 &&
        (/\.(xml|pdf)$/i.test(name) || /^(%PDF|\s*<\?xml)/.test(Buffer.from(bytes.subarray(0, 64)).toString("latin1"))),
    );

/**
 * Reads a mailbox: every attachment of a mail that may be an invoice is one arrival; whoever sends none is told so. A mail is marked as read
 * only after all its attachments are committed; killed in between, it is read again, and its Message-ID makes the arrivals the same.
 */
export async function nimmPostfachAn(
  deps: { nimmAn: (eingang: Eingang) => Promise<Angenommen>; sende: (nachricht: Nachricht) => Promise<void> },
  mandantId: number,
  zugang: Postfachzugang,
): Promise<Postfachbericht> {
  const bericht: Postfachbericht = { angenommen: 0, bekannt: 0, abgelehnt: 0, ohneRechnung: 0, beantwortet: 0 };
  const client = new ImapFlow({
    host: zugang.host,
    port: zugang.port,
    secure: zugang.tls,
    auth: { user: zugang.benutzer, pass: zugang.kennwort },
    logger: false,
    connectionTimeout: 15_000,
    socketTimeout: 60_000,
  });
  // Told by the command that runs then; unheard, it would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    const sperre = await client.getMailboxLock(zugang.ordner);
    try {
      // Unread and flagged for a person: it cannot be read here, and forgetting it would be worse. Without the flag some of these at the head
      // of the box would keep everything behind them from ever being read.
      const lasseLiegen = async (uid: number) => {
        bericht.abgelehnt++;
        await client.messageFlagsAdd(String(uid), ["\\Flagged"], { uid: true });
      };
      const uids = (await client.search({ seen: false, flagged: false }, { uid: true })) || [];
      for (const uid of uids.slice(0, JE_LAUF)) {
        const nachricht = await client.fetchOne(String(uid), { uid: true, size: true }, { uid: true });
        if (!nachricht) continue;
        if ((nachricht.size ?? 0) > GROESSTE_MAIL) {
          await lasseLiegen(uid);
          continue;
        }
        const voll = await client.fetchOne(String(uid), { source: true }, { uid: true });
        if (!voll || voll.source === undefined) continue;
        const validity = client.mailbox ? String(client.mailbox.uidValidity) : "0";
        const mail = await PostalMime.parse(voll.source).catch(() => undefined);
        if (!mail) {
          await lasseLiegen(uid);
          continue;
        }
        await nimmMailAn(deps, mandantId, mail, `${validity}:${uid}`, bericht);
        await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
      }
    } finally {
      sperre.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
  return bericht;
}

async function nimmMailAn(
  { nimmAn, sende }: Parameters<typeof nimmPostfachAn>[0],
  mandantId: number,
  mail: Email,
  stelle: string,
  bericht: Postfachbericht,
): Promise<void> {
  const absender = mail.from?.address?.toLowerCase() ?? null;
  const kennung = mail.messageId || stelle;
  const abgelehnt: string[] = [];
  const gefunden = istAntwortEinerMaschine(mail) ? [] : anhaenge(mail);
  for (const [nummer, { name, bytes }] of gefunden.entries()) {
    const ergebnis: Angenommen | Ablehnung = await nimmDateiAn(nimmAn, {
      mandantId,
      bytes,
      dateiname: name,
      kanal: "email",
      absender,
      akteur: { art: "lieferant", weg: "email" },
      // With the content: others choose the names of their messages, and use some of them twice.
      transaktion: `email:${kennung}:${nummer}:${sha256Von(bytes)}`,
    });
    if (ergebnis.art === "abgelehnt") abgelehnt.push(ergebnis.text);
    else bericht[ergebnis.art]++;
  }
  if (gefunden.length === 0) bericht.ohneRechnung++;
  bericht.abgelehnt += abgelehnt.length;
  if (absender === null || maschinell(mail) || (gefunden.length > 0 && abgelehnt.length === 0)) return;
  await sende({
    id: `rechnung-mail-${Buffer.from(kennung).toString("base64url").slice(0, 80)}`,
    to: absender,
    subject: `Keine Rechnung gefunden: ${(mail.subject ?? "").slice(0, 100)}`,
    text: [
      "Guten Tag,",
      gefunden.length === 0
        ? "in Ihrer Nachricht haben wir keine Rechnung gefunden. Dieses Postfach liest ein Programm; den Text der Nachricht sieht niemand."
        : `das konnten wir nicht annehmen:\n${abgelehnt.map((text) => `- ${text}`).join("\n")}`,
      "Bitte senden Sie Rechnungen als Anhang: eine XRechnung (XML) oder eine PDF-Datei mit eingebetteter Rechnung (ZUGFeRD).",
    ].join("\n\n"),
  });
  bericht.beantwortet++;
}
