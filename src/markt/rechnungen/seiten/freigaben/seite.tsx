import type { VNode } from "preact";
import type { Frame } from "#auth";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { Alert, Badge, Button, DateField, EmptyState, LinkButton, Seite, Select, SummaryList } from "#ui";
import type { BefugtePerson, Vertretung } from "../../handlungen/store.ts";
import type { Anordnungszeile } from "../../sichten/store.ts";
import type { StandZeile } from "../../store.ts";
import { Tatformular } from "../amt/teile.tsx";

export type Freigabenprops = {
  frame: Frame;
  zeilen: readonly Anordnungszeile[];
  namen: ReadonlyMap<string, string>;
  wen: (kennung: string) => string;
  aemter: Readonly<Record<string, { name: string }>>;
  heute: string;
  /** What was just ordered. */
  geschehen: StandZeile | undefined;
};

/** What waits for this person: made for a telephone, one thumb. */
export function Freigabenseite(props: Freigabenprops): VNode {
  const { zeilen, geschehen } = props;
  const summe = zeilen.reduce((bisher, { stand }) => bisher + (stand.feststellung?.betragCent ?? 0), 0);
  return (
    <Seite {...props.frame} titel="Meine Freigaben">
      {geschehen && <Geschehen zeile={geschehen} />}
      {zeilen.length > 0 && (
        <p>
          {zeilen.length === 1 ? "Eine Rechnung wartet" : `${zeilen.length} Rechnungen warten`} auf Ihre Anordnung, zusammen{" "}
          <strong>{formatiereEuro(summe)}</strong>.
        </p>
      )}
      {zeilen.length === 0 && (
        <EmptyState titel="Auf Ihre Anordnung wartet nichts.">
          <p>Sobald eine Rechnung in Ihrer Befugnis festgestellt ist, steht sie hier.</p>
        </EmptyState>
      )}
      {zeilen.map((zeile) => (
        <Karte key={zeile.id} zeile={zeile} {...props} />
      ))}
      <div class="reihe">
        <LinkButton href="/amt/freigaben/vertretung" art="secondary">
          Vertretung regeln
        </LinkButton>
      </div>
    </Seite>
  );
}

function Geschehen({ zeile: { stand, id } }: { zeile: StandZeile }): VNode {
  const { anordnung, mitgezeichnet, kopf } = stand;
  const betrag = formatiereEuro(anordnung?.betragCent ?? stand.feststellung?.betragCent ?? 0);
  return (
    <Alert
      art="erfolg"
      titel={
        anordnung
          ? `${betrag} angeordnet`
          : mitgezeichnet
            ? `${betrag} gezeichnet, es fehlt die zweite Unterschrift`
            : "Gespeichert"
      }
    >
      <p>
        {kopf?.lieferant.name}, <a href={`/amt/rechnungen/${id}`}>Rechnung {kopf?.rechnungsnummer}</a>
      </p>
    </Alert>
  );
}

