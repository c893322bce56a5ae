import { createServer, type Socket } from "node:net";

/** A mail in the box. `flags` as IMAP writes them, e.g. `\Seen`. */
export type Postfachmail = { uid: number; bytes: Buffer; flags: Set<string>; empfangenAm: Date };
export type Imapserver = {
  port: number;
  mails: Postfachmail[];
  /** Puts a mail into the box, as a mail server would that received it. */
  lege(roh: string | Buffer): Postfachmail;
  /** Breaks every open connection, as a server that is restarted. */
  brich(): void;
  schliesse(): Promise<void>;
};

const FAEHIGKEITEN = "IMAP4rev1 LITERAL+ UIDPLUS";

/**
 * A mailbox by IMAP4rev1 (RFC 3501), as far as a program needs that reads one: LOGIN, SELECT, UID SEARCH, UID FETCH of sizes, flags and whole
 * mails, UID STORE of flags. One box, one user. What it does not know it refuses with BAD, as the standard asks.
 */
export async function starteImap(optionen: { port: number; benutzer: string; kennwort: string }): Promise<Imapserver> {
  const mails: Postfachmail[] = [];
  const offene = new Set<Socket>();
  const server = createServer((socket) => {
    offene.add(socket);
    socket.on("close", () => offene.delete(socket));
    socket.on("error", () => {});
    bediene(socket, mails, optionen);
  });
  await new Promise<void>((bereit) => server.listen(optionen.port, "127.0.0.1", bereit));
  const adresse = server.address();
  return {
    port: typeof adresse === "object" && adresse ? adresse.port : 0,
    mails,
    lege(roh) {
      const mail = {
        uid: (mails.at(-1)?.uid ?? 100) + 1,
        bytes: Buffer.from(roh),
        flags: new Set<string>(),
        empfangenAm: new Date(),
      };
      mails.push(mail);
      return mail;
    },
    brich() {
      for (const socket of offene) socket.destroy();
    },
    async schliesse() {
      for (const socket of offene) socket.destroy();
      await new Promise((fertig) => server.close(fertig));
    },
  };
}

