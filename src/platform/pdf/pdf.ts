import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

export type PdfStandard = "ua-1" | "a-2a" | "a-2b" | "a-1b";

export type Pdf = {
  /**
   * Lays the template out once and writes it in each standard. The same data and time give the same bytes.
   * @param data reaches the template as `json("data.json")`: data are never read as Typst code
   * @param at time of the document, in its metadata
   * @throws with Typst's message where template or data do not fit the standard
   */
  render<S extends PdfStandard>(data: unknown, at: Date, standards: readonly S[]): Record<S, Buffer>;
};

const FONTS = [
  "400Regular/FiraSans_400Regular",
  "400Regular_Italic/FiraSans_400Regular_Italic",
  "600SemiBold/FiraSans_600SemiBold",
];

/** Layouts of this many letters ago are forgotten; what all letters share stays. */
const KEEP_RENDERINGS = 5;
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

/** @param template path of a `.typ` file; it can read nothing but its data */
export function createPdf(template: string): Pdf {
  const fontRoot = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/fira-sans/package.json"));
  const fontBlobs = FONTS.map((font) => readFileSync(join(fontRoot, `${font}.ttf`)));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: dirname(template) });
  const mainFileContent = readFileSync(template, "utf8");
  const dataFile = join(dirname(template), "data.json");
  const collect = collector();
  let rendered = 0;

  return {
    render<S extends PdfStandard>(data: unknown, at: Date, standards: readonly S[]) {
      // As a file, not as an input: a new input would make Typst forget what it keeps of the template.
      compiler.mapShadow(dataFile, Buffer.from(JSON.stringify(data)));
      const compiled = compiler.compile({ mainFileContent });
      const document = compiled.result;
      if (!document) throw new Error(`letter not set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
      const creationTimestamp = Math.floor(at.getTime() / 1000);
      const files = {} as Record<S, Buffer>;
      for (const pdfStandard of standards) files[pdfStandard] = compiler.pdf(document, { pdfStandard, creationTimestamp });
      compiler.evictCache(KEEP_RENDERINGS);
      if (++rendered % COLLECT_EVERY === 0) collect();
      return files;
    },
  };
}
