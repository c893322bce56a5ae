import { laeuftAlsProzess, portAus } from "../dienst.ts";
import { starteImap } from "./imap.ts";

// Not among what `npm start` starts: for whoever wants to point FACHWERK_RECHNUNGEN at a mailbox. It holds no mail by itself.
await laeuftAlsProzess("imap", async () => {
  const imap = await starteImap({ port: portAus("FACHWERK_PORT_IMAP", 2052), benutzer: "rechnung", kennwort: "demo-imap" });
  return { ...imap, url: `imap://127.0.0.1:${imap.port}` };
});
