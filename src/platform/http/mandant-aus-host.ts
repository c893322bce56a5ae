import type { Mandant, Tenants } from "#tenants";

export const CHOICE_COOKIE = "mandant";

/**
 * The Mandant of a request: the first label of the host name (`musterstadt.localhost`), or, on the bare name of the installation,
 * the one this browser chose: some machines do not resolve names under localhost.
 */
export async function findMandant(
  tenants: Tenants,
  host: string,
  baseHost: string,
  choice: string | undefined,
): Promise<Mandant | undefined> {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  if (name.endsWith(`.${baseHost}`)) return tenants.findBySchluessel(name.slice(0, -baseHost.length - 1));
  if (name === baseHost || name === "127.0.0.1") return choice ? tenants.findBySchluessel(choice) : undefined;
  return undefined;
}
