/** Questions to other systems over HTTP: connections stay open, an answer has a time and a size beyond which it is refused. */
export { type Asked, ask } from "./ask.ts";
