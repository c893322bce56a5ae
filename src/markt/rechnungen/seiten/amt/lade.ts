import type { FastifyRequest } from "fastify";
import { hatRecht } from "#auth";
import { untersuche } from "#rechnungspruefung";
import { liesBild, type Rechnungsbild } from "../../ansicht/lies-bild.ts";
import { fasseBericht, type Pruefbericht } from "../../bericht/fasse-bericht.ts";
import { type BefugtePerson, listeBefugte, listeVertretungen, type Vertretung } from "../../handlungen/store.ts";
import { type Kostenstelle, type Kreditorzeile, listeKostenstellen, sucheKreditoren } from "../../stammdaten/store.ts";
import { findRechnung, type StandZeile } from "../../store.ts";
import { type Auftragszahlung, listeAuftragszahlungen } from "../../uebergabe/store.ts";
import type { Bestellung } from "../../weg/abgleich.ts";
import { findBestellungen } from "../../weg/store.ts";
import type { SeitenDeps } from "../deps.ts";
import { erzaehle, type Verlaufszeile } from "./verlauf.ts";
import { darfSehen, oeffne } from "./zugriff.ts";

export type Befugt = Record<"klaeren" | "kreditor" | "feststellen" | "anordnen" | "uebergeben", boolean>;
export type Aktenbild = {
  zeile: StandZeile;
  verlauf: readonly Verlaufszeile[];
  aemter: Readonly<Record<string, { name: string }>>;
  kennung: string;
  heute: string;
  darf: Befugt;
  bild: Rechnungsbild | undefined;
  bericht: Pruefbericht | undefined;
  /** The earlier invoice that this one may be a copy of, where this person may see it. */
  frueher: StandZeile | undefined;
  /** Payments upon its order that did not fit and that a person has to settle. */
  abweichendeZahlungen: readonly Auftragszahlung[];
  kreditoren: readonly Kreditorzeile[];
  kreditorsuche: string;
  bestellungen: readonly Bestellung[];
  kostenstellen: readonly Kostenstelle[];
  befugte: readonly BefugtePerson[];
  vertretungen: readonly Vertretung[];
};

const KREDITOREN = 20;

/** Everything that the page of one invoice shows, read once. */
export async function lade(
  deps: SeitenDeps,
  request: FastifyRequest,
  id: string,
  anlass: string,
  kreditorsuche = "",
): Promise<Aktenbild> {
  const gelesen = await deps.db.inTransaction({ mandant: request.mandant?.id ?? 0 }, async (tx) => {
    const akte = await oeffne(deps, request, tx, id, anlass);
    const { stand } = akte.zeile;
    const unklar = akte.schritte.findLast((schritt) => schritt.art === "kreditorUnklar");
    const kandidaten = unklar?.art === "kreditorUnklar" ? (unklar.daten?.kandidaten ?? []) : [];
    const suche = kreditorsuche.trim();
    // The earlier invoice may be another office's: that it exists is told, what stands in it is not.
    const sichtbar = (zeile: StandZeile | undefined) =>
      zeile && darfSehen(akte.ich.rechte, zeile.stand.amt) ? zeile : undefined;
    return {
      ...akte,
      frueher: stand.dublette && sichtbar(await findRechnung(tx, stand.dublette.zu)),
      abweichendeZahlungen:
        stand.uebergabe && ["uebergeben", "quittiert"].includes(stand.phase)
          ? await listeAuftragszahlungen(tx, stand.uebergabe.auftragId)
          : [],
      kreditoren:
        stand.phase !== "kreditorUnklar"
          ? []
          : suche !== ""
            ? await sucheKreditoren(tx, suche, KREDITOREN)
            : (await Promise.all(kandidaten.map((each) => sucheKreditoren(tx, each, 1)))).flat(),
      bestellungen: await findBestellungen(tx, stand.abgleich?.gegen.map(({ nummer }) => nummer) ?? []),
      kostenstellen: await listeKostenstellen(tx),
      befugte: stand.amt ? await listeBefugte(tx, stand.amt) : [],
      vertretungen: await listeVertretungen(tx, akte.ich.kennung, deps.clock.today()),
    };
  });
  const { ich, mandant, zeile, schritte, ...rest } = gelesen;
  const { rechte, kennung } = ich;
  const { amt } = zeile.stand;
  const { bild, bericht } = await pruefeOriginal(deps, mandant.id, zeile);
  return {
    ...rest,
    zeile,
    bild,
    bericht,
    kreditorsuche,
    kennung,
    heute: deps.clock.today(),
    aemter: mandant.einstellungen.aemter,
    verlauf: schritte.map((schritt) => erzaehle(schritt, mandant.einstellungen.aemter)),
    darf: {
      klaeren: hatRecht(rechte, "rechnung.klaeren"),
      kreditor: hatRecht(rechte, "rechnung.kreditor"),
      feststellen: amt !== undefined && hatRecht(rechte, "rechnung.feststellen", amt),
      // For how much, and in whose name, the limits say.
      anordnen: hatRecht(rechte, "rechnung.anordnen"),
      uebergeben: hatRecht(rechte, "rechnung.uebergeben"),
    },
  };
}

/** Paper has neither picture nor report: its scan is looked at. */
async function pruefeOriginal({ blobs }: SeitenDeps, mandantId: number, { kanal, sha256, dateiname }: StandZeile) {
  if (kanal === "papier") return { bild: undefined, bericht: undefined };
  const { bericht, rechnung } = untersuche(dateiname, await blobs.get(mandantId, sha256));
  return { bild: rechnung && liesBild(rechnung), bericht: fasseBericht(bericht, rechnung) };
}
