import { type Leistung, type Stichtag, saetzeBekanntBis, saetzeVon } from "#baukasten";
import { ersterTag, formatiereDatum, formatiereMonat, type IsoDatum, type Monat, plusMonateMonat, plusTage } from "#kalender";
import type { Bezug } from "./bezug.ts";
import type { Dauerstand } from "./dauerstand.ts";

/** When a running benefit is looked at next, and why. `am`: the day of looking; `tag`: the day that it is about. */
export type Termin = {
  am: IsoDatum;
  tag: IsoDatum;
  /** `ablauf`: the decided months end, and nothing follows without a new Antrag. */
  anlass: "stichtag" | "verlaengerung" | "ablauf";
  titel: string;
  ende: boolean;
  /** Evidence that it asks for anew; undefined: all that can go out of date. */
  nachweise?: readonly string[];
  /** Days that are asked for the figures of the law: until they are known, the day passes and is asked again. */
  wartetAufSaetze: boolean;
};

/** Days that were looked at already, e.g. the twelfth birthday. */
export type Erledigt = ReadonlySet<string>;
export const erledigtAls = (anlass: string, tag: IsoDatum): string => `${anlass}:${tag}`;

/** Undefined where the benefit has ended, or nothing is to come. */
export function naechsterTermin(
  bezug: Pick<Bezug, "leistung" | "stand" | "raster">,
  fakten: Readonly<Record<string, unknown>>,
  erledigt: Erledigt,
): Termin | undefined {
  const { leistung, stand } = bezug;
  const { dauer } = leistung;
  if (!dauer || stand.endetAb !== undefined) return undefined;
  const stichtage = dauer.stichtage?.(fakten) ?? [];
  const termine = [
    ...stichtage.flatMap((each) => alsTermin(each, bezug, erledigt)),
    ...(dauer.ablauf ? ablauf(bezug, erledigt) : verlaengerung(leistung, stand, stichtage, erledigt)),
  ];
  return termine.sort((a, b) => (a.am < b.am ? -1 : 1))[0];
}

/** A day before the first decided month was known when it was decided; one after the last comes with the next months. */
function alsTermin(
  { am, titel, art, vorlaufTage, nachweise }: Stichtag,
  { stand, raster }: Pick<Bezug, "stand" | "raster">,
  erledigt: Erledigt,
): Termin[] {
  const schonBedacht = am <= raster.bis(stand.von) || erledigt.has(erledigtAls("stichtag", am));
  if (schonBedacht || am > plusTage(raster.bis(stand.bis), 1)) return [];
  const ende = art === "ende";
  // Who was granted within the run-up has just read of the day in the notice.
  const frueh = plusTage(am, -vorlaufTage);
  return [
    { am: frueh > stand.gewaehrtAm ? frueh : am, tag: am, anlass: "stichtag", titel, ende, nachweise, wartetAufSaetze: false },
  ];
}

/** Written to in time, then looked at once more on the day itself. Who was granted within the run-up has just read of it. */
function ablauf({ leistung, stand, raster }: Pick<Bezug, "leistung" | "stand" | "raster">, erledigt: Erledigt): Termin[] {
  const letzter = raster.bis(stand.bis);
  const tag = plusTage(letzter, 1);
  const frueh = plusTage(letzter, -(leistung.dauer?.ablauf?.vorlaufTage ?? 0));
  const angekuendigt = erledigt.has(erledigtAls("ablauf", tag)) || frueh <= stand.gewaehrtAm;
  const titel = leistung.dauer?.ablauf?.titel ?? "";
  return [{ am: angekuendigt ? tag : frueh, tag, anlass: "ablauf", titel, ende: true, wartetAufSaetze: false }];
}

function verlaengerung(leistung: Leistung, stand: Dauerstand, stichtage: readonly Stichtag[], erledigt: Erledigt): Termin[] {
  const neu = plusMonateMonat(stand.bis, 1);
  const ende = stichtage.find(({ art }) => art === "ende")?.am;
  // Set aside by a person: not asked again by itself.
  if ((ende !== undefined && ersterTag(neu) >= ende) || erledigt.has(erledigtAls("verlaengerung", ersterTag(neu)))) return [];
  const bekannt = saetzeBekanntBis(leistung);
  const wartet = bekannt !== undefined && bekannt < neu;
  return [
    {
      am: plusTage(ersterTag(neu), -(leistung.dauer?.verlaengerungVorlaufTage ?? 0)),
      tag: ersterTag(neu),
      anlass: "verlaengerung",
      titel: wartet
        ? `Die Beträge ab ${formatiereMonat(neu)} stehen noch nicht fest; entschieden wird, sobald sie bekannt sind`
        : `Entscheidung über die Zeit ab ${formatiereDatum(ersterTag(neu))}`,
      ende: false,
      wartetAufSaetze: wartet,
    },
  ];
}

/** The last month that can be decided from a month on: as far as the Leistung decides, and no further than its figures are known. */
export function letzterMonat(leistung: Leistung, fakten: Readonly<Record<string, unknown>>, ab: IsoDatum): Monat | undefined {
  if (leistung.ergebnis !== undefined && leistung.ergebnis !== "monatlich") return undefined;
  const { bis } = leistung.zeitraum(fakten, ab, saetzeVon(leistung));
  const grenzen = [bis, saetzeBekanntBis(leistung), leistung.dauer?.laengstens?.(fakten, ab)];
  return grenzen.filter((grenze) => grenze !== undefined).sort()[0];
}
