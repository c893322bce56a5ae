/**
 * The registers that an installation can ask. `port` is that of the demo's counterpart; `prozess`: the demo process that answers for it.
 * The address of a real one is `FACHWERK_REGISTER_<NAME>`. A new one is a line here and its answers in `demo/register/auskuenfte/`.
 */
export const register = {
  melderegister: { titel: "Melderegister", port: 2041, prozess: "melderegister" },
  personenstandsregister: { titel: "Personenstandsregister", port: 2042, prozess: "personenstandsregister" },
  jobcenter: { titel: "Jobcenter", port: 2043, prozess: "jobcenter" },
  uvregister: { titel: "Unterhaltsvorschuss anderer Jugendämter", port: 2044, prozess: "uvregister" },
  entgeltbescheinigungen: { titel: "Datenstelle der Rentenversicherung", port: 2060, prozess: "fachregister" },
  finanzamt: { titel: "Finanzamt", port: 2061, prozess: "fachregister" },
  krankenkasse: { titel: "Krankenkasse", port: 2062, prozess: "fachregister" },
  vermieterauskunft: { titel: "Vermieterin oder Vermieter", port: 2063, prozess: "fachregister" },
  versorgungsverwaltung: { titel: "Versorgungsverwaltung", port: 2064, prozess: "fachregister" },
  familienkasse: { titel: "Familienkasse", port: 2065, prozess: "fachregister" },
  kraftfahrzeugregister: { titel: "Zentrales Fahrzeugregister", port: 2066, prozess: "fachregister" },
  fahrerlaubnisregister: { titel: "Zentrales Fahrerlaubnisregister", port: 2067, prozess: "fachregister" },
  oertlichesfahrerlaubnisregister: { titel: "Örtliches Fahrerlaubnisregister", port: 2068, prozess: "fachregister" },
} as const satisfies Record<string, { titel: string; port: number; prozess: string }>;

export type Registername = keyof typeof register;
export const registernamen = Object.keys(register) as Registername[];
export type Registerprozess = (typeof register)[Registername]["prozess"];

/** Each demo process with the registers that it answers for. */
export const registerprozesse: ReadonlyMap<Registerprozess, readonly Registername[]> = Map.groupBy(
  registernamen,
  (name) => register[name].prozess,
);

/** Chooses another port for the demo's counterpart. */
export const portVariable = (name: Registername): string => `FACHWERK_PORT_${name.toUpperCase()}`;
/** The address of the real one. */
export const adressVariable = (name: Registername): string => `FACHWERK_REGISTER_${name.toUpperCase()}`;
