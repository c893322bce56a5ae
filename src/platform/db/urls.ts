export type Databases = { ownerUrl: string; appUrl: string };

/**
 * The two connection strings from the environment: `DATABASE_URL` for the owner, who migrates, and `DATABASE_URL_APP` for the
 * application. Without the second the application connects as the owner and puts on the role `fachwerk_app` at once, so that row
 * security holds; a separate login is better, because it cannot take the role off again.
 */
export function findDatabases(env: NodeJS.ProcessEnv = process.env): Databases | undefined {
  const ownerUrl = env.DATABASE_URL;
  if (!ownerUrl) return undefined;
  if (env.DATABASE_URL_APP) return { ownerUrl, appUrl: env.DATABASE_URL_APP };
  const url = new URL(ownerUrl);
  url.searchParams.set("options", "-c role=fachwerk_app");
  return { ownerUrl, appUrl: url.toString() };
}
