import { ask } from "#ask";
import type { Clock } from "#clock";
import type { Db } from "#db";
import type { Jobs } from "#jobs";
import { type IsoDatum, plusTage } from "#kalender";
import type { Mail } from "#mail";
import { sendeNachricht } from "../jobs.ts";
import {
  type Anlass,
  type Empfaenger,
  istGesendet,
  listeEmpfaenger,
  merkeNachricht,
  vermerkeGesendet,
} from "../store-betrieb.ts";
import { findVorfall, listeVorfaelle, schreibeSchritt, type VorfallZeile } from "../store-vorfaelle.ts";
import { fasseNachricht, koerperFuer } from "./nachrichten.ts";

export type Nachrichtendeps = { db: Db; clock: Clock; jobs: Jobs; mail: Mail; adresse: string; absender: string };
const ERINNERUNG_TAGE = 3;
const ESKALATION_TAGE = 1;

const zustaendig = (e: Empfaenger, v: VorfallZeile) =>
  e.aktiv &&
  (e.mandant === null || v.mandant === null || e.mandant === v.mandant) &&
  (e.system === null || v.system === null || e.system === v.system);

/** Which occasions a morning brings for an incident. Nobody is reminded of what somebody has taken over or put to rest. */
export function anlaesseAm(vorfall: VorfallZeile, morgen: IsoDatum): Anlass[] {
  if (vorfall.stufe === "grau" || (vorfall.stillBis !== null && vorfall.stillBis >= morgen)) return [];
  if (vorfall.eigentuemer !== null) return ["neu"];
  return [
    "neu",
    ...(vorfall.eroeffnet <= plusTage(morgen, -ESKALATION_TAGE) ? (["eskalation"] as const) : []),
    ...(vorfall.eroeffnet <= plusTage(morgen, -ERINNERUNG_TAGE) ? (["erinnerung"] as const) : []),
  ];
}

/** Orders one message an incident, recipient and occasion; the unique row makes a repetition harmless. @returns how many are new */
export async function benachrichtige({ db, clock, jobs }: Nachrichtendeps, morgen: IsoDatum): Promise<number> {
  return db.inTransaction("betrieb", async (tx) => {
    const empfaenger = await listeEmpfaenger(tx);
    const vorfaelle = await listeVorfaelle(tx, { offen: true, hoechstens: 1000 });
    const neue: { vorfall: number; empfaenger: number; anlass: Anlass }[] = [];
    for (const vorfall of vorfaelle)
      for (const anlass of anlaesseAm(vorfall, morgen))
        for (const e of empfaenger)
          if (zustaendig(e, vorfall) && (e.stufe === 2) === (anlass === "eskalation"))
            if (await merkeNachricht(tx, vorfall.id, e.id, anlass, clock.now()))
              neue.push({ vorfall: vorfall.id, empfaenger: e.id, anlass });
    await jobs.addAll(tx, sendeNachricht, neue);
    return neue.length;
  });
}

/** Sends one message outside any transaction; a crash in between may send it twice under the same id, never lose it. */
export async function sende(
  { db, clock, mail, adresse, absender }: Nachrichtendeps,
  auftrag: { vorfall: number; empfaenger: number; anlass: Anlass },
): Promise<void> {
  const { vorfall, e, schon } = await db.inTransaction("betrieb", async (tx) => ({
    vorfall: await findVorfall(tx, auftrag.vorfall),
    e: (await listeEmpfaenger(tx)).find(({ id }) => id === auftrag.empfaenger),
    schon: await istGesendet(tx, auftrag.vorfall, auftrag.empfaenger, auftrag.anlass),
  }));
  if (!vorfall || !e?.aktiv || schon) return;
  const nachricht = fasseNachricht(vorfall, auftrag.anlass, adresse);
  if (e.weg === "mail")
    await mail.send({
      id: `laufwacht-${vorfall.id}-${e.id}-${auftrag.anlass}`,
      to: e.ziel,
      from: { name: "Laufwacht", address: absender },
      subject: nachricht.betreff,
      text: nachricht.text,
    });
  else {
    const { status } = await ask(e.ziel, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(koerperFuer(e.weg, nachricht, vorfall, auftrag.anlass)),
      timeoutMs: 10_000,
      maxBytes: 64 * 1024,
    });
    if (status < 200 || status > 299) throw new Error(`${e.name} hat mit ${status} geantwortet`);
  }
  await db.inTransaction("betrieb", async (tx) => {
    const am = clock.now();
    await vermerkeGesendet(tx, auftrag.vorfall, auftrag.empfaenger, auftrag.anlass, am);
    await schreibeSchritt(tx, vorfall.id, {
      am,
      art: "nachricht",
      wer: "Laufwacht",
      text: `${e.name} benachrichtigt (${auftrag.anlass})`,
    });
  });
}
