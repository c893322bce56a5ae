import { z } from "zod";
import { type Antragsteller, type Antworten, defineNachweise } from "#baukasten";
import type { WgAntworten } from "./formular.ts";

const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });
const Name = { idnr: z.string(), vornamen: z.string(), nachname: z.string(), geburtsdatum: z.iso.date() };
export const Meldedaten = z.object({
  ...Name,
  anschrift: Anschrift.nullable(),
  kinder: z.array(z.object({ ...Name, anschrift: Anschrift.nullable().optional() })),
});
/** Who is registered at the address of the applicant. */
export const Bewohner = z.object({
  auskunftssperre: z.boolean(),
  personen: z.array(z.object({ geburtsdatum: z.iso.date() })),
});
export const Leistungsbezug = z.object({ bezieht: z.boolean() });
const cent = z.int().nonnegative();
/** Expected for the twelve months from the application; cents a year, `verfuegbarCent` a month. */
export const Einkommen = z.object({
  personen: z.array(
    z.object({
      idnr: z.string(),
      einkuenfte: z.object({
        lohnCent: cent,
        werbungskostenCent: cent,
        selbstaendigCent: cent,
        vermietungCent: cent,
        kapitalCent: cent,
        gesetzlicheRenteCent: cent,
        andereRenteCent: cent,
        sonstigeCent: cent,
      }),
      zahlt: z.object({ steuern: z.boolean(), krankenversicherung: z.boolean(), rentenversicherung: z.boolean() }),
      verfuegbarCent: cent,
    }),
  ),
});
/** For the whole home, cents a month. */
export const Mietauskunft = z.object({ bruttokaltmieteCent: cent, heizkostenCent: cent, seit: z.iso.date() });

type Anfragender = { antworten: Antworten; antragsteller: Antragsteller };
const vonAntragsteller = ({ antragsteller: { idnr } }: Anfragender) => (idnr ? { idnr, anfrage: { idnr } } : undefined);

export const nachweise = defineNachweise({
  eigeneMeldedaten: {
    titel: "Ihre Meldedaten",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Angaben im Antrag auf Wohngeld übernehmen",
    norm: "§ 34 Abs. 1 BMG, § 67a Abs. 1 SGB X",
    anlass: "vorbefuellung",
    antwort: Meldedaten,
    anfrage: vonAntragsteller,
  },
  meldung: {
    titel: "Menschen in Ihrer Wohnung",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "bewohner",
    betroffen: "antragsteller",
    zweck: "Prüfen, wer zu Ihrem Haushalt gehört",
    norm: "§§ 5, 6 WoGG, § 67a Abs. 2 SGB X, § 34 Abs. 1 BMG",
    anlass: "antrag",
    antwort: Bewohner,
    anfrage: vonAntragsteller,
  },
  jobcenter: {
    titel: "Bürgergeld",
    register: "jobcenter",
    registerName: "Jobcenter",
    auskunft: "leistungsbezug",
    betroffen: "antragsteller",
    zweck: "Prüfen, ob Sie eine Leistung bekommen, in der die Kosten der Wohnung schon enthalten sind",
    norm: "§ 7 WoGG, § 67a Abs. 2 SGB X",
    anlass: "antrag",
    antwort: Leistungsbezug,
    anfrage: vonAntragsteller,
  },
  einkommen: {
    titel: "Einkommen der Menschen im Haushalt",
    register: "entgeltbescheinigungen",
    registerName: "Datenstelle der Rentenversicherung",
    auskunft: "einkommenImHaushalt",
    betroffen: "antragsteller",
    zweck: "Höhe des Wohngeldes aus den Einkommen im Haushalt berechnen",
    norm: "§§ 13 bis 16, § 23 WoGG, § 67a Abs. 2 SGB X",
    anlass: "antrag",
    antwort: Einkommen,
    anfrage: ({ antworten, antragsteller: { idnr } }) => {
      const personen = ((antworten as WgAntworten).haushalt?.personen ?? []).flatMap((each) => (each.idnr ? [each.idnr] : []));
      return idnr && personen.length > 0 ? { idnr, anfrage: { idnr, personen } } : undefined;
    },
  },
  mietauskunft: {
    titel: "Ihre Miete",
    register: "vermieterauskunft",
    registerName: "Vermieterin oder Vermieter",
    auskunft: "miete",
    betroffen: "antragsteller",
    zweck: "Höhe der Miete bestätigen lassen",
    norm: "§ 23 Abs. 3 WoGG, § 67a Abs. 2 SGB X",
    anlass: "antrag",
    antwort: Mietauskunft,
    anfrage: vonAntragsteller,
  },
});
