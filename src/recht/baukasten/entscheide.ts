import { ausgangAus } from "./ausgang.ts";
import type { Abschnitt, Entscheidung, Forderung, Rechnung, Tatsache } from "./entscheidung.ts";
import { saetzeVon } from "./ersatz.ts";
import { type Grund, gruendeFuer, type Offen, offeneFragen } from "./gruende.ts";
import { fingerabdruck } from "./kanonisch.ts";
import type { Kontext, Leistung, Sachverhalt } from "./leistung.ts";
import { automatiknorm, fuerMandant } from "./mandant.ts";
import { HOECHSTER_BETRAG } from "./parameter.ts";
import type { Regelwerk } from "./regelwerk.ts";
import { type Teil, werteTeileAus } from "./teile.ts";
import { gruendeFuerMenschen } from "./von-hand.ts";
import type { Auswertung, Fakten, Urteile } from "./werte-aus.ts";

/**
 * Decides a case part by part: month, Lebensmonat, year, or the one day. Unknown, contradictory, silent, unasked or free-text input leads
 * to a person with a proposal, never to a refusal. A hint is always left to a person: nothing follows of it.
 */
export function entscheide(ungebunden: Leistung, kontext: Kontext, urteile: Urteile = {}): Entscheidung {
  const leistung = fuerMandant(ungebunden, kontext.mandant);
  const sachverhalt = ohneUnmoegliches(leistung.sachverhalt(kontext, saetzeVon(leistung)));
  const fakten: Fakten = Object.fromEntries(Object.entries(sachverhalt.fakten).map(([name, fakt]) => [name, fakt.wert]));
  const { teile, ohneSatz } = werteTeileAus(leistung, fakten, kontext.eingegangenAm, urteile, kontext.zeitraum);
  const { vorschlag, gewaehrter, offener, massgeblich } = ausgangAus(leistung, teile);
  const offen: Offen[] = offener ? offeneFragen(leistung.regelwerk, fakten, offener.tag, offener.auswertung, urteile) : [];
  const vonHand = new Set([
    ...sachverhalt.vonHand,
    ...gruendeFuerMenschen(leistung, kontext),
    ...offen.map((frage) => `Nicht geklärt: ${frage.titel}.`),
    ...(ohneSatz ? [ohneSatz] : []),
    ...(massgeblich || ohneSatz
      ? []
      : [`Es gibt keinen ${leistung.ergebnis ? "Zeitraum" : "Monat"}, über den zu entscheiden ist.`]),
    ...vorbehalteneEntscheidung(leistung, kontext, vorschlag),
  ]);
  const selbst = vonHand.size === 0 && leistung.rechtsnatur !== "hinweis";
  return {
    art: selbst && vorschlag ? vorschlag : "vonHand",
    leistung: leistung.schluessel,
    version: leistung.version,
    ...(vorschlag && { vorschlag }),
    ...betraegeAus(leistung, teile, vorschlag === "bewilligt" ? gewaehrter : undefined),
    gruende: massgeblich ? sammleGruende(leistung, teile, massgeblich) : [],
    tatsachen: tatsachenAus(leistung, sachverhalt),
    rechnung: rechnungAus(leistung, teile),
    vonHand: [...vonHand],
    ...(sachverhalt.nachsehen?.length && { nachsehen: [...sachverhalt.nachsehen] }),
    ...(istVorbereitet(leistung, vorschlag, vonHand) && { vorbereitet: true as const }),
    offen,
    spur: massgeblich ? [...massgeblich.auswertung.spur] : [],
    hash: hashAus(leistung, fakten, urteile, teile),
  };
}

