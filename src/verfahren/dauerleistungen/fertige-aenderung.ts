import { randomUUID } from "node:crypto";
import { type Entscheidung, normenFuer } from "#baukasten";
import { letzter, zugestellt } from "#bearbeitung";
import type { Bescheid } from "#bescheide";
import type { Tx } from "#db";
import { schreibeSendungen } from "#kuvertierung";
import type { Mandant } from "#tenants";
import { haengeAn, type Inhalt, listeBeteiligte, type NeuerSchritt, schreibeBeteiligte } from "#vorgaenge";
import { type Bezug, findBezug } from "./bezug.ts";
import { type DauerDeps, systemakteur } from "./deps.ts";
import { erstattungFuer } from "./erstattung.ts";
import { Gegenueberstellung, gruppiere, hoertAuf, planAusZeilen, wenigerInZukunft } from "./gegenueberstellung.ts";
import { type Aenderungsakte, findAenderungsakte, meldeAenderung } from "./melde-aenderung.ts";
import { ordneNeuAn } from "./ordne-neu-an.ts";
import { vermerkeErledigt } from "./schliesse-ab.ts";
import { schreibeAmBezug } from "./schreibe.ts";
import { findDauerleistungZumSchreiben } from "./store.ts";

/**
 * Makes the notice of a decided change, delivers it, and lets the change take effect: on the benefit's log, on its payments, on its next
 * day. Files first, then all of it in one transaction. May run twice: a Vorgang that has its notice is left alone.
 */
export async function fertigeAenderung(deps: DauerDeps, mandantId: number, vorgangId: string): Promise<void> {
  const mandant = await deps.tenants.getById(mandantId);
  const geladen = await deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const akte = await findAenderungsakte(tx, vorgangId);
    const bezug = akte && (await findBezug(tx, deps, mandant, akte.anlass.bezug));
    return akte && bezug && istBereit(bezug, akte) ? { akte, bezug } : undefined;
  });
  const entschieden = geladen && letzter(geladen.akte.schritte, "entschieden");
  if (!geladen || !entschieden) return;
  const { akte, bezug } = geladen;
  const gegenueberstellung = Gegenueberstellung.parse(entschieden.gegenueberstellung);
  const bescheid = await setzeBescheid(deps, mandant, bezug, akte, entschieden, gegenueberstellung);

  await deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    await findDauerleistungZumSchreiben(tx, akte.anlass.bezug);
    if (!(await stelleZu(deps, tx, mandant, bezug, akte, bescheid))) return;
    await wirke(deps, tx, akte, gegenueberstellung);
    const jetzt = await findBezug(tx, deps, mandant, akte.anlass.bezug);
    if (!jetzt) throw new Error(`Vorgang ${akte.anlass.bezug} läuft nicht mehr.`);
    await ordneNeuAn(deps, tx, mandant, jetzt, bescheid.id);
    // An earlier notice of this change may have been final, and its demand out: it falls with that notice.
    const { akteur } = akte.schritte.findLast(({ art }) => art === "entschieden") ?? {};
    await deps.gebuehren.nimmZurueck(tx, akte.id, "Neu entschieden.", akteur?.art === "amt" ? akteur : undefined);
    await vermerkeErledigt(deps, tx, akte, gegenueberstellung.ueberzahlungCent);
    if (gegenueberstellung.offeneUeberzahlungCent) await verfolgeUeberzahlung(deps, tx, akte);
  });
}

const istBereit = ({ leistung }: Bezug, { stand }: Aenderungsakte): boolean =>
  stand.phase === "freigegeben" || (stand.phase === "entschieden" && !(leistung.vierAugen && stand.automatisch === false));

