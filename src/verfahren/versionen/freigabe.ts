/** One entry in the log of releases of one version by one Mandant. */
export type Freigabeeintrag = {
  nummer: number;
  art: "freigegeben" | "zurueckgenommen";
  kennung: string;
  name: string;
  grund: string;
  am: Date;
};
export type Freigabestand =
  | { art: "offen"; zurueckgenommen?: Freigabeeintrag }
  | { art: "halb"; erste: Freigabeeintrag }
  | { art: "freigegeben"; erste: Freigabeeintrag; zweite: Freigabeeintrag };

/** Two different people since it was last taken back. */
export function standAus(eintraege: readonly Freigabeeintrag[]): Freigabestand {
  const ruecknahme = eintraege.findLastIndex(({ art }) => art === "zurueckgenommen");
  const [erste, ...weitere] = eintraege.slice(ruecknahme + 1);
  const zurueckgenommen = eintraege[ruecknahme];
  if (!erste) return { art: "offen", ...(zurueckgenommen && { zurueckgenommen }) };
  const zweite = weitere.find(({ kennung }) => kennung !== erste.kennung);
  return zweite ? { art: "freigegeben", erste, zweite } : { art: "halb", erste };
}
