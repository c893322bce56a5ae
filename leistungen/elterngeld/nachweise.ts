import { z } from "zod";
import { type Antragsteller, type Antworten, defineNachweise } from "#baukasten";
import type { EgAntworten } from "./formular.ts";

const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });
const Name = { vornamen: z.string(), nachname: z.string(), geburtsdatum: z.iso.date() };

export const Meldedaten = z.object({
  idnr: z.string(),
  ...Name,
  anschrift: Anschrift.nullable(),
  auskunftssperre: z.boolean(),
  kinder: z.array(
    z.object({ idnr: z.string(), ...Name, anschrift: Anschrift.nullable().optional(), auskunftssperre: z.boolean() }),
  ),
});
export const Haushalt = z.object({
  lebtBeiElternteil: z.boolean(),
  andererElternteilGleicheAnschrift: z.boolean().nullable(),
  auskunftssperre: z.boolean(),
  seit: z.iso.date(),
});
export const Geburt = z.object({
  kind: z.object(Name),
  mutter: z.object({ idnr: z.string(), name: z.string() }),
  vater: z.object({ idnr: z.string(), name: z.string() }).nullable(),
  gestorben: z.object({ mutter: z.boolean(), vater: z.boolean() }),
});
export const Leistungsbezug = z.object({ bezieht: z.boolean() });
const monat = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** What payroll reported for the twelve months that count, and the traits for the wage tax. */
export const Lohndaten = z.object({
  beschaeftigungen: z.array(
    z.object({
      minijob: z.boolean(),
      monate: z.array(z.object({ monat, cent: z.int().nonnegative() })),
      versicherungspflichtig: z.object({ kranken: z.boolean(), renten: z.boolean(), arbeit: z.boolean() }),
    }),
  ),
  steuerklasse: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  faktorTausendstel: z.int().min(0).max(1000),
  halbeKinderfreibetraege: z.int().nonnegative(),
  kirchensteuerpflichtig: z.boolean(),
});
export const Steuerbescheid = z.object({
  jahr: z.int(),
  zuVersteuerndesEinkommenCent: z.int(),
  /** Whether the figure is of both parents together. */
  beide: z.boolean(),
});
/** Daily benefits of the health insurance and the employer's addition, by Lebensmonat, with the days for which they are due. */
export const Mutterschaftsleistungen = z.object({
  lebensmonate: z.array(z.object({ nummer: z.int().positive(), cent: z.int().nonnegative(), tage: z.int().min(1).max(31) })),
});

type Anfragender = { antworten: Antworten; antragsteller: Antragsteller };
const vonAntragsteller = ({ antragsteller: { idnr } }: Anfragender) => (idnr ? { idnr, anfrage: { idnr } } : undefined);
const amKind = ({ antworten }: Anfragender, mehr: Record<string, unknown> = {}) => {
  const idnr = (antworten as EgAntworten).kind?.idnr;
  return idnr ? { idnr, anfrage: { idnr, ...mehr } } : undefined;
};
const melderegister = { register: "melderegister", registerName: "Melderegister" };
const geborenAm = (antworten: Antworten) => (antworten as EgAntworten).kind?.geburtsdatum;