function bediene(socket: Socket, mails: Postfachmail[], { benutzer, kennwort }: { benutzer: string; kennwort: string }): void {
  const sende = (...zeilen: (string | Buffer)[]) => {
    for (const zeile of zeilen) socket.write(typeof zeile === "string" ? `${zeile}\r\n` : zeile);
  };
  let angemeldet = false;
  let gewaehlt = false;
  let puffer = "";
  sende(`* OK [CAPABILITY ${FAEHIGKEITEN}] Fachwerk Demo`);

  const anfuehrung = (text: string) =>
    [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
      ([, inQuotes, einfach]) => inQuotes?.replaceAll(/\\(.)/g, "$1") ?? einfach ?? "",
    );
  const inMenge = (menge: string) => (uid: number) =>
    menge.split(",").some((teil) => {
      const [von = "", bis = von] = teil.split(":");
      const hoechste = mails.at(-1)?.uid ?? 0;
      const zahl = (text: string) => (text === "*" ? hoechste : Number(text));
      return uid >= Math.min(zahl(von), zahl(bis)) && uid <= Math.max(zahl(von), zahl(bis));
    });

  function hole(menge: string, was: string): void {
    for (const [stelle, mail] of mails.entries()) {
      if (!inMenge(menge)(mail.uid)) continue;
      const teile = [`UID ${mail.uid}`];
      if (/\bFLAGS\b/i.test(was)) teile.push(`FLAGS (${[...mail.flags].join(" ")})`);
      if (/RFC822\.SIZE/i.test(was)) teile.push(`RFC822.SIZE ${mail.bytes.length}`);
      if (/INTERNALDATE/i.test(was))
        teile.push(
          `INTERNALDATE "${mail.empfangenAm
            .toUTCString()
            .slice(5, 25)
            .replaceAll(" ", "-")
            .replace(/-(\d\d:)/, " $1")} +0000"`,
        );
      if (/BODY(\.PEEK)?\[\]/i.test(was)) {
        if (!/PEEK/i.test(was)) mail.flags.add("\\Seen");
        socket.write(`* ${stelle + 1} FETCH (${teile.join(" ")} BODY[] {${mail.bytes.length}}\r\n`);
        socket.write(mail.bytes);
        socket.write(")\r\n");
      } else sende(`* ${stelle + 1} FETCH (${teile.join(" ")})`);
    }
  }

  function setze(menge: string, art: string, flags: string): void {
    const neue = flags.replaceAll(/[()]/g, "").split(/\s+/).filter(Boolean);
    for (const [stelle, mail] of mails.entries()) {
      if (!inMenge(menge)(mail.uid)) continue;
      if (art.startsWith("-")) for (const flag of neue) mail.flags.delete(flag);
      else for (const flag of neue) mail.flags.add(flag);
      if (!/SILENT/i.test(art)) sende(`* ${stelle + 1} FETCH (UID ${mail.uid} FLAGS (${[...mail.flags].join(" ")}))`);
    }
  }

  const ausfuehrung: Record<string, (marke: string, rest: string) => string | undefined> = {
    CAPABILITY: () => (sende(`* CAPABILITY ${FAEHIGKEITEN}`), "OK CAPABILITY done"),
    NOOP: () => "OK NOOP done",
    ID: () => (sende("* ID NIL"), "OK ID done"),
    LOGIN: (_marke, rest) => {
      const [name, geheim] = anfuehrung(rest);
      angemeldet = name === benutzer && geheim === kennwort;
      return angemeldet ? `OK [CAPABILITY ${FAEHIGKEITEN}] LOGIN done` : "NO [AUTHENTICATIONFAILED] wrong";
    },
    LIST: () => (sende('* LIST (\\HasNoChildren) "/" INBOX'), "OK LIST done"),
    LSUB: () => (sende('* LSUB () "/" INBOX'), "OK LSUB done"),
    STATUS: () => (sende(`* STATUS INBOX (MESSAGES ${mails.length})`), "OK STATUS done"),
    SELECT: (_marke, rest) => {
      if (anfuehrung(rest)[0]?.toUpperCase() !== "INBOX") return "NO [NONEXISTENT] no such mailbox";
      gewaehlt = true;
      sende(
        "* FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)",
        `* ${mails.length} EXISTS`,
        "* 0 RECENT",
        "* OK [PERMANENTFLAGS (\\Seen \\Answered \\Flagged \\*)] ok",
      );
      sende("* OK [UIDVALIDITY 4711] ok", `* OK [UIDNEXT ${(mails.at(-1)?.uid ?? 100) + 1}] ok`);
      return "OK [READ-WRITE] SELECT done";
    },
    CLOSE: () => ((gewaehlt = false), "OK CLOSE done"),
    UID: (_marke, rest) => {
      const [befehl = "", ...worte] = rest.split(" ");
      const art = befehl.toUpperCase();
      if (!gewaehlt) return "BAD no mailbox selected";
      if (art === "SEARCH") {
        const treffer = mails.filter(
          ({ flags }) =>
            !(/\bUNSEEN\b/i.test(rest) && flags.has("\\Seen")) && !(/\bUNFLAGGED\b/i.test(rest) && flags.has("\\Flagged")),
        );
        sende(`* SEARCH${treffer.map(({ uid }) => ` ${uid}`).join("")}`);
      } else if (art === "FETCH") hole(worte[0] ?? "", worte.slice(1).join(" "));
      else if (art === "STORE") setze(worte[0] ?? "", worte[1] ?? "", worte.slice(2).join(" "));
      else return `BAD UID ${art} is not known`;
      return `OK UID ${art} done`;
    },
  };

  socket.on("data", (stueck) => {
    puffer += stueck.toString("latin1");
    for (let ende = puffer.indexOf("\r\n"); ende >= 0; ende = puffer.indexOf("\r\n")) {
      const [marke = "*", befehl = "", ...rest] = puffer.slice(0, ende).split(" ");
      puffer = puffer.slice(ende + 2);
      const name = befehl.toUpperCase();
      if (name === "LOGOUT") {
        sende("* BYE bye", `${marke} OK LOGOUT done`);
        socket.end();
        return;
      }
      const offen = ["CAPABILITY", "NOOP", "ID", "LOGIN"].includes(name);
      const tue = Object.hasOwn(ausfuehrung, name) ? ausfuehrung[name] : undefined;
      const antwort = !tue ? `BAD ${name} is not known` : !angemeldet && !offen ? "BAD log in first" : tue(marke, rest.join(" "));
      if (antwort) sende(`${marke} ${antwort}`);
    }
  });
}
