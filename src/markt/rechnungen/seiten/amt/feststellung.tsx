import type { VNode } from "preact";
import { formatiereEuro } from "#geld";
import { Alert, Badge, Button, DataTable, MoneyField, Select, TextArea, TextField } from "#ui";
import { fremdeWaehrung } from "../../handlungen/handle.ts";
import { fein, tausender, zeigePreis, zeigeZahl } from "../../zahlen.ts";
import { anfangsfelder, HOECHSTENS, liesAufteilung } from "./aufteilung.ts";
import { type Aktenprops, Tatformular } from "./teile.tsx";

function zeigeMenge(text: string): string {
  const [ganz = "", teil] = zeigeZahl(text).split(",");
  return teil === undefined ? tausender(ganz) : `${tausender(ganz)},${teil}`;
}

/** What the invoice was held against, and where it differs. */
export function Abgleichsbild({ zeile, bestellungen }: Aktenprops): VNode | null {
  const { abgleich, kopf } = zeile.stand;
  if (!abgleich) return null;
  const { abweichungen, gegen } = abgleich;
  return (
    <section>
      <h2>Abgleich {gegen.length > 0 ? `mit ${gegen.map(({ nummer }) => nummer).join(", ")}` : "mit Bestellung"}</h2>
      {gegen.length === 0 && <p>Zu dieser Rechnung ist keine Bestellung, kein Vertrag und keine Dauerrechnung bekannt.</p>}
      {gegen.length > 0 && abweichungen.length === 0 && (
        <p>
          <Badge art="erfolg">stimmt überein</Badge>
        </p>
      )}
      {abweichungen.length > 0 && (
        <ul class="unterschiede">
          {abweichungen.map(({ text, inToleranz }) => (
            <li key={text}>
              <Badge art={inToleranz ? "info" : "gefahr"}>{inToleranz ? "in der Toleranz" : "weicht ab"}</Badge>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {bestellungen
        .filter(({ positionen }) => positionen.length > 0)
        .map(({ id, nummer, positionen }) => (
          <DataTable
            key={id}
            titel={`Bestellung ${nummer}: bestellt und berechnet`}
            leer=""
            zeilen={positionen}
            schluessel={({ position }) => position}
            spalten={[
              { schluessel: "position", titel: "Position", zelle: ({ position, artikel }) => `${position} ${artikel}` },
              { schluessel: "menge", titel: "Bestellt", zahl: true, zelle: ({ menge }) => zeigeMenge(menge) },
              {
                schluessel: "abruf",
                titel: "Bisher alle",
                zahl: true,
                zelle: ({ abgerufen }) => zeigeMenge(abgerufen),
              },
              {
                schluessel: "hier",
                titel: "Hier",
                zahl: true,
                zelle: ({ position }) => {
                  const hier = kopf?.positionen.find(({ bestellposition }) => bestellposition === position);
                  return hier?.menge ? zeigeMenge(hier.menge) : "–";
                },
              },
              { schluessel: "preis", titel: "Preis", zahl: true, zelle: ({ preis }) => zeigePreis(preis) },
              {
                schluessel: "preisHier",
                titel: "Preis hier",
                zahl: true,
                zelle: ({ position, preis }) => {
                  const hier = kopf?.positionen.find(({ bestellposition }) => bestellposition === position)?.preis;
                  if (!hier) return "–";
                  return fein(hier) === fein(preis) ? zeigePreis(hier) : <strong>{zeigePreis(hier)}</strong>;
                },
              },
            ]}
          />
        ))}
    </section>
  );
}

/** Sachliche und rechnerische Feststellung with the split over cost centres; "prüfen" reckons without signing. */
export function Feststellungsformular(props: Aktenprops): VNode | null {
  const { zeile, kostenstellen, tat } = props;
  const { kopf, abgleich, amt } = zeile.stand;
  if (!kopf) return null;
  if (kopf.waehrung !== "EUR")
    return (
      <section class="aufgabe" id="feststellung">
        <h2>Nicht in Euro</h2>
        <p>{fremdeWaehrung(kopf.waehrung)}</p>
      </section>
    );
  const gesendet = tat === "feststellen" ? props.eingabe : undefined;
  const felder = gesendet ?? anfangsfelder(abgleich?.kontierung ?? [], kopf.zahlbarCent);
  const { anteile, betragCent, summeCent, restCent, fehler } = liesAufteilung(felder);
  const zeige = gesendet ? fehler : {};
  const abweichend = abgleich?.abweichungen.some(({ inToleranz }) => !inToleranz) ?? false;
  const eigene = kostenstellen.filter((each) => each.amt === amt);
  const optionen = [
    { wert: "", text: "keine" },
    ...[...eigene, ...kostenstellen.filter((each) => each.amt !== amt)].map(({ nummer, bezeichnung }) => ({
      wert: nummer,
      text: `${nummer} ${bezeichnung}`,
    })),
  ];
  return (
    <section class="aufgabe" id="feststellung">
      <h2>Sachlich und rechnerisch richtig?</h2>
      <Tatformular id={zeile.id} nummer={zeile.nummer} tat="feststellen">
        <MoneyField
          name="betrag"
          label="Betrag, den Sie feststellen"
          hinweis={`Zu zahlen laut Rechnung: ${formatiereEuro(kopf.zahlbarCent)}. Ein kleinerer Betrag ist eine Teilfreigabe.`}
          wert={felder.betrag}
          fehler={zeige.betrag}
        />
        <input type="hidden" name="zeilen" value={anteile.length} />
        <fieldset class="aufteilung">
          <legend>Aufteilung auf Kostenstellen</legend>
          <p class="kern-hint">
            Lassen Sie bei einem Anteil den Betrag leer, dann bekommt er den Rest. Unbenutzte Zeilen bleiben leer.
          </p>
          {anteile.map(({ kostenstelle, sachkonto, betrag }, stelle) => (
            <div key={`anteil-${stelle + 1}`} class="aufteilung__zeile" role="group" aria-label={`Anteil ${stelle + 1}`}>
              <Select
                name={`kostenstelle.${stelle}`}
                label={`Kostenstelle ${stelle + 1}`}
                optionen={optionen}
                wert={kostenstelle}
                fehler={zeige[`kostenstelle.${stelle}`]}
              />
              <TextField name={`sachkonto.${stelle}`} label="Sachkonto" wert={sachkonto} maxLaenge={40} />
              <MoneyField name={`anteil.${stelle}`} label="Betrag" wert={betrag} fehler={zeige[`anteil.${stelle}`]} />
            </div>
          ))}
          <p class="aufteilung__summe" role="status">
            Summe der Anteile: <strong>{formatiereEuro(summeCent)}</strong>{" "}
            {betragCent !== undefined &&
              (restCent === 0 ? (
                <Badge art="erfolg">passt auf den Cent</Badge>
              ) : (
                <Badge art="warnung">
                  {restCent > 0 ? `es fehlen ${formatiereEuro(restCent)}` : `${formatiereEuro(-restCent)} zu viel`}
                </Badge>
              ))}
          </p>
          <div class="reihe">
            <Button art="secondary" name="aktion" wert="pruefen">
              Aufteilung prüfen
            </Button>
            {anteile.length < HOECHSTENS && (
              <Button art="tertiary" name="aktion" wert="zeile">
                Weiterer Anteil
              </Button>
            )}
          </div>
        </fieldset>
        <TextArea
          name="grund"
          label="Begründung"
          hinweis={abweichend ? "Nötig, weil die Rechnung von der Bestellung abweicht." : "Nötig, wenn Sie kürzen."}
          pflicht={abweichend}
          zeilen={3}
          wert={felder.grund}
        />
        {tat === "feststellen" && props.meldung?.art === "gefahr" && (
          <div>
            <Alert art="gefahr" titel={props.meldung.titel} />
          </div>
        )}
        <Button>Sachlich und rechnerisch richtig</Button>
      </Tatformular>
    </section>
  );
}
