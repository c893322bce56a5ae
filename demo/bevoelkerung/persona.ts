import type { Angaben, Bau } from "./bau.ts";
import type { Anschrift, Person } from "./person.ts";

/** A person with a name that demos, tests and documents speak of. `geschichte` is what the log-in page tells about them. */
export type Persona = { schluessel: string; person: Person; geschichte: string };

export const inMusterstadt = (strasse: string, hausnummer: string, plz = "00401"): Anschrift => ({
  strasse,
  hausnummer,
  plz,
  ort: "Musterstadt",
});
export const inBeispielheim = (strasse: string, hausnummer: string): Anschrift => ({
  strasse,
  hausnummer,
  plz: "00611",
  ort: "Beispielheim",
});

/** Nothing of a Persona is left to chance but the numbers. */
const fest = {
  herkunft: "deutsch",
  staatsangehoerigkeit: "deutsch",
  auskunftssperre: false,
  vertrauensniveau: "substantiell",
  geburtsort: "Musterstadt",
  einkommenCent: 240_000,
} as const;
export type Rest<T> = Partial<Omit<T, "mandant" | "geschlecht" | "geburtsdatum">>;
export type Wer = Rest<Person> & {
  vornamen: string;
  nachname: string;
  geburtsdatum: string;
  anschrift: Anschrift;
  einzugsdatum: string;
};

function ziehe(bau: Bau, geschlecht: "w" | "m", wer: Wer, mandant: Angaben["mandant"]): Person {
  return bau.fuegeHinzu({
    ...fest,
    email: `${wer.vornamen.split(" ")[0]?.toLowerCase()}@post.example`,
    ...wer,
    geschlecht,
    mandant,
  });
}

export const kindBei = (
  bau: Bau,
  elternteil: Person,
  vornamen: string,
  geschlecht: "w" | "m",
  geburtsdatum: string,
  mehr: Rest<Person> = {},
) =>
  bau.fuegeHinzu({
    ...fest,
    einkommenCent: 0,
    nachname: elternteil.nachname,
    herkunft: elternteil.herkunft,
    staatsangehoerigkeit: elternteil.staatsangehoerigkeit,
    anschrift: elternteil.anschrift,
    auskunftssperre: elternteil.auskunftssperre,
    lebtBei: elternteil.idnr,
    einzugsdatum: geburtsdatum > elternteil.einzugsdatum ? geburtsdatum : elternteil.einzugsdatum,
    ...mehr,
    vornamen,
    geburtsdatum,
    geschlecht,
    mandant: elternteil.mandant,
  });

export const inFernhausen = (hausnummer: string): Anschrift => ({
  strasse: "Uferstraße",
  hausnummer,
  plz: "00901",
  ort: "Fernhausen",
});

export const frau = (bau: Bau, wer: Wer, mandant: Angaben["mandant"] = "musterstadt") => ziehe(bau, "w", wer, mandant);
export const mann = (bau: Bau, wer: Wer, mandant: Angaben["mandant"] = "musterstadt") => ziehe(bau, "m", wer, mandant);
/** A father who lives outside both Mandanten. */
export const vaterAuswaerts = (bau: Bau, vornamen: string, nachname: string, geburtsdatum: string, mehr: Rest<Person> = {}) =>
  mann(bau, { vornamen, nachname, geburtsdatum, anschrift: inFernhausen("30"), einzugsdatum: "2012-02-01", ...mehr }, null);
