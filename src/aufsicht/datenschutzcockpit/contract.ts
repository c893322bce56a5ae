/** What is written down and committed before a register is asked. `person` and `vertreter` are pseudonyms. */
export type Abrufabsicht = {
  id: string;
  vorgangId: string | null;
  person: string;
  vertreter: string | null;
  register: string;
  auskunft: string;
  zweck: string;
  norm: string;
  behoerde: string;
  /** Names of the attributes asked for; never their values. */
  attribute: readonly string[];
};

export type Ausgang =
  | "gefunden"
  | "keinEintrag"
  | "verweigert"
  | "nichtErreichbar"
  /** After a crash: the register never saw the request. */
  | "nichtAusgefuehrt"
  /** After a crash: the register answered, and the answer did not arrive. */
  | "antwortVerloren";

/** One line of the cockpit. Without `ausgang` the outcome is uncertain. */
export type Abruf = Abrufabsicht & {
  mandantId: number;
  angefragtAm: Date;
  ausgang: Ausgang | null;
  grund: string | null;
  ausgangAm: Date | null;
};

/** Data of a person that one Mandant handed to another by itself. `id` and `anlass` make repeating it harmless. */
export type Weitergabe = {
  id: string;
  anlass: string;
  person: string;
  vertreter: string | null;
  von: string;
  an: string;
  zweck: string;
  norm: string;
  /** Names of the attributes; never their values. */
  attribute: readonly string[];
  am: Date;
};

export type Einsicht = {
  mandantId: number;
  vorgangId: string;
  person: string;
  vertreter: string | null;
  stelle: string;
  anlass: string;
  am: Date;
};
