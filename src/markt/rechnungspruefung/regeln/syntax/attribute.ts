import type { Dokument } from "../../baum.ts";

const gemerkt = new WeakMap<Dokument, ReadonlySet<string>>();

/** Every attribute name in the document; one walk for the two dozen rules that ask whether one of them is used anywhere. */
export function attributnamen(d: Dokument): ReadonlySet<string> {
  let namen = gemerkt.get(d);
  if (!namen) {
    const gefunden = new Set<string>();
    for (const { attribute } of d.elemente) for (const name in attribute) gefunden.add(name);
    namen = gefunden;
    gemerkt.set(d, namen);
  }
  return namen;
}
