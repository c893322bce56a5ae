import type { Urteile } from "#baukasten";
import { anhoerungspflicht } from "#baukasten";
import { type Eingabe, type Ergebnis, fertigeBescheid, findFrueheres, type Handlung } from "#bearbeitung";
import type { Tx } from "#db";
import { ZahlungLaeuft } from "#gebuehren";
import type { IsoDatum } from "#kalender";
import type { Mandant } from "#tenants";
import { haengeAn } from "#vorgaenge";
import { type Bezug, findBezug } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import {
  bleibtGleich,
  ergebnisVon,
  type Gegenueberstellung,
  nurZukunft,
  wenigerInZukunft,
  zurueckgenommen,
} from "./gegenueberstellung.ts";
import { hoereAn } from "./hoere-an.ts";
import { type Aenderungsakte, findAenderungsakte } from "./melde-aenderung.ts";
import { type Rechnung, rechneAenderung } from "./rechne-aenderung.ts";
import { legeBeiseite, schliesseOhneBescheid } from "./schliesse-ab.ts";
import { findDauerleistungZumSchreiben } from "./store.ts";

/**
 * What a person decides of a change. `ganz`: for paid months as well, which are given back. `zukunft`: only months to come. `keine`: nothing
 * changes; what this change did already is taken back.
 */
export type Umfang = "ganz" | "zukunft" | "keine";

type Fall = { akte: Aenderungsakte; bezug: Bezug; mandant: Mandant };

/** In one transaction, with the benefit locked: the change as it is now, and that nobody was faster. The same form again is done already. */
async function mitFall(
  deps: DauerDeps,
  handlung: Handlung,
  eingaben: readonly Eingabe[],
  tu: (tx: Tx, fall: Fall) => Promise<Ergebnis>,
): Promise<Ergebnis> {
  const mandant = await deps.tenants.getById(handlung.mandantId);
  return deps.db.inTransaction({ mandant: handlung.mandantId }, async (tx) => {
    const vorab = await findAenderungsakte(tx, handlung.vorgangId);
    const zeile = vorab && (await findDauerleistungZumSchreiben(tx, vorab.anlass.bezug));
    const frueher = await findFrueheres(tx, handlung, ...eingaben);
    if (frueher) return frueher;
    const akte = await findAenderungsakte(tx, handlung.vorgangId);
    const bezug = akte && (await findBezug(tx, deps, mandant, akte.anlass.bezug));
    if (!akte || !zeile || !bezug) return { art: "unzulaessig", text: "Diese Änderung gibt es nicht." };
    if (akte.nummer !== handlung.nummer) return { art: "ueberholt" };
    if (akte.stand.phase !== "beiSachbearbeitung")
      return { art: "unzulaessig", text: "Dieser Schritt ist beim jetzigen Stand nicht möglich." };
    if (zeile.offeneAenderung !== null && zeile.offeneAenderung !== akte.id)
      return { art: "unzulaessig", text: "Zuerst ist über die Änderung zu entscheiden, die früher eingegangen ist." };
    return tu(tx, { akte, bezug, mandant });
  });
}

/** The hearing, begun by a person: the facts as they stand, with words of theirs. */
export const hoereVonHandAn = (deps: DauerDeps, handlung: Handlung, worte: string, frist: IsoDatum): Promise<Ergebnis> =>
  mitFall(
    deps,
    handlung,
    [{ art: "angehoert", teil: { frist, worte: worte || undefined } }],
    async (tx, { akte, bezug, mandant }) => {
      const rechnung = rechneAenderung(bezug, akte, deps.clock.today());
      const { norm } = anhoerungspflicht(bezug.leistung, "register", true);
      await hoereAn(deps, tx, mandant, bezug, akte, rechnung, norm, {
        frist,
        worte,
        von: handlung.von,
        transaktion: handlung.transaktion,
      });
      return { art: "erledigt" };
    },
  );

export async function entscheideAenderung(
  deps: DauerDeps,
  handlung: Handlung,
  umfang: Umfang,
  begruendung: string,
  urteile: Urteile,
): Promise<Ergebnis> {
  try {
    return await entscheide(deps, handlung, umfang, begruendung, urteile);
  } catch (error) {
    if (error instanceof ZahlungLaeuft) return { art: "unzulaessig", text: ZAHLT_GERADE };
    throw error;
  }
}
const ZAHLT_GERADE =
  "Gerade bezahlt die Person online, was ein früherer Bescheid gefordert hat. Bitte entscheiden Sie in einigen Minuten noch einmal.";

