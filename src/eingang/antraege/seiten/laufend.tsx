import type { VNode } from "preact";
import { type Entscheidung, formatiereZeitraum } from "#baukasten";
import { type Akte, letzter } from "#bearbeitung";
import { Gegenueberstellung, gruppiere, istBeendet, type LaufendeLeistung } from "#dauerleistungen";
import { formatiereEuro } from "#geld";
import { formatiereDatum, formatiereMonat } from "#kalender";
import { DataTable, LinkButton, SummaryList } from "#ui";

/** A running benefit for the person: until when it is decided, what comes next and why, and where to report a change. */
export function Laufend({ laufend, vorgangId }: { laufend: LaufendeLeistung; vorgangId: string }): VNode {
  const { leistung, raster, stand, termin, aenderungen } = laufend;
  const endet = stand.endetAb;
  const beendet = istBeendet(laufend);
  const aktueller = [...stand.plan].find(([monat]) => monat === laufend.monat)?.[1];
  return (
    <section>
      <h2>Ihre laufende Leistung</h2>
      <SummaryList
        zeilen={[
          ...(aktueller !== undefined
            ? [{ label: `Im ${raster.name(laufend.monat)}`, wert: <strong>{formatiereEuro(aktueller)}</strong> }]
            : []),
          endet
            ? { label: beendet ? "Beendet" : "Endet", wert: `am ${formatiereDatum(endet)}` }
            : {
                label: "Entschieden bis",
                wert: raster.zaehltAb === undefined ? formatiereMonat(stand.bis) : formatiereDatum(raster.bis(stand.bis)),
                hinweis: leistung.dauer?.ablauf
                  ? leistung.dauer.ablauf.titel
                  : termin?.ende
                    ? "Was danach gilt, steht unten."
                    : "Danach entscheiden wir neu; Sie müssen nichts beantragen.",
              },
          ...(termin && !endet && termin.anlass !== "ablauf"
            ? [{ label: "Als Nächstes", wert: formatiereDatum(termin.tag), hinweis: termin.titel }]
            : []),
          ...(stand.konto ? [{ label: "Konto", wert: `endet auf ${stand.konto.iban.slice(-4)}` }] : []),
          ...aenderungen.map((aenderung) => ({
            label: "Änderung",
            wert: <a href={`/vorgang/${aenderung.vorgangId}`}>{aenderung.aktenzeichen}</a>,
            hinweis: aenderung.wartet ? "wartet auf Ihre Antwort" : aenderung.offen ? "wird geprüft" : "entschieden",
          })),
        ]}
      />
      {!beendet && (
        <>
          <p>
            Hat sich etwas geändert? Bitte melden Sie es sofort. Wer eine Änderung verschweigt, muss zu viel gezahltes Geld
            zurückgeben.
          </p>
          <div class="reihe">
            <LinkButton href={`/vorgang/${vorgangId}/aenderung`}>Änderung melden</LinkButton>
          </div>
        </>
      )}
    </section>
  );
}

/** What a change moved, before and after, and why. */
export function Vergleich({ akte }: { akte: Akte }): VNode | null {
  const entschieden = letzter(akte.schritte, "entschieden");
  const gelesen = Gegenueberstellung.safeParse(entschieden?.gegenueberstellung);
  if (!entschieden || !gelesen.success) return null;
  const { gruende } = entschieden.entscheidung as Entscheidung;
  return (
    <section>
      <h2>Was sich ändert</h2>
      <Vergleichstabelle gegenueberstellung={gelesen.data} />
      {gelesen.data.ueberzahlungCent > 0 && (
        <p>
          Zu erstatten sind <strong>{formatiereEuro(gelesen.data.ueberzahlungCent)}</strong>. Bitte warten Sie mit der Zahlung,
          bis Sie eine Zahlungsaufforderung bekommen.
        </p>
      )}
      {gruende.length > 0 && (
        <ul>
          {gruende.map((grund) => (
            <li key={grund.text}>
              {grund.text} <span class="leise">({grund.norm})</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function Vergleichstabelle({
  gegenueberstellung,
}: {
  gegenueberstellung: Pick<Gegenueberstellung, "zeilen" | "zaehltAb">;
}): VNode {
  const ohne = gegenueberstellung.zaehltAb === undefined ? "noch offen" : "nicht beantragt";
  const monat = gegenueberstellung.zaehltAb === undefined ? "Monat" : "Lebensmonat";
  const spalten = [
    { schluessel: "zeitraum", titel: "Zeitraum", zelle: (z: Zeile) => formatiereZeitraum(z.von, z.bis) },
    {
      schluessel: "vorher",
      titel: `Bisher im ${monat}`,
      zahl: true,
      zelle: (z: Zeile) => (z.vorherCent === null ? ohne : formatiereEuro(z.vorherCent)),
    },
    { schluessel: "nachher", titel: `Neu im ${monat}`, zahl: true, zelle: (z: Zeile) => formatiereEuro(z.nachherCent) },
  ];
  return (
    <DataTable
      titel="Bisher und neu"
      spalten={spalten}
      zeilen={gruppiere(gegenueberstellung)}
      schluessel={(z: Zeile) => z.von}
      leer="Es ändert sich kein Betrag."
    />
  );
}
type Zeile = ReturnType<typeof gruppiere>[number];
