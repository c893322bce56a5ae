import { type Bau, verbinde, verheirate } from "./bau.ts";
import { type Geschlecht, staatVon, zieheHerkunft, zieheNachnamen } from "./namen.ts";
import { zieheAnschrift } from "./orte.ts";
import type { Mandantschluessel, Person } from "./person.ts";
import { zieheAlleinerziehende } from "./trennungsfamilien.ts";

type Lebensalter = "jung" | "mittel" | "alt";
const spannen: Record<Lebensalter, readonly [number, number]> = { jung: [19, 39], mittel: [40, 64], alt: [65, 94] };

const zieheGeschlecht = (bau: Bau, anteilFrauen = 0.5): Geschlecht => (bau.zufall.mit(anteilFrauen) ? "w" : "m");
const zieheLohn = (bau: Bau): number => bau.zufall.zwischen(140, 520) * 1000;

function einzelperson(bau: Bau, mandant: Mandantschluessel, lebensalter: Lebensalter): void {
  const { zufall } = bau;
  const staende = {
    jung: { ledig: 93, geschieden: 7, verwitwet: 0 },
    mittel: { ledig: 52, geschieden: 40, verwitwet: 8 },
    alt: { ledig: 16, geschieden: 26, verwitwet: 58 },
  } as const;
  bau.fuegeHinzu({
    mandant,
    geschlecht: zieheGeschlecht(bau, lebensalter === "alt" ? 0.68 : 0.46),
    alter: zufall.zwischen(...spannen[lebensalter]),
    familienstand: zufall.gewichtet<"ledig" | "geschieden" | "verwitwet">(staende[lebensalter]),
    einkommenCent: lebensalter === "alt" ? 0 : zieheLohn(bau),
  });
}

/** Two adults under one roof; of one origin mostly, of one name when married. */
function paar(bau: Bau, mandant: Mandantschluessel, alterDerFrau: number, verheiratet: boolean): readonly [Person, Person] {
  const { zufall } = bau;
  const herkunft = zieheHerkunft(zufall);
  const anschrift = zieheAnschrift(zufall, mandant);
  const nachname = zieheNachnamen(zufall, herkunft);
  const gemeinsam = { mandant, anschrift, herkunft };
  const alterDesMannes = Math.max(19, alterDerFrau + zufall.zwischen(-3, 7));
  const frau = bau.fuegeHinzu({
    ...gemeinsam,
    nachname,
    geschlecht: "w",
    alter: alterDerFrau,
    einkommenCent: alterDerFrau > 64 ? 0 : zieheLohn(bau),
  });
  const mann = bau.fuegeHinzu({
    ...gemeinsam,
    ...(verheiratet && zufall.mit(0.85) && { nachname }),
    geschlecht: "m",
    alter: alterDesMannes,
    einkommenCent: alterDesMannes > 64 ? 0 : zieheLohn(bau),
  });
  if (verheiratet) verheirate(frau, mann);
  return [frau, mann];
}

/** Ages from the youngest up, a few years apart. */
function zieheKinderalter(bau: Bau, hoechstes: number): number[] {
  const { zufall } = bau;
  const anzahl = Number(zufall.gewichtet({ "1": 48, "2": 39, "3": 11, "4": 2 }));
  const alter = [zufall.zwischen(0, hoechstes)];
  while (alter.length < anzahl) {
    const naechstes = (alter.at(-1) ?? 0) + zufall.zwischen(1, 5);
    if (naechstes > hoechstes + 4) break;
    alter.push(naechstes);
  }
  return alter;
}

function familie(bau: Bau, mandant: Mandantschluessel, verheiratet: boolean): void {
  const { zufall } = bau;
  const kinderalter = zieheKinderalter(bau, 18);
  const [mutter, vater] = paar(bau, mandant, Math.max(19, (kinderalter.at(-1) ?? 0) + zufall.zwischen(21, 37)), verheiratet);
  const bezieht = zufall.mit(0.05);
  if (bezieht) {
    mutter.einkommenCent = 0;
    vater.einkommenCent = zufall.zwischen(0, 9) * 10_000;
  }
  for (const alter of kinderalter) {
    const kind = bau.fuegeHinzu({
      mandant,
      alter,
      geschlecht: zieheGeschlecht(bau, 0.487),
      herkunft: mutter.herkunft,
      nachname: mutter.nachname,
      anschrift: mutter.anschrift,
      staatsangehoerigkeit: [mutter, vater].some((elternteil) => elternteil.staatsangehoerigkeit === "deutsch")
        ? "deutsch"
        : staatVon(mutter.herkunft),
      auskunftssperre: false,
      sgb2: bezieht && alter < 18 ? { berechnung: null } : null,
    });
    if (kind.einzugsdatum < mutter.einzugsdatum) kind.einzugsdatum = mutter.einzugsdatum;
    verbinde(kind, mutter, vater, verheiratet ? "ehe" : "anerkannt");
  }
}

const arten = {
  einzelnJung: 13,
  einzelnMittel: 14,
  einzelnAlt: 16,
  paarJung: 7,
  paarMittel: 11,
  paarAlt: 12,
  eheMitKindern: 11,
  paarMitKindern: 3.5,
  alleinerziehend: 8.5,
} as const;

/** The largest household that can be drawn, with a separated parent in the other Mandant. */
const PLATZ = 7;

/** One more household in the Mandant; towards the end only single people, so that the number comes out exactly. */
export function zieheHaushalt(bau: Bau, mandant: Mandantschluessel, frei: number): void {
  const { zufall } = bau;
  const art = frei < PLATZ ? "einzelnMittel" : zufall.gewichtet(arten);
  if (art === "einzelnJung") einzelperson(bau, mandant, "jung");
  else if (art === "einzelnMittel") einzelperson(bau, mandant, "mittel");
  else if (art === "einzelnAlt") einzelperson(bau, mandant, "alt");
  else if (art === "paarJung") paar(bau, mandant, zufall.zwischen(...spannen.jung), zufall.mit(0.35));
  else if (art === "paarMittel") paar(bau, mandant, zufall.zwischen(...spannen.mittel), zufall.mit(0.85));
  else if (art === "paarAlt") paar(bau, mandant, zufall.zwischen(65, 88), zufall.mit(0.95));
  else if (art === "alleinerziehend") zieheAlleinerziehende(bau, mandant);
  else familie(bau, mandant, art === "eheMitKindern");
}
