import type { Mandant } from "#tenants";

type Regeln = NonNullable<Mandant["einstellungen"]["gebuehren"]> & { erlassZweiteAbCent: number };

/** Demo values, no Satzung: what holds for a Mandant that has set nothing. */
const sonst: NonNullable<Mandant["einstellungen"]["gebuehren"]> = {
  zahlungsfristTage: 30,
  erstattungZweiteAbCent: 5_000,
  onlinezahlung: true,
};

export function regelnFuer(mandant: Mandant): Regeln {
  const regeln = mandant.einstellungen.gebuehren ?? sonst;
  return { ...regeln, erlassZweiteAbCent: regeln.erlassZweiteAbCent ?? regeln.erstattungZweiteAbCent };
}
