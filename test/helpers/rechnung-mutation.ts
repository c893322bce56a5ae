import { SaxesParser } from "saxes";

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function zufall(saat: number): () => number {
  let zustand = saat >>> 0;
  return () => {
    zustand = (zustand + 0x6d2b79f5) >>> 0;
    let t = Math.imul(zustand ^ (zustand >>> 15), 1 | zustand);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Spanne = { start: number; nachStart: number; vorEnde: number; ende: number; blatt: boolean };

/** Where every element of a well-formed document begins and ends in its text. */
export function liesSpannen(text: string): Spanne[] {
  const spannen: Spanne[] = [];
  const offen: Spanne[] = [];
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on("error", (fehler) => {
    throw fehler;
  });
  parser.on("opentag", () => {
    const nachStart = parser.position;
    const vorher = offen.at(-1);
    if (vorher) vorher.blatt = false;
    const spanne = { start: text.lastIndexOf("<", nachStart - 1), nachStart, vorEnde: nachStart, ende: nachStart, blatt: true };
    offen.push(spanne);
    spannen.push(spanne);
  });
  parser.on("closetag", (tag) => {
    const spanne = offen.pop();
    if (!spanne || tag.isSelfClosing) return;
    spanne.ende = parser.position;
    spanne.vorEnde = text.lastIndexOf("</", spanne.ende - 1);
  });
  parser.write(text).close();
  return spannen;
}

const werte = [
  "",
  " ",
  "0",
  "-1",
  "0.001",
  "1.005",
  "100",
  "99999999999.99",
  "abc",
  "1,5",
  "1e3",
  "+5",
  "S",
  "Z",
  "E",
  "AE",
  "K",
  "G",
  "O",
  "L",
  "M",
  "B",
  "VAT",
  "FC",
  "EUR",
  "USD",
  "XXX",
  "DE",
  "FR",
  "IT",
  "ES",
  "381",
  "380",
  "384",
  "326",
  "58",
  "30",
  "59",
  "48",
  "49",
  "1",
  "true",
  "false",
  "2026-02-30",
  "2020-01-01",
  "20200101",
  "130",
  "916",
  "50",
  "C62",
  "XPP",
  "9930",
  "0088",
  "EM",
  "SEPA",
  "a@b",
  "a.b@c.de",
  "DE123456789",
  "123",
  "#SKONTO#TAGE=14#PROZENT=2.25#\n",
]; // prettier-ignore

/** A well-formed document with one to three changes of its elements, texts and attributes. */
export function veraendere(text: string, wuerfel: () => number): string {
  let jetzt = text;
  for (let mal = 1 + Math.floor(wuerfel() * 3); mal > 0; mal--) jetzt = einmal(jetzt, wuerfel);
  return jetzt;
}

function einmal(text: string, wuerfel: () => number): string {
  const spannen = liesSpannen(text);
  const waehle = <T>(aus: readonly T[]): T | undefined => aus[Math.floor(wuerfel() * aus.length)];
  const blaetter = spannen.filter(({ blatt, vorEnde, nachStart }) => blatt && vorEnde > nachStart);
  const irgendeins = waehle(spannen.slice(1));
  const blatt = waehle(blaetter);
  if (!irgendeins || !blatt) return text;
  const inhalt = text.slice(blatt.nachStart, blatt.vorEnde);
  const mitInhalt = (neu: string) => text.slice(0, blatt.nachStart) + neu + text.slice(blatt.vorEnde);
  const wurf = wuerfel();
  if (wurf < 0.3) return text.slice(0, irgendeins.start) + text.slice(irgendeins.ende);
  if (wurf < 0.4)
    return text.slice(0, irgendeins.ende) + text.slice(irgendeins.start, irgendeins.ende) + text.slice(irgendeins.ende);
  if (wurf < 0.55 && /^-?\d+\.?\d*$/.test(inhalt))
    return mitInhalt((Number(inhalt) + (waehle([0.01, -0.01, 0.02, 1, -1, 0.001]) ?? 0)).toString());
  if (wurf < 0.8) return mitInhalt(waehle(werte) ?? "");
  if (wurf < 0.85) {
    const anderes = waehle(blaetter);
    return anderes ? mitInhalt(text.slice(anderes.nachStart, anderes.vorEnde)) : text;
  }
  const mitAttribut = waehle(
    spannen.filter(({ start, nachStart }) => / [a-zA-Z]+="/.test(text.slice(start, nachStart)) && start > 200),
  );
  if (!mitAttribut) return text;
  const marke = text.slice(mitAttribut.start, mitAttribut.nachStart);
  const neu =
    wurf < 0.92
      ? marke.replace(/ [a-zA-Z]+="[^"]*"/, "")
      : marke.replace(/( [a-zA-Z]+=")[^"]*"/, (_, vorn: string) => `${vorn}${(waehle(werte) ?? "").trim()}"`);
  return text.slice(0, mitAttribut.start) + neu + text.slice(mitAttribut.nachStart);
}
