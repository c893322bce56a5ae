import pg from "pg";

/** Whose rows a transaction may see. `person` is the pseudonym of a person across Mandanten (64 hex digits). */
export type Scope =
  | { mandant: number }
  | { person: string }
  | { mandant: number; person: string }
  /** The operator across Mandanten: rows of the Laufwacht, none of any Mandant. */
  | "betrieb"
  | "installation";

export type Tx = {
  query<R extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: R[]; rowCount: number }>;
  /** The Mandant this transaction belongs to; throws where it belongs to none. */
  readonly mandantId: number;
};

export type Db = {
  /** Commits when `fn` resolves, rolls back when it throws. The scope holds for this transaction only. */
  inTransaction<T>(scope: Scope, fn: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** The database did not answer; the caller may try again later. */
export class DbUnavailable extends Error {
  override name = "DbUnavailable";
}

// bigint as number: our sums are cents and counters far below 2^53. Dates stay strings: a day has no time zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const CONNECTION_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08001",
]);

/** Only when a connection is being opened: it has too many, or takes none just now. */
const REFUSING_CODES = new Set(["53300", "55000"]);

function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return CONNECTION_CODES.has(code) || /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}

function beginStatement(scope: Scope): string {
  if (scope === "installation") return "begin";
  if (scope === "betrieb") return "begin; set local fachwerk.betrieb = 'ja'";
  const settings: string[] = [];
  if ("mandant" in scope) {
    if (!Number.isSafeInteger(scope.mandant) || scope.mandant <= 0) throw new Error(`not a Mandant: ${scope.mandant}`);
    settings.push(`set local fachwerk.mandant = '${scope.mandant}'`);
  }
  if ("person" in scope) {
    if (!/^[0-9a-f]{64}$/.test(scope.person)) throw new Error("not a person's pseudonym");
    settings.push(`set local fachwerk.person = '${scope.person}'`);
  }
  // One message: a setting that arrives apart from its begin could outlive the transaction on a pooled connection.
  return ["begin", ...settings].join("; ");
}

/**
 * Statements with values are prepared once a connection: planning under row security costs more than running them (a job's insert
 * took 1 ms, a third of it prepared). Texts come from our own code, so their number is small; past the bound they run unprepared.
 */
const statementNames = new Map<string, string>();
function nameOf(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known || statementNames.size >= 500) return known;
  const name = `s${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

/**
 * @param url connection string of the application role (never the owner: row security must hold for it)
 * @param options.size connections in the pool
 */
export function createDb(url: string, options: { size?: number; name?: string } = {}): Db {
  const size = options.size ?? 10;
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: options.name ?? "fachwerk",
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  // An idle connection that breaks must not end the process; the next checkout opens a new one.
  pool.on("error", () => {});
  // Nor one that breaks while it is lent out: the statement that runs then, or the next one, says so.
  pool.on("connect", (client) => client.on("error", () => {}));

  async function connect() {
    try {
      return await pool.connect();
    } catch (error) {
      const refuses = error instanceof Error && "code" in error && REFUSING_CODES.has(String(error.code));
      if (refuses || isConnectionError(error)) throw new DbUnavailable("database unreachable", { cause: error });
      throw error;
    }
  }

  /**
   * A connection with its transaction begun. The pool may hand out one that died while idle, e.g. with the server that was replaced, before
   * its end was noticed here. Nothing was done on it yet, so the next one is tried; each that is found dead leaves the pool.
   */
  async function begin(scope: Scope): Promise<pg.PoolClient> {
    const statement = beginStatement(scope);
    for (let dead = 0; ; dead++) {
      const client = await connect();
      try {
        await client.query(statement);
        return client;
      } catch (error) {
        const broken = isConnectionError(error);
        client.release(broken || (error as Error));
        if (!broken) throw error;
        if (dead >= size) throw new DbUnavailable("connection to the database lost", { cause: error });
      }
    }
  }

  return {
    async inTransaction(scope, fn) {
      const client = await begin(scope);
      const tx: Tx = {
        query: async <R extends object>(text: string, values?: readonly unknown[]) => {
          const name = values && nameOf(text);
          const result = await client.query<R>({ text, ...(values && { values: [...values] }), ...(name && { name }) });
          return { rows: result.rows, rowCount: result.rowCount ?? 0 };
        },
        get mandantId() {
          if (typeof scope === "string" || !("mandant" in scope)) throw new Error("this transaction belongs to no Mandant");
          return scope.mandant;
        },
      };
      let broken = false;
      try {
        const value = await fn(tx);
        await client.query("commit");
        return value;
      } catch (error) {
        broken = isConnectionError(error);
        if (!broken) await client.query("rollback").catch(() => (broken = true));
        if (broken) throw new DbUnavailable("connection to the database lost", { cause: error });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
