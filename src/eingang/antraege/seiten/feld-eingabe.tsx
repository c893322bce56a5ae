import type { VNode } from "preact";
import {
  type Anlage,
  anzahlEintraege,
  anzahlname,
  eintraegeVon,
  eintragsname,
  type Feld,
  type Formulareingaben,
} from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { Checkbox, DateField, FieldGroup, FileUpload, MoneyField, RadioGroup, TextArea, TextField } from "#ui";

export type Feldzustand = {
  name: string;
  feld: Feld<never> | Feld<unknown>;
  /** What was typed on the page; empty where it is shown fresh. */
  roh: Formulareingaben;
  wert: unknown;
  fehler: Readonly<Record<string, string>>;
};

/** How a stored value stands in its input, so that sending it unchanged stores the same value again. */
function alsEingabe(feld: Feld<never> | Feld<unknown>, wert: unknown): string | undefined {
  if (wert === undefined) return undefined;
  if (feld.art === "jaNein") return wert ? "ja" : "nein";
  if (feld.art === "datum") return formatiereDatum(String(wert));
  if (feld.art === "geld") return formatiereEuro(Number(wert)).replace(/\s?€/, "");
  return typeof wert === "string" || typeof wert === "number" ? String(wert) : undefined;
}

/** The input that fits a field of the Formular. What was typed stays, even when it was wrong. */
export function FeldEingabe({ name, feld, roh, wert, fehler }: Feldzustand): VNode {
  const eingabe = roh[name] ?? alsEingabe(feld, wert);
  const gemeinsam = {
    name,
    label: feld.label,
    hinweis: feld.hinweis,
    fehler: fehler[name],
    pflicht: feld.pflicht,
    autocomplete: feld.autocomplete,
  };
  const optionen = Object.entries(feld.optionen ?? {}).map(([key, text]) => ({ wert: key, text }));
  switch (feld.art) {
    case "jaNein":
    case "auswahl":
      return <RadioGroup {...gemeinsam} optionen={optionen} wert={eingabe} />;
    case "haken": {
      // What was sent counts before what is stored: a box that was unticked is not sent at all.
      const gesendet = Object.keys(roh).length > 0;
      const { pflicht: _pflicht, ...ohnePflicht } = gemeinsam;
      return <Checkbox {...ohnePflicht} angekreuzt={gesendet ? roh[name] === "ja" : wert === true} />;
    }
    case "datum":
      return <DateField {...gemeinsam} wert={eingabe} />;
    case "geld":
      return <MoneyField {...gemeinsam} wert={eingabe} />;
    case "freitext":
      return <TextArea {...gemeinsam} pflicht={true} wert={eingabe} />;
    case "anlage":
      return <FileUpload {...gemeinsam} dateien={(wert ?? []) as Anlage[]} typen={feld.anlage?.typen ?? []} />;
    case "zahl":
      return <TextField {...gemeinsam} wert={eingabe} kurz={true} eingabe="numeric" />;
    case "liste":
      return <Liste name={name} feld={feld} roh={roh} wert={wert} fehler={fehler} />;
    case "text":
    case "iban":
    case "idnr":
      return <TextField {...gemeinsam} wert={eingabe} />;
  }
}

/**
 * Repeated answers. Adding and removing an entry are buttons that send the page, so it works without JavaScript; the page comes back with
 * what was typed, at the entry that is meant.
 */
function Liste({ name, feld, roh, wert, fehler }: Feldzustand): VNode | null {
  const { liste, label, hinweis } = feld;
  if (!liste) return null;
  const gespeichert = eintraegeVon(wert);
  const anzahl = anzahlEintraege(name, liste, roh, wert);
  return (
    <FieldGroup name={name} label={label} hinweis={hinweis} fehler={fehler[name]}>
      <input type="hidden" name={anzahlname(name)} value={anzahl} />
      {[...new Array(anzahl).keys()].map((nummer) => (
        <FieldGroup key={nummer} name={eintragsname(name, nummer)} label={`${liste.einzahl} ${nummer + 1}`} rahmen={true}>
          {Object.entries(liste.eintrag).map(([feldname, each]) => (
            <FeldEingabe
              key={feldname}
              name={eintragsname(name, nummer, feldname)}
              feld={each}
              roh={roh}
              wert={gespeichert[nummer]?.[feldname]}
              fehler={fehler}
            />
          ))}
          {anzahl > liste.min && (
            <button class="knopf-link" type="submit" name="weniger" value={eintragsname(name, nummer)} formaction={`#${name}`}>
              {liste.einzahl} {nummer + 1} entfernen
            </button>
          )}
        </FieldGroup>
      ))}
      {anzahl < liste.max && (
        <button
          class="kern-btn kern-btn--secondary"
          type="submit"
          name="mehr"
          value={name}
          formaction={`#${eintragsname(name, anzahl)}`}
        >
          <span class="kern-label">{liste.einzahl} hinzufügen</span>
        </button>
      )}
    </FieldGroup>
  );
}
