import type { Antragsteller, Antworten } from "#baukasten";
import type { IsoDatum } from "#kalender";
import { formular, type KgAntworten } from "./formular.ts";
import { ohneAntrag, ohneAntragErlaubt } from "./parameter.ts";

/** What the Personenstandsregister, the Melderegister and the Familienkasse say when a child is born. */
export type Geburtsmeldung = {
  gemeldetAm: IsoDatum;
  kind: { idnr: string; vornamen: string; nachname: string; geburtsdatum: IsoDatum };
  /** To whom it would be paid: the recipient for an older child, or the mother. */
  elternteil: Antragsteller;
  anschrift: { strasse: string; hausnummer: string; plz: string; ort: string };
  andererElternteilImHaushalt: boolean;
  staatsangehoerigkeit: "deutsch" | "union" | "andere";
  iban: string | null;
  zahltFuerAelteresKind: boolean;
};

export type Weg =
  | { art: "ohneAntrag"; antworten: Antworten; grund: string }
  | { art: "vorausgefuellt"; antworten: Antworten; grund: string };

/**
 * What a birth leads to: proceedings without an Antrag where the law allows it for this day of birth and an account is known, else an
 * Antrag that is filled in as far as registers know; the person sees it, corrects it and sends it with one click.
 *
 * @throws {KeinSatz} where nobody checked what the law says on the day of the message
 */
export function wegNachGeburt(meldung: Geburtsmeldung): Weg {
  const { wert, quelle } = ohneAntrag.am(meldung.gemeldetAm);
  const erlaubt = ohneAntragErlaubt(wert, meldung.kind.geburtsdatum, meldung.zahltFuerAelteresKind);
  const { kind, gemeldetAm } = meldung;
  if (erlaubt && meldung.iban !== null)
    return {
      art: "ohneAntrag",
      antworten: { kind: { ...kind }, konto: kontoVon(meldung.iban, meldung.elternteil), geburtsmeldung: { am: gemeldetAm } },
      grund: quelle,
    };
  const grund = erlaubt ? "Es ist keine Bankverbindung bekannt; bitte tragen Sie eine ein." : quelle;
  return { art: "vorausgefuellt", antworten: fuelleAus(meldung), grund };
}

/**
 * What registers know, and the two answers that no register gives as they are for most births: who gets it, and nothing from abroad. They
 * are proposals: the summary shows them, and the person declares them by sending.
 */
function fuelleAus({ kind, anschrift, andererElternteilImHaushalt, ...meldung }: Geburtsmeldung): Antworten {
  const antworten: KgAntworten = {
    kind: { ...kind },
    kindschaft: { art: "eigenes" },
    anschrift: { ...anschrift },
    zuhause: { wo: andererElternteilImHaushalt ? "gemeinsam" : "beiMir", seit: kind.geburtsdatum },
    ...(andererElternteilImHaushalt && { empfaenger: { ich: true } }),
    staatsangehoerigkeit: { staat: meldung.staatsangehoerigkeit },
    ausland: { bekommt: false, arbeitet: false },
    ...(meldung.iban !== null && { konto: kontoVon(meldung.iban, meldung.elternteil) }),
    nachricht: {},
  };
  return antworten as Antworten;
}

/** True where one click is enough: nothing is left to fill in. */
export const istVollstaendig = (antworten: Antworten, heute: IsoDatum): boolean =>
  formular.ersteOffene(antworten, heute) === undefined;

const kontoVon = (iban: string, elternteil: Antragsteller) => ({
  iban,
  inhaber: `${elternteil.vornamen} ${elternteil.nachname}`,
});
