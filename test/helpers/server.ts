import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Databases, findDatabases, startEmbedded } from "#db";

/** How the runner tells the test processes where its server is. */
export const ENV_OWNER = "FACHWERK_TEST_OWNER_URL";
export const ENV_APP = "FACHWERK_TEST_APP_URL";

let found: Promise<Databases> | undefined;

/** The server that tests use: the runner's, that of DATABASE_URL, or one of our own that ends by itself when unused. */
export function testServer(): Promise<Databases> {
  found ??= findServer();
  return found;
}

async function findServer(): Promise<Databases> {
  const ownerUrl = process.env[ENV_OWNER];
  const appUrl = process.env[ENV_APP];
  if (ownerUrl && appUrl) return { ownerUrl, appUrl };
  return findDatabases() ?? standalone();
}

/** A test file run by hand: the first one starts a server, the next ones find it, and five minutes after the last it ends. */
async function standalone(): Promise<Databases> {
  const dir = join(tmpdir(), `fachwerk-test-${process.getuid?.() ?? 0}`);
  const server = await startEmbedded({ dir, unsafeFast: true, endsWith: "idle" }).catch(async (error: unknown) => {
    // Nothing in it is worth keeping: a damaged one is thrown away once.
    rmSync(join(dir, "postgres"), { recursive: true, force: true });
    return startEmbedded({ dir, unsafeFast: true, endsWith: "idle" }).catch(() => {
      throw error;
    });
  });
  const touch = () => {
    const now = new Date();
    try {
      utimesSync(join(dir, "benutzt"), now, now);
    } catch {
      writeFileSync(join(dir, "benutzt"), "");
    }
  };
  touch();
  setInterval(touch, 60_000).unref();
  return { ownerUrl: server.ownerUrl, appUrl: server.appUrl };
}
