import type { VNode } from "preact";
import type { Frame } from "#auth";
import type { Leistung } from "#baukasten";
import type { Einzelergebnis, Sammelfreigabe } from "#bearbeitung";
import { Alert, Badge, Button, DataTable, EmptyState, LinkButton, Seite, type Ton } from "#ui";
import type { VorbereiteteZeile } from "#vorgaenge";

export type Sammelart = Sammelfreigabe["art"];
/** One list: of what Leistung, and whether it is the first or the second pair of eyes. */
export type Stapel = { leistung: Leistung; art: Sammelart; anzahl: number };

export const sammelworte: Record<Sammelart, { titel: string; tat: string }> = {
  entscheiden: { titel: "Vorbereitet", tat: "freigeben" },
  freigeben: { titel: "Zweite Freigabe", tat: "ein zweites Mal freigeben" },
};
export const antraege = (anzahl: number) => (anzahl === 1 ? "1 Antrag" : `${anzahl} Anträge`);
const adresse = (leistung: string, art: Sammelart, mehr: Record<string, string> = {}) =>
  `/amt/sammel?${new URLSearchParams({ leistung, art, ...mehr })}`;

export type SammellisteProps = {
  frame: Frame;
  stapel: readonly Stapel[];
  gewaehlt: Stapel | undefined;
  zeilen: readonly VorbereiteteZeile[];
  seite: number;
  jeSeite: number;
  alle: boolean;
  meldung?: string | undefined;
};

/** Cases that wait for release only: looked at line by line, chosen by box, released together. */
export function Sammelliste(props: SammellisteProps): VNode {
  const { gewaehlt, stapel, seite, jeSeite } = props;
  return (
    <Seite {...props.frame} titel="Gemeinsam freigeben" breite="weit" zurueck={{ href: "/amt", text: "Vorgänge" }}>
      {props.meldung && <Alert art="warnung" titel={props.meldung} />}
      <p>
        Die Regeln haben diese Anträge vollständig geprüft, Antrag und Register stimmen überein. Es fehlt nur Ihre Freigabe. Sehen
        Sie sich die Bilder an, und lassen Sie weg, was Sie einzeln prüfen möchten.
      </p>
      {stapel.length > 1 && (
        <nav aria-label="Leistung" class="reihe">
          {stapel.map(({ leistung, art, anzahl }) => (
            <a
              key={`${leistung.schluessel}-${art}`}
              href={adresse(leistung.schluessel, art)}
              aria-current={leistung === gewaehlt?.leistung && art === gewaehlt.art ? "true" : undefined}
              class={`kern-btn kern-btn--${leistung === gewaehlt?.leistung && art === gewaehlt.art ? "primary" : "secondary"}`}
            >
              <span class="kern-label">
                {leistung.name}, {sammelworte[art].titel} ({anzahl})
              </span>
            </a>
          ))}
        </nav>
      )}
      {gewaehlt && props.zeilen.length > 0 ? (
        <form method="get" action="/amt/sammel/bestaetigen" noValidate class="abstand">
          <input type="hidden" name="leistung" value={gewaehlt.leistung.schluessel} />
          <input type="hidden" name="art" value={gewaehlt.art} />
          <div class="reihe">
            <a
              href={adresse(gewaehlt.leistung.schluessel, gewaehlt.art, {
                seite: String(seite),
                ...(!props.alle && { alle: "1" }),
              })}
            >
              {props.alle ? "Keinen auf dieser Seite wählen" : `Alle ${props.zeilen.length} auf dieser Seite wählen`}
            </a>
          </div>
          <DataTable
            titel={`${gewaehlt.leistung.name}, ${sammelworte[gewaehlt.art].titel.toLowerCase()} (${gewaehlt.anzahl})`}
            leer=""
            zeilen={props.zeilen}
            schluessel={(zeile) => zeile.id}
            href={(aenderung) => adresse(gewaehlt.leistung.schluessel, gewaehlt.art, { seite: String(seite), ...aenderung })}
            blaettern={{ seite, jeSeite, gesamt: gewaehlt.anzahl }}
            spalten={[
              { schluessel: "wahl", titel: "Auswahl", zelle: (zeile) => <Wahlkasten zeile={zeile} angekreuzt={props.alle} /> },
              { schluessel: "name", titel: "Person", zelle: (zeile) => zeile.name },
              { schluessel: "bild", titel: "Bild", zelle: (zeile) => <Bild zeile={zeile} /> },
              { schluessel: "angaben", titel: "Geprüfte Angaben", zelle: (zeile) => <Angaben zeile={zeile} /> },
              {
                schluessel: "fall",
                titel: "Einzeln",
                zelle: (zeile) => (
                  <a href={`/amt/vorgang/${zeile.id}`}>
                    Ansehen<span class="kern-sr-only">: {zeile.aktenzeichen}</span>
                  </a>
                ),
              },
            ]}
          />
          <div class="reihe">
            <Button>Weiter mit den gewählten Anträgen</Button>
          </div>
        </form>
      ) : (
        <EmptyState titel="Hier wartet gerade nichts auf Freigabe.">
          <p>Neue Anträge erscheinen von selbst, sobald die Regeln sie geprüft haben.</p>
        </EmptyState>
      )}
    </Seite>
  );
}

