import { randomUUID } from "node:crypto";
import type { Entscheidung, Leistung } from "#baukasten";
import type { Bescheide } from "#bescheide";
import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import { type Gebuehren, zahlungshinweis } from "#gebuehren";
import { bekanntgabe, type Land } from "#kalender";
import { type Kasse, planAus } from "#kasse";
import { schreibeSendung } from "#kuvertierung";
import { getLeistung } from "#leistungen";
import type { Postfach } from "#postfach";
import type { Mandant, Tenants } from "#tenants";
import { haengeAn, type NeuerSchritt, type Phase } from "#vorgaenge";
import { type Akte, findAkte, letzter } from "./akte.ts";

export type FertigeDeps = {
  db: Db;
  clock: Clock;
  tenants: Tenants;
  bescheide: Bescheide;
  postfach: Postfach;
  kasse: Kasse;
  gebuehren: Gebuehren;
};

const akteur = { art: "system", teil: "bescheide", version: "1" } as const;
const bereit = (leistung: Leistung, akte: Akte): boolean => {
  const brauchtZweite = leistung.vierAugen && akte.stand.automatisch === false;
  const phasen: readonly Phase[] = brauchtZweite ? ["freigegeben"] : ["entschieden", "freigegeben"];
  return phasen.includes(akte.stand.phase);
};

/**
 * Makes the notice of a decision and sends it on its way: files first, then log, mailbox or print queue, and payment order in one
 * transaction. May run twice: a Vorgang that has its notice is left alone.
 */
export async function fertige(deps: FertigeDeps, mandantId: number, vorgangId: string): Promise<void> {
  const akte = await deps.db.inTransaction({ mandant: mandantId }, (tx) => findAkte(tx, vorgangId));
  if (!akte) return;
  const leistung = getLeistung(akte.leistung);
  const entschieden = letzter(akte.schritte, "entschieden");
  const empfaenger = akte.beteiligte.find((each) => each.rolle === "antragsteller");
  if (!bereit(leistung, akte) || !entschieden || !empfaenger) return;

  const mandant = await deps.tenants.getById(mandantId);
  // The mailbox only with Einwilligung and an account that is known beyond doubt; otherwise paper.
  const elektronisch =
    akte.eingang.einwilligungPostfach && empfaenger.person && !leistung.aufPapier?.(akte.eingang.antworten as never);
  const weg = elektronisch ? ("postfach" as const) : ("brief" as const);
  const entscheidung = entschieden.entscheidung as Entscheidung;
  const soll = deps.gebuehren.bereiteVor({
    mandant,
    vorgang: akte,
    bezeichnung: leistung.name,
    schuldner: empfaenger,
    ueberPostfach: weg === "postfach",
    forderungen: entschieden.ergebnis === "bewilligt" ? (entscheidung.forderungen ?? []) : [],
  });
  const bescheid = await deps.bescheide.setze({
    mandant,
    leistung,
    antworten: akte.eingang.antworten as never,
    eingegangenAm: akte.eingang.eingegangenAm,
    entscheidung: { ...entscheidung, art: entschieden.ergebnis },
    automatisch: entschieden.automatisch,
    ...(entschieden.automatisch && { automatiknorm: entschieden.norm }),
    ...(entschieden.begruendung && { begruendung: entschieden.begruendung }),
    vorgangId,
    aktenzeichen: akte.aktenzeichen,
    empfaenger,
    weg,
    zahlung: zahlungshinweis(mandant, leistung.amt, soll),
  });

  await deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const zeitpunkt = deps.clock.now();
    const schritte: NeuerSchritt[] = [
      {
        art: "beschieden",
        daten: {
          bescheidId: bescheid.id,
          postfachSha256: bescheid.postfachSha256,
          akteSha256: bescheid.akteSha256,
          massgeblich: bescheid.massgeblich,
        },
        akteur,
        zeitpunkt,
        transaktion: `bescheid:${vorgangId}:${akte.nummer}`,
      },
    ];
    if (weg === "postfach") schritte.push(zugestellt(mandant, leistung, "postfach", deps.clock.today(), zeitpunkt, bescheid.id));
    const ergebnis = await haengeAn(tx, vorgangId, schritte, akte.nummer);
    if (ergebnis.art === "bereitsGeschehen") return;
    if (ergebnis.art !== "angehaengt") throw new Error(`Vorgang ${vorgangId}: ${ergebnis.art} when noting the notice`);
    await deps.bescheide.schreibe(tx, bescheid);
    await deps.gebuehren.eroeffne(tx, soll, `bescheid:${bescheid.id}`);
    if (weg === "postfach" && empfaenger.person)
      await deps.postfach.stelleBereit(tx, {
        vorgangId,
        person: empfaenger.person,
        betreff: bescheid.betreff,
        text:
          leistung.rechtsnatur === "bescheinigung" && entschieden.ergebnis === "bewilligt"
            ? "Ihre Bescheinigung ist da. Sie finden sie als PDF in dieser Nachricht."
            : "Ihr Bescheid ist da. Sie finden ihn als PDF in dieser Nachricht.",
        bescheidId: bescheid.id,
        ankuendigenAn: empfaenger.email ?? null,
      });
    else
      await schreibeSendung(tx, {
        id: randomUUID(),
        vorgangId,
        bescheidId: bescheid.id,
        empfaenger: "antragsteller",
        aktenzeichen: akte.aktenzeichen,
        betreff: bescheid.betreff,
        akteSha256: bescheid.akteSha256,
        angelegtAm: zeitpunkt,
      });
    if (entschieden.ergebnis === "bewilligt")
      await weiseAn(deps, tx, leistung, { ...akte, nummer: ergebnis.nummer }, entscheidung, mandant.land as Land, bescheid.id);
  });
}

export function zugestellt(
  mandant: Mandant,
  leistung: Leistung,
  weg: "postfach" | "brief",
  am: string,
  zeitpunkt: Date,
  bescheidId: string,
): Extract<NeuerSchritt, { art: "zugestellt" }> {
  const zustellung =
    weg === "postfach" ? ({ art: "postfach", benachrichtigtAm: am } as const) : ({ art: "brief", aufgegebenAm: am } as const);
  const gilt = bekanntgabe(leistung.rechtsgebiet, zustellung, mandant.land as Land);
  // Where retrieval decides, the day is not known yet: asked again when ten days are over.
  const bekanntAm = gilt.art === "bekanntgegeben" ? gilt.am : am;
  return {
    art: "zugestellt",
    daten: { weg, am, bekanntAm, norm: gilt.norm },
    akteur,
    zeitpunkt,
    transaktion: `zustellung:${bescheidId}`,
  };
}

async function weiseAn(
  deps: FertigeDeps,
  tx: Tx,
  leistung: Leistung,
  akte: Akte,
  entscheidung: Entscheidung,
  land: Land,
  bescheidId: string,
): Promise<void> {
  const zahlung = leistung.zahlung?.(akte.eingang.antworten as never);
  const plan = planAus(entscheidung.abschnitte, deps.clock.today(), land);
  if (!zahlung || plan.length === 0) return;
  await deps.kasse.ordneAn(tx, {
    vorgangId: akte.id,
    nummer: akte.nummer,
    aktenzeichen: akte.aktenzeichen,
    anlass: bescheidId,
    art: "neu",
    empfaenger: zahlung.empfaenger,
    iban: zahlung.iban,
    plan,
  });
}
