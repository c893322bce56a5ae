import { createTransport } from "nodemailer";

/** Plain text, and files with it. `id` makes a repeated sending recognisable: it becomes the Message-ID. */
export type Message = {
  id: string;
  to: string;
  from: { name: string; address: string };
  subject: string;
  text: string;
  attachments?: readonly { name: string; type: string; bytes: Buffer }[];
};
export type Mail = {
  /** Resolves when the server took the message, rejects otherwise: the caller's job tries again. */
  send(message: Message): Promise<void>;
  close(): void;
};

/** @param url `smtp://user:secret@host:port` or `smtps://…` */
export function createMail(url: string): Mail {
  const transport = createTransport(url, { pool: true, maxConnections: 2 } as object);
  return {
    async send(message) {
      await transport.sendMail({
        messageId: `<${message.id}@fachwerk>`,
        to: message.to,
        from: { name: message.from.name, address: message.from.address },
        subject: message.subject,
        text: message.text,
        attachments: (message.attachments ?? []).map(({ name, type, bytes }) => ({
          filename: name,
          contentType: type,
          content: bytes,
        })),
        // No auto-replies from holiday notices to an office's address.
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
    close: () => transport.close(),
  };
}