function setzeBescheid(
  deps: DauerDeps,
  mandant: Mandant,
  bezug: Bezug,
  akte: Aenderungsakte,
  entschieden: Inhalt<"entschieden">,
  gegenueberstellung: Gegenueberstellung,
): Promise<Bescheid> {
  const { leistung } = bezug;
  const empfaenger = akte.beteiligte.find((each) => each.rolle === "antragsteller");
  if (!empfaenger) throw new Error(`Vorgang ${akte.id} hat keinen Empfänger.`);
  const norm = /ohne Anhörung nach (.+)$/.exec(entschieden.norm)?.[1];
  const gehoert = akte.schritte.some(({ art }) => art === "angehoert");
  const belastet = wenigerInZukunft(gegenueberstellung) || gegenueberstellung.ueberzahlungCent > 0;
  const anhoerung = gehoert ? ({ noetig: true } as const) : belastet && norm ? ({ noetig: false, norm } as const) : undefined;
  const geaendert = gegenueberstellung.zeilen.findIndex((z) => z.vorherCent !== z.nachherCent || z.bezahltCent > z.nachherCent);
  const zeilen = geaendert < 0 ? [] : gegenueberstellung.zeilen.slice(geaendert);
  const { raster } = bezug;
  const erster = zeilen[0]?.monat;
  const spaeter = erster !== undefined && erster > raster.monatAm(gegenueberstellung.ab);
  const beginn = spaeter ? raster.von(erster) : gegenueberstellung.ab;
  return deps.bescheide.setzeAenderung({
    mandant,
    leistung,
    antworten: akte.eingang.antworten as never,
    eingegangenAm: akte.eingang.eingegangenAm,
    entscheidung: {
      ...(entschieden.entscheidung as Entscheidung),
      art: entschieden.ergebnis,
    },
    automatisch: entschieden.automatisch,
    ...(entschieden.automatisch && { automatiknorm: entschieden.norm.split(";")[0] ?? "" }),
    ...(entschieden.begruendung && { begruendung: entschieden.begruendung }),
    vorgangId: akte.id,
    aktenzeichen: akte.aktenzeichen,
    empfaenger,
    weg: wegFuer(akte),
    bezugszeichen: bezug.akte.aktenzeichen,
    ab: beginn,
    anlass: akte.anlass.grund,
    endet: gegenueberstellung.endet === true,
    aufgehoben: hoertAuf(gegenueberstellung),
    vergleich: gruppiere({ ...gegenueberstellung, zeilen }),
    nachzahlungCent: gegenueberstellung.nachzahlungCent,
    rueckforderung: rueckforderung(bezug, akte, gegenueberstellung),
    normen: normenFuer(leistung),
    anhoerung,
  });
}

function rueckforderung(
  { leistung, raster }: Bezug,
  { anlass }: Aenderungsakte,
  { zeilen, ueberzahlungCent }: Gegenueberstellung,
) {
  if (ueberzahlungCent === 0) return undefined;
  const { norm, text } = erstattungFuer(leistung, anlass);
  const monate = zeilen.filter((zeile) => zeile.bezahltCent > zeile.nachherCent).map(({ monat }) => monat);
  const tage = [monate[0], monate.at(-1)].flatMap((monat, stelle) =>
    monat === undefined ? [] : [stelle === 0 ? raster.von(monat) : raster.bis(monat)],
  );
  return { betragCent: ueberzahlungCent, monate: raster.zaehltAb === undefined ? monate : tage, norm, wer: text };
}

const wegFuer = ({ eingang, beteiligte }: Aenderungsakte): "postfach" | "brief" =>
  eingang.einwilligungPostfach && beteiligte.some(({ rolle, person }) => rolle === "antragsteller" && person)
    ? "postfach"
    : "brief";

