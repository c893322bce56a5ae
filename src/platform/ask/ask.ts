import { Agent as PlainAgent, request as plainRequest } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";

export type Asked = { status: number; text: string };

const plain = new PlainAgent({ keepAlive: true, maxSockets: 64, scheduling: "lifo" });
const secure = new SecureAgent({ keepAlive: true, maxSockets: 64, scheduling: "lifo" });

/**
 * Asks another system, over connections that stay open. Not `fetch`: its streams cost three times the processor time of the question
 * itself, and a town hall asks its registers four times a case. A redirect is an answer like any other; nobody follows it.
 *
 * @param options.maxBytes an answer beyond this is refused
 * @throws {Error} named `TimeoutError` where the whole exchange took longer than `timeoutMs`; any other error where nobody was reached
 */
export function ask(
  url: string,
  options: {
    method: "GET" | "POST";
    headers: Readonly<Record<string, string>>;
    body?: string;
    timeoutMs: number;
    maxBytes: number;
  },
): Promise<Asked> {
  const { method, headers, body, timeoutMs, maxBytes } = options;
  const isSecure = url.startsWith("https:");
  return new Promise((resolve, reject) => {
    const request = (isSecure ? secureRequest : plainRequest)(
      url,
      {
        method,
        agent: isSecure ? secure : plain,
        headers: { ...headers, ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }) },
      },
      (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on("data", (part: Buffer) => {
          size += part.byteLength;
          parts.push(part);
          if (size > maxBytes) fail(new Error(`answer of more than ${maxBytes} bytes`));
        });
        response.on("end", () => {
          clearTimeout(timer);
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString("utf8") });
        });
        // Broken off in the middle: no end will come.
        response.on("close", () => response.complete || fail(new Error("answer broken off")));
        response.on("error", fail);
      },
    );
    const timer = setTimeout(() => {
      const late = new Error(`no answer within ${timeoutMs} ms`);
      late.name = "TimeoutError";
      fail(late);
    }, timeoutMs);
    // What was said first counts: breaking off the connection brings errors of its own.
    function fail(error: Error): void {
      clearTimeout(timer);
      reject(error);
      request.destroy();
    }
    request.on("error", fail);
    request.end(body);
  });
}
