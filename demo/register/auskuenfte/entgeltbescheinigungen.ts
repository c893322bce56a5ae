import { alterAm, type IsoDatum, type Monat, monatVon, plusMonateMonat, plusTage } from "#kalender";
import { type Bevoelkerung, haushaltslage, type Person, wirtschaftslage } from "../../bevoelkerung/index.ts";
import { type Anfrage, type Auskuenfte, type Befund, gefunden, keinEintrag, ueberPerson, unverstaendlich } from "../auskunft.ts";

export function entgeltbescheinigungen(bevoelkerung: Bevoelkerung): Auskuenfte {
  const frage = ueberPerson(bevoelkerung);
  return {
    entgelt: frage((person, anfrage) => entgelt(bevoelkerung, person, anfrage)),
    einkommenImHaushalt: frage((person, anfrage, heute) => einkommenImHaushalt(bevoelkerung, person, anfrage, heute)),
  };
}

/** Six weeks before the birth a mother stops working (§ 3 Abs. 1 MuSchG); months in that time do not count (§ 2b Abs. 1 BEEG). */
const TAGE_VOR_DER_GEBURT = 42;

function entgelt(bevoelkerung: Bevoelkerung, person: Person, { geburt }: Anfrage): Befund {
  if (typeof geburt !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(geburt)) return unverstaendlich("Der Tag der Geburt fehlt.");
  const lage = wirtschaftslage(person);
  const minijob = lage.taetigkeit === "minijob";
  if (lage.taetigkeit !== "angestellt" && !minijob) return keinEintrag;
  const erster = monatVon(person.geschlecht === "w" ? plusTage(geburt, -TAGE_VOR_DER_GEBURT) : geburt);
  const monate: Monat[] = Array.from({ length: 12 }, (_, stelle) => plusMonateMonat(erster, stelle - 12));
  const pflichtig = !minijob;
  return gefunden({
    beschaeftigungen: [
      {
        minijob,
        monate: monate.map((monat) => ({ monat, cent: person.einkommenCent })),
        versicherungspflichtig: { kranken: pflichtig, renten: pflichtig, arbeit: pflichtig },
      },
    ],
    steuerklasse: lage.steuerklasse,
    faktorTausendstel: 1000,
    halbeKinderfreibetraege: person.kinder.filter((idnr) => {
      const { geburtsdatum, gestorbenAm } = bevoelkerung.getPerson(idnr);
      return !gestorbenAm && geburtsdatum < geburt && alterAm(geburtsdatum, geburt) < 18;
    }).length,
    kirchensteuerpflichtig: lage.kirchensteuerpflichtig,
  });
}

/** Cents a month for a first, a second, each child: § 66 EStG in the version from 2026. */
const KINDERGELD_CENT = 25_900;
const ARBEITSALTER = 15;

/** Of those who are asked for and live here; what a self-employed person earns no payroll knows. */
function einkommenImHaushalt(bevoelkerung: Bevoelkerung, person: Person, { personen }: Anfrage, heute: IsoDatum): Befund {
  if (!Array.isArray(personen)) return unverstaendlich("Die Menschen im Haushalt fehlen.");
  if (!person.mandant || person.gestorbenAm) return keinEintrag;
  const haushalt = haushaltslage(bevoelkerung, person);
  const kinder = haushalt.personen.filter(({ geburtsdatum }) => alterAm(geburtsdatum, heute) < 18);
  const kindergeldberechtigt = haushalt.personen.find(({ kinder: eigene }) => kinder.some(({ idnr }) => eigene.includes(idnr)));
  const auskuenfte = haushalt.personen
    .filter(({ idnr, geburtsdatum }) => personen.includes(idnr) && alterAm(geburtsdatum, heute) >= ARBEITSALTER)
    .flatMap((each) => {
      const { taetigkeit, zahlt, verfuegbarCent, ...lage } = wirtschaftslage(each);
      if (taetigkeit === "selbstaendig") return [];
      const { lohnCent, werbungskostenCent, selbstaendigCent, vermietungCent, kapitalCent } = lage;
      const { gesetzlicheRenteCent, andereRenteCent, sonstigeCent } = lage;
      return [
        {
          idnr: each.idnr,
          einkuenfte: {
            lohnCent,
            werbungskostenCent,
            selbstaendigCent,
            vermietungCent,
            kapitalCent,
            gesetzlicheRenteCent,
            andereRenteCent,
            sonstigeCent,
          },
          zahlt,
          verfuegbarCent: verfuegbarCent + (each === kindergeldberechtigt ? kinder.length * KINDERGELD_CENT : 0),
        },
      ];
    });
  return auskuenfte.length > 0 ? gefunden({ personen: auskuenfte }) : keinEintrag;
}
