import { randomUUID } from "node:crypto";
import type { Block } from "#baukasten";
import { vergleichstafel } from "#bescheide";
import type { Tx } from "#db";
import { formatiereEuro } from "#geld";
import { formatiereDatum, type IsoDatum, type Land, plusTage, werktagAb } from "#kalender";
import { schreibeSendungen } from "#kuvertierung";
import type { Mandant } from "#tenants";
import type { Akteur } from "#vorgaenge";
import type { Bezug } from "./bezug.ts";
import { type DauerDeps, systemakteur } from "./deps.ts";
import { zuBeurteilen } from "./erstattung.ts";
import { type Gegenueberstellung, gruppiere } from "./gegenueberstellung.ts";
import type { Aenderungsakte } from "./melde-aenderung.ts";
import type { Rechnung } from "./rechne-aenderung.ts";
import { schreibe } from "./schreibe.ts";

/** Days in which an answer is asked for; the post's own days come on top. */
export const fristFuer = (bezug: Pick<Bezug, "leistung">, heute: IsoDatum, land: Land): IsoDatum =>
  werktagAb(plusTage(heute, bezug.leistung.dauer?.anhoerungTage ?? 21), land);

/**
 * Hears the person before anything is decided against them: what we know, what we mean to do and on which norm, until when they can answer,
 * and that nobody need say what harms them. Into the mailbox, or as a letter.
 */
export async function hoereAn(
  deps: Pick<DauerDeps, "clock" | "bescheide" | "postfach">,
  tx: Tx,
  mandant: Mandant,
  bezug: Bezug,
  akte: Aenderungsakte,
  rechnung: Pick<Rechnung, "gegenueberstellung" | "entscheidung">,
  norm: string,
  optionen: { frist?: IsoDatum; worte?: string; von?: Akteur; transaktion?: string } = {},
): Promise<void> {
  const frist = optionen.frist ?? fristFuer(bezug, deps.clock.today(), mandant.land as Land);
  const mitteilung = mitteilungstext(bezug, akte, rechnung, optionen.worte);
  const empfaenger = akte.beteiligte.find((each) => each.rolle === "antragsteller");
  if (!empfaenger) throw new Error(`Vorgang ${akte.id} hat niemanden, der angehört werden kann.`);
  const weg = akte.eingang.einwilligungPostfach && empfaenger.person ? ("postfach" as const) : ("brief" as const);
  const brief = await deps.bescheide.setzeMitteilung({
    mandant,
    leistung: bezug.leistung,
    vorgangId: akte.id,
    aktenzeichen: akte.aktenzeichen,
    empfaenger,
    weg,
    betreff: `Anhörung: ${bezug.leistung.bescheid.betreff(akte.eingang.antworten as never)}`,
    inhalt: inhalt(mitteilung, rechnung.gegenueberstellung, frist, norm),
  });
  await deps.bescheide.schreibe(tx, brief);
  const daten = { mitteilung, frist, ...(optionen.worte && { worte: optionen.worte }) };
  await schreibe(deps, tx, akte, { art: "angehoert", daten }, optionen.von ?? systemakteur, optionen.transaktion);
  if (weg === "postfach" && empfaenger.person)
    await deps.postfach.stelleBereit(tx, {
      vorgangId: akte.id,
      person: empfaenger.person,
      betreff: brief.betreff,
      text: `${mitteilung}\n\nBitte antworten Sie bis zum ${formatiereDatum(frist)}. Das geht auf der Seite „Änderung“ unter „Mein Bereich“, oder mit einem Brief an uns.`,
      bescheidId: brief.id,
      ankuendigenAn: empfaenger.email ?? null,
    });
  else
    await schreibeSendungen(tx, {
      id: randomUUID(),
      vorgangId: akte.id,
      bescheidId: brief.id,
      empfaenger: "antragsteller",
      aktenzeichen: akte.aktenzeichen,
      betreff: brief.betreff,
      akteSha256: brief.akteSha256,
      angelegtAm: deps.clock.now(),
    });
}

function mitteilungstext(
  { leistung }: Bezug,
  { anlass }: Aenderungsakte,
  { gegenueberstellung, entscheidung }: Pick<Rechnung, "gegenueberstellung" | "entscheidung">,
  worte: string | undefined,
): string {
  const { ueberzahlungCent } = gegenueberstellung;
  // Why a claim holds need not be heard; why it ends, or ended, must.
  const entfaellt = gegenueberstellung.zeilen.at(-1)?.nachherCent === 0;
  const gruende = entfaellt ? entscheidung.gruende.map(({ text, norm }) => `${text} (${norm})`) : [];
  const folge =
    ueberzahlungCent > 0
      ? `Für zurückliegende Monate wurden danach ${formatiereEuro(ueberzahlungCent)} zu viel gezahlt. Wir prüfen, ob dieser Betrag zu erstatten ist. ${zuBeurteilen(leistung, anlass)}`
      : "Wir beabsichtigen deshalb, die Leistung für die Zukunft herabzusetzen oder einzustellen.";
  return [
    `${anlass.grund} Das gilt ab ${formatiereDatum(anlass.ab)}.`,
    ...(gruende.length > 0 ? ["Nach unserer Prüfung heißt das:", ...gruende] : []),
    folge,
    ...(worte ? [worte] : []),
  ].join("\n\n");
}

const inhalt = (mitteilung: string, gegenueberstellung: Gegenueberstellung, frist: IsoDatum, norm: string): Block[] => [
  ...mitteilung.split("\n\n").map((text): Block => ({ art: "absatz", text })),
  vergleichstafel(gruppiere(gegenueberstellung)),
  { art: "ueberschrift", text: "Ihre Rechte", ebene: 1 },
  {
    art: "absatz",
    text: `Noch ist nichts entschieden. Bevor wir entscheiden, können Sie sich zu den Tatsachen äußern, bis zum ${formatiereDatum(frist)} (${norm}). Stimmt etwas nicht, oder gab es Gründe, schreiben Sie uns das bitte. Sie können auch Unterlagen mitschicken und die Akte einsehen. Antworten Sie nicht, entscheiden wir nach dem, was wir wissen.`,
  },
];
