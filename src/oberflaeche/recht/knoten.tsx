import type { VNode } from "preact";
import type { Knotenart } from "#baukasten";
import { formatiereDatum, plusTage } from "#kalender";
import { type Knotenblatt, OHNE_NORM, type Parameterblatt, type Rechtsdokument } from "#rechtsansicht";
import { Badge, DataTable, type Ton } from "#ui";
import type { Beruehrung } from "#versionen";

export const artwort: Record<Knotenart, string> = {
  fakt: "Tatsache",
  parameter: "Satz des Gesetzes",
  bedingung: "Bedingung",
  rechnung: "Rechenschritt",
  rundung: "Rundung",
  tafel: "Entscheidungstafel",
  alle: "Alle müssen gelten",
  eine: "Eines muss gelten",
  nicht: "Darf nicht gelten",
  ermessen: "Ermessen",
  beurteilung: "Beurteilung",
};
const rollenwort = {
  anspruch: "Hier endet die Prüfung des Anspruchs",
  betrag: "Das wird gezahlt",
  gebuehr: "Das kostet es",
} as const;

/** Place of a node on the page: its number in the order of the statute. */
export type Stelle = (schluessel: string) => { href: string; titel: string };
export function stellenIn(dokument: Rechtsdokument): Stelle {
  const nach = new Map(
    dokument.knoten.map((knoten, nummer) => [knoten.schluessel, { href: `#k${nummer + 1}`, titel: knoten.titel }]),
  );
  return (schluessel) => nach.get(schluessel) ?? { href: "#inhalt", titel: schluessel };
}

type Props = {
  knoten: Knotenblatt;
  stelle: Stelle;
  benutztVon: readonly string[];
  parameter: Parameterblatt | undefined;
  beruehrung: Beruehrung | undefined;
};

/** One node as a section of its own: what it says, what goes in, what comes of it, which cases look at it. */
export function Knotenabschnitt({ knoten, stelle, benutztVon, parameter, beruehrung }: Props): VNode {
  const ton: Ton = knoten.bindung === "gebunden" ? "info" : "warnung";
  const saetze = (
    [
      ["Ja", knoten.ja],
      ["Nein", knoten.nein],
    ] as const
  ).filter(([, text]) => text !== undefined && text !== "");
  return (
    <article class="knoten" id={stelle(knoten.schluessel).href.slice(1)}>
      <h4>{knoten.titel}</h4>
      <p class="knoten__kopf">
        <Badge art={ton}>{artwort[knoten.art]}</Badge>
        {knoten.norm !== "" && <span>{knoten.norm}</span>}
        {knoten.bindung !== "gebunden" && <span>Entscheidet immer ein Mensch.</span>}
        {knoten.rolle && <strong>{rollenwort[knoten.rolle]}</strong>}
      </p>
      <dl class="knoten__daten">
        {knoten.klaertDurch && (
          <div>
            <dt>Geklärt durch</dt>
            <dd>
              {knoten.klaertDurch.art === "register" ? "Register: " : "Antrag: "}
              {knoten.klaertDurch.titel}
            </dd>
          </div>
        )}
        {knoten.eingaben.length > 0 && (
          <Verweise titel="Aus" schluessel={knoten.eingaben.map((each) => each.knoten)} stelle={stelle} />
        )}
        {benutztVon.length > 0 && <Verweise titel="Für" schluessel={benutztVon} stelle={stelle} />}
        {saetze.map(([wort, text]) => (
          <div key={wort}>
            <dt>Wenn {wort.toLowerCase()}</dt>
            <dd>„{text}“</dd>
          </div>
        ))}
        {beruehrung && <Faelle beruehrung={beruehrung} />}
      </dl>
      {parameter && <Saetze parameter={parameter} />}
    </article>
  );
}

function Verweise({ titel, schluessel, stelle }: { titel: string; schluessel: readonly string[]; stelle: Stelle }): VNode {
  return (
    <div>
      <dt>{titel}</dt>
      <dd>
        {schluessel.map((each, nummer) => (
          <span key={each}>
            {nummer > 0 && ", "}
            <a href={stelle(each).href}>{stelle(each).titel}</a>
          </span>
        ))}
      </dd>
    </div>
  );
}

const HOECHSTENS = 6;
function Faelle({ beruehrung }: { beruehrung: Beruehrung }): VNode {
  return (
    <div>
      <dt>Probefälle</dt>
      <dd>
        <ul class="knoten__faelle">
          {beruehrung.map(({ wert, anzahl, faelle }) => (
            <li key={wert}>
              <strong>{wert}</strong> in {anzahl === 1 ? "einem Fall" : `${anzahl} Fällen`}:{" "}
              {faelle.slice(0, HOECHSTENS).join("; ")}
              {anzahl > HOECHSTENS && " …"}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

/** Every dated figure: from when to when, what, from where, and since when we know it. */
export function Saetze({ parameter }: { parameter: Parameterblatt }): VNode {
  const { saetze, titel, einheit, geprueftBis, nach } = parameter;
  const bis = (nummer: number) => {
    const naechster = saetze.slice(nummer + 1).find(({ gueltigAb }) => gueltigAb > (saetze[nummer]?.gueltigAb ?? ""));
    const ersetzt = saetze[nummer + 1]?.gueltigAb === saetze[nummer]?.gueltigAb;
    if (ersetzt) return "berichtigt";
    return naechster ? formatiereDatum(plusTage(naechster.gueltigAb, -1)) : `geprüft bis ${formatiereDatum(geprueftBis)}`;
  };
  const mitWissen = saetze.some(({ bekanntSeit }) => bekanntSeit);
  return (
    <DataTable
      titel={`${titel}${einheit ? `, ${einheit}` : ""}${nach ? `; es zählt: ${nach}` : ""}${parameter.satzung ? " (Satzung)" : ""}`}
      leer="Dieser Mandant hat dazu keinen Satz."
      zeilen={saetze.map((satz, nummer) => ({ ...satz, nummer })).toReversed()}
      schluessel={({ nummer }) => String(nummer)}
      spalten={[
        { schluessel: "ab", titel: "Gilt ab", zelle: ({ gueltigAb }) => formatiereDatum(gueltigAb) },
        { schluessel: "bis", titel: "Bis", zelle: ({ nummer }) => bis(nummer) },
        {
          schluessel: "wert",
          titel: "Wert",
          zelle: ({ text, zeilen }) =>
            zeilen ? (
              <ul class="knoten__faelle">
                {zeilen.map(({ wenn, dann, norm }) => (
                  <li key={wenn}>
                    {wenn}: <strong>{dann}</strong>
                    {norm && ` (${norm})`}
                  </li>
                ))}
              </ul>
            ) : (
              text
            ),
        },
        { schluessel: "quelle", titel: "Quelle", zelle: ({ quelle }) => quelle },
        ...(mitWissen
          ? [
              {
                schluessel: "bekannt",
                titel: "Bekannt seit",
                zelle: ({ bekanntSeit }: { bekanntSeit?: string }) => (bekanntSeit ? formatiereDatum(bekanntSeit) : "Anfang an"),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Words for a heading: "UhVorschG § 1". */
export const ueberschrift = (gesetz: string): string =>
  gesetz === OHNE_NORM ? "Tatsachen, auf die das Gesetz angewandt wird" : gesetz;
