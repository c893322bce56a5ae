/** Documents by content: the name of a blob is the hash of its bytes, and each Mandant has a folder of its own. */
export { type Blobs, createBlobs } from "./blobs.ts";
