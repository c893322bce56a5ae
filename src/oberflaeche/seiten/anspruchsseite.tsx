import type { VNode } from "preact";
import type { Frame } from "#auth";
import type { Einschaetzung } from "#baukasten";
import { formatiereEuro } from "#geld";
import {
  Alert,
  Badge,
  Button,
  Details,
  ErrorSummary,
  LinkButton,
  MoneyField,
  RadioGroup,
  Seite,
  Select,
  TextField,
  type Ton,
} from "#ui";
import { fragen } from "../anspruch.ts";
import type { Leistungskarte } from "./leistungsliste.tsx";

export type Eingeschaetzt = Leistungskarte & { einschaetzung: Einschaetzung };
type Props = {
  frame: Frame;
  roh: Readonly<Record<string, string>>;
  fehler?: Readonly<Record<string, string>>;
  ergebnis?: readonly Eingeschaetzt[];
};

export function Anspruchsseite({ frame, roh, fehler = {}, ergebnis }: Props): VNode {
  return (
    <Seite {...frame} titel="Was steht mir zu?" zurueck={{ href: "/", text: "Startseite" }} breite="weit">
      <ErrorSummary fehler={Object.entries(fehler).map(([feld, text]) => ({ feld, text }))} />
      {ergebnis && <Ergebnis ergebnis={ergebnis} roh={roh} />}
      {ergebnis ? (
        <Details titel="Antworten ändern">
          <Fragen roh={roh} fehler={fehler} />
        </Details>
      ) : (
        <>
          <p class="vorspann">
            Beantworten Sie, was Sie wissen, und lassen Sie den Rest leer. Wir sagen Ihnen, welche Leistungen passen könnten und
            warum.
          </p>
          <Alert art="info" titel="Nichts davon wird gespeichert">
            <p>
              Ihre Antworten werden nur für diese eine Antwort gebraucht und danach vergessen. Sie müssen nicht sagen, wer Sie
              sind.
            </p>
          </Alert>
          <Fragen roh={roh} fehler={fehler} />
        </>
      )}
    </Seite>
  );
}

function Fragen({ roh, fehler }: { roh: Readonly<Record<string, string>>; fehler: Readonly<Record<string, string>> }): VNode {
  const felder = fragen.seiten.lage?.felder ?? {};
  return (
    <form method="post" action="/anspruch" noValidate class="fragen">
      {Object.entries(felder).map(([name, feld]) => {
        const gemeinsam = {
          name,
          label: feld.label,
          hinweis: feld.hinweis,
          fehler: fehler[name],
          pflicht: false,
          wert: roh[name],
        };
        const optionen = Object.entries(feld.optionen ?? {}).map(([wert, text]) => ({ wert, text }));
        if (feld.art === "geld") return <MoneyField key={name} {...gemeinsam} />;
        if (optionen.length === 0) return <TextField key={name} {...gemeinsam} />;
        return optionen.length > 3 ? (
          <Select key={name} {...gemeinsam} optionen={[{ wert: "", text: "Keine Angabe" }, ...optionen]} />
        ) : (
          <RadioGroup key={name} {...gemeinsam} optionen={optionen} />
        );
      })}
      <div class="reihe">
        <Button>Ergebnis zeigen</Button>
      </div>
    </form>
  );
}

const gruppen = [
  { neigung: "dafuer", titel: "Das spricht dafür", art: "erfolg" },
  { neigung: "unklar", titel: "Das ist noch unklar", art: "info" },
  { neigung: "eherNicht", titel: "Das passt eher nicht", art: "warnung" },
] as const satisfies readonly { neigung: Einschaetzung["neigung"]; titel: string; art: Ton }[];

function Ergebnis({ ergebnis, roh }: { ergebnis: readonly Eingeschaetzt[]; roh: Readonly<Record<string, string>> }): VNode {
  return (
    <>
      <p class="vorspann">
        Das ist eine erste Einschätzung nach den Regeln der Leistungen, keine Entscheidung. Einen Antrag dürfen Sie immer stellen,
        auch wenn hier „eher nicht“ steht.
      </p>
      {ergebnis.length === 0 && (
        <Alert art="info" titel="Damit können wir noch nichts sagen">
          <p>Beantworten Sie bitte ein paar Fragen mehr, oder sehen Sie sich auf der Startseite alle Leistungen an.</p>
        </Alert>
      )}
      {gruppen.map(({ neigung, titel, art }) => {
        const karten = ergebnis.filter(({ einschaetzung }) => einschaetzung.neigung === neigung);
        if (karten.length === 0) return null;
        return (
          <section key={neigung}>
            <h2>{titel}</h2>
            <ul class="karten">
              {karten.map((karte) => (
                <li class="karte" key={`${karte.leistung.schluessel}${karte.einschaetzung.fuer}`}>
                  <Karte {...karte} art={art} roh={roh} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

const marken: Record<Einschaetzung["neigung"], string> = { dafuer: "Spricht dafür", unklar: "Unklar", eherNicht: "Eher nicht" };

function Karte({
  leistung,
  haus,
  einschaetzung,
  art,
  roh,
}: Eingeschaetzt & { art: Ton; roh: Readonly<Record<string, string>> }): VNode {
  const { neigung, fuer, gruende, offen, annahmen, betragCent } = einschaetzung;
  return (
    <>
      <h3>
        <a href={`${haus?.adresse ?? ""}/leistungen/${leistung.schluessel}`}>{leistung.name}</a>
        {fuer && <span class="zusatz"> {fuer}</span>}
      </h3>
      <p>
        <Badge art={art}>{marken[neigung]}</Badge>
      </p>
      {betragCent && betragCent[1] > 0 && <p>{betragstext(betragCent)}</p>}
      {gruende.map((grund) => (
        <p key={grund}>{grund}</p>
      ))}
      {offen.length > 0 && <p>Unklar, weil wir nicht wissen: {offen.join("; ")}.</p>}
      {neigung !== "eherNicht" && (
        <Details titel="Was wir angenommen haben">
          <ul>
            {annahmen.map((annahme) => (
              <li key={annahme}>{annahme}</li>
            ))}
          </ul>
          <p class="leise">Rechtsgrundlage: {leistung.bescheid.grundlage}</p>
        </Details>
      )}
      {neigung !== "eherNicht" && !haus && (
        <form method="post" action="/anspruch/antrag" class="reihe">
          {Object.entries(roh).map(([name, wert]) => (
            <input key={name} type="hidden" name={name} value={wert} />
          ))}
          <input type="hidden" name="leistung" value={leistung.schluessel} />
          <Button art="secondary">
            {leistung.rechtsnatur === "hinweis" ? "Genauer prüfen" : "Antrag beginnen"}
            <span class="kern-sr-only">: {leistung.name}</span>
          </Button>
          <span class="leise">Erst damit wird ein Entwurf gespeichert.</span>
        </form>
      )}
      {neigung !== "eherNicht" && haus && (
        <div class="reihe">
          <LinkButton href={`${haus.adresse}/leistungen/${leistung.schluessel}`} art="secondary">
            Weiter zu: {haus.name}
          </LinkButton>
        </div>
      )}
    </>
  );
}

const betragstext = ([von, bis]: readonly [number, number]): string =>
  von === bis
    ? `Etwa ${formatiereEuro(bis, "kurz")} im Monat.`
    : `Etwa ${formatiereEuro(von, "kurz")} bis ${formatiereEuro(bis, "kurz")} im Monat.`;
