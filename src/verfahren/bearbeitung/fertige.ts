import { randomUUID } from "node:crypto";
import { type Entscheidung, type Leistung, monateAus, wasWaereWenn } from "#baukasten";
import type { Bescheid, Bescheide } from "#bescheide";
import type { Clock } from "#clock";
import { createBatcher, type Db, type Tx } from "#db";
import type { Gebuehren } from "#gebuehren";
import { bekanntgabe, type IsoDatum, type Land, monatVon } from "#kalender";
import { type Anordnungswunsch, imLaufe, type Kasse, planAus } from "#kasse";
import { type Sendung, schreibeSendungen } from "#kuvertierung";
import { getLeistung } from "#leistungen";
import type { NeueNachricht, Postfach } from "#postfach";
import type { Mandant, Tenants } from "#tenants";
import { type Beteiligter, haengeAlleAn, type NeuerSchritt, type Phase } from "#vorgaenge";
import { type Aenderungswege, istAenderung } from "./aenderungswege.ts";
import { type Akte, createAktenleser, kontextAus, letzter } from "./akte.ts";
import { type Forderungsplan, planeForderungen } from "./forderungen.ts";
import { brauchtVorkasse, fordereVorkasse } from "./vorkasse.ts";

export type FertigeDeps = {
  db: Db;
  clock: Clock;
  tenants: Tenants;
  bescheide: Bescheide;
  postfach: Postfach;
  kasse: Kasse;
  gebuehren: Gebuehren;
  aenderungen: Aenderungswege;
};

const akteur = { art: "system", teil: "bescheide", version: "1" } as const;
const bereit = (leistung: Leistung, akte: Akte): boolean => {
  const brauchtZweite = leistung.vierAugen && akte.stand.automatisch === false;
  const phasen: readonly Phase[] = brauchtZweite ? ["freigegeben"] : ["entschieden", "freigegeben"];
  return phasen.includes(akte.stand.phase);
};

/** All that belongs to a notice that is set but not yet in the log. */
type Fertig = {
  mandant: Mandant;
  leistung: Leistung;
  akte: Akte;
  entscheidung: Entscheidung;
  bewilligt: boolean;
  empfaenger: Beteiligter;
  weg: "postfach" | "brief";
  bescheid: Bescheid;
} & Pick<Forderungsplan, "soll" | "nimmtZurueck">;

/**
 * Makes the notice of a decision and sends it on its way: the file first, then log, mailbox or print queue, and payment order in one
 * transaction. May run twice: a Vorgang that has its notice is left alone. Under load notices that are ready at the same time share it.
 */
export function createFertigung(deps: FertigeDeps) {
  const leseAkte = createAktenleser(deps.db);
  // Letters come one by one, some milliseconds apart: their notices would each have a transaction of their own.
  let imSatz = 0;
  const versendeGemeinsam = createBatcher<Fertig, void>({
    keyOf: ({ mandant }) => mandant.id,
    moreComing: () => imSatz > 0,
    run: (fertige, mandant) =>
      deps.db.inTransaction({ mandant }, async (tx) => {
        await versende(deps, tx, fertige);
        return fertige.map(() => undefined);
      }),
  });
  /** @param bekannt the file, where the caller has just written its last step */
  return async (mandantId: number, vorgangId: string, bekannt?: Akte): Promise<void> => {
    const akte = bekannt ?? (await leseAkte({ mandantId, vorgangId }));
    if (akte && istAenderung(akte)) return deps.aenderungen.fertige(mandantId, vorgangId);
    if (akte && bereit(getLeistung(akte.leistung), akte) && brauchtVorkasse(akte))
      return fordereVorkasse(deps, await deps.tenants.getById(mandantId), akte);
    if (!akte) return;
    const mandant = await deps.tenants.getById(mandantId);
    imSatz++;
    const fertig = await setze(deps, mandant, akte).finally(() => imSatz--);
    if (fertig) await versendeGemeinsam(fertig);
  };
}

