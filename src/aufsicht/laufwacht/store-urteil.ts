import type { Tx } from "#db";
import type { Bewertung, Erklaerung, Modellguete, Regelbefund } from "#wachmodell";

export type Modellkopf = { nummer: number; gelerntAm: Date; guete: Modellguete };

/** The model that judges: the newest one. The one before it is kept. */
export async function findModell(tx: Tx): Promise<(Modellkopf & { bytes: Buffer }) | undefined> {
  const { rows } = await tx.query<Modellkopf & { bytes: Buffer }>(
    `select nummer, gelernt_am as "gelerntAm", guete, bytes from wacht_modell order by nummer desc limit 1`,
  );
  return rows[0];
}
export async function findModellkopf(tx: Tx): Promise<Modellkopf | undefined> {
  const { rows } = await tx.query<Modellkopf>(
    `select nummer, gelernt_am as "gelerntAm", guete from wacht_modell order by nummer desc limit 1`,
  );
  return rows[0];
}
export async function schreibeModell(tx: Tx, bytes: Uint8Array, guete: Modellguete, am: Date): Promise<number> {
  const { rows } = await tx.query<{ nummer: number }>(
    "insert into wacht_modell (bytes, guete, gelernt_am) values ($1, $2, $3) returning nummer",
    [Buffer.from(bytes), JSON.stringify(guete), am],
  );
  return (rows[0] as { nummer: number }).nummer;
}

export type Lernlauf = {
  am: Date;
  ausgang: "uebernommen" | "schlechter" | "gescheitert" | "zuWenig";
  satz: string;
  guete: Modellguete | null;
  modell: number | null;
};
export async function schreibeLernlauf(tx: Tx, lauf: Lernlauf): Promise<void> {
  await tx.query("insert into wacht_lernlauf (am, ausgang, satz, guete, modell) values ($1, $2, $3, $4, $5)", [
    lauf.am,
    lauf.ausgang,
    lauf.satz,
    lauf.guete && JSON.stringify(lauf.guete),
    lauf.modell,
  ]);
}
export async function listeLernlaeufe(tx: Tx, hoechstens: number): Promise<Lernlauf[]> {
  const { rows } = await tx.query<Lernlauf>(
    "select am, ausgang, satz, guete, modell from wacht_lernlauf order by nummer desc limit $1",
    [hoechstens],
  );
  return rows;
}

export type BewertungZeile = Omit<Bewertung, "job"> & { job: number; modell: number; erklaerung: Erklaerung | null };
const spalten = "job, tag, wert, erwartet, streuung, laeuft, score, quelle, dauer, erklaerung, modell";

export async function schreibeBewertungen(
  tx: Tx,
  bewertungen: readonly (Bewertung & { erklaerung?: Erklaerung | undefined })[],
  modell: number,
): Promise<void> {
  await tx.query(
    `insert into wacht_bewertung as b (${spalten})
     select job, tag, wert, erwartet, streuung, laeuft, score, quelle, dauer, erklaerung, $11::int
       from unnest($1::int[], $2::date[], $3::float8[], $4::float8[], $5::float8[], $6::real[], $7::real[], $8::text[], $9::jsonb[], $10::jsonb[])
            t(job, tag, wert, erwartet, streuung, laeuft, score, quelle, dauer, erklaerung)
     on conflict (job, tag) do update set wert = excluded.wert, erwartet = excluded.erwartet, streuung = excluded.streuung, laeuft = excluded.laeuft,
       score = excluded.score, quelle = excluded.quelle, dauer = excluded.dauer, erklaerung = excluded.erklaerung, modell = excluded.modell`,
    [
      bewertungen.map((each) => Number(each.job)),
      bewertungen.map((each) => each.tag),
      bewertungen.map((each) => each.wert),
      bewertungen.map((each) => each.erwartet),
      bewertungen.map((each) => each.streuung),
      bewertungen.map((each) => each.laeuft),
      bewertungen.map((each) => each.score),
      bewertungen.map((each) => each.quelle),
      bewertungen.map((each) => (each.dauer ? JSON.stringify(each.dauer) : null)),
      bewertungen.map((each) => (each.erklaerung ? JSON.stringify(each.erklaerung) : null)),
      modell,
    ],
  );
}

export async function listeBewertungen(tx: Tx, von: string, bis: string, job?: number): Promise<BewertungZeile[]> {
  const { rows } = await tx.query<BewertungZeile>(
    `select ${job === undefined ? spalten.replace("erklaerung", "null as erklaerung") : spalten} from wacht_bewertung
      where tag between $1 and $2 and ($3::int is null or job = $3) order by job, tag`,
    [von, bis, job ?? null],
  );
  return rows;
}
export async function findBewertung(tx: Tx, job: number, tag: string): Promise<BewertungZeile | undefined> {
  return (await tx.query<BewertungZeile>(`select ${spalten} from wacht_bewertung where job = $1 and tag = $2`, [job, tag]))
    .rows[0];
}

export type BefundZeile = {
  job: number;
  morgen: string;
  art: Regelbefund["art"];
  faellig: Date | null;
  satz: string;
  stumm: string | null;
};
/** What the rules say of a morning replaces what they said of it before. */
export async function schreibeBefunde(tx: Tx, morgen: string, befunde: readonly Regelbefund[]): Promise<void> {
  await tx.query("delete from wacht_befund where morgen = $1", [morgen]);
  await tx.query(
    `insert into wacht_befund (job, morgen, art, faellig, satz, stumm)
     select job, $1::date, art, faellig, satz, stumm from unnest($2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::text[]) t(job, art, faellig, satz, stumm)
     on conflict do nothing`,
    [
      morgen,
      befunde.map((each) => Number(each.job)),
      befunde.map((each) => each.art),
      befunde.map((each) => each.faellig ?? null),
      befunde.map((each) => each.satz),
      befunde.map((each) => each.stumm ?? null),
    ],
  );
}
export async function listeBefunde(tx: Tx, morgen: string, job?: number): Promise<BefundZeile[]> {
  const { rows } = await tx.query<BefundZeile>(
    "select job, morgen, art, faellig, satz, stumm from wacht_befund where morgen = $1 and ($2::int is null or job = $2) order by job, art",
    [morgen, job ?? null],
  );
  return rows;
}

/** The one in charge and the one before it are kept; what it said stays with its judgements. */
export async function loescheAlteModelle(tx: Tx): Promise<void> {
  await tx.query(
    `update wacht_modell set bytes = '' where nummer < (select nummer from wacht_modell order by nummer desc offset 1 limit 1) and length(bytes) > 0`,
  );
}

/** Days of a span on which no job was judged. */
export async function tageOhneBewertung(tx: Tx, von: string, bis: string): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ tag: string }>(
    `select t::date as tag from generate_series($1::date, $2::date, interval '1 day') t
      where not exists (select from wacht_bewertung b where b.tag = t::date)`,
    [von, bis],
  );
  return new Set(rows.map(({ tag }) => tag));
}
