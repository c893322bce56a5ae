import type { Kopf } from "#rechnungen";

/** An invoice over 119 euros as ordered; each case changes what it is about. */
export const kopf = (mehr: Partial<Kopf> = {}): Kopf => ({
  art: "rechnung",
  rechnungsnummer: "2026-4711",
  rechnungsdatum: "2026-11-10",
  faelligAm: "2026-12-10",
  waehrung: "EUR",
  leitwegId: "99001-SCHULE-38",
  bestellnummer: "BE-1",
  vertrag: null,
  bezug: null,
  lieferant: { name: "Bürobedarf Adler GmbH", ustId: "DE810000016", steuernummer: null, email: null },
  ibans: ["DE02120300000000202051"],
  nettoCent: 10_000,
  bruttoCent: 11_900,
  zahlbarCent: 11_900,
  zahlungsbedingungen: "",
  verwendungszweck: null,
  positionen: [{ nummer: "1", bestellposition: "10", artikel: "Papier", menge: "10", preis: "10", nettoCent: 10_000 }],
  ...mehr,
});