/** @returns undefined where the Vorgang is not at the point of a notice */
async function setze(deps: FertigeDeps, mandant: Mandant, akte: Akte): Promise<Fertig | undefined> {
  const leistung = getLeistung(akte.leistung);
  const entschieden = letzter(akte.schritte, "entschieden");
  const empfaenger = akte.beteiligte.find((each) => each.rolle === "antragsteller");
  if (!bereit(leistung, akte) || !entschieden || !empfaenger) return undefined;

  // The mailbox only with Einwilligung and an account that is known beyond doubt; otherwise paper.
  const elektronisch =
    akte.eingang.einwilligungPostfach && empfaenger.person && !leistung.aufPapier?.(akte.eingang.antworten as never);
  const weg = elektronisch ? ("postfach" as const) : ("brief" as const);
  const entscheidung = entschieden.entscheidung as Entscheidung;
  const bewilligt = entschieden.ergebnis === "bewilligt";
  const mitErgebnis = { ...entscheidung, art: entschieden.ergebnis };
  const fall = { akte, amt: leistung.amt, bezeichnung: leistung.name, schuldner: empfaenger, bewilligt };
  const forderungsplan = await planeForderungen(deps, mandant, { ...fall, ueberPostfach: weg === "postfach" }, entscheidung);
  const bescheid = await deps.bescheide.setze({
    mandant,
    leistung,
    antworten: akte.eingang.antworten as never,
    eingegangenAm: akte.eingang.eingegangenAm,
    entscheidung: mitErgebnis,
    umstaende: wasWaereWenn(leistung, kontextAus(akte, mandant), mitErgebnis),
    automatisch: entschieden.automatisch,
    ...(entschieden.automatisch && { automatiknorm: entschieden.norm }),
    ...(entschieden.begruendung && { begruendung: entschieden.begruendung }),
    vorgangId: akte.id,
    aktenzeichen: akte.aktenzeichen,
    empfaenger,
    weg,
    zahlung: forderungsplan.hinweis,
  });
  return { mandant, leistung, akte, entscheidung, bewilligt, empfaenger, weg, bescheid, ...forderungsplan };
}

/** The person whose decision it was: whoever releases what it makes go back is another one. */
function entschiedenVon({ schritte }: Akte): { kennung: string; name: string } | undefined {
  const akteur = schritte.findLast(({ art }) => art === "entschieden")?.akteur;
  return akteur?.art === "amt" ? { kennung: akteur.kennung, name: akteur.name } : undefined;
}

async function versende(deps: FertigeDeps, tx: Tx, fertige: readonly Fertig[]): Promise<void> {
  const zeitpunkt = deps.clock.now();
  await deps.aenderungen.sperre(
    tx,
    fertige.filter(istNeuEntschieden).map(({ akte }) => akte.id),
  );
  const anhaenge = fertige.map((fertig) => ({
    vorgangId: fertig.akte.id,
    schritte: schritteAus(fertig, deps.clock.today(), zeitpunkt),
    erwarteteNummer: fertig.akte.nummer,
  }));
  const neue = (await haengeAlleAn(tx, anhaenge)).flatMap((ergebnis, index) => {
    const fertig = fertige[index];
    if (!fertig || ergebnis.art === "bereitsGeschehen") return [];
    if (ergebnis.art !== "angehaengt") throw new Error(`Vorgang ${fertig.akte.id}: ${ergebnis.art} when noting the notice`);
    return [{ ...fertig, nummer: ergebnis.nummer }];
  });
  await deps.bescheide.schreibe(tx, ...neue.map(({ bescheid }) => bescheid));
  for (const { akte, bescheid, soll, nimmtZurueck } of neue) {
    if (nimmtZurueck) await deps.gebuehren.nimmZurueck(tx, akte.id, "Neu entschieden.", entschiedenVon(akte));
    await deps.gebuehren.eroeffne(tx, soll, `bescheid:${bescheid.id}`);
  }
  await deps.postfach.stelleBereit(tx, ...neue.flatMap(nachrichtAus), ...neue.flatMap(ankuendigungAus));
  await schreibeSendungen(tx, ...neue.flatMap((fertig) => sendungAus(fertig, zeitpunkt)));
  const erste = neue.filter((fertig) => !istAngewiesen(fertig));
  await deps.kasse.ordneAn(tx, ...erste.flatMap((fertig) => anordnungAus(fertig, fertig.nummer, deps.clock.today())));
  for (const { akte, bescheid } of neue.filter(istAngewiesen)) await deps.aenderungen.zahleNeu(tx, akte.id, bescheid.id);
  await deps.aenderungen.lassFallen(
    tx,
    neue.filter((fertig) => !fertig.bewilligt && istNeuEntschieden(fertig)).map(({ akte }) => akte.id),
  );
  const laufende = neue.filter(({ bewilligt, leistung }) => bewilligt && leistung.dauer);
  await deps.aenderungen.lebenWeiter(
    tx,
    laufende.map(({ akte, leistung }) => ({ vorgangId: akte.id, leistung: leistung.schluessel })),
  );
}

