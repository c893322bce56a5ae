import type { VNode } from "preact";
import { formatiereEuro } from "#geld";
import { formatiereDatum, plusMonate } from "#kalender";
import { Button, SummaryList, TextField } from "#ui";
import { naechsteRate } from "../raten.ts";
import { laufendeZahlung } from "../sollstand.ts";
import type { Sollzeile } from "../store.ts";
import { type AmtGebuehrProps, Formular } from "./amt-gebuehr.tsx";

/** The instalments, which of them are paid, and which is next. */
export function Ratentafel({ zeile }: { zeile: Sollzeile }): VNode | null {
  const { ratenplan } = zeile.stand;
  if (!ratenplan) return null;
  const naechste = naechsteRate(zeile.stand);
  const sagt = (nummer: number) => {
    if (!naechste || nummer < naechste.nummer) return "bezahlt";
    return nummer === naechste.nummer ? `als Nächstes, es fehlen ${formatiereEuro(naechste.betragCent)}` : "";
  };
  return (
    <>
      <h2>Ratenzahlung</h2>
      <SummaryList
        zeilen={ratenplan.raten.map(({ faelligAm, betragCent }, stelle) => ({
          label: `${stelle + 1}. Rate, ${formatiereDatum(faelligAm)}`,
          wert: formatiereEuro(betragCent),
          hinweis: sagt(stelle + 1),
        }))}
      />
    </>
  );
}

/** Granting instalments over what is open, or ending them. */
export function Ratenformular({ zeile, heute, darf, fehler = {}, eingabe = {} }: AmtGebuehrProps): VNode | null {
  if (!darf.erstatten || zeile.offenCent === 0 || zeile.stand.storno) return null;
  if (zeile.stand.ratenplan)
    return (
      <Formular id={zeile.id} tat="raten-beenden" titel="Ratenzahlung beenden">
        <p>Danach ist der ganze Rest von {formatiereEuro(zeile.offenCent)} sofort zu zahlen.</p>
        <TextField name="endegrund" label="Grund des Endes" wert={eingabe.endegrund} fehler={fehler.endegrund} />
        <Button art="secondary">Ratenzahlung beenden</Button>
      </Formular>
    );
  if (laufendeZahlung(zeile.stand)) return null;
  return (
    <Formular id={zeile.id} tat="raten" titel="Ratenzahlung bewilligen">
      <p>
        Gleiche Raten im Abstand von einem Monat über {formatiereEuro(zeile.offenCent)}. Solange die Raten kommen, wird nicht
        gemahnt.
      </p>
      <TextField name="anzahl" label="Zahl der Raten" kurz={true} wert={eingabe.anzahl} fehler={fehler.anzahl} />
      <TextField
        name="erste"
        label="Erste Rate am"
        kurz={true}
        wert={eingabe.erste ?? formatiereDatum(plusMonate(heute, 1))}
        fehler={fehler.erste}
      />
      <TextField name="ratengrund" label="Grund der Bewilligung" wert={eingabe.ratengrund} fehler={fehler.ratengrund} />
      <Button art="secondary">Raten bewilligen</Button>
    </Formular>
  );
}