const entscheide = (
  deps: DauerDeps,
  handlung: Handlung,
  umfang: Umfang,
  begruendung: string,
  urteile: Urteile,
): Promise<Ergebnis> => {
  const eingaben: Eingabe[] = [
    { art: "entschieden", teil: { begruendung, umfang, urteile } },
    { art: "abgeschlossen", teil: { grund: begruendung, umfang } },
  ];
  return mitFall(deps, handlung, eingaben, async (tx, { akte, bezug }) => {
    const tat = { transaktion: handlung.transaktion, umfang };
    const heute = deps.clock.today();
    const rechnung = rechneAenderung(bezug, akte, heute, { urteile });
    const hatGewirkt = bezug.stand.wechsel.some(({ durch }) => durch === akte.id);
    if (umfang === "keine" && !hatGewirkt) {
      // Remedied to the end: what an earlier notice of this change asked for falls with it.
      await deps.gebuehren.nimmZurueck(tx, akte.id, begruendung, handlung.von);
      await legeBeiseite(deps, tx, akte, begruendung, handlung.von, tat);
      return { art: "erledigt" };
    }
    const gewollt = gegenueberstellungFuer(rechnung, umfang);
    // Looked at, and right, but it moves no amount: the facts are kept, without them the next months could not be decided.
    if (umfang !== "keine" && bleibtGleich(gewollt) && !gewollt.endet && Object.keys(akte.anlass.seiten).length > 0) {
      await deps.gebuehren.nimmZurueck(tx, akte.id, begruendung, handlung.von);
      await schliesseOhneBescheid(deps, tx, bezug, akte, {
        von: handlung.von,
        tat,
        grund: begruendung,
        weiter: gewollt.weiter === true,
      });
      return { art: "erledigt" };
    }
    const mangel = wasFehlt(bezug, akte, rechnung, gewollt);
    if (mangel) return { art: "unzulaessig", text: mangel };
    const ergebnis = await haengeAn(
      tx,
      akte.id,
      [
        {
          art: "entschieden",
          akteur: handlung.von,
          zeitpunkt: deps.clock.now(),
          transaktion: handlung.transaktion,
          daten: {
            ergebnis: ergebnisVon(gewollt),
            automatisch: false,
            norm: bezug.leistung.bescheid.grundlage,
            entscheidung: { ...rechnung.entscheidung, art: ergebnisVon(gewollt) },
            begruendung,
            umfang,
            urteile: { ...urteile },
            gegenueberstellung: gewollt,
          },
        },
      ],
      handlung.nummer,
    );
    if (ergebnis.art === "konflikt") return { art: "ueberholt" };
    if (ergebnis.art === "unzulaessig")
      return { art: "unzulaessig", text: "Dieser Schritt ist beim jetzigen Stand nicht möglich." };
    if (!bezug.leistung.vierAugen) await deps.jobs.add(tx, fertigeBescheid, { mandantId: tx.mandantId, vorgangId: akte.id });
    return { art: "erledigt" };
  });
};

function gegenueberstellungFuer(rechnung: Rechnung, umfang: Umfang): Gegenueberstellung {
  const ganz = rechnung.gegenueberstellung;
  if (umfang === "keine") return zurueckgenommen(ganz);
  return {
    ...(umfang === "ganz" ? ganz : nurZukunft(ganz)),
    endet: rechnung.endet,
    ...(rechnung.lebtAuf && { weiter: true }),
  };
}

/** Why this cannot be decided so; undefined where it can. */
function wasFehlt(
  { leistung }: Bezug,
  akte: Aenderungsakte,
  rechnung: Rechnung,
  gewollt: Gegenueberstellung,
): string | undefined {
  if (!rechnung.entscheidung.vorschlag)
    return "Nach den vorliegenden Tatsachen lässt sich der Betrag nicht berechnen. Bitte klären Sie zuerst die offenen Punkte.";
  if (bleibtGleich(gewollt) && !gewollt.endet && !gewollt.zurueckgenommen)
    return "So ändert sich nichts. Wählen Sie bitte „Nichts ändern“, wenn es dabei bleiben soll.";
  const belastet = gewollt.ueberzahlungCent > 0 || wenigerInZukunft(gewollt);
  const pflicht = anhoerungspflicht(leistung, rechnung.anlass.anlass, gewollt.ueberzahlungCent > 0);
  if (belastet && pflicht.noetig && !rechnung.gehoert)
    return `Vorher ist die Person anzuhören (${pflicht.norm}). Bitte senden Sie zuerst die Anhörung.`;
  return akte.schritte.some(({ art }) => art === "angehoert" || art === "entschieden" || art === "vorgeschlagen")
    ? undefined
    : "Die Änderung ist noch nicht geprüft.";
}