export const nachweise = defineNachweise({
  eigeneMeldedaten: {
    titel: "Ihre Meldedaten",
    ...melderegister,
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Angaben im Antrag auf Elterngeld übernehmen",
    norm: "§ 34 Abs. 1 BMG, § 67a Abs. 1 SGB X",
    anlass: "vorbefuellung",
    antwort: Meldedaten,
    anfrage: vonAntragsteller,
  },
  wohnsitz: {
    titel: "Wohnsitz und ältere Kinder im Haushalt",
    ...melderegister,
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Wohnsitz in Deutschland und Geschwister für den Geschwisterbonus feststellen",
    norm: "§ 1 Abs. 1 Satz 1 Nr. 1, § 2a BEEG, § 67a Abs. 2 SGB X, § 34 Abs. 1 BMG",
    anlass: "antrag",
    antwort: Meldedaten,
    anfrage: vonAntragsteller,
  },
  haushalt: {
    titel: "Haushalt des Kindes",
    ...melderegister,
    auskunft: "haushalt",
    betroffen: "kind",
    zweck: "Prüfen, ob das Kind bei Ihnen lebt",
    norm: "§ 1 Abs. 1 Satz 1 Nr. 2 BEEG, § 67a Abs. 2 SGB X, § 34 Abs. 1 BMG",
    anlass: "antrag",
    antwort: Haushalt,
    anfrage: (kontext) =>
      kontext.antragsteller.idnr ? amKind(kontext, { elternteilIdnr: kontext.antragsteller.idnr }) : undefined,
  },
  geburt: {
    titel: "Geburtseintrag des Kindes",
    register: "personenstandsregister",
    registerName: "Personenstandsregister",
    auskunft: "geburt",
    betroffen: "kind",
    zweck: "Geburtsdatum und Eltern des Kindes feststellen",
    norm: "§ 1 Abs. 1 BEEG, § 65 PStG, § 67a Abs. 2 SGB X",
    anlass: "antrag",
    antwort: Geburt,
    anfrage: (kontext) => amKind(kontext),
  },
  lohndaten: {
    titel: "Lohndaten der zwölf Monate vor der Geburt",
    register: "entgeltbescheinigungen",
    registerName: "Datenstelle der Rentenversicherung",
    auskunft: "entgelt",
    betroffen: "antragsteller",
    zweck: "Höhe des Elterngeldes aus Ihrem Lohn berechnen",
    norm: "§§ 2c, 2e, 2f, 9 BEEG, § 108a SGB IV, § 67a Abs. 2 SGB X",
    anlass: "antrag",
    antwort: Lohndaten,
    // Who had no wages, or is self-employed as well, is not decided from payroll data.
    noetig: ({ antworten }) => ["angestellt", "minijob"].includes((antworten as EgAntworten).arbeitVorher?.art ?? ""),
    anfrage: ({ antworten, antragsteller: { idnr } }) => {
      const geburt = geborenAm(antworten);
      return idnr && geburt ? { idnr, anfrage: { idnr, geburt } } : undefined;
    },
  },
  steuerbescheid: {
    titel: "Zu versteuerndes Einkommen",
    register: "finanzamt",
    registerName: "Finanzamt",
    auskunft: "zuVersteuerndesEinkommen",
    betroffen: "antragsteller",
    zweck: "Prüfen, ob Ihr Einkommen über der Grenze liegt, bis zu der es Elterngeld gibt",
    norm: "§ 1 Abs. 8, § 8 BEEG, § 21 Abs. 4 SGB X",
    anlass: "antrag",
    antwort: Steuerbescheid,
    // Whoever declares to be below the lowest limit need not prove more.
    noetig: ({ antworten }) => (antworten as EgAntworten).einkommensgrenze?.unterGrenze !== true,
    anfrage: ({ antworten, antragsteller: { idnr } }) => {
      const jahr = Number(geborenAm(antworten)?.slice(0, 4)) - 1;
      return idnr && jahr > 0 ? { idnr, anfrage: { idnr, jahr } } : undefined;
    },
  },
  mutterschaft: {
    titel: "Mutterschaftsleistungen",
    register: "krankenkasse",
    registerName: "Krankenkasse",
    auskunft: "mutterschaftsleistungen",
    betroffen: "antragsteller",
    zweck: "Mutterschaftsleistungen auf das Elterngeld anrechnen",
    norm: "§ 3 Abs. 1 BEEG, § 67a Abs. 2 SGB X",
    anlass: "antrag",
    antwort: Mutterschaftsleistungen,
    noetig: ({ antworten }) => (antworten as EgAntworten).mutterschaft?.bekomme === true,
    anfrage: vonAntragsteller,
  },
  jobcenter: {
    titel: "Bürgergeld des Kindes",
    register: "jobcenter",
    registerName: "Jobcenter",
    auskunft: "leistungsbezug",
    betroffen: "kind",
    zweck: "Feststellen, ob ein Jobcenter einen Anspruch auf Erstattung hat",
    norm: "§ 10 Abs. 5 BEEG, §§ 102 bis 104, 67a Abs. 2 SGB X",
    anlass: "antrag",
    antwort: Leistungsbezug,
    anfrage: (kontext) => amKind(kontext),
  },
});
