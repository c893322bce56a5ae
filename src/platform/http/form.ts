import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { notUnderstood, Problem } from "./problem.ts";
import { isStorable } from "./text.ts";

export type UploadedFile = { field: string; name: string; bytes: Buffer };
/** What a form sent. A field sent twice keeps its last value. */
export type SentForm = { fields: Record<string, string>; files: UploadedFile[] };

/** Reads a form in either encoding. Files are held in memory: their number and size are bounded by the server's limits. */
export async function readForm(request: FastifyRequest): Promise<SentForm> {
  if (!request.isMultipart()) return { fields: stringsOf(request.body), files: [] };
  const fields: Record<string, string> = {};
  const files: UploadedFile[] = [];
  for await (const part of request.parts()) {
    if (!isStorable([part.fieldname, part.type === "field" ? part.value : part.filename])) throw notUnderstood();
    if (part.type === "field") {
      if (typeof part.value === "string" && part.fieldname !== "__proto__") fields[part.fieldname] = part.value;
      continue;
    }
    const bytes = await part.toBuffer();
    // An untouched file input sends an empty file without a name.
    if (part.filename && bytes.byteLength > 0) files.push({ field: part.fieldname, name: part.filename, bytes });
    else if (part.filename)
      throw new Problem(400, "Leere Datei", `Die Datei „${part.filename.slice(0, 60)}“ ist leer. Bitte wählen Sie eine andere.`);
  }
  return { fields, files };
}

/** What our own page put into a form, e.g. an id. @throws Problem where it is not there: the form did not come from our page */
export function parseFields<Shape extends z.ZodType>(shape: Shape, fields: Readonly<Record<string, string>>): z.output<Shape> {
  const parsed = shape.safeParse(fields);
  if (!parsed.success) throw notUnderstood();
  return parsed.data;
}

function stringsOf(body: unknown): Record<string, string> {
  if (typeof body !== "object" || body === null) return {};
  const pairs = Object.entries(body).map(([name, value]): [string, unknown] => [
    name,
    Array.isArray(value) ? value.at(-1) : value,
  ]);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}
