import type { Tx } from "#db";

/** What stays of a log row whatever happens to its content, and the content while it is there. */
export type LogRow = {
  key: string;
  /** Never deleted, so nothing that must be deletable. By convention: `zeitpunkt` (ISO), `akte` (what the row belongs to), `loescht: true` on the row that says that content of its `akte` was deleted. */
  head: Record<string, unknown>;
  /** Hex. Null where the log keeps none of its own: the chain then makes one when it takes the row in. */
  digest: string | null;
  salt: string | null;
  /** `undefined`: deleted, or not asked for. */
  content: unknown;
};

/**
 * One kind of log rows, described by the module that owns them, so that the chain needs to know none of them. All functions see the rows
 * of the transaction's Mandant.
 *
 * What `read` makes of a row, head and content, is hashed for good: a change of it breaks every row that is in the chain already. Another
 * shape is another kind under another name.
 */
export type LogKind = {
  /** Stands in every export for good: `part.row`. */
  name: string;
  /** For people, in German. */
  title: string;
  /** The highest number given so far, whether its transaction has ended or not. */
  lastNumber(tx: Tx): Promise<number>;
  /** Rows with a number above `after`, in order of number. */
  listNew(tx: Tx, after: number, limit: number): Promise<{ number: number; key: string }[]>;
  /** Rows from before there were numbers, in order of key. */
  listOld?(tx: Tx, after: string, limit: number): Promise<string[]>;
  /** The rows that exist, in any order. */
  read(tx: Tx, keys: readonly string[], options: { content: boolean }): Promise<LogRow[]>;
  /** Keys of the rows of one file, or of one person and those the person stands for. */
  findKeys?(tx: Tx, wanted: { akte: string } | { person: string }): Promise<string[]>;
};

/** An instant as ISO text in UTC, whatever the session's time zone. For SQL. */
export const isoSql = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
