import type { VNode } from "preact";
import { formatiereDatum, istDatum } from "#kalender";
import { Button, Checkbox, DateField, MoneyField, RadioGroup, TextField } from "#ui";
import { type Aktenprops, Tatformular } from "../amt/teile.tsx";

const wieGetippt = (text: string) => (istDatum(text) ? formatiereDatum(text) : text);

/** The scan beside the fields that a person reads from it and answers for. */
export function Erfassung({ zeile, darf, eingabe = {} }: Aktenprops): VNode {
  const vorschlag = zeile.stand.vorschlag ?? {};
  const wert = (feld: string) => eingabe[feld] ?? wieGetippt(vorschlag[feld] ?? "");
  const feld = (name: string, label: string, mehr: { hinweis?: string; pflicht?: boolean } = {}) => (
    <TextField name={name} label={label} wert={wert(name)} {...mehr} />
  );
  return (
    <section class="aufgabe">
      <h2>Vom Papier erfassen</h2>
      {Object.keys(vorschlag).length > 0 && (
        <p>Einige Felder sind maschinell vorgelesen. Nichts davon gilt, bevor Sie es mit dem Scan verglichen haben.</p>
      )}
      <div class="scan">
        <Scan id={zeile.id} name={zeile.dateiname} />
        {darf.klaeren && (
          <Tatformular id={zeile.id} nummer={zeile.nummer} tat="erfassen">
            <RadioGroup
              name="art"
              label="Was ist es?"
              wert={eingabe.art ?? "rechnung"}
              optionen={[
                { wert: "rechnung", text: "Rechnung" },
                { wert: "gutschrift", text: "Gutschrift" },
              ]}
            />
            {feld("lieferant", "Lieferant")}
            {feld("rechnungsnummer", "Rechnungsnummer")}
            <div class="angaben">
              <DateField name="rechnungsdatum" label="Rechnungsdatum" wert={wert("rechnungsdatum")} />
              <DateField name="faelligAm" label="Fällig am" pflicht={false} wert={wert("faelligAm")} />
              <MoneyField name="brutto" label="Rechnungsbetrag" wert={wert("brutto")} />
              <MoneyField name="netto" label="davon netto" pflicht={false} wert={wert("netto")} />
            </div>
            {feld("iban", "IBAN", { pflicht: false })}
            {feld("ustId", "USt-IdNr.", { pflicht: false })}
            {feld("steuernummer", "Steuernummer", { pflicht: false })}
            {feld("bestellnummer", "Bestellnummer", { pflicht: false })}
            {feld("leitwegId", "Leitweg-ID", {
              pflicht: false,
              hinweis: "Ohne Bestellnummer und Leitweg-ID fragen wir danach nach dem Amt.",
            })}
            {feld("bezug", "Gutschrift zu Rechnung Nummer", { pflicht: false })}
            <div class="angaben">
              {feld("skontotage", "Skonto: Tage", { pflicht: false })}
              {feld("skontoprozent", "Skonto: Prozent", { pflicht: false })}
            </div>
            <Checkbox
              name="verglichen"
              label="Ich habe alle Angaben mit dem Scan verglichen."
              angekreuzt={eingabe.verglichen === "ja"}
            />
            <Button>Angaben übernehmen</Button>
          </Tatformular>
        )}
      </div>
    </section>
  );
}

/** An image is shown; a PDF opens in the browser's own viewer. */
export function Scan({ id, name }: { id: string; name: string }): VNode {
  const href = `/amt/rechnungen/${id}/scan`;
  const istPdf = /\.pdf$/i.test(name);
  return (
    <div class="scan__bild">
      {istPdf ? <iframe src={href} title={`Scan ${name}`} /> : <img src={href} alt={`Scan der Rechnung, ${name}`} />}
      <p>
        <a href={href}>Scan allein öffnen</a>
      </p>
    </div>
  );
}
