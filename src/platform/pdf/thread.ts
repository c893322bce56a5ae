// Runs in a thread of its own: laying out a letter takes milliseconds of a core, in which the process could answer nobody.
import { parentPort } from "node:worker_threads";
import type { Answer, Order } from "./pdf.ts";
import { createTypeset, type Typeset } from "./typeset.ts";

const templates = new Map<string, Typeset>();
const typesetFor = (template: string): Typeset => {
  const known = templates.get(template) ?? createTypeset(template);
  templates.set(template, known);
  return known;
};

function answer({ id, template, data, at }: Order): Answer {
  try {
    return { id, pdf: new Uint8Array(typesetFor(template)(data, at)) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on("message", (order: Order) => {
  const result = answer(order);
  parentPort?.postMessage(result, "pdf" in result ? [result.pdf.buffer as ArrayBuffer] : []);
});
