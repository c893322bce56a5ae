import { randomUUID } from "node:crypto";
import { bereiteEntwurfVor, eroeffneAntrag } from "#antraege";
import { type Angebot, type Angebotsweg, type Anlass, type Leistung, type Nachweisstand, planeAngebot } from "#baukasten";
import { dayOf } from "#clock";
import type { Tx } from "#db";
import { plusTage } from "#kalender";
import type { Abrufwunsch } from "#nachweise";
import { schreibeProtokoll } from "#protokoll";
import type { Mandant } from "#tenants";
import { listeFuerPerson } from "#vorgaenge";
import { artVon, istErwuenscht } from "./ansprache.ts";
import type { EreignisDeps } from "./deps.ts";
import { nachrichtZu } from "./nachrichten.ts";
import { istAngeboten, schreibeAngebot, sperreAngebot } from "./store.ts";

export type Bieten = { mandant: Mandant; leistung: Leistung; angebot: Angebot; anlass: Anlass };
type Staende = Record<string, Nachweisstand>;

/**
 * Makes one offer to one person, or none: asks registers for what the offer needs and nothing else, then writes offer, draft or Vorgang, and
 * message in one transaction. Running twice makes one offer. A register that is silent is an error: the job comes again.
 */
export async function bieteAn(deps: EreignisDeps, bieten: Bieten, idnr: string, darfWechseln = true): Promise<void> {
  const { db, secrets } = deps;
  const { mandant, leistung, angebot, anlass } = bieten;
  const person = secrets.pseudonym(`idnr:${idnr}`);
  const schluessel = schluesselVon(deps, bieten, person);
  const art = artVon(leistung.schluessel, angebot.schluessel);
  const darf = await db.inTransaction({ mandant: mandant.id, person }, async (tx) => {
    if (await istAngeboten(tx, schluessel)) return false;
    if (!(await istErwuenscht(tx, person, art)))
      await vermerke(deps, tx, art, anlass, "unerwuenscht", "Die Person will nicht angesprochen werden.");
    else if (await hatBegonnen(deps, tx, bieten, person))
      await vermerke(deps, tx, art, anlass, "keines", "Die Person hat die Leistung schon beantragt.");
    else return true;
    return false;
  });
  if (!darf) return;
  const { weg, staende } = await planeMitRegistern(deps, bieten, idnr, person);
  if (weg.art === "anderePerson" && darfWechseln) return bieteAn(deps, bieten, weg.idnr, false);
  await db.inTransaction({ mandant: mandant.id, person }, async (tx) => {
    if (weg.art !== "entwurf" && weg.art !== "vorgang")
      return vermerke(deps, tx, art, anlass, weg.art, "grund" in weg ? weg.grund : "");
    await sperreAngebot(tx, schluessel);
    // Asked again: the person may have objected while registers were asked.
    if ((await istAngeboten(tx, schluessel)) || !(await istErwuenscht(tx, person, art))) return;
    await mache(deps, tx, bieten, { weg, staende, person, schluessel });
    await vermerke(deps, tx, art, anlass, weg.art, weg.grund);
  });
}

async function hatBegonnen(deps: EreignisDeps, tx: Tx, { leistung, angebot }: Bieten, person: string): Promise<boolean> {
  if (angebot.anlass === "geburt" || angebot.pauseNachAntragTage === undefined) return false;
  const seit = plusTage(deps.clock.today(), -angebot.pauseNachAntragTage);
  const vorgaenge = await listeFuerPerson(tx, person, ["antragsteller"]);
  return vorgaenge.some((each) => each.leistung === leistung.schluessel && dayOf(each.eroeffnetAm) >= seit);
}

/** By what an offer is known as the same: a birth by the child, a day by what it is about, else by the day. */
function schluesselVon(deps: EreignisDeps, { leistung, angebot, anlass }: Bieten, person: string): string {
  const wozu =
    anlass.art === "geburt"
      ? deps.secrets.pseudonym(`idnr:${anlass.kind.idnr}`)
      : `${anlass.sache ? deps.secrets.pseudonym(`sache:${anlass.sache}`) : anlass.tag}:${deps.secrets.pseudonym(`idnr:${anlass.person}`)}`;
  return `${artVon(leistung.schluessel, angebot.schluessel)}:${wozu}:${person}`;
}

