import { inflateRawSync } from "node:zlib";

/**
 * The parts of a ZIP archive by name, in the order of its directory. As small as the test data need: no ZIP64, no encryption.
 * @throws where the archive has no directory, or a part is packed in another way
 */
export function liesArchiv(datei: Buffer, will: (name: string) => boolean = () => true): Map<string, Buffer> {
  const ende = datei.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (ende < 0) throw new Error("Die Datei ist kein ZIP-Archiv.");
  const teile = new Map<string, Buffer>();
  let stelle = datei.readUInt32LE(ende + 16);
  for (let nummer = 0; nummer < datei.readUInt16LE(ende + 10); nummer++) {
    const verfahren = datei.readUInt16LE(stelle + 10);
    const gepackt = datei.readUInt32LE(stelle + 20);
    const namensLaenge = datei.readUInt16LE(stelle + 28);
    const kopf = datei.readUInt32LE(stelle + 42);
    const name = datei.toString("utf8", stelle + 46, stelle + 46 + namensLaenge);
    stelle += 46 + namensLaenge + datei.readUInt16LE(stelle + 30) + datei.readUInt16LE(stelle + 32);
    if (!will(name)) continue;
    if (verfahren !== 0 && verfahren !== 8) throw new Error(`${name} ist auf eine Weise gepackt, die wir nicht lesen.`);
    const beginn = kopf + 30 + datei.readUInt16LE(kopf + 26) + datei.readUInt16LE(kopf + 28);
    const inhalt = datei.subarray(beginn, beginn + gepackt);
    teile.set(name, verfahren === 8 ? inflateRawSync(inhalt) : inhalt);
  }
  return teile;
}