/** The number of the last step travels along: what changes between looking and releasing is noticed. */
const Wahlkasten = ({ zeile, angekreuzt }: { zeile: VorbereiteteZeile; angekreuzt: boolean }): VNode => (
  <span class="kern-form-check">
    <input
      class="kern-form-check__checkbox"
      type="checkbox"
      id={`wahl.${zeile.id}`}
      name={`wahl.${zeile.id}`}
      value={zeile.nummer}
      checked={angekreuzt}
    />
    <label class="kern-label" for={`wahl.${zeile.id}`}>
      {zeile.aktenzeichen}
    </label>
  </span>
);

function Bild({ zeile }: { zeile: VorbereiteteZeile }): VNode {
  const bild = zeile.anlagen.find(({ typ }) => typ.startsWith("image/"));
  if (!bild) return <span class="leise">keines</span>;
  const href = `/amt/vorgang/${zeile.id}/dokument/${bild.sha256}`;
  return (
    <a href={href}>
      <img class="passbild" src={href} alt={`Bild von ${zeile.name}`} width={64} height={82} loading="lazy" />
    </a>
  );
}

const Angaben = ({ zeile }: { zeile: VorbereiteteZeile }): VNode => (
  <span class="angaben">
    {zeile.tatsachen.map(({ text, wert }) => (
      <span key={text}>
        <span class="leise">{text}:</span> {wert}
      </span>
    ))}
  </span>
);

export type BestaetigungProps = {
  frame: Frame;
  leistung: Leistung;
  art: Sammelart;
  auswahl: readonly Pick<VorbereiteteZeile, "id" | "aktenzeichen" | "nummer">[];
  schluessel: string;
};

/** One page before it happens: how many, of what. Its key makes a double click and the back button harmless. */
export function Sammelbestaetigung({ frame, leistung, art, auswahl, schluessel }: BestaetigungProps): VNode {
  const { tat } = sammelworte[art];
  const zurueck = adresse(leistung.schluessel, art);
  return (
    <Seite {...frame} titel={`${antraege(auswahl.length)} ${tat}?`} zurueck={{ href: zurueck, text: "Auswahl" }}>
      <p>
        Leistung: <strong>{leistung.name}</strong>.{" "}
        {art === "entscheiden" && leistung.vierAugen
          ? "Danach gibt eine zweite Person frei; erst dann geht der Bescheid hinaus."
          : "Jede Person bekommt ihren eigenen Bescheid. Zurückholen lässt er sich nicht."}
      </p>
      <form method="post" action="/amt/sammel/freigeben" class="abstand">
        <input type="hidden" name="leistung" value={leistung.schluessel} />
        <input type="hidden" name="art" value={art} />
        <input type="hidden" name="schluessel" value={schluessel} />
        {auswahl.map(({ id, nummer }) => (
          <input key={id} type="hidden" name={`wahl.${id}`} value={nummer} />
        ))}
        <div class="reihe">
          <Button>
            {antraege(auswahl.length)} {tat}
          </Button>
          <LinkButton href={zurueck} art="tertiary">
            Abbrechen
          </LinkButton>
        </div>
      </form>
      <details>
        <summary>Die gewählten Aktenzeichen</summary>
        <ul>
          {auswahl.map(({ id, aktenzeichen }) => (
            <li key={id}>{aktenzeichen}</li>
          ))}
        </ul>
      </details>
    </Seite>
  );
}

