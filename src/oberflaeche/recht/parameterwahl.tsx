import type { VNode } from "preact";
import type { Parameterblatt } from "#rechtsansicht";
import { Select } from "#ui";

/** Which figure is meant; with what it is now, so that nobody types an amount where three are asked. */
export const Parameterwahl = ({ parameter, gewaehlt }: { parameter: readonly Parameterblatt[]; gewaehlt: string }): VNode => (
  <Select
    name="parameter"
    label="Welcher Satz?"
    wert={gewaehlt}
    optionen={parameter
      .filter(({ saetze }) => saetze.length > 0)
      .map(({ schluessel, titel, saetze }) => ({
        wert: schluessel,
        text: `${titel} (jetzt ${kuerze(saetze.at(-1)?.text ?? "")})`,
      }))}
  />
);

const kuerze = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
