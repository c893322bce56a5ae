import { z } from "zod";

const Idnr = z.string().regex(/^\d{11}$/);
const Name = z.string().trim().min(1).max(200);

/**
 * An event as a register reports it. Only what says who is concerned: whatever else is needed is asked for where the law allows it. The
 * father is left out, because nothing here needs him, and because where a birth was registered can give a hidden address away.
 */
export const Ereignis = z.strictObject({
  /** Given by the register, the same on every try. */
  id: z.uuid(),
  art: z.literal("geburt"),
  /** Key of the Mandant that the register reports to. */
  behoerde: z.string().max(60),
  kind: z.strictObject({ idnr: Idnr, vornamen: Name, nachname: Name, geburtsdatum: z.iso.date() }),
  mutter: Idnr,
});
export type Ereignis = z.infer<typeof Ereignis>;

/** The event as it is stored, with the day on which the first Mandant learned of it. */
export const Ereignisinhalt = Ereignis.omit({ behoerde: true }).extend({ gemeldetAm: z.iso.date() });
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
