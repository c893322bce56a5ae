import type { VNode } from "preact";
import type { Anlage, Feld } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { DateField, FileUpload, MoneyField, RadioGroup, TextArea, TextField } from "#ui";

export type Feldzustand = {
  name: string;
  feld: Feld<never> | Feld<unknown>;
  roh: string | undefined;
  wert: unknown;
  fehler: string | undefined;
};

/** How a stored value stands in its input, so that sending it unchanged stores the same value again. */
function alsEingabe(feld: Feld<never> | Feld<unknown>, wert: unknown): string | undefined {
  if (wert === undefined) return undefined;
  if (feld.art === "jaNein") return wert ? "ja" : "nein";
  if (feld.art === "datum") return formatiereDatum(String(wert));
  if (feld.art === "geld") return formatiereEuro(Number(wert)).replace(/\s?€/, "");
  return typeof wert === "string" ? wert : undefined;
}

/** The input that fits a field of the Formular. What was typed stays, even when it was wrong. */
export function FeldEingabe({ name, feld, roh, wert, fehler }: Feldzustand): VNode {
  const eingabe = roh ?? alsEingabe(feld, wert);
  const gemeinsam = {
    name,
    label: feld.label,
    hinweis: feld.hinweis,
    fehler,
    pflicht: feld.pflicht,
    autocomplete: feld.autocomplete,
  };
  const optionen = Object.entries(feld.optionen ?? {}).map(([key, text]) => ({ wert: key, text }));
  switch (feld.art) {
    case "jaNein":
    case "auswahl":
      return <RadioGroup {...gemeinsam} optionen={optionen} wert={eingabe} />;
    case "datum":
      return <DateField {...gemeinsam} wert={eingabe} />;
    case "geld":
      return <MoneyField {...gemeinsam} wert={eingabe} />;
    case "freitext":
      return <TextArea {...gemeinsam} pflicht={true} wert={eingabe} />;
    case "anlage":
      return <FileUpload {...gemeinsam} dateien={(wert ?? []) as Anlage[]} typen={feld.anlage?.typen ?? []} />;
    case "text":
    case "iban":
    case "idnr":
      return <TextField {...gemeinsam} wert={eingabe} />;
  }
}
