import { hatRecht, type Recht } from "./scopes.ts";

/**
 * Where staff can go, each with the right that opens it: the route and its entry in the navigation have it from here, so that nobody is led to
 * a door that is closed to them.
 */
export const amtsbereiche = {
  vorgaenge: { pfad: "/amt", titel: "Vorgänge", recht: "vorgang.bearbeiten" },
  gebuehren: { pfad: "/amt/gebuehren", titel: "Gebühren", recht: "gebuehr.annehmen" },
  post: { pfad: "/amt/post", titel: "Postausgang", recht: "post.versenden" },
  rechnungen: { pfad: "/amt/rechnungen", titel: "Rechnungen", recht: "rechnung.sehen" },
  freigaben: { pfad: "/amt/freigaben", titel: "Meine Freigaben", recht: "rechnung.anordnen" },
  papier: { pfad: "/amt/papier", titel: "Papieranträge", recht: "vorgang.bearbeiten" },
  regeln: { pfad: "/amt/leistungen", titel: "Regeln", recht: "leistung.sehen" },
  laufwacht: { pfad: "/betrieb/laufwacht", titel: "Laufwacht", recht: "betrieb.sehen" },
  protokoll: { pfad: "/amt/protokoll", titel: "Protokoll", recht: "protokoll.lesen" },
} as const satisfies Record<string, { pfad: string; titel: string; recht: Recht["art"] }>;
export type Amtsbereich = keyof typeof amtsbereiche;

export const bereicheFuer = (rechte: readonly Recht[]) =>
  Object.values(amtsbereiche).filter(({ recht }) => hatRecht(rechte, recht));