async function planeMitRegistern(
  deps: EreignisDeps,
  bieten: Bieten,
  idnr: string,
  person: string,
): Promise<{ weg: Angebotsweg; staende: Staende }> {
  const { mandant, leistung, angebot, anlass } = bieten;
  const staende: Staende = {};
  for (;;) {
    const weg = planeAngebot(angebot, { anlass, heute: deps.clock.today(), idnr, nachweise: staende });
    if (weg.art !== "braucht") return { weg, staende };
    const offene = weg.nachweise.filter((name) => !staende[name]);
    if (offene.length === 0) throw new Error(`${leistung.schluessel}: das Angebot braucht, was es schon hat`);
    const wuensche = offene.map((name) => wunschAus(deps, bieten, name, weg.antworten, idnr, person));
    const behoerde = `${mandant.name}, ${mandant.einstellungen.aemter[leistung.amt]?.name ?? leistung.amt}`;
    const auftrag = { mandantId: mandant.id, behoerde, vorgangId: null, nummer: 0, wuensche };
    const { auskuenfte: antworten } = await deps.nachweise.rufeAb(auftrag);
    for (const [name, antwort] of antworten) {
      if (antwort.art === "nichtErreichbar") throw new Error(`${leistung.schluessel}, ${name}: ${antwort.grund}`);
      staende[name] = antwort;
    }
  }
}

function wunschAus(
  deps: EreignisDeps,
  { leistung, angebot }: Bieten,
  name: string,
  antworten: Extract<Angebotsweg, { art: "braucht" }>["antworten"],
  idnr: string,
  person: string,
): Abrufwunsch {
  const nachweis = leistung.nachweise[name];
  const frage = nachweis?.anfrage({ antworten, antragsteller: { idnr, vornamen: "", nachname: "" } });
  if (!nachweis || !frage)
    throw new Error(`${leistung.schluessel}: der Nachweis „${name}“ lässt sich für das Angebot nicht abfragen`);
  const { register, auskunft, antwort } = nachweis;
  const betroffen = deps.secrets.pseudonym(`idnr:${frage.idnr}`);
  // For the offer's purpose and on its norm: nobody has applied, so the norm of an Antrag does not carry it.
  const { zweck, norm } = angebot;
  const vertreter = betroffen === person ? null : person;
  return { nachweis: name, register, auskunft, zweck, norm, antwort, person: betroffen, vertreter, anfrage: frage.anfrage };
}

type Gemacht = {
  weg: Extract<Angebotsweg, { art: "entwurf" | "vorgang" }>;
  staende: Staende;
  person: string;
  schluessel: string;
};

async function mache(deps: EreignisDeps, tx: Tx, bieten: Bieten, gemacht: Gemacht): Promise<void> {
  const { leistung, angebot } = bieten;
  const { weg, person, schluessel } = gemacht;
  const id = randomUUID();
  const vorgangId = weg.art === "vorgang" ? await beginne(deps, tx, bieten, weg, gemacht) : null;
  const entwurfId =
    weg.art === "entwurf"
      ? await bereiteEntwurfVor(tx, {
          leistung,
          person,
          antworten: weg.antworten,
          herkunft: { quelle: "Register", stand: deps.clock.now().toISOString() },
          am: deps.clock.now(),
        })
      : null;
  const angaben = { id, person, leistung: leistung.schluessel, angebot: angebot.schluessel, weg: weg.art, entwurfId, vorgangId };
  const { warum, ohneAntwort } = angebot;
  const norm = weg.art === "vorgang" ? weg.norm : angebot.norm;
  await schreibeAngebot(tx, schluessel, { ...angaben, warum, norm, grund: weg.grund, am: deps.clock.now() });
  await deps.postfach.stelleBereit(tx, {
    ...nachrichtZu(leistung, { warum, norm, ...(ohneAntwort && { ohneAntwort }) }, weg),
    vorgangId,
    person,
    bescheidId: null,
    ankuendigenAn: null,
    ziel: `/angebot/${id}`,
  });
}

async function beginne(
  deps: EreignisDeps,
  tx: Tx,
  { leistung }: Bieten,
  weg: Extract<Angebotsweg, { art: "vorgang" }>,
  { person, schluessel, staende }: Gemacht,
): Promise<string> {
  const einreichung = {
    kanal: "amtswegen",
    person: { person, ...weg.antragsteller, email: null },
    schriftform: { art: "nichtNoetig" },
    einwilligungPostfach: false,
  } as const;
  const transaktion = `angebot:${schluessel}`;
  return (await eroeffneAntrag(deps, tx, { leistung, antworten: weg.antworten, einreichung, transaktion, nachweise: staende }))
    .vorgangId;
}

const vermerke = (deps: EreignisDeps, tx: Tx, angebot: string, anlass: Anlass, weg: string, grund: string): Promise<void> =>
  schreibeProtokoll(tx, {
    art: "angebot.geprueft",
    zeitpunkt: deps.clock.now(),
    daten: { angebot, anlass: anlass.art, weg, grund },
  });
