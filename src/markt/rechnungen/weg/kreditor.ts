import { type Kopf, normIban, normKennung, normName } from "../kopf.ts";

export type Kreditor = {
  id: string;
  nummer: string;
  name: string;
  ustId: string | null;
  steuernummer: string | null;
  gesperrt: boolean;
  ibans: string[];
};

export type Kreditorbefund =
  | { art: "gefunden"; kreditor: Kreditor; ueber: string[]; iban: string | null }
  | { art: "ibanGeaendert"; kreditor: Kreditor; neu: string }
  | { art: "unklar"; grund: string; kandidaten: string[] };

/** What an invoice says about its sender, in the spelling of the creditors' table. */
export const merkmale = ({ lieferant, ibans }: Kopf) => ({
  ustId: normKennung(lieferant.ustId),
  steuernummer: normKennung(lieferant.steuernummer),
  name: normName(lieferant.name),
  ibans: ibans.map(normIban),
});

/**
 * Who is owed, by VAT id, tax number, account, name, in this order. Two marks that point at different creditors are a person's matter, and an
 * account that nobody has released for this creditor stops, however sure the rest is: that is how invoices are forged.
 *
 * @param kandidaten every creditor that shares one of the marks
 * @param festgelegt the creditor a person has chosen
 */
export function findeKreditor(kopf: Kopf, kandidaten: readonly Kreditor[], festgelegt?: string): Kreditorbefund {
  const gesucht = merkmale(kopf);
  const gruende = new Map<string, string[]>();
  const merke = (kreditor: Kreditor, ueber: string) => gruende.set(kreditor.id, [...(gruende.get(kreditor.id) ?? []), ueber]);
  for (const kreditor of kandidaten) {
    if (gesucht.ustId && normKennung(kreditor.ustId) === gesucht.ustId) merke(kreditor, "USt-IdNr.");
    if (gesucht.steuernummer && normKennung(kreditor.steuernummer) === gesucht.steuernummer) merke(kreditor, "Steuernummer");
    if (gesucht.ibans.some((iban) => kreditor.ibans.includes(iban))) merke(kreditor, "IBAN");
    if (normName(kreditor.name) === gesucht.name) merke(kreditor, "Name");
  }
  const mit = (ueber: string) => kandidaten.filter(({ id }) => gruende.get(id)?.includes(ueber));
  const starke = new Set(["USt-IdNr.", "Steuernummer", "IBAN"].flatMap((ueber) => mit(ueber).map(({ id }) => id)));
  const alle = [...gruende.keys()];
  if (festgelegt === undefined) {
    if (alle.length === 0)
      return { art: "unklar", grund: "Kein Kreditor hat diese USt-IdNr., Steuernummer, IBAN oder diesen Namen.", kandidaten: [] };
    if (starke.size > 1)
      return {
        art: "unklar",
        grund: "USt-IdNr., Steuernummer und IBAN der Rechnung gehören zu verschiedenen Kreditoren.",
        kandidaten: [...starke],
      };
    if (starke.size === 0 && alle.length > 1)
      return { art: "unklar", grund: "Mehrere Kreditoren haben diesen Namen.", kandidaten: alle };
  }
  const gewaehlt = festgelegt ?? [...starke][0] ?? alle[0];
  const kreditor = kandidaten.find(({ id }) => id === gewaehlt);
  if (!kreditor) return { art: "unklar", grund: "Den gewählten Kreditor gibt es nicht mehr.", kandidaten: alle };
  if (kreditor.gesperrt)
    return { art: "unklar", grund: `Der Kreditor ${kreditor.nummer} ist gesperrt.`, kandidaten: [kreditor.id] };
  // What the tax office gave: another number than the creditor's is another firm, whatever the account says.
  if (festgelegt === undefined && gesucht.ustId && kreditor.ustId && normKennung(kreditor.ustId) !== gesucht.ustId)
    return {
      art: "unklar",
      grund: `Die Rechnung nennt eine andere USt-IdNr. als der Kreditor ${kreditor.nummer}.`,
      kandidaten: [kreditor.id],
    };
  const fremde = gesucht.ibans.find((iban) => !kreditor.ibans.includes(iban));
  // Nothing is paid for a credit note, so its account harms nobody.
  if (fremde && kopf.art === "rechnung") return { art: "ibanGeaendert", kreditor, neu: fremde };
  return {
    art: "gefunden",
    kreditor,
    ueber: gruende.get(kreditor.id) ?? ["von Hand"],
    iban: gesucht.ibans[0] ?? kreditor.ibans.at(-1) ?? null,
  };
}
