import { SMTPServer } from "smtp-server";
import { systemClock } from "#clock";
import { type Dienst, schreibeJson, starteHttp } from "../dienst.ts";
import { createPostablage, type Postablage } from "./ablage.ts";

export type Post = Dienst & { smtpPort: number };

const GROESSTE_MAIL = 10 * 1024 * 1024;

/** Takes every mail, delivers none, and shows them over HTTP. `port` and `smtpPort` are that of SMTP, `url` is that of HTTP. */
export async function startePost(optionen: { smtpPort: number; httpPort: number; daten?: string | undefined }): Promise<Post> {
  const ablage = await createPostablage(optionen.daten, systemClock.now);
  const erster = createSmtp(ablage);
  const smtpPort = await lausche(erster, optionen.smtpPort, "127.0.0.1");
  const zweiter = createSmtp(ablage);
  const beide = await lausche(zweiter, smtpPort, "::1").then(
    () => [erster, zweiter],
    () => [erster],
  );
  const http = await starteHttp((anfrage, antwort) => {
    const { pathname, searchParams } = new URL(anfrage.url ?? "/", "http://localhost");
    if (anfrage.method === "GET" && pathname === "/nachrichten")
      return schreibeJson(antwort, 200, ablage.liste(searchParams.get("an") ?? undefined));
    if (anfrage.method === "GET" && pathname === "/bereit") return schreibeJson(antwort, 200, { name: "post", bereit: true });
    schreibeJson(antwort, 404, { grund: "Diese Adresse gibt es hier nicht." });
  }, optionen.httpPort);
  return {
    port: smtpPort,
    smtpPort,
    url: http.url,
    async schliesse() {
      await http.schliesse();
      await Promise.all(beide.map((smtp) => new Promise<void>((resolve) => smtp.close(() => resolve()))));
    },
  };
}

function createSmtp(ablage: Postablage): SMTPServer {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    hideSize: true,
    banner: "Fachwerk Demo",
    onData(strom, sitzung, fertig) {
      const teile: Buffer[] = [];
      let groesse = 0;
      strom.on("data", (teil: Buffer) => {
        groesse += teil.length;
        if (groesse <= GROESSTE_MAIL) teile.push(teil);
      });
      strom.once("end", () => {
        if (groesse > GROESSTE_MAIL) return fertig(Object.assign(new Error("Die Nachricht ist zu groß."), { responseCode: 552 }));
        const { mailFrom, rcptTo } = sitzung.envelope;
        const an = rcptTo.map(({ address }) => address);
        ablage.lege(mailFrom ? mailFrom.address : "", an, Buffer.concat(teile)).then(
          () => fertig(),
          (fehler: Error) => fertig(fehler),
        );
      });
    },
  });
  smtp.on("error", (fehler) => process.stderr.write(`post: ${fehler.message}\n`));
  return smtp;
}

/** On the addresses of `localhost` alone: only this machine may leave mail here. */
function lausche(smtp: SMTPServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    smtp.server.once("error", reject);
    smtp.listen(port, host, () => {
      smtp.server.off("error", reject);
      const adresse = smtp.server.address();
      if (adresse === null || typeof adresse === "string") return reject(new Error("Der Mailserver hat keinen Port."));
      resolve(adresse.port);
    });
  });
}
