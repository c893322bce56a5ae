import type { Tx } from "#db";
import type { Akteur, Inhalt } from "#vorgaenge";
import { type Bezug, findBezug, zeileFuer } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import type { Aenderungsakte } from "./melde-aenderung.ts";
import { erledigtAls } from "./naechster-termin.ts";
import { schreibe, schreibeAmBezug } from "./schreibe.ts";
import { findDauerleistung, listeAenderungen, schreibeDauerleistung, vermerkeEntscheidung } from "./store.ts";

type Deps = Pick<DauerDeps, "clock" | "tenants" | "leistung" | "postfach">;

/** Where a clerk did it: the key of the form, and what was chosen in it. */
type Tat = { transaktion?: string; umfang?: Inhalt<"abgeschlossen">["umfang"] };

const schliesse = (deps: Deps, tx: Tx, akte: Aenderungsakte, grund: string, von: Akteur | undefined, tat: Tat) =>
  schreibe(
    deps,
    tx,
    akte,
    { art: "abgeschlossen", daten: { grund, ...(tat.umfang && { umfang: tat.umfang }) } },
    von,
    tat.transaktion,
  );

/** A change that moves no amount: noted on the benefit, told to the person if they reported it, and done. */
export async function schliesseOhneBescheid(
  deps: Deps,
  tx: Tx,
  bezug: Bezug,
  akte: Aenderungsakte,
  {
    von,
    tat = {},
    grund = "Geprüft: Die Leistung ändert sich dadurch nicht.",
    weiter = false,
    hinweis = "Sie müssen nichts weiter tun.",
  }: { von?: Akteur; tat?: Tat; grund?: string; weiter?: boolean; hinweis?: string | undefined } = {},
): Promise<void> {
  const { anlass } = akte;
  await schliesse(deps, tx, akte, grund, von, tat);
  if (Object.keys(anlass.seiten).length > 0)
    await schreibeAmBezug(deps, tx, anlass.bezug, {
      art: "geaendert",
      daten: {
        grund: anlass.grund,
        durch: akte.id,
        ab: anlass.ab,
        seiten: anlass.seiten,
        ...(weiter && { weiter: true as const }),
      },
    });
  const person = akte.beteiligte.find((each) => each.rolle === "antragsteller");
  if (anlass.anlass === "meldung" && person?.person && akte.eingang.einwilligungPostfach)
    await deps.postfach.stelleBereit(tx, {
      vorgangId: akte.id,
      person: person.person,
      betreff: "Ihre Meldung ist geprüft",
      text: `${anlass.grund}\n\n${folgeFuer(bezug, weiter, hinweis)}`,
      bescheidId: null,
      ankuendigenAn: person.email ?? null,
    });
  await vermerkeErledigt(deps, tx, akte, 0);
}

const folgeFuer = ({ leistung, akte: { aktenzeichen } }: Bezug, weiter: boolean, hinweis: string): string =>
  weiter
    ? `Wir haben das geprüft. Ihre Leistung (${leistung.name}, Aktenzeichen ${aktenzeichen}) geht damit weiter; das Ende, das wir Ihnen mitgeteilt hatten, gilt nicht mehr. Über die nächsten Monate bekommen Sie einen Bescheid. Sie müssen nichts weiter tun.`
    : `Wir haben das geprüft und vermerkt. Ihre Leistung (${leistung.name}, Aktenzeichen ${aktenzeichen}) ändert sich dadurch nicht. ${hinweis}`;

/** An office finds that nothing is to be changed: the report is set aside, with the reason in the file. */
export async function legeBeiseite(
  deps: Deps,
  tx: Tx,
  akte: Aenderungsakte,
  grund: string,
  von: Akteur,
  tat: Tat = {},
): Promise<void> {
  await schliesse(deps, tx, akte, grund, von, tat);
  await vermerkeErledigt(deps, tx, akte, 0);
}

/** The benefit is free for its next change, and its next day is worked out anew. */
export async function vermerkeErledigt(
  deps: Pick<DauerDeps, "clock" | "tenants" | "leistung">,
  tx: Tx,
  { id, anlass }: Pick<Aenderungsakte, "id" | "anlass">,
  rueckforderungCent: number,
): Promise<void> {
  await vermerkeEntscheidung(tx, id, rueckforderungCent);
  const zeile = await findDauerleistung(tx, anlass.bezug);
  const bezug = await findBezug(tx, deps, await deps.tenants.getById(tx.mandantId), anlass.bezug);
  if (!zeile || !bezug) return;
  const naechste = (await listeAenderungen(tx, anlass.bezug)).find(({ offen, vorgangId }) => offen && vorgangId !== id);
  const erledigt = new Set([
    ...zeile.erledigt,
    ...(anlass.anlass === "stichtag" || anlass.anlass === "verlaengerung" ? [erledigtAls(anlass.anlass, anlass.ab)] : []),
  ]);
  const neu = { erledigt: [...erledigt], offeneAenderung: naechste?.vorgangId ?? null };
  await schreibeDauerleistung(tx, zeileFuer(bezug, neu, deps.clock.today()));
}
