import type { Mandant } from "#tenants";

/** Demo values, no Satzung: what holds for a Mandant that has set nothing. */
const sonst: NonNullable<Mandant["einstellungen"]["gebuehren"]> = {
  zahlungsfristTage: 30,
  erstattungZweiteAbCent: 5_000,
  onlinezahlung: true,
};
export const regelnFuer = (mandant: Mandant) => mandant.einstellungen.gebuehren ?? sonst;