function Karte({ zeile, namen, wen, aemter, heute }: Omit<Freigabenprops, "zeilen"> & { zeile: Anordnungszeile }): VNode | null {
  const { stand, id, nummer, fuer } = zeile;
  const { feststellung, kopf, zahlung, abgleich } = stand;
  if (!feststellung) return null;
  const [skonto] = zahlung?.skonto ?? [];
  const betrag = formatiereEuro(feststellung.betragCent);
  const abweichend = abgleich?.abweichungen.filter(({ inToleranz }) => !inToleranz).length ?? 0;
  return (
    <article class="karte freigabe" aria-label={`${kopf?.lieferant.name}, ${betrag}`}>
      <p class="freigabe__betrag">{betrag}</p>
      <h2>
        <a href={`/amt/rechnungen/${id}`}>{kopf?.lieferant.name}</a>
      </h2>
      <p>
        Rechnung {kopf?.rechnungsnummer}
        {stand.amt && `, ${aemter[stand.amt]?.name ?? stand.amt}`}
      </p>
      <p>Richtig gezeichnet von {namen.get(id) ?? feststellung.von}.</p>
      <p>
        {feststellung.kontierung
          .map(({ kostenstelle, betragCent }) => `${kostenstelle}: ${formatiereEuro(betragCent)}`)
          .join(", ")}
      </p>
      {fuer && <p>In Vertretung für {wen(fuer)}.</p>}
      <p class="freigabe__marken">
        {skonto && skonto.bis >= heute && (
          <Badge art="warnung">
            {formatiereEuro(skonto.ersparnisCent)} Skonto bis {formatiereDatum(skonto.bis)}
          </Badge>
        )}
        {zahlung && zahlung.faelligAm < heute && <Badge art="gefahr">überfällig seit {formatiereDatum(zahlung.faelligAm)}</Badge>}
        {feststellung.gekuerztCent > 0 && <Badge art="info">gekürzt um {formatiereEuro(feststellung.gekuerztCent)}</Badge>}
        {abweichend > 0 && <Badge art="warnung">weicht von der Bestellung ab</Badge>}
        {stand.mitgezeichnet && <Badge art="info">zweite Unterschrift</Badge>}
      </p>
      {feststellung.grund && <p>Begründung: {feststellung.grund}</p>}
      <details class="freigabe__ja">
        <summary class="kern-btn kern-btn--primary">
          <span class="kern-label">Anordnen …</span>
        </summary>
        <Tatformular id={id} nummer={nummer} tat="anordnen" zurueck="freigaben">
          <input type="hidden" name="betragCent" value={feststellung.betragCent} />
          {fuer && <input type="hidden" name="fuer" value={fuer} />}
          <p>
            Sie ordnen an, dass {betrag} an {stand.kreditor?.name ?? kopf?.lieferant.name} gezahlt werden.
          </p>
          <Button>{`Ja, ${betrag} anordnen`}</Button>
        </Tatformular>
      </details>
    </article>
  );
}

export type Vertretungsprops = {
  frame: Frame;
  kennung: string;
  vertretungen: readonly Vertretung[];
  wen: (kennung: string) => string;
  personen: readonly BefugtePerson[];
  heute: string;
  fehler?: string | undefined;
  eingabe?: Readonly<Record<string, string>>;
  erledigt: boolean;
};

/** Who acts for whom, and for how long. Only for oneself. */
export const Vertretungsseite = (props: Vertretungsprops): VNode => {
  const { vertretungen, kennung, wen, personen, heute, fehler, eingabe = {} } = props;
  return (
    <Seite {...props.frame} titel="Vertretung" zurueck={{ href: "/amt/freigaben", text: "Meine Freigaben" }}>
      {props.erledigt && <Alert art="erfolg" titel="Gespeichert." />}
      {fehler && <Alert art="gefahr" titel={fehler} />}
      <p>
        Wer Sie vertritt, ordnet in Ihrem Namen und bis zu Ihrer Grenze an. Wer eine Rechnung festgestellt hat, ordnet sie auch in
        Vertretung nicht an.
      </p>
      {vertretungen.length === 0 && <EmptyState titel="Es ist keine Vertretung geregelt." />}
      {vertretungen.map(({ id, fuer, durch, durchName, von, bis }) => (
        <section key={id} class="karte">
          <SummaryList
            zeilen={[
              { label: "Vertreten wird", wert: fuer === kennung ? "Sie" : wen(fuer) },
              { label: "durch", wert: durch === kennung ? "Sie" : durchName },
              {
                label: "Zeitraum",
                wert: `${formatiereDatum(von)} bis ${formatiereDatum(bis)}`,
                hinweis: von > heute ? "beginnt noch" : "gilt heute",
              },
            ]}
          />
          <form method="post" action={`/amt/freigaben/vertretung/${id}/ende`}>
            <Button art="secondary">Vertretung beenden</Button>
          </form>
        </section>
      ))}
      <h2>Vertretung einrichten</h2>
      <form method="post" action="/amt/freigaben/vertretung" noValidate class="abstand">
        <Select
          name="durch"
          label="Wer vertritt Sie?"
          optionen={[
            { wert: "", text: "Bitte wählen" },
            ...personen
              .filter((person) => person.kennung !== kennung)
              .map((person) => ({ wert: person.kennung, text: person.name })),
          ]}
          wert={eingabe.durch}
        />
        <DateField name="von" label="Von" hinweis="Zum Beispiel 1.12.2026" wert={eingabe.von ?? formatiereDatum(heute)} />
        <DateField name="bis" label="Bis einschließlich" wert={eingabe.bis} />
        <Button>Vertretung einrichten</Button>
      </form>
    </Seite>
  );
};