/** An amount that cannot be (a register's slip, a broken answer) is not known, and a person looks: reckoned with, it would be a wrong notice. */
function ohneUnmoegliches(sachverhalt: Sachverhalt): Sachverhalt {
  const unmoeglich = Object.entries(sachverhalt.fakten).filter(
    ([name, { wert }]) => typeof wert === "number" && name.endsWith("Cent") && !istBetrag(wert),
  );
  if (unmoeglich.length === 0) return sachverhalt;
  const namen = new Set(unmoeglich.map(([name]) => name));
  return {
    fakten: Object.fromEntries(Object.entries(sachverhalt.fakten).filter(([name]) => !namen.has(name))),
    vonHand: [
      ...sachverhalt.vonHand,
      ...unmoeglich.map(([name, { herkunft }]) => `Ein Betrag kann nicht stimmen (${name}, ${herkunft.quelle}).`),
    ],
  };
}
const istBetrag = (wert: number) => Number.isInteger(wert) && wert >= 0 && wert <= HOECHSTER_BETRAG;

const IMMER_EIN_MENSCH = "Diese Leistung entscheidet immer ein Mensch.";
/** Nothing speaks for a look at this case but what holds of all cases of the Leistung. */
const istVorbereitet = (leistung: Leistung, vorschlag: Entscheidung["vorschlag"], vonHand: ReadonlySet<string>): boolean =>
  vorschlag === "bewilligt" && leistung.automatik.erlaubt === false && vonHand.size === 1 && vonHand.has(IMMER_EIN_MENSCH);

/** What only a person may say, however clear the rules are. */
function vorbehalteneEntscheidung(leistung: Leistung, kontext: Kontext, vorschlag: Entscheidung["vorschlag"]): string[] {
  if (leistung.rechtsnatur === "hinweis") return [];
  if (leistung.automatik.erlaubt === false) return [IMMER_EIN_MENSCH];
  if (automatiknorm(leistung, kontext.mandant, kontext.eingegangenAm) === undefined)
    return ["Hier ist keine Norm hinterlegt, die eine automatische Entscheidung erlaubt."];
  if ("ablehnung" in leistung.automatik && leistung.automatik.ablehnung && vorschlag === "abgelehnt")
    return [leistung.automatik.ablehnung];
  // The record itself is no administrative act, but to refuse it is one; what permits the record automatically does not permit that.
  if (leistung.rechtsnatur === "bescheinigung" && vorschlag === "abgelehnt")
    return ["Eine Ablehnung ist hier ein Verwaltungsakt, den ein Mensch prüft."];
  return [];
}

/** What we pay and what the person owes. Nothing is owed of what is not granted. */
function betraegeAus(
  leistung: Leistung,
  teile: readonly Teil[],
  gewaehrter: Teil | undefined,
): Pick<Entscheidung, "ergebnis" | "rechtsnatur" | "abschnitte" | "zeitraeume" | "forderungen"> {
  const { ergebnis = "monatlich", rechtsnatur } = leistung;
  const forderungen = gewaehrter ? forderungenAus(leistung, teile, gewaehrter) : [];
  return {
    ...(ergebnis !== "monatlich" && { ergebnis }),
    ...(rechtsnatur && { rechtsnatur }),
    abschnitte: ergebnis === "monatlich" ? fasseMonate(teile) : [],
    ...(ergebnis === "jeLebensmonat" && {
      zeitraeume: teile.map(({ von, bis, name, betragCent }) => ({ von, bis, name, betragCent })),
    }),
    ...(forderungen.length > 0 && { forderungen }),
  };
}

function forderungenAus({ ergebnis, regelwerk }: Leistung, teile: readonly Teil[], gewaehrter: Teil): Forderung[] {
  const { betrag, gebuehr } = regelwerk;
  const jahre = ergebnis === "jaehrlich" && betrag ? teile.filter(({ betragCent }) => betragCent > 0) : [];
  const gebuehrCent = gewaehrter.auswertung.gebuehrCent ?? 0;
  return [
    ...jahre.map(({ von, bis, name, betragCent }): Forderung => {
      const titel = name || (betrag?.titel ?? "");
      return { art: "jahresbetrag", titel, norm: betrag?.norm ?? "", betragCent, von, bis };
    }),
    ...(gebuehr && gebuehrCent > 0
      ? [{ art: "gebuehr" as const, titel: gebuehr.titel, norm: gebuehr.norm, betragCent: gebuehrCent }]
      : []),
  ];
}

