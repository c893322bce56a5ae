// Log rows taken into the chain a second, verified in the database and in a file, beside plainly reading the same rows with their content;
// and how much memory export and verification take. ANZAHL chooses the number of rows.
import { createReadStream, createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { protokollKind } from "#protokoll";
import { pruefeDatei } from "#protokollkette";
import { baueKette } from "../test/helpers/kette.ts";

const ANZAHL = Number(process.env.ANZAHL ?? 100_000);
const haus = await baueKette();
const leser = { wer: "bench", anlass: "bench" };
const datei = join(haus.daten, "ausfuhr.jsonl");

// Contents as an access to a file writes them; the digest is made as the house makes it, or nothing would verify.
await haus.faelsche(
  `with neu as (
     insert into protokoll (mandant_id, art, zeitpunkt, digest)
     select $1::int, 'akte.gelesen', '2026-11-24T09:00:00Z', sha512(decode(md5(n::text), 'hex') || convert_to(format('{"anlass":"Bearbeitung des Antrags","vorgaenge":["%s"],"wer":"sandmann"}', md5(n::text)::uuid), 'UTF8'))
       from generate_series(1, $2::int) n returning id
   )
   insert into protokoll_inhalt (mandant_id, id, salz, daten)
   select $1::int, id, decode(md5((row_number() over (order by id))::text), 'hex'),
          jsonb_build_object('anlass', 'Bearbeitung des Antrags', 'vorgaenge', jsonb_build_array(md5((row_number() over (order by id))::text)::uuid), 'wer', 'sandmann')
     from neu`,
  [haus.mandant.id, ANZAHL],
);
await haus.faelsche("analyze");

let hoechster = 0;
const messer = setInterval(() => {
  hoechster = Math.max(hoechster, process.memoryUsage.rss());
}, 20);
type Lauf = { was: string; sekunden: number; mb: number };
async function miss(was: string, lauf: () => Promise<unknown>): Promise<Lauf> {
  hoechster = process.memoryUsage.rss();
  const beginn = performance.now();
  await lauf();
  return { was, sekunden: (performance.now() - beginn) / 1000, mb: hoechster / 1024 / 1024 };
}

async function lies(): Promise<void> {
  for (let nach = 0, seite = await haus.in_((tx) => protokollKind.listNew(tx, nach, 4096)); seite.length > 0; ) {
    const schluessel = seite.map(({ key }) => key);
    await haus.in_((tx) => protokollKind.read(tx, schluessel, { content: true }));
    nach = seite.at(-1)?.number ?? nach;
    seite = await haus.in_((tx) => protokollKind.listNew(tx, nach, 4096));
  }
}
async function pruefe(lauf: Promise<{ gueltig: boolean; befunde: unknown }>): Promise<void> {
  const { gueltig, befunde } = await lauf;
  if (!gueltig) throw new Error(JSON.stringify(befunde).slice(0, 500));
}

await lies();
const laeufe = [
  await miss("read with content", lies),
  await miss("taken into the chain", () => haus.kette.schliesse(haus.mandant.id)),
  await miss("verified in the database", () => pruefe(haus.kette.pruefe(haus.mandant.id, {}, leser))),
  await miss("exported to a file", () =>
    pipeline(Readable.from(haus.kette.exportiere(haus.mandant.id, { art: "alles" }, leser)), createWriteStream(datei)),
  ),
  await miss("verified from the file", () => pruefe(pruefeDatei(createReadStream(datei)))),
];
clearInterval(messer);
const { size } = await stat(datei);
console.log(`${ANZAHL} rows, file of ${Math.round(size / 1024 / 1024)} MB`);
const [basis] = laeufe;
for (const { was, sekunden, mb } of laeufe)
  console.log(
    `${was.padEnd(26)} ${Math.round(ANZAHL / sekunden)
      .toLocaleString("en")
      .padStart(9)} a second  ${((basis?.sekunden ?? 0) / sekunden).toFixed(2)} of reading  ${Math.round(mb)} MB`,
  );
await rm(datei);
await haus.close();
