import { z } from "zod";

const Idnr = z.string().regex(/^\d{11}$/);
const Name = z.string().trim().min(1).max(200);

/**
 * An event as a register reports it. Only what says who is concerned: whatever else is needed is asked for where the law allows it. The
 * father is left out, because nothing here needs him, and because where a birth was registered can give a hidden address away.
 */
const rahmen = {
  /** Given by the register, the same on every try. */
  id: z.uuid(),
  /** Key of the Mandant that the register reports to. */
  behoerde: z.string().max(60),
};
const Geburtsereignis = z.strictObject({
  ...rahmen,
  art: z.literal("geburt"),
  kind: z.strictObject({ idnr: Idnr, vornamen: Name, nachname: Name, geburtsdatum: z.iso.date() }),
  mutter: Idnr,
});
/** Where to somebody moved is not told: what a benefit needs of it is asked for, on its own norm. */
const Aenderungsereignis = z.strictObject({ ...rahmen, art: z.enum(["tod", "umzug"]), person: Idnr, am: z.iso.date() });
export const Ereignis = z.discriminatedUnion("art", [Geburtsereignis, Aenderungsereignis]);
export type Ereignis = z.infer<typeof Ereignis>;
export type Aenderungsereignis = Omit<z.infer<typeof Aenderungsereignis>, "behoerde">;

/** Which register may say what: a death is entered by the Standesamt, a move by the Meldebehoerde. */
export const darfMelden: Readonly<Record<Ereignis["art"], readonly string[]>> = {
  geburt: ["personenstandsregister"],
  tod: ["personenstandsregister", "melderegister"],
  umzug: ["melderegister"],
};

/** A birth as it is stored, with the day on which the first Mandant learned of it. */
export const Ereignisinhalt = Geburtsereignis.omit({ behoerde: true }).extend({ gemeldetAm: z.iso.date() });
export type Ereignisinhalt = z.infer<typeof Ereignisinhalt>;

/** Whom a register names for a day. `weiter`: where the next page begins, in the register's own words. */
export const Tagesliste = z.object({
  personen: z.array(
    z.object({
      idnr: Idnr,
      vertreter: z.array(Idnr),
      tag: z.iso.date(),
      sache: z.string().min(1).max(100).optional(),
      angaben: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  weiter: z.string().min(1).max(200).nullish(),
});
export type Tagesliste = z.infer<typeof Tagesliste>;

/** One offer that was made, as the person sees it. */
export type GemachtesAngebot = {
  mandantId: number;
  id: string;
  person: string;
  leistung: string;
  angebot: string;
  weg: "entwurf" | "vorgang";
  entwurfId: string | null;
  vorgangId: string | null;
  warum: string;
  grund: string;
  norm: string;
  am: Date;
};
