import type { Knoten } from "../baum.ts";
import { grenzen } from "../grenzen.ts";
import { mangelDer, ueberall } from "./gestalt.ts";
import { type Typ, type Verbund, wurzeltypen } from "./typen.ts";

export type Aufbaumangel = { knoten: Knoten; text: string };

/**
 * Whether the elements stand in the order and number that the schema of UBL or CII prescribes, and hold what it allows: what a validator
 * of XML Schema would say, in words (see docs/adr/0017). At most as many findings as one rule may have.
 */
export function pruefeAufbau(wurzel: Knoten): Aufbaumangel[] {
  const maengel: Aufbaumangel[] = [];
  const typ = wurzeltypen.get(wurzel.name);
  if (!typ) return [{ knoten: wurzel, text: `Das Wurzelelement ${wurzel.name} ist keine Rechnung.` }];
  pruefeElement(wurzel, typ, maengel);
  return maengel;
}

function pruefeElement(knoten: Knoten, typ: Typ, maengel: Aufbaumangel[]): void {
  if (typ.art === "beliebig" || maengel.length >= grenzen.stellenJeRegel) return;
  if (typ.art === "verbund") return pruefeVerbund(knoten, typ, maengel);
  const [kind] = knoten.kinder;
  if (kind) maengel.push({ knoten: kind, text: `Das Element ${kind.name} ist in ${knoten.name} nicht vorgesehen.` });
  const mangel = mangelDer(typ, knoten);
  if (mangel) maengel.push({ knoten, text: mangel });
}

function pruefeVerbund(knoten: Knoten, { auswahl, teile, pflicht }: Verbund, maengel: Aufbaumangel[]): void {
  for (const name in knoten.attribute)
    if (!ueberall.has(name)) maengel.push({ knoten, text: `Das Attribut ${name} ist hier nicht vorgesehen.` });
  if (knoten.text !== "" && !/^[ \t\r\n]*$/.test(knoten.text))
    maengel.push({ knoten, text: "Hier steht Text zwischen den Elementen; er ist nicht vorgesehen." });
  let bisher = -1;
  let letzter = "";
  for (const kind of knoten.kinder) {
    const teil = teile.get(kind.name);
    if (!teil) {
      maengel.push({ knoten: kind, text: `Das Element ${kind.name} ist in ${knoten.name} nicht vorgesehen.` });
      continue;
    }
    if (auswahl ? bisher >= 0 : teil.stelle < bisher)
      maengel.push({
        knoten: kind,
        text: auswahl ? "Hier darf nur ein Element stehen." : `Das Element ${kind.name} muss vor ${letzter} stehen.`,
      });
    else if (teil.stelle === bisher && !teil.mehrfach)
      maengel.push({ knoten: kind, text: `Das Element ${kind.name} darf hier nur einmal stehen.` });
    if (teil.stelle >= bisher) {
      bisher = teil.stelle;
      letzter = kind.name;
    }
    pruefeElement(kind, teil.typ, maengel);
    if (maengel.length >= grenzen.stellenJeRegel) return;
  }
  if (auswahl) {
    if (knoten.kinder.length === 0) maengel.push({ knoten, text: `Das Element ${[...teile.keys()][0]} fehlt.` });
    return;
  }
  for (const { name } of pflicht)
    if (!knoten.kinder.some((kind) => kind.name === name)) maengel.push({ knoten, text: `Das Element ${name} fehlt.` });
}
