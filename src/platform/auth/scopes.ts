/** A permission with its options. A Leistung is named by its key; `*` stands for all of them. */
export type Recht =
  | { art: "vorgang.bearbeiten"; leistung: string }
  /** The second pair of eyes. */
  | { art: "vorgang.freigeben"; leistung: string }
  /** The rules themselves: reading them, and saying that a version may decide. */
  | { art: "leistung.sehen" }
  | { art: "leistung.freigeben"; leistung: string }
  /** Taking money at the counter; paying it back and cancelling; the second pair of eyes for a refund. */
  | { art: "gebuehr.annehmen"; leistung: string }
  | { art: "gebuehr.erstatten"; leistung: string }
  | { art: "gebuehr.freigeben"; leistung: string }
  /** Printing and posting the letters of a Leistung. */
  | { art: "post.versenden"; leistung: string }
  | { art: "protokoll.lesen" }
  | { art: "betrieb.sehen" }
  /** Incoming invoices of an office: seeing them, finding them right, ordering payment. */
  | { art: "rechnung.sehen"; amt: string }
  | { art: "rechnung.feststellen"; amt: string }
  | { art: "rechnung.anordnen"; amt: string }
  /** What no office has yet: capturing paper, whose it is, whether it is there twice. */
  | { art: "rechnung.klaeren" }
  /** Whom we owe, and on which account; two people with this right release a new one. */
  | { art: "rechnung.kreditor" }
  /** Hand-over to the finance system and what it says. */
  | { art: "rechnung.uebergeben" };

/** Keys of the Leistungen that an office decides. */
export type LeistungenVonAmt = (amt: string) => readonly string[];

/** What each role of the municipality's identity provider permits; `role:option`. A role we do not know permits nothing. */
const rechteDerRolle: Record<string, (option: string, von: LeistungenVonAmt) => Recht[]> = {
  sachbearbeitung: (leistung) => [
    { art: "vorgang.bearbeiten", leistung },
    { art: "gebuehr.annehmen", leistung },
    { art: "gebuehr.erstatten", leistung },
    { art: "post.versenden", leistung },
    { art: "leistung.sehen" },
  ],
  // Of an office, e.g. `leitung:jugendamt`, what that office decides and no more; without an office, of the whole house.
  leitung: (amt, von) => [
    ...(amt === "" ? ["*"] : von(amt)).flatMap((leistung): Recht[] => [
      { art: "vorgang.bearbeiten", leistung },
      { art: "vorgang.freigeben", leistung },
      { art: "leistung.freigeben", leistung },
      { art: "gebuehr.annehmen", leistung },
      { art: "gebuehr.erstatten", leistung },
      { art: "gebuehr.freigeben", leistung },
      { art: "post.versenden", leistung },
    ]),
    { art: "leistung.sehen" },
  ],
  fachaufsicht: (leistung) => [{ art: "leistung.sehen" }, { art: "leistung.freigeben", leistung: leistung || "*" }],
  kasse: () => [
    { art: "gebuehr.annehmen", leistung: "*" },
    { art: "gebuehr.erstatten", leistung: "*" },
    { art: "gebuehr.freigeben", leistung: "*" },
  ],
  poststelle: () => [{ art: "post.versenden", leistung: "*" }],
  datenschutz: () => [{ art: "protokoll.lesen" }],
  // The audit office: sees whether the log is whole, and takes it away.
  rechnungspruefung: () => [{ art: "protokoll.lesen" }],
  betrieb: () => [{ art: "betrieb.sehen" }],
  rechnungseingang: () => [{ art: "rechnung.sehen", amt: "*" }, { art: "rechnung.klaeren" }, { art: "rechnung.kreditor" }],
  // Of an office, e.g. `feststellung:schulamt`, or of the whole house with `*`.
  feststellung: (amt) => [
    { art: "rechnung.sehen", amt },
    { art: "rechnung.feststellen", amt },
  ],
  anordnung: (amt) => [
    { art: "rechnung.sehen", amt },
    { art: "rechnung.anordnen", amt },
  ],
  kreditoren: () => [{ art: "rechnung.sehen", amt: "*" }, { art: "rechnung.kreditor" }],
  finanzen: () => [{ art: "rechnung.sehen", amt: "*" }, { art: "rechnung.uebergeben" }],
};

export function rechteAus(rollen: readonly string[], von: LeistungenVonAmt): Recht[] {
  return rollen.flatMap((rolle) => {
    const [name = "", option = ""] = rolle.split(":", 2);
    return Object.hasOwn(rechteDerRolle, name) ? (rechteDerRolle[name]?.(option, von) ?? []) : [];
  });
}

/** @param wofuer the Leistung or the office, as the right names one */
export function hatRecht(rechte: readonly Recht[], art: Recht["art"], wofuer?: string): boolean {
  return rechte.some((recht) => {
    if (recht.art !== art) return false;
    const option = "leistung" in recht ? recht.leistung : "amt" in recht ? recht.amt : "*";
    return wofuer === undefined || option === "*" || option === wofuer;
  });
}

/** The offices for which the right is held; null: all of them. */
export function aemterMit(rechte: readonly Recht[], art: Recht["art"]): string[] | null {
  const aemter = rechte.flatMap((recht) => (recht.art === art && "amt" in recht ? [recht.amt] : []));
  return aemter.includes("*") ? null : [...new Set(aemter)];
}

/** Those of the given Leistungen for which the right is held. */
export const leistungenMit = (rechte: readonly Recht[], art: Recht["art"], leistungen: readonly string[]): string[] =>
  leistungen.filter((leistung) => hatRecht(rechte, art, leistung));
