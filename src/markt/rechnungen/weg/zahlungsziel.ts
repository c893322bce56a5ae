import { formatiereDatum, plusTage, tageZwischen } from "#kalender";
import type { Kopf } from "../kopf.ts";

export type Zahlungsziel = { faelligAm: string; quelle: string; hinweise: string[] };

/** § 286 Abs. 3 Satz 1 BGB: at the latest, default begins 30 days after the debt is due and the invoice has arrived. */
const VERZUG_TAGE = 30;
/** § 271a Abs. 2 Nr. 1 and 2 BGB, for public clients: longer than 30 days needs a special reason, longer than 60 is void. */
const GRENZE_BESONDERS = 30;
const GRENZE_UNWIRKSAM = 60;

/** Until when is to be paid, and whence that is known. */
export function zahlungsziel(kopf: Pick<Kopf, "faelligAm">, eingangAm: string): Zahlungsziel {
  const spaetestens = plusTage(eingangAm, VERZUG_TAGE);
  if (!kopf.faelligAm)
    return {
      faelligAm: spaetestens,
      quelle: "§ 286 Abs. 3 Satz 1 BGB: 30 Tage nach Zugang, weil die Rechnung kein Zahlungsziel nennt",
      hinweise: [],
    };
  const tage = tageZwischen(eingangAm, kopf.faelligAm);
  const quelle = "Fälligkeit laut Rechnung (BT-9)";
  if (tage > GRENZE_UNWIRKSAM)
    return {
      faelligAm: spaetestens,
      quelle: "§ 271a Abs. 2 Nr. 2, § 286 Abs. 3 Satz 1 BGB: Zahlungsziel über 60 Tage",
      hinweise: [
        `Das Zahlungsziel ${formatiereDatum(kopf.faelligAm)} liegt ${tage} Tage nach dem Eingang. Mehr als 60 Tage kann eine öffentliche Stelle nicht wirksam vereinbaren (§ 271a Abs. 2 Nr. 2 BGB).`,
      ],
    };
  if (tage > GRENZE_BESONDERS)
    return {
      faelligAm: kopf.faelligAm,
      quelle,
      hinweise: [
        `Das Zahlungsziel liegt ${tage} Tage nach dem Eingang. Mehr als 30 Tage gelten nur, wenn sie ausdrücklich vereinbart und sachlich begründet sind (§ 271a Abs. 2 Nr. 1 BGB).`,
      ],
    };
  if (tage < 0) return { faelligAm: kopf.faelligAm, quelle, hinweise: ["Die Rechnung war beim Eingang schon fällig."] };
  return { faelligAm: kopf.faelligAm, quelle, hinweise: [] };
}
