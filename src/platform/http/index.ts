/** The web server: Mandant by host name, strict headers, origin check, problem documents, OpenAPI from the same shapes. */
export { CSV_ANFANG, csvZeile } from "./csv.ts";
export { parseFields, readForm, type SentForm, type UploadedFile } from "./form.ts";
export { createHttp, type Http, type HttpOptions } from "./http.ts";
export { Problem } from "./problem.ts";
export { type RateLimit, sendHtml } from "./reply.ts";
