import { alsProzess } from "./register-server.ts";

await alsProzess("fachregister");
