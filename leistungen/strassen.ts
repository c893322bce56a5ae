import { z } from "zod";

/** A stretch of a street: all of it, or house numbers from to, even or odd. Without `plz` the street of that name wherever it lies. */
export const Strassenabschnitt = z
  .object({
    strasse: z.string().min(2),
    plz: z
      .string()
      .regex(/^\d{5}$/)
      .optional(),
    von: z.int().min(1).optional(),
    bis: z.int().min(1).optional(),
    seite: z.enum(["gerade", "ungerade"]).optional(),
  })
  .refine(({ von, bis }) => von === undefined || bis === undefined || von <= bis, "Die Hausnummern laufen rückwärts.");
export type Strassenabschnitt = z.infer<typeof Strassenabschnitt>;

type Anschrift = { strasse: string; hausnummer: string; plz: string };

/** As people write street names: "Haupt-Str." is "Hauptstraße". */
export const falteStrasse = (strasse: string): string =>
  strasse
    .toLowerCase()
    .replace(/str(?:\.|aße|asse)?(?=\s|-|$)/g, "strasse")
    .replaceAll("ß", "ss")
    .replace(/[\s.-]+/g, "");

/** The number of a house without its letter: 12a stands where 12 does. */
const nummerVon = (hausnummer: string): number | undefined => {
  const ziffern = /^\s*(\d+)/.exec(hausnummer)?.[1];
  return ziffern === undefined ? undefined : Number(ziffern);
};

/** @returns undefined where the stretch asks for a number and the address has none */
export function liegtAn(anschrift: Anschrift, abschnitt: Strassenabschnitt): boolean | undefined {
  if (falteStrasse(anschrift.strasse) !== falteStrasse(abschnitt.strasse)) return false;
  if (abschnitt.plz !== undefined && abschnitt.plz !== anschrift.plz) return false;
  const { von = 1, bis = Number.POSITIVE_INFINITY, seite } = abschnitt;
  if (von === 1 && bis === Number.POSITIVE_INFINITY && !seite) return true;
  const nummer = nummerVon(anschrift.hausnummer);
  if (nummer === undefined) return undefined;
  return nummer >= von && nummer <= bis && (!seite || (nummer % 2 === 0) === (seite === "gerade"));
}

/** The same house in both: an address would lie in two areas. */
export function ueberschneiden(a: Strassenabschnitt, b: Strassenabschnitt): boolean {
  if (falteStrasse(a.strasse) !== falteStrasse(b.strasse)) return false;
  if (a.plz !== undefined && b.plz !== undefined && a.plz !== b.plz) return false;
  if (a.seite && b.seite && a.seite !== b.seite) return false;
  let von = Math.max(a.von ?? 1, b.von ?? 1);
  const bis = Math.min(a.bis ?? Number.POSITIVE_INFINITY, b.bis ?? Number.POSITIVE_INFINITY);
  const seite = a.seite ?? b.seite;
  if (seite && (von % 2 === 0) !== (seite === "gerade")) von++;
  return von <= bis;
}

/** Areas made of stretches, none of which lie in two of them. */
export const Gebiete = z
  .array(z.object({ schluessel: z.string().min(1), name: z.string().min(1), abschnitte: z.array(Strassenabschnitt).min(1) }))
  .min(1)
  .superRefine((gebiete, ctx) => {
    const alle = gebiete.flatMap(({ schluessel, abschnitte }) => abschnitte.map((abschnitt) => ({ schluessel, abschnitt })));
    for (const [stelle, eines] of alle.entries())
      for (const anderes of alle.slice(stelle + 1))
        if (eines.schluessel !== anderes.schluessel && ueberschneiden(eines.abschnitt, anderes.abschnitt))
          ctx.addIssue({
            code: "custom",
            message: `„${eines.abschnitt.strasse}“ liegt in „${eines.schluessel}“ und in „${anderes.schluessel}“`,
          });
    if (new Set(gebiete.map(({ schluessel }) => schluessel)).size < gebiete.length)
      ctx.addIssue({ code: "custom", message: "zwei Gebiete tragen denselben Schlüssel" });
  });
export type Gebiete = z.infer<typeof Gebiete>;

/** The area of an address, `keines`, or undefined where the house number is needed and missing. */
export function gebietVon(anschrift: Anschrift, gebiete: Gebiete): Gebiete[number] | "keines" | undefined {
  let offen = false;
  for (const gebiet of gebiete)
    for (const abschnitt of gebiet.abschnitte) {
      const liegt = liegtAn(anschrift, abschnitt);
      if (liegt) return gebiet;
      if (liegt === undefined) offen = true;
    }
  return offen ? undefined : "keines";
}

/** Whether two people mean the same house. */
export const gleicheAdresse = (a: Omit<Anschrift, "plz">, b: Omit<Anschrift, "plz">): boolean =>
  falteStrasse(a.strasse) === falteStrasse(b.strasse) &&
  a.hausnummer.toLowerCase().replace(/\s+/g, "") === b.hausnummer.toLowerCase().replace(/\s+/g, "");
