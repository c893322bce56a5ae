import { anteilig, rundeKaufmaennisch } from "#geld";
import { alterAm } from "#kalender";
import { alleinerziehend, bescheinigterMehrbedarf, kinder, mitPartner, personenInWohnung, r, warmmiete } from "./fakten.ts";
import { altersgrenzeKind, mehrbedarf, regelbedarf, wohnkosten } from "./parameter.ts";

// § 6a Abs. 1 BKGG: the children of the family, and those for whom there is Kinderzuschlag.
const altersgrenze = r.parameter(altersgrenzeKind, "§ 6a Abs. 1 BKGG");
export const familienkinder = r.rechne(
  "Kinder der Familie",
  "§ 6a Abs. 1 BKGG, § 7 Abs. 3 Nr. 4 SGB II",
  { kinder, altersgrenze },
  (f, tag) =>
    f.kinder.filter((kind) => !kind.verheiratet && kind.geburtsdatum <= tag && alterAm(kind.geburtsdatum, tag) < f.altersgrenze),
);
export const zuschlagskinder = r.rechne("Kinder mit Kindergeld", "§ 6a Abs. 1 Nr. 1 BKGG", { familienkinder }, (f) =>
  f.familienkinder.filter((kind) => kind.mitKindergeld),
);

// § 6a Abs. 5 Satz 2 BKGG: the parents' need is that of the SGB II.
export const saetze = r.parameter(regelbedarf, "§§ 20, 23 SGB II");
export const regelbedarfEltern = r.rechne(
  "Regelbedarf der Eltern",
  "§ 6a Abs. 5 BKGG, § 20 SGB II",
  { saetze, mitPartner },
  (f): number => (f.mitPartner ? 2 * f.saetze.partner : f.saetze.alleinstehend),
);
const mehrbedarfssatz = r.parameter(mehrbedarf, "§ 21 Abs. 3 SGB II");
const mehrbedarfProzent = r.rechne(
  "Mehrbedarf in Prozent",
  "§ 21 Abs. 3 SGB II",
  { mehrbedarfssatz, familienkinder, alleinerziehend, mitPartner },
  (f, tag): number => {
    if (!f.alleinerziehend || f.mitPartner) return 0;
    const satz = f.mehrbedarfssatz;
    const juengerAls = (jahre: number) => f.familienkinder.filter((kind) => alterAm(kind.geburtsdatum, tag) < jahre).length;
    const grund = juengerAls(satz.kleinUnter) > 0 || juengerAls(satz.mittelUnter) >= satz.mittelAb;
    const jeKind = Math.min(satz.hoechstProzent, juengerAls(satz.minderjaehrigUnter) * satz.jeKindProzent);
    return Math.max(grund ? satz.grundProzent : 0, jeKind);
  },
);
const errechneterMehrbedarf = r.rechne(
  "Mehrbedarf nach Kindern",
  "§ 21 Abs. 3 SGB II",
  { regelbedarfEltern, mehrbedarfProzent },
  (f) => anteilig(f.regelbedarfEltern, f.mehrbedarfProzent, 100),
);
export const mehrbedarfEltern = r.rechne(
  "Mehrbedarf für Alleinerziehende",
  "§ 6a Abs. 5 BKGG, § 21 Abs. 3 SGB II",
  { bescheinigterMehrbedarf, errechneterMehrbedarf },
  (f): number => f.bescheinigterMehrbedarf ?? f.errechneterMehrbedarf,
);

// § 6a Abs. 5 Satz 3 BKGG: rent is divided as the Existenzminimumbericht divides it; others in the home pay their heads' part.
const kosten = r.parameter(wohnkosten, "§ 6a Abs. 5 Satz 3 BKGG");
export const familiengroesse = r.rechne(
  "Personen der Familie",
  "§ 7 Abs. 3 SGB II",
  { familienkinder, mitPartner },
  (f) => f.familienkinder.length + (f.mitPartner ? 2 : 1),
);
export const mieteDerFamilie = r.rechne(
  "Warmmiete der Familie",
  "§ 22 Abs. 1 SGB II",
  { warmmiete, familiengroesse, personenInWohnung },
  (f) => anteilig(f.warmmiete, f.familiengroesse, Math.max(f.familiengroesse, f.personenInWohnung)),
);
export const wohnbedarfEltern = r.rechne(
  "Anteil der Eltern an der Warmmiete",
  "§ 6a Abs. 5 Satz 3 BKGG, § 41 Abs. 2 SGB II",
  { warmmiete, familiengroesse, personenInWohnung, kosten, familienkinder, mitPartner },
  (f) => {
    const eltern = f.mitPartner ? f.kosten.paar : f.kosten.alleinstehend;
    const alle = eltern + f.familienkinder.length * f.kosten.kind;
    // One quotient, rounded once: the product stays far below 2^53 for any rent that the form takes.
    const koepfe = Math.max(f.familiengroesse, f.personenInWohnung);
    return rundeKaufmaennisch(f.warmmiete * f.familiengroesse * eltern, koepfe * alle);
  },
);
export const bedarfEltern = r.rechne(
  "Gesamtbedarf der Eltern",
  "§ 6a Abs. 5 BKGG",
  { regelbedarfEltern, mehrbedarfEltern, wohnbedarfEltern },
  (f) => f.regelbedarfEltern + f.mehrbedarfEltern + f.wohnbedarfEltern,
);
