import { laeuftAlsProzess, portAus } from "../dienst.ts";
import { startePost } from "./post.ts";

await laeuftAlsProzess("post", () =>
  startePost({
    smtpPort: portAus("FACHWERK_PORT_POST", 2046),
    httpPort: portAus("FACHWERK_PORT_POST_HTTP", 2047),
    daten: process.env.FACHWERK_DATEN,
  }),
);
