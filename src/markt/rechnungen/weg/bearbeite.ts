import { createBatcher } from "#db";
import { untersuche } from "#rechnungspruefung";
import type { Eingang } from "../eingang/nimm-an.ts";
import { schlageFelderVor } from "../eingang/texterkennung.ts";
import { einstellungenVon } from "../einstellungen.ts";
import { type Anhang, haengeAn, haengeGesperrteAn } from "../haenge-an.ts";
import { teileAbweisungMit } from "../jobs.ts";
import { liesKopf } from "../lies-kopf.ts";
import { findRechnungen, findStaendeZumSchreiben, type StandZeile } from "../store.ts";
import type { Deps } from "../teile.ts";
import { vonSelbst } from "../uebergaenge.ts";
import { type Gang, geheWeiter, type Sendung, system } from "./gehe-weiter.ts";
import { schreibeAbrufe, sperreWeg } from "./store.ts";

/** The way by itself, from arrival to the desk of whoever must look. Repeating it finds its work done. */
export function createBearbeitung(deps: Deps, nimmAn: (eingang: Eingang) => Promise<{ rechnungId: string }>) {
  const { db, clock, jobs, blobs, tenants } = deps;
  type Stelle = { mandantId: number; rechnungId: string };
  const lies = createBatcher<Stelle, StandZeile | undefined>({
    keyOf: ({ mandantId }) => mandantId,
    async run(stellen, mandant) {
      const ids = stellen.map(({ rechnungId }) => rechnungId);
      const gefunden = new Map(
        (await db.inTransaction({ mandant }, (tx) => findRechnungen(tx, ids))).map((each) => [each.id, each]),
      );
      return ids.map((id) => gefunden.get(id));
    },
  });
  const gehe = createBatcher<Sendung & { mandantId: number }, Gang | undefined>({
    keyOf: ({ mandantId }) => mandantId,
    async run(sendungen, mandant) {
      const einstellungen = einstellungenVon(await tenants.getById(mandant));
      return db.inTransaction({ mandant }, async (tx) => {
        await sperreWeg(tx);
        const stellen = await findStaendeZumSchreiben(
          tx,
          sendungen.map(({ rechnung }) => rechnung.id),
        );
        const umstaende = { jetzt: clock.now(), heute: clock.today(), mandantId: mandant, einstellungen };
        const gaenge = await geheWeiter(tx, sendungen, stellen, umstaende);
        const anhaenge: Anhang[] = gaenge.map(({ rechnung, schritte, nummer }) => ({
          rechnungId: rechnung.id,
          schritte,
          erwarteteNummer: nummer,
        }));
        for (const { art } of await haengeGesperrteAn(tx, anhaenge, stellen))
          if (art === "konflikt" || art === "unzulaessig") throw new Error(`${art} although the row was locked`);
        await schreibeAbrufe(
          tx,
          gaenge.flatMap(({ rechnung, abrufe }) => abrufe.map((abruf) => ({ ...abruf, rechnungId: rechnung.id }))),
        );
        const abgewiesene = gaenge.filter(({ schritte }) => schritte.some(({ art }) => art === "abgewiesen"));
        await jobs.addAll(
          tx,
          teileAbweisungMit,
          abgewiesene.map(({ rechnung }) => ({ mandantId: mandant, rechnungId: rechnung.id })),
        );
        const jeId = new Map(gaenge.map((gang) => [gang.rechnung.id, gang]));
        return sendungen.map(({ rechnung }) => jeId.get(rechnung.id));
      });
    },
  });

  async function reicheWeiter(zeile: StandZeile, gang: Gang, mandantId: number): Promise<void> {
    const ziel = await tenants.getById(gang.weiterAn ?? 0);
    const eigener = await tenants.getById(mandantId);
    const bytes = await blobs.get(mandantId, zeile.sha256);
    // Committed there first, under a key of its own: a crash in between repeats it and finds it there.
    const { rechnungId } = await nimmAn({
      mandantId: ziel.id,
      bytes,
      dateiname: zeile.dateiname,
      kanal: "weitergabe",
      absender: eigener.name,
      akteur: system,
      transaktion: `weitergabe:${zeile.id}`,
    });
    const schritt = {
      art: "weitergeleitet",
      daten: { mandant: ziel.schluessel, rechnungId },
      akteur: system,
      zeitpunkt: clock.now(),
      transaktion: `weitergeleitet:${zeile.id}`,
    } as const;
    await db.inTransaction({ mandant: mandantId }, (tx) => haengeAn(tx, zeile.id, [schritt], gang.nummer + gang.schritte.length));
  }

  /** Paper is never checked by rules: a machine may propose, a person captures. */
  async function liesScan(zeile: StandZeile, bytes: Uint8Array, mandantId: number): Promise<void> {
    const gelesen = await deps.texterkennung?.lies(bytes);
    const schritt = {
      art: "gescannt",
      daten: {
        werkzeug: gelesen === undefined ? null : (deps.texterkennung?.name ?? null),
        vorschlag: schlageFelderVor(gelesen ?? ""),
      },
      akteur: system,
      zeitpunkt: clock.now(),
      transaktion: `gescannt:${zeile.id}`,
    } as const;
    await db.inTransaction({ mandant: mandantId }, (tx) => haengeAn(tx, zeile.id, [schritt], zeile.nummer));
  }

  return async ({ mandantId, rechnungId }: Stelle): Promise<void> => {
    const zeile = await lies({ mandantId, rechnungId });
    if (!zeile || !vonSelbst.includes(zeile.stand.phase)) return;
    const sendung = { mandantId, rechnung: zeile };
    let gang: Gang | undefined;
    if (zeile.stand.phase === "eingegangen") {
      const bytes = await blobs.get(mandantId, zeile.sha256);
      if (zeile.kanal === "papier") return liesScan(zeile, bytes, mandantId);
      const { bericht, rechnung } = untersuche(zeile.dateiname, bytes);
      // A PDF without an invoice inside is paper by another way, where the Mandant takes such.
      if (
        bericht.fehler.some(({ regel }) => regel === "FW-PDF-01") &&
        einstellungenVon(await tenants.getById(mandantId)).pdfErfassen
      )
        return liesScan(zeile, bytes, mandantId);
      gang = await gehe({ ...sendung, pruefung: { bericht, kopf: rechnung && liesKopf(rechnung) } });
    } else gang = await gehe(sendung);
    if (gang?.weiterAn !== undefined) await reicheWeiter(zeile, gang, mandantId);
  };
}
