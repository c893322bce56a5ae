import { formatiereEuro } from "#geld";

/** What a parameter may hold, as plain data that can be stored and compared. */
export type Datenwert = string | number | boolean | null | readonly Datenwert[] | { readonly [name: string]: Datenwert };

/** Functions and the like are no figures of the law; whoever puts one in a parameter learns it here, not in a stored document. */
export function alsDaten(wert: unknown): Datenwert {
  if (wert === null || typeof wert === "string" || typeof wert === "number" || typeof wert === "boolean") return wert;
  if (typeof wert === "bigint") return String(wert);
  if (Array.isArray(wert)) return wert.map(alsDaten);
  if (typeof wert === "object" && wert !== null)
    return Object.fromEntries(
      Object.entries(wert)
        .filter(([, each]) => each !== undefined)
        .map(([name, each]) => [name, alsDaten(each)]),
    );
  throw new Error(`Ein Parameter hält „${typeof wert}“; das ist keine Zahl des Gesetzes.`);
}

/** Money where the unit says so: parameters keep it in cents. */
const istGeld = (einheit: string) => /^(Euro|€)/.test(einheit);
/** Beside the money of a parameter there may stand ages, shares and counts; their names say so. */
const keinGeld = /(unter|alter|ueber|prozent|anteil|jahre|monate|tage|zahl|anzahl)$/i;
const zahl = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 10 });

/** A figure as people read it: "486,00 €", "1: 361,00 €; 2: 408,00 €". */
export function zeigeWert(wert: Datenwert, einheit: string): string {
  if (wert === null) return "keiner";
  if (typeof wert === "number") return istGeld(einheit) ? formatiereEuro(wert).replaceAll("\u00a0", " ") : zahl.format(wert);
  if (typeof wert === "boolean") return wert ? "ja" : "nein";
  if (typeof wert === "string") return wert;
  if (Array.isArray(wert)) {
    const teile = wert.map((each) => zeigeWert(each, einheit));
    return wert.some((each) => typeof each === "object" && each !== null)
      ? teile.map((teil) => `(${teil})`).join("; ")
      : teile.join("; ");
  }
  return Object.entries(wert)
    .map(([name, each]) => {
      const text = zeigeWert(each, keinGeld.test(name) ? "" : einheit);
      return `${name}: ${typeof each === "object" && each !== null ? `(${text})` : text}`;
    })
    .join("; ");
}
