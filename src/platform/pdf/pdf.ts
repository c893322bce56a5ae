import { Worker } from "node:worker_threads";

export type Pdf = {
  /**
   * PDF/A-2a and PDF/UA-1 in one file, set in a thread of its own. The same data and time give the same bytes.
   * @param data reaches the template as `json("data.json")`: data are never read as Typst code
   * @param at time of the document, in its metadata
   * @throws with Typst's message where template or data do not fit the standards
   */
  render(data: unknown, at: Date): Promise<Buffer>;
};

export type Order = { id: number; template: string; data: string; at: number };
export type Answer = { id: number; pdf: Uint8Array } | { id: number; error: string };
type Waiting = { resolve(pdf: Buffer): void; reject(error: Error): void };

/** The thread of this process, started with the first letter and again after a crash. It keeps the process alive only while it works. */
let thread: { worker: Worker; waiting: Map<number, Waiting> } | undefined;
let orders = 0;

function startThread() {
  // Typst would lay out one letter on all cores; with a letter every few milliseconds its threads mostly look for work (6 % of a letter).
  // Only the process itself, not the thread, can set a variable that its library sees.
  process.env.RAYON_NUM_THREADS ??= "1";
  const worker = new Worker(new URL("./thread.ts", import.meta.url));
  const waiting = new Map<number, Waiting>();
  const started = { worker, waiting };
  worker.on("message", (answer: Answer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ("pdf" in answer) call?.resolve(Buffer.from(answer.pdf.buffer, answer.pdf.byteOffset, answer.pdf.byteLength));
    else call?.reject(new Error(answer.error));
  });
  const fail = (error: Error) => {
    if (thread === started) thread = undefined;
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
  };
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`the thread that sets letters ended with ${code}`)));
  return started;
}

/** @param template path of a `.typ` file; it can read nothing but its data (see `createTypeset`) */
export const createPdf = (template: string): Pdf => ({
  render: (data, at) =>
    new Promise((resolve, reject) => {
      thread ??= startThread();
      const id = ++orders;
      thread.waiting.set(id, { resolve, reject });
      thread.worker.ref();
      const order: Order = { id, template, data: JSON.stringify(data), at: Math.floor(at.getTime() / 1000) };
      thread.worker.postMessage(order);
    }),
});
