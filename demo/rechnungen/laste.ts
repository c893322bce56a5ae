import { findRechnung, type Rechnungsphase, zaehleStufen } from "#rechnungen";
import type { System } from "../../src/app.ts";
import { erzeuge } from "./erzeuge.ts";

const GLEICHZEITIG = 100;
const unterwegs: readonly Rechnungsphase[] = ["eingegangen", "geprueft", "zugeordnet", "einmalig", "kreditorBekannt"];

async function inBahnen<T>(liste: Iterable<T>, tue: (teil: T) => Promise<void>): Promise<void> {
  const rest = liste[Symbol.iterator]();
  const gemeinsam = { [Symbol.iterator]: () => rest };
  await Promise.all(
    Array.from({ length: GLEICHZEITIG }, async () => {
      for (const teil of gemeinsam) await tue(teil);
    }),
  );
}

/** Hands in synthetic invoices, as a supplier's program would. The same numbers again are the same arrivals. @returns their ids */
export async function liefereEin(
  system: System,
  mandantId: number,
  { von, anzahl, heute }: { von: number; anzahl: number; heute: string },
): Promise<string[]> {
  const ids: string[] = [];
  await inBahnen(
    Array.from({ length: anzahl }, (_, n) => von + n),
    async (nummer) => {
      const { bytes, dateiname } = erzeuge(nummer, heute);
      const { rechnungId } = await system.rechnungen.nimmAn({
        mandantId,
        bytes,
        dateiname,
        kanal: "api",
        absender: "Last",
        akteur: { art: "lieferant", weg: "last" },
        transaktion: `last:${heute}:${nummer}`,
      });
      ids.push(rechnungId);
    },
  );
  return ids;
}

/** Two people sign what lies on the desk and has nothing to object to. @returns how many were ordered */
export async function zeichneAlle({ db, rechnungen }: System, mandantId: number, ids: readonly string[]): Promise<number> {
  let angeordnet = 0;
  await inBahnen(ids, async (rechnungId) => {
    const zeile = await db.inTransaction({ mandant: mandantId }, (tx) => findRechnung(tx, rechnungId));
    const { kopf, abgleich, phase } = zeile?.stand ?? {};
    if (!zeile || !kopf || !abgleich || phase !== "zuPruefen" || abgleich.abweichungen.some(({ inToleranz }) => !inToleranz))
      return;
    const betragCent = kopf.zahlbarCent;
    const tat = (kurz: string, nummer: number) => ({
      mandantId,
      rechnungId,
      nummer,
      transaktion: `last:${kurz}:${rechnungId}`,
      von: { art: "amt", kennung: `musterstadt-${kurz}`, name: kurz } as const,
    });
    const festgestellt = await rechnungen.stelleFest(tat("feststellung", zeile.nummer), {
      betragCent,
      kontierung: abgleich.kontierung,
      grund: null,
    });
    if (festgestellt.art !== "erledigt") return;
    if ((await rechnungen.ordneAn(tat("anordnung2", festgestellt.nummer), { betragCent })).art === "erledigt") angeordnet++;
  });
  return angeordnet;
}

export type Lastbericht = {
  anzahl: number;
  eingeliefertSekunden: number;
  bearbeitetSekunden: number;
  angeordnet: number;
  bezahlt: number;
  uebergebenSekunden: number;
};

/** Many invoices through the whole way: workers do what happens by itself, two people of the demo sign. */
export async function belasteRechnungen(
  system: System,
  mandantId: number,
  anzahl: number,
  { warte, fortschritt }: { warte: boolean; fortschritt: (text: string) => void },
): Promise<Lastbericht> {
  const uhr = () => performance.now() / 1000;
  const stufen = async (phasen: readonly Rechnungsphase[]) =>
    (await system.db.inTransaction({ mandant: mandantId }, (tx) => zaehleStufen(tx, null)))
      .filter(({ phase }) => phasen.includes(phase))
      .reduce((summe, stufe) => summe + stufe.anzahl, 0);
  const bericht: Lastbericht = {
    anzahl,
    eingeliefertSekunden: 0,
    bearbeitetSekunden: 0,
    angeordnet: 0,
    bezahlt: 0,
    uebergebenSekunden: 0,
  };
  const beginn = uhr();
  const heute = system.clock.today();
  const ids = await liefereEin(system, mandantId, { von: 0, anzahl, heute });
  bericht.eingeliefertSekunden = uhr() - beginn;
  if (!warte) return bericht;
  for (let offen = await stufen(unterwegs); offen > 0; offen = await stufen(unterwegs)) {
    fortschritt(`unterwegs: ${offen}   `);
    await new Promise((fertig) => setTimeout(fertig, 250));
  }
  bericht.bearbeitetSekunden = uhr() - beginn;
  bericht.angeordnet = await zeichneAlle(system, mandantId, ids);
  const gezeichnet = uhr();
  for (let offen = await stufen(["angeordnet", "uebergeben"]); offen > 0; offen = await stufen(["angeordnet", "uebergeben"])) {
    fortschritt(`zu übergeben: ${offen}   `);
    await new Promise((fertig) => setTimeout(fertig, 250));
  }
  await system.rechnungen.gleicheAb(mandantId);
  bericht.bezahlt = await stufen(["bezahlt"]);
  bericht.uebergebenSekunden = uhr() - gezeichnet;
  return bericht;
}
