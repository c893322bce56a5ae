import { plusMonate, plusTage } from "#kalender";
import { andereAnschrift, andererAls, type Bau, STICHTAG, verbinde, verheirate } from "./bau.ts";
import { zieheHerkunft } from "./namen.ts";
import { zieheAnschrift } from "./orte.ts";
import type { Mandantschluessel, Person } from "./person.ts";

/** Where the other parent is. `gleicheAnschrift`: the register contradicts whoever says they live apart. */
type Verbleib = "gleicherOrt" | "andererMandant" | "auswaerts" | "unbekannt" | "verstorben" | "gleicheAnschrift";
const verbleib: Readonly<Record<Verbleib, number>> = {
  gleicherOrt: 40,
  andererMandant: 16,
  auswaerts: 28,
  unbekannt: 7,
  verstorben: 6,
  gleicheAnschrift: 3,
};

/** A parent on their own with one to three children, and the other parent wherever they are. */
export function zieheAlleinerziehende(bau: Bau, mandant: Mandantschluessel): void {
  const { zufall } = bau;
  const wo = zufall.gewichtet(verbleib);
  // A child has a mother; a father may be unknown.
  const istMutter = wo === "unbekannt" || zufall.mit(0.86);
  const kinderalter = [zufall.zwischen(0, 17)];
  while (zufall.mit(0.38) && kinderalter.length < 3) kinderalter.push((kinderalter.at(-1) ?? 0) + zufall.zwischen(1, 4));
  const jung = kinderalter.filter((alter) => alter < 18);
  const elternteil = bau.fuegeHinzu({
    mandant,
    geschlecht: istMutter ? "w" : "m",
    alter: Math.max(19, (jung.at(-1) ?? 0) + zufall.zwischen(20, 36)),
    auskunftssperre: wo !== "verstorben" && wo !== "gleicheAnschrift" && zufall.mit(0.03),
  });
  const anderer = wo === "unbekannt" ? null : zieheAnderenElternteil(bau, elternteil, wo);
  setzeFamilienstand(bau, elternteil, anderer, wo);
  const bezug = zieheBezug(bau, elternteil);
  const anderswo = zufall.mit(0.05) ? zieheVorbezug(bau, elternteil) : null;
  const zahlt = wo === "verstorben" || wo === "unbekannt" ? 0 : zieheUnterhalt(bau);
  for (const alter of jung) {
    const kind = bau.fuegeHinzu({
      mandant,
      alter,
      geschlecht: zufall.mit(0.487) ? "w" : "m",
      herkunft: elternteil.herkunft,
      nachname: elternteil.nachname,
      anschrift: elternteil.anschrift,
      staatsangehoerigkeit: elternteil.staatsangehoerigkeit,
      auskunftssperre: elternteil.auskunftssperre,
      lebtBei: elternteil.idnr,
      sgb2: bezug,
      uvAnderswo: anderswo,
      unterhaltCent: zahlt,
      waisenbezuegeCent: wo === "verstorben" && zufall.mit(0.7) ? zufall.zwischen(90, 260) * 100 : 0,
    });
    kind.einzugsdatum = kind.geburtsdatum > elternteil.einzugsdatum ? kind.geburtsdatum : elternteil.einzugsdatum;
    const [mutter, vater] = istMutter ? [elternteil, anderer] : [anderer, elternteil];
    verbinde(kind, mutter, vater, zieheVaterschaft(bau, elternteil, vater));
  }
}