function schritteAus({ mandant, leistung, akte, weg, bescheid }: Fertig, heute: IsoDatum, zeitpunkt: Date): NeuerSchritt[] {
  const { id: bescheidId, postfachSha256, akteSha256, massgeblich } = bescheid;
  const daten = { bescheidId, postfachSha256, akteSha256, massgeblich };
  const transaktion = `bescheid:${akte.id}:${akte.nummer}`;
  return [
    { art: "beschieden", daten, akteur, zeitpunkt, transaktion },
    ...(weg === "postfach" ? [zugestellt(mandant, leistung, "postfach", heute, zeitpunkt, bescheidId)] : []),
  ];
}

const nachrichtAus = ({ leistung, akte, bewilligt, bescheid, empfaenger, weg }: Fertig): NeueNachricht[] =>
  weg === "postfach" && empfaenger.person
    ? [
        {
          vorgangId: akte.id,
          person: empfaenger.person,
          betreff: bescheid.betreff,
          text:
            leistung.rechtsnatur === "bescheinigung" && bewilligt
              ? "Ihre Bescheinigung ist da. Sie finden sie als PDF in dieser Nachricht."
              : "Ihr Bescheid ist da. Sie finden ihn als PDF in dieser Nachricht.",
          bescheidId: bescheid.id,
          ankuendigenAn: empfaenger.email ?? null,
        },
      ]
    : [];

/** Who did not apply expects no letter: the mailbox says that one is coming. The notice itself goes there only with Einwilligung. */
const ankuendigungAus = ({ leistung, akte, bescheid, entscheidung, empfaenger, weg }: Fertig): NeueNachricht[] =>
  weg === "brief" && akte.eingang.kanal === "amtswegen" && empfaenger.person
    ? [
        {
          vorgangId: akte.id,
          person: empfaenger.person,
          betreff: `${bescheid.betreff}: entschieden`,
          text: `Wir haben entschieden, ohne dass Sie einen Antrag stellen mussten. ${leistung.bescheid.tenor(entscheidung, akte.eingang.antworten as never)}\n\nDer Bescheid mit der Begründung kommt mit der Post.`,
          bescheidId: null,
          ankuendigenAn: null,
        },
      ]
    : [];

const sendungAus = ({ akte, bescheid, weg }: Fertig, angelegtAm: Date): Sendung[] =>
  weg === "brief"
    ? [
        {
          id: randomUUID(),
          vorgangId: akte.id,
          bescheidId: bescheid.id,
          empfaenger: "antragsteller",
          aktenzeichen: akte.aktenzeichen,
          betreff: bescheid.betreff,
          akteSha256: bescheid.akteSha256,
          angelegtAm,
        },
      ]
    : [];

const istNeuEntschieden = ({ akte, leistung }: Fertig): boolean =>
  leistung.dauer !== undefined && akte.schritte.some(({ art }) => art === "beschieden");

/** Decided anew: the treasury has an order for these months already. */
const istAngewiesen = ({ akte, leistung }: Fertig): boolean =>
  leistung.zahlung !== undefined && akte.schritte.some(({ art }) => art === "angewiesen");

function anordnungAus(fertig: Fertig, nummer: number, heute: IsoDatum): Anordnungswunsch[] {
  const { akte, leistung, entscheidung, mandant, bescheid } = fertig;
  const zahlung = fertig.bewilligt ? leistung.zahlung?.(akte.eingang.antworten as never) : undefined;
  const land = mandant.land as Land;
  const { zeitraeume = [] } = entscheidung;
  const beginn = new Map(zeitraeume.map(({ von }) => [monatVon(von), von]));
  const plan =
    zeitraeume.length > 0
      ? planAus(
          monateAus(entscheidung),
          heute,
          land,
          imLaufe((monat) => beginn.get(monat) ?? heute),
        )
      : planAus(entscheidung.abschnitte, heute, land);
  if (!zahlung || plan.length === 0) return [];
  const { empfaenger, iban } = zahlung;
  const { id: vorgangId, aktenzeichen } = akte;
  return [{ vorgangId, nummer, aktenzeichen, anlass: bescheid.id, art: "neu", empfaenger, iban, plan }];
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
