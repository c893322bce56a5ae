import { formatiereEuro } from "#geld";
import { type Anhang, haengeGesperrteAn } from "../haenge-an.ts";
import type { NeuerSchritt } from "../schritte.ts";
import type { Stand } from "../stand.ts";
import { findStaendeZumSchreiben } from "../store.ts";
import type { Deps } from "../teile.ts";
import { system } from "../weg/gehe-weiter.ts";
import type { Zahlungsmeldung } from "./contract.ts";
import {
  type AuftragZeile,
  type FremdeZahlung,
  findAuftraege,
  findMarke,
  listeFremdeZahlungen,
  listeUnbeantwortete,
  schreibeMarke,
  schreibeZahlungen,
} from "./store.ts";
import { vermerkeAntworten } from "./uebergib.ts";

export type Abgleichbericht = {
  antworten: number;
  bezahlt: number;
  /** Handed over more than a day ago, and never answered. */
  unbeantwortet: AuftragZeile[];
  /** Paid otherwise: what no order of ours explains. */
  fremde: FremdeZahlung[];
  /** Paid with another amount than ordered. */
  abweichend: string[];
};

const LISTE = 200;
const UNBEANTWORTET_TAGE = 1;

/** Fetches what the finance system has to say, moves invoices to paid, and tells what does not fit. Repeating it changes nothing. */
export async function gleicheMitFinanzenAb(deps: Deps, mandantId: number): Promise<Abgleichbericht> {
  const { db, clock, tenants, finanzen } = deps;
  const { schluessel } = await tenants.getById(mandantId);
  const anschluss = finanzen(schluessel);
  const bericht: Abgleichbericht = { antworten: 0, bezahlt: 0, unbeantwortet: [], fremde: [], abweichend: [] };
  const in_ = <T>(fn: Parameters<typeof db.inTransaction<T>>[1]) => db.inTransaction({ mandant: mandantId }, fn);
  for (;;) {
    if (!anschluss) break;
    const ab = await in_((tx) => findMarke(tx, anschluss.name));
    const { antworten, zahlungen, weiter } = await anschluss.hole(schluessel, ab);
    await in_(async (tx) => {
      bericht.antworten += await vermerkeAntworten(tx, antworten, clock.now());
      const neue = await schreibeZahlungen(tx, zahlungen, clock.now());
      const auftraege = new Map(
        (
          await findAuftraege(
            tx,
            zahlungen.flatMap(({ auftragId }) => auftragId ?? []),
          )
        ).map((zeile) => [zeile.auftrag.id, zeile]),
      );
      const stellen = await findStaendeZumSchreiben(tx, [
        ...new Set([...auftraege.values()].map(({ rechnungId }) => rechnungId)),
      ]);
      const anhaenge = zahlungen.flatMap((zahlung): Anhang[] => {
        const zeile = zahlung.auftragId === null ? undefined : auftraege.get(zahlung.auftragId);
        const stelle = zeile && stellen.get(zeile.rechnungId);
        if (!zeile || !stelle || !neue.has(zahlung.beleg) || !["uebergeben", "quittiert"].includes(stelle.stand.phase)) return [];
        // Paid would mean done; too little or too much is not. It stays among the payments no order explains until a person settles it.
        if (zahlung.betragCent !== zeile.auftrag.zahlbetragCent) {
          bericht.abweichend.push(
            `${zeile.auftrag.eingangsnummer}: bezahlt ${formatiereEuro(zahlung.betragCent)}, angeordnet ${formatiereEuro(zeile.auftrag.zahlbetragCent)}`,
          );
          return [];
        }
        return [
          {
            rechnungId: zeile.rechnungId,
            schritte: bezahlschritte(stelle.stand, zahlung, clock.now()),
            erwarteteNummer: stelle.nummer,
          },
        ];
      });
      const ausgaenge = await haengeGesperrteAn(tx, einmalJeRechnung(anhaenge), stellen);
      bericht.bezahlt += ausgaenge.filter(({ art }) => art === "angehaengt").length;
      if (weiter !== null) await schreibeMarke(tx, anschluss.name, weiter);
    });
    if (weiter === null || antworten.length + zahlungen.length === 0) break;
  }
  const vor = new Date(clock.now().getTime() - UNBEANTWORTET_TAGE * 86_400_000);
  bericht.unbeantwortet = await in_((tx) => listeUnbeantwortete(tx, vor, LISTE));
  bericht.fremde = await in_((tx) => listeFremdeZahlungen(tx, LISTE));
  return bericht;
}

/** Two payments of one order in one report: the first one pays, the second is a finding of its own. */
const einmalJeRechnung = (anhaenge: readonly Anhang[]): Anhang[] => [
  ...new Map(anhaenge.toReversed().map((anhang) => [anhang.rechnungId, anhang])).values(),
];

function bezahlschritte({ uebergabe, zahlung: terme }: Stand, zahlung: Zahlungsmeldung, zeitpunkt: Date): NeuerSchritt[] {
  const rahmen = { akteur: system, zeitpunkt };
  const { beleg, betragCent, am } = zahlung;
  const schritte: NeuerSchritt[] = [
    { ...rahmen, art: "bezahlt", daten: { beleg, betragCent, am, ueber: "auftrag" }, transaktion: `bezahlt:${beleg}` },
  ];
  if (uebergabe && uebergabe.skontoCent > 0 && uebergabe.skontoBis) {
    const bis = uebergabe.skontoBis;
    // Taken and yet too late: the supplier may ask for it back, so it counts as lost.
    schritte.push(
      am <= bis
        ? {
            ...rahmen,
            art: "skontoGewonnen",
            daten: { bis, ersparnisCent: uebergabe.skontoCent },
            transaktion: `skonto:${beleg}`,
          }
        : {
            ...rahmen,
            art: "skontoVerfallen",
            daten: { bis, verlorenCent: uebergabe.skontoCent },
            transaktion: `skonto:${beleg}`,
          },
    );
  } else if (terme?.skonto[0]) {
    const { bis, ersparnisCent } = terme.skonto[0];
    schritte.push({
      ...rahmen,
      art: "skontoVerfallen",
      daten: { bis, verlorenCent: ersparnisCent },
      transaktion: `skonto:${beleg}`,
    });
  }
  return schritte;
}
