import { z } from "zod";

export const rollen = ["antragsteller", "kind", "andererElternteil", "vertreter", "betrieb"] as const;
export type Rolle = (typeof rollen)[number];

export const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });
export type Anschrift = z.infer<typeof Anschrift>;

/** A person involved (§ 12 SGB X, § 13 VwVfG), as this Vorgang knows them. */
export const Beteiligter = z.object({
  rolle: z.enum(rollen),
  /** Pseudonym, where the person is known beyond doubt. */
  person: z.string().nullable(),
  vornamen: z.string(),
  nachname: z.string(),
  geburtsdatum: z.iso.date().optional(),
  anschrift: Anschrift.optional(),
  email: z.email().optional(),
  /** § 51 BMG: the address must not reach the other parent by any way. */
  auskunftssperre: z.boolean(),
});
export type Beteiligter = z.infer<typeof Beteiligter>;

/** Who reads: an office sees all; a person sees what is theirs. */
export type Leser = "amt" | Rolle;

/** Whose address a reader may see. The applicant represents the child, and shares its home; the other parent sees only their own. */
const siehtAnschrift: Record<Rolle, readonly Rolle[]> = {
  antragsteller: ["antragsteller", "kind", "betrieb"],
  vertreter: ["antragsteller", "kind", "vertreter", "betrieb"],
  kind: ["kind"],
  andererElternteil: ["andererElternteil"],
  betrieb: ["betrieb"],
};

/** The people involved, cut for the one who reads: every view, letter and prefill takes them from here. */
export function schneideFuer(leser: Leser, beteiligte: readonly Beteiligter[]): Beteiligter[] {
  if (leser === "amt") return [...beteiligte];
  return beteiligte.map((beteiligter) => {
    if (siehtAnschrift[leser].includes(beteiligter.rolle)) return beteiligter;
    const { anschrift: _anschrift, email: _email, geburtsdatum, ...rest } = beteiligter;
    // The birth date of the child is known to both parents; that of the other adult is nobody's business here.
    return { ...rest, ...(rest.rolle === "kind" && geburtsdatum ? { geburtsdatum } : {}), auskunftssperre: false };
  });
}
