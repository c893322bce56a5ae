import type { FastifyReply, FastifyRequest } from "fastify";
import { type Auth, frameOf, hatRecht, mandantOf } from "#auth";
import type { Entscheidung } from "#baukasten";
import { type Akte, type Bearbeitung, findAkte, vorschlagMit } from "#bearbeitung";
import { listeBescheide } from "#bescheide";
import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import { vermerkeEinsicht } from "#datenschutzcockpit";
import type { Dauerleistungen } from "#dauerleistungen";
import type { Db, Tx } from "#db";
import { listeFuerVorgang } from "#gebuehren";
import { Problem, sendHtml } from "#http";
import { type Land, plusTage, werktagAb } from "#kalender";
import { listeAnordnungen } from "#kasse";
import { getLeistung } from "#leistungen";
import { schreibeProtokoll } from "#protokoll";
import type { Mandant } from "#tenants";
import { renderPage } from "#ui";
import { type FallProps, Fallseite } from "./seiten/fall.tsx";

export type AmtDeps = {
  auth: Auth;
  db: Db;
  blobs: Blobs;
  clock: Clock;
  bearbeitung: Bearbeitung;
  dauerleistungen: Dauerleistungen;
};
export const nichtDa = () =>
  new Problem(
    404,
    "Diesen Vorgang gibt es nicht",
    "Vielleicht gehört er zu einem anderen Amt. In der Liste finden Sie alle Vorgänge, die Sie bearbeiten dürfen.",
  );

/** The file, for whoever may work on its Leistung; every opening is written down, and shown to the person. */
export async function oeffneAkte(deps: AmtDeps, request: FastifyRequest, tx: Tx, id: string, anlass: string): Promise<Akte> {
  const ich = deps.auth.amtsperson(request);
  const akte = await findAkte(tx, id);
  if (!akte || !hatRecht(ich.rechte, "vorgang.bearbeiten", akte.leistung)) throw nichtDa();
  await schreibeProtokoll(tx, {
    art: "akte.gelesen",
    zeitpunkt: deps.clock.now(),
    daten: { wer: ich.kennung, anlass, vorgaenge: [id] },
  });
  const antragsteller = akte.beteiligte.find((each) => each.rolle === "antragsteller")?.person;
  const stelle = mandantOf(request).einstellungen.aemter[getLeistung(akte.leistung).amt]?.name ?? getLeistung(akte.leistung).amt;
  if (antragsteller)
    await vermerkeEinsicht(tx, {
      vorgangId: id,
      person: antragsteller,
      vertreter: null,
      stelle,
      anlass: `${anlass}, ${akte.aktenzeichen}`,
      am: deps.clock.now(),
    });
  return akte;
}

export async function zeigeFall(
  deps: AmtDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  mehr: Partial<FallProps> = {},
  status = 200,
) {
  const ich = deps.auth.amtsperson(request);
  const mandant = mandantOf(request);
  const daten = await deps.db.inTransaction({ mandant: mandant.id }, async (tx) => ({
    akte: await oeffneAkte(deps, request, tx, id, "Bearbeitung des Antrags"),
    bescheide: await listeBescheide(tx, id),
    anordnungen: await listeAnordnungen(tx, id),
    sollstellungen: await listeFuerVorgang(tx, id),
    laufend: await deps.dauerleistungen.lies(tx, id),
    ansicht: await deps.dauerleistungen.liesAenderung(tx, id),
  }));
  const vorschlag = vorschlagMit(daten.akte, mandant, {});
  const props = {
    frame: frameOf(request),
    leistung: getLeistung(daten.akte.leistung),
    vorschlag,
    bejaht: bejahe(daten.akte, mandant, vorschlag),
    kennung: ich.kennung,
    darfFreigeben: hatRecht(ich.rechte, "vorgang.freigeben", daten.akte.leistung),
    fristVorschlag: werktagAb(plusTage(deps.clock.today(), 14), mandant.land as Land),
    ...daten,
    ...mehr,
  };
  return sendHtml(reply, renderPage(Fallseite(props)), status);
}

/** What would be granted if a person says yes to all that is theirs to judge; nothing where something else is open as well. */
function bejahe(akte: Akte, mandant: Mandant, { vorschlag, offen }: Entscheidung): Entscheidung | undefined {
  if (vorschlag || offen.length === 0) return undefined;
  const urteile = Object.fromEntries(
    offen.filter(({ quelle }) => quelle === "beurteilung").map(({ schluessel }) => [schluessel, true]),
  );
  const bejaht = vorschlagMit(akte, mandant, urteile);
  return bejaht.vorschlag === "bewilligt" ? bejaht : undefined;
}