function zieheAnderenElternteil(bau: Bau, elternteil: Person, wo: Exclude<Verbleib, "unbekannt">): Person {
  const { zufall } = bau;
  const eigener = elternteil.mandant ?? "musterstadt";
  const mandanten = { gleicherOrt: eigener, andererMandant: andererAls(eigener), gleicheAnschrift: eigener } as const;
  const mandant = wo === "auswaerts" || wo === "verstorben" ? null : mandanten[wo];
  const anschriften = {
    gleicherOrt: () => andereAnschrift(zufall, eigener, elternteil.anschrift),
    andererMandant: () => zieheAnschrift(zufall, andererAls(eigener)),
    gleicheAnschrift: () => elternteil.anschrift,
    auswaerts: () => zieheAnschrift(zufall, "auswaerts"),
    verstorben: () => elternteil.anschrift,
  };
  const alter = Number(STICHTAG.slice(0, 4)) - Number(elternteil.geburtsdatum.slice(0, 4));
  return bau.fuegeHinzu({
    mandant,
    geschlecht: elternteil.geschlecht === "w" ? "m" : "w",
    alter: Math.max(19, alter + zufall.zwischen(-3, 6)),
    herkunft: zufall.mit(0.8) ? elternteil.herkunft : zieheHerkunft(zufall),
    anschrift: anschriften[wo](),
    gestorbenAm: wo === "verstorben" ? plusTage(STICHTAG, -zufall.zwischen(60, 1800)) : null,
    einkommenCent: zufall.zwischen(90, 380) * 1000,
    auskunftssperre: false,
  });
}

function setzeFamilienstand(bau: Bau, elternteil: Person, anderer: Person | null, wo: Verbleib): void {
  if (!anderer) return;
  const stand = bau.zufall.gewichtet({ ledig: 55, geschieden: 28, getrennt: 17 });
  if (wo === "gleicheAnschrift" || stand === "ledig") return;
  if (wo === "verstorben") {
    elternteil.familienstand = "verwitwet";
  } else if (stand === "geschieden") {
    elternteil.familienstand = "geschieden";
    anderer.familienstand = "geschieden";
  } else {
    verheirate(elternteil, anderer);
    elternteil.getrenntSeit = plusMonate(STICHTAG, -bau.zufall.zwischen(2, 30));
    anderer.getrenntSeit = elternteil.getrenntSeit;
  }
}

/** A third of all single parents draw SGB II, many of them beside a wage. */
function zieheBezug(bau: Bau, elternteil: Person): Person["sgb2"] {
  const { zufall } = bau;
  if (!zufall.mit(0.33)) {
    elternteil.einkommenCent = zufall.zwischen(150, 380) * 1000;
    return null;
  }
  const lohn = zufall.gewichtet({ keiner: 45, klein: 25, mittel: 30 });
  elternteil.einkommenCent =
    lohn === "keiner" ? 0 : (lohn === "klein" ? zufall.zwischen(16, 59) : zufall.zwischen(60, 140)) * 1000;
  return {
    berechnung: zufall.mit(0.92)
      ? { einkommenElternteilCent: elternteil.einkommenCent, hilfebeduerftigkeitDurchUvVermeidbar: zufall.mit(0.25) }
      : null,
  };
}

/** Another Jugendamt pays still, or paid until they moved here. */
function zieheVorbezug(bau: Bau, elternteil: Person): Person["uvAnderswo"] {
  const { zufall } = bau;
  elternteil.einzugsdatum = plusTage(STICHTAG, -zufall.zwischen(20, 150));
  return {
    jugendamt: zufall.aus(["Jugendamt Fernhausen", "Jugendamt Weitwegen", "Jugendamt Anderswo an der Leine"]),
    seit: plusMonate(STICHTAG, -zufall.zwischen(8, 40)),
    bis: zufall.mit(0.5) ? elternteil.einzugsdatum : null,
  };
}

const zieheUnterhalt = (bau: Bau): number =>
  ({
    nichts: () => 0,
    etwas: () => bau.zufall.zwischen(5, 22) * 1000,
    genug: () => bau.zufall.zwischen(42, 70) * 1000,
  })[bau.zufall.gewichtet({ nichts: 66, etwas: 24, genug: 10 })]();

function zieheVaterschaft(bau: Bau, elternteil: Person, vater: Person | null): Person["vaterschaft"] {
  if (!vater) return "ungeklaert";
  if (elternteil.familienstand !== "ledig") return "ehe";
  return bau.zufall.gewichtet({ anerkannt: 88, festgestellt: 12 });
}
