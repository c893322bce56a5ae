import { createBlobs } from "#blobs";
import { systemClock } from "#clock";
import { cockpitKinds } from "#datenschutzcockpit";
import { createDb } from "#db";
import type { Jobs } from "#jobs";
import { protokollKind } from "#protokoll";
import { createProtokollkette } from "#protokollkette";
import { loadSigner } from "#secrets";
import { createTenants } from "#tenants";
import { schrittKind } from "#vorgaenge";

/** A process of its own that closes batches as small as possible until it is killed. */
export async function baueSystem(appUrl: string, daten: string, mandantId: number): Promise<void> {
  const db = createDb(appUrl, { size: 2 });
  const kette = createProtokollkette({
    db,
    clock: systemClock,
    jobs: {} as Jobs,
    blobs: createBlobs(daten),
    tenants: createTenants(db),
    arten: [schrittKind, protokollKind, ...cockpitKinds],
    signer: () => loadSigner(daten),
  });
  await kette.schliesse(mandantId, { groesse: 20, warte: true, nachStapel: () => void process.stdout.write("Stapel\n") });
}
