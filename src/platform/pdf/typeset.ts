import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { declareAccessible } from "./conform.ts";

/** @param data as JSON @param at time of the document, in its metadata: seconds since 1970 */
export type Typeset = (data: string, at: number) => Buffer;

const FONTS = [
  "400Regular/FiraSans_400Regular",
  "400Regular_Italic/FiraSans_400Regular_Italic",
  "600SemiBold/FiraSans_600SemiBold",
];

/**
 * What was laid out is kept for about 40 letters: letters of one Leistung share most of their blocks, and a block that was laid out before
 * costs nothing (a letter took 10.8 ms without and 2.9 ms with what is kept). Forgetting looks at all that is kept, so it waits for eight.
 */
const FORGET_EVERY = 8;
const KEEP_FORGETTINGS = 5;
const COLLECT_EVERY = 50;

/**
 * The garbage collector, to be called now and then: a laid-out document lives outside the heap, and to the collector its handle looks too small
 * to hurry for. Without this the memory of a worker grew by 0.8 MB a letter.
 */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return typeof collect === "function" ? () => collect() : () => {};
}

/**
 * One file that is PDF/A-2a (kept for ever) and PDF/UA-1 (read aloud). The same data and time give the same bytes.
 *
 * @param template path of a `.typ` file; it reads `json("data.json")` and nothing else, and sets the document's title at its end: a title
 *   set at the top is part of the style of every block, and with a new title nothing of the last letter could be used again
 * @throws with Typst's message, or ours, where template or data do not fit the standards
 */
export function createTypeset(template: string): Typeset {
  const fontRoot = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/fira-sans/package.json"));
  const fontBlobs = FONTS.map((font) => readFileSync(join(fontRoot, `${font}.ttf`)));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: dirname(template) });
  const mainFileContent = readFileSync(template, "utf8");
  const dataFile = join(dirname(template), "data.json");
  const collect = collector();
  let rendered = 0;

  return (data, at) => {
    // As a file, not as an input: a new input would make Typst forget what it keeps of the template.
    compiler.mapShadow(dataFile, Buffer.from(data));
    const compiled = compiler.compile({ mainFileContent });
    const document = compiled.result;
    if (!document) throw new Error(`letter not set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    requireAccessible(compiler, document);
    const pdf = declareAccessible(compiler.pdf(document, { pdfStandard: "a-2a", creationTimestamp: at }));
    if (++rendered % FORGET_EVERY === 0) compiler.evictCache(KEEP_FORGETTINGS);
    if (rendered % COLLECT_EVERY === 0) collect();
    return pdf;
  };
}

/** What PDF/UA-1 asks of a document beyond PDF/A-2a, as Typst itself would check it: a title, and headings in order, none empty. */
function requireAccessible(compiler: NodeCompiler, document: NodeTypstDocument): void {
  if (!document.title) throw new Error("letter not set: a document to be read aloud needs a title");
  const headings = compiler.query(document, { selector: "heading" }) as { level: number; body: unknown }[];
  let last = 0;
  for (const { level, body } of headings) {
    if (level > last + 1) throw new Error(`letter not set: heading of level ${level} after one of level ${last}`);
    if (!/"text":"[^"]/.test(JSON.stringify(body))) throw new Error("letter not set: a heading is empty");
    last = level;
  }
}
