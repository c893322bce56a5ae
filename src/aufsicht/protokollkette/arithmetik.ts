import { hash } from "node:crypto";

/** Everything here is hex; `verfahren` is another than SHA-512 only where archives of others are judged. */
export const digestHex = (bytes: string | Uint8Array, verfahren = "sha512"): string => hash(verfahren, bytes, "hex");

/** chain_n = H(hex(chain_{n-1}) + hex(H(batch_n))), the form of X-Road's message-log archive. Before the first there is the empty string. */
export const naechsterKopf = (voriger: string, stapelDigest: string, verfahren = "sha512"): string =>
  digestHex(voriger + stapelDigest, verfahren);

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
// Leaves and nodes begin differently (RFC 6962): else a node could be passed off as a row.
export const blattAus = (satz: string): string => digestHex(Buffer.concat([LEAF, Buffer.from(satz)]));
const knoten = (links: string, rechts: string): string =>
  digestHex(Buffer.concat([NODE, Buffer.from(links, "hex"), Buffer.from(rechts, "hex")]));

function naechsteEbene(ebene: readonly string[]): string[] {
  const oben: string[] = [];
  for (let stelle = 0; stelle < ebene.length; stelle += 2) {
    const links = ebene[stelle] as string;
    const rechts = ebene[stelle + 1];
    oben.push(rechts === undefined ? links : knoten(links, rechts));
  }
  return oben;
}

/** Root of the tree over the leaves of a batch. A batch is never empty. */
export function wurzelAus(blaetter: readonly string[]): string {
  let ebene = blaetter;
  while (ebene.length > 1) ebene = naechsteEbene(ebene);
  return ebene[0] ?? "";
}

/** For each place asked for, what must be hashed beside its leaf to reach the root: proof of inclusion without the other rows. */
export function pfadeAus(blaetter: readonly string[], stellen: readonly number[]): string[][] {
  const pfade = stellen.map((): string[] => []);
  let ebene = blaetter;
  let orte = [...stellen];
  while (ebene.length > 1) {
    orte.forEach((ort, index) => {
      const nachbar = ebene[ort ^ 1];
      if (nachbar !== undefined) pfade[index]?.push(nachbar);
    });
    ebene = naechsteEbene(ebene);
    orte = orte.map((ort) => ort >> 1);
  }
  return pfade;
}

/** The root that leaf and path lead to, or undefined where the path does not fit the place. `stelle` counts from 0. */
export function wurzelNachPfad(blatt: string, stelle: number, anzahl: number, pfad: readonly string[]): string | undefined {
  if (stelle < 0 || stelle >= anzahl) return undefined;
  let wert = blatt;
  let ort = stelle;
  let breite = anzahl;
  let naechster = 0;
  while (breite > 1) {
    if ((ort ^ 1) < breite) {
      const nachbar = pfad[naechster++];
      if (nachbar === undefined) return undefined;
      wert = ort % 2 === 0 ? knoten(wert, nachbar) : knoten(nachbar, wert);
    }
    ort >>= 1;
    breite = Math.ceil(breite / 2);
  }
  return naechster === pfad.length ? wert : undefined;
}
