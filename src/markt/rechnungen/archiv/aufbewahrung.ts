/**
 * The instant before which an invoice must have ended for its content to go. The years count from the end of the calendar year (§ 147 Abs. 4 AO,
 * § 14b Abs. 1 Satz 3 UStG), here that of the last step: never earlier than the law.
 */
export const endeDerRechnungsaufbewahrung = (jahre: number, heute: string): Date =>
  new Date(`${Number(heute.slice(0, 4)) - jahre}-01-01T00:00:00+01:00`);

/** The last day on which an invoice that ended then is kept. */
export const aufbewahrtBis = (jahre: number, geendet: string): string => `${Number(geendet.slice(0, 4)) + jahre}-12-31`;

export const AUFBEWAHRUNG_NORM = "§ 147 Abs. 1 Nr. 4, Abs. 3 AO, § 14b Abs. 1 UStG";