/** @returns false where another worker was faster */
async function stelleZu(
  deps: DauerDeps,
  tx: Tx,
  mandant: Mandant,
  { leistung }: Bezug,
  akte: Aenderungsakte,
  bescheid: Bescheid,
) {
  const zeitpunkt = deps.clock.now();
  const weg = wegFuer(akte);
  const { id: bescheidId, postfachSha256, akteSha256, massgeblich } = bescheid;
  const beschieden: NeuerSchritt = {
    art: "beschieden",
    daten: { bescheidId, postfachSha256, akteSha256, massgeblich },
    akteur: systemakteur,
    zeitpunkt,
    transaktion: `bescheid:${akte.id}:${akte.nummer}`,
  };
  const schritte = [
    beschieden,
    ...(weg === "postfach" ? [zugestellt(mandant, leistung, "postfach", deps.clock.today(), zeitpunkt, bescheidId)] : []),
  ];
  const ergebnis = await haengeAn(tx, akte.id, schritte, akte.nummer);
  if (ergebnis.art === "bereitsGeschehen") return false;
  if (ergebnis.art !== "angehaengt") throw new Error(`Vorgang ${akte.id}: ${ergebnis.art} when noting the notice`);
  await deps.bescheide.schreibe(tx, bescheid);
  const empfaenger = akte.beteiligte.find((each) => each.rolle === "antragsteller");
  if (weg === "postfach" && empfaenger?.person)
    await deps.postfach.stelleBereit(tx, {
      vorgangId: akte.id,
      person: empfaenger.person,
      betreff: bescheid.betreff,
      text: "Ihr Bescheid über die Änderung ist da. Sie finden ihn als PDF in dieser Nachricht.",
      bescheidId,
      ankuendigenAn: empfaenger.email ?? null,
    });
  else
    await schreibeSendungen(tx, {
      id: randomUUID(),
      vorgangId: akte.id,
      bescheidId,
      empfaenger: "antragsteller",
      aktenzeichen: akte.aktenzeichen,
      betreff: bescheid.betreff,
      akteSha256,
      angelegtAm: zeitpunkt,
    });
  return true;
}

/** The change takes effect on the benefit: its months, its facts, its people, its end. */
async function wirke(
  deps: DauerDeps,
  tx: Tx,
  { id, anlass, eingang, leistung }: Aenderungsakte,
  gegenueberstellung: Gegenueberstellung,
): Promise<void> {
  const { zurueckgenommen, weiter } = gegenueberstellung;
  const abschnitte = [...planAusZeilen(gegenueberstellung)].map(([monat, betragCent]) => ({
    von: monat,
    bis: monat,
    betragCent,
  }));
  // The months after the decided ones are not decided by themselves.
  const aufgehoben = hoertAuf(gegenueberstellung);
  const daten = { grund: anlass.grund, durch: id, ab: anlass.ab, seiten: zurueckgenommen ? {} : anlass.seiten, abschnitte };
  await schreibeAmBezug(
    deps,
    tx,
    anlass.bezug,
    aufgehoben ? { art: "aufgehoben", daten } : { art: "geaendert", daten: { ...daten, ...(weiter && { weiter: true }) } },
  );
  if (!("anschrift" in anlass.seiten) || zurueckgenommen) return;
  const { antragsteller } = eingang;
  const neue = deps.leistung(leistung).beteiligte({ antworten: eingang.antworten as never, antragsteller, nachweise: {} });
  // As they stand on the grant, not as they were copied when the change began: a lock on the address may have come since.
  const umgezogene = (await listeBeteiligte(tx, anlass.bezug)).flatMap((bisher) => {
    const anschrift = neue.find(({ rolle }) => rolle === bisher.rolle)?.anschrift;
    return anschrift ? [{ ...bisher, anschrift }] : [];
  });
  await schreibeBeteiligte(
    tx,
    umgezogene.map((person) => ({ vorgangId: anlass.bezug, ...person })),
  );
}

/** What was paid for months that turn out lower is a matter of its own: the person is heard about it, and a person decides. */
async function verfolgeUeberzahlung(deps: DauerDeps, tx: Tx, { id, anlass }: Aenderungsakte): Promise<void> {
  await meldeAenderung(deps, tx, anlass.bezug, {
    anlass: "ueberzahlung",
    ab: anlass.ab,
    grund: anlass.grund,
    seiten: anlass.seiten,
    ...(anlass.seit !== undefined && { seit: anlass.seit }),
    ursache: id,
    kanal: "amtswegen",
    akteur: systemakteur,
    transaktion: `ueberzahlung:${id}`,
  });
}