/** Over rules, facts, judgements, and of each part its claim, its amount and the figures it was judged by. */
const hashAus = (
  { regelwerk, version, ergebnis = "monatlich" }: Leistung,
  fakten: Fakten,
  urteile: Urteile,
  teile: readonly Teil[],
) =>
  fingerabdruck({
    regelwerk: [regelwerk.name, regelwerk.version, version],
    fakten,
    urteile,
    monate: teile.map(({ von, bis, auswertung, betragCent }) => [
      ergebnis === "monatlich" ? von : [von, bis],
      auswertung.anspruch ?? null,
      betragCent,
      saetzeAus(regelwerk, auswertung),
      ...(regelwerk.gebuehr ? [auswertung.gebuehrCent ?? null] : []),
    ]),
  });

const saetzeAus = (regelwerk: Regelwerk, auswertung: Auswertung) =>
  regelwerk.eintraege
    .filter(({ knoten }) => knoten.art === "parameter")
    .map(({ knoten }) => [knoten.schluessel, auswertung.werte[knoten.nummer]]);

/** The reasons of the part that decided, of a later one that turns out the other way, and of days that a month is short of. */
function sammleGruende(leistung: Leistung, teile: readonly Teil[], massgeblich: Teil): Grund[] {
  const gruende = new Map<string, Grund>();
  const wende = teile.find(
    ({ auswertung }) => auswertung.anspruch !== undefined && auswertung.anspruch !== massgeblich.auswertung.anspruch,
  );
  const ohne = teile.flatMap((each) => each.ohne ?? []).slice(0, 1);
  for (const auswertung of [massgeblich.auswertung, ...(wende ? [wende.auswertung] : []), ...ohne])
    for (const grund of gruendeFuer(leistung.regelwerk, auswertung)) if (!gruende.has(grund.text)) gruende.set(grund.text, grund);
  return [...gruende.values()];
}

function fasseMonate(monate: readonly Teil[]): Abschnitt[] {
  const abschnitte: Abschnitt[] = [];
  for (const { von, betragCent } of monate) {
    const letzter = abschnitte.at(-1);
    if (letzter?.betragCent === betragCent) letzter.bis = von;
    else abschnitte.push({ von, bis: von, betragCent });
  }
  return abschnitte;
}

function tatsachenAus(leistung: Leistung, sachverhalt: Sachverhalt): Tatsache[] {
  const titelVon = new Map(leistung.regelwerk.eintraege.map(({ knoten }) => [knoten.schluessel, knoten.titel]));
  return Object.entries(leistung.tatsachen).flatMap(([name, zeige]) => {
    const fakt = sachverhalt.fakten[name];
    return fakt ? [{ text: titelVon.get(name) ?? name, wert: zeige(fakt.wert as never), herkunft: fakt.herkunft }] : [];
  });
}

/** Step by step; neighbours that were reckoned alike are told once. */
function rechnungAus({ regelwerk }: Leistung, teile: readonly Teil[]): Rechnung[] {
  const rechnungen: (Rechnung & { text: string })[] = [];
  if (regelwerk.rechenweg.length === 0) return [];
  for (const { von, bis, auswertung } of teile) {
    if (auswertung.anspruch !== true) continue;
    const schritte = regelwerk.rechenweg.map((knoten) => ({
      text: knoten.titel,
      norm: knoten.norm,
      betragCent: Number(auswertung.werte[knoten.nummer] ?? 0),
    }));
    const text = JSON.stringify(schritte);
    const letzte = rechnungen.at(-1);
    if (letzte?.text === text) letzte.bis = bis;
    else rechnungen.push({ von, bis, schritte, text });
  }
  return rechnungen.map(({ von, bis, schritte }) => ({ von, bis, schritte }));
}