const ausgaenge: Record<Einzelergebnis["ergebnis"], { text: string; art: Ton }> = {
  freigegeben: { text: "freigegeben", art: "erfolg" },
  ueberholt: { text: "überholt", art: "warnung" },
  unzulaessig: { text: "nicht möglich", art: "gefahr" },
};

export type SammelergebnisProps = {
  frame: Frame;
  leistung: Leistung;
  lauf: Sammelfreigabe;
  ergebnisse: readonly (Einzelergebnis & { aktenzeichen: string })[];
};

/** What came of each; those that were not released come first. */
export function Sammelergebnis({ frame, leistung, lauf, ergebnisse }: SammelergebnisProps): VNode {
  const gelungen = ergebnisse.filter(({ ergebnis }) => ergebnis === "freigegeben").length;
  const offen = lauf.auswahl.length - ergebnisse.length;
  const alle = gelungen === lauf.auswahl.length;
  return (
    <Seite
      {...frame}
      titel="Ergebnis der Freigabe"
      breite="weit"
      zurueck={{ href: adresse(leistung.schluessel, lauf.art), text: "Auswahl" }}
    >
      <Alert art={alle ? "erfolg" : "warnung"} titel={`${gelungen} von ${antraege(lauf.auswahl.length)} freigegeben`}>
        {!alle && (
          <p>
            {offen > 0
              ? "Ein Teil ist noch nicht bearbeitet."
              : "Was nicht freigegeben ist, steht oben in der Liste. Bitte sehen Sie es einzeln an."}
          </p>
        )}
      </Alert>
      {offen > 0 && (
        <form method="post" action="/amt/sammel/freigeben" class="reihe">
          <input type="hidden" name="leistung" value={leistung.schluessel} />
          <input type="hidden" name="art" value={lauf.art} />
          <input type="hidden" name="schluessel" value={lauf.id} />
          {lauf.auswahl.map(({ vorgangId, nummer }) => (
            <input key={vorgangId} type="hidden" name={`wahl.${vorgangId}`} value={nummer} />
          ))}
          <Button>Die übrigen {offen} fortsetzen</Button>
        </form>
      )}
      <DataTable
        titel={leistung.name}
        leer="Noch nichts bearbeitet."
        zeilen={ergebnisse}
        schluessel={(zeile) => zeile.vorgangId}
        spalten={[
          {
            schluessel: "aktenzeichen",
            titel: "Aktenzeichen",
            zelle: (zeile) => <a href={`/amt/vorgang/${zeile.vorgangId}`}>{zeile.aktenzeichen}</a>,
          },
          {
            schluessel: "ergebnis",
            titel: "Ergebnis",
            zelle: ({ ergebnis }) => <Badge art={ausgaenge[ergebnis].art}>{ausgaenge[ergebnis].text}</Badge>,
          },
          { schluessel: "grund", titel: "Grund", zelle: (zeile) => zeile.grund ?? "–" },
        ]}
      />
      <div class="reihe">
        <LinkButton href={adresse(leistung.schluessel, lauf.art)}>Weitere freigeben</LinkButton>
      </div>
    </Seite>
  );
}
