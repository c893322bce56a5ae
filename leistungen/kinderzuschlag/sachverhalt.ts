import type { BeteiligtePerson, Fakt, Kontext, Sachverhalt } from "#baukasten";
import { monatVon } from "#kalender";
import type { Erwerb, Kind } from "./fakten.ts";
import type { KizAntworten } from "./formular.ts";

const eigene = { quelle: "Ihre Angabe", stand: null };

/** Answers as facts of the rules. Nothing is guessed: Wohngeld that nobody knows stays unknown. */
export function sachverhalt({ antworten, eingegangenAm }: Kontext): Sachverhalt {
  const a = antworten as KizAntworten;
  const vonHand: string[] = [];
  const fakten: Record<string, Fakt> = {};
  const setze = (name: string, wert: unknown) => {
    if (wert !== undefined) fakten[name] = { wert, herkunft: eigene };
  };
  setze("mitPartner", a.familie?.partner && a.familie.partner === "mit");
  setze("alleinerziehend", a.familie?.partner && a.familie.partner === "allein");
  setze("kinder", kinderAus(a));
  setze("erwerb", erwerbAus(a));
  setze("anderesEinkommenCent", a.anderesEinkommen?.betrag);
  setze("warmmieteCent", a.wohnung?.warmmiete);
  setze("personenInWohnung", personenAus(a, vonHand));
  setze("bescheinigterMehrbedarfCent", null);
  setze("vermoegenCent", a.vermoegen?.betrag);
  setze("wohngeldCent", a.wohngeld?.lage === "nein" ? 0 : a.wohngeldbetrag?.betrag);
  setze("beziehtSgb", a.sozialleistung?.bezieht);
  setze("ersterMonat", monatVon(eingegangenAm));
  if (a.kinder?.anzahl === "mehr") vonHand.push("Bei mehr als sechs Kindern rechnet die Familienkasse selbst.");
  return { fakten, vonHand };
}

/** Undefined while a page is missing: with one child less the amount would be a guess. */
function kinderAus(a: KizAntworten): Kind[] | undefined {
  const zahl = a.kinder?.anzahl === "mehr" ? 6 : Number(a.kinder?.anzahl);
  if (!Number.isInteger(zahl)) return undefined;
  const kinder: Kind[] = [];
  for (const seite of [a.kind1, a.kind2, a.kind3, a.kind4, a.kind5, a.kind6].slice(0, zahl)) {
    if (seite?.geburtsdatum === undefined || seite.einkommen === undefined) return undefined;
    if (seite.kindergeld === undefined || seite.verheiratet === undefined) return undefined;
    const { geburtsdatum, verheiratet, kindergeld: mitKindergeld, einkommen: einkommenCent } = seite;
    kinder.push({ geburtsdatum, verheiratet, mitKindergeld, einkommenCent });
  }
  return kinder;
}

function erwerbAus(a: KizAntworten): Erwerb[] | undefined {
  const seiten = a.familie?.partner === "mit" ? [a.einkommen, a.einkommenPartner] : [a.einkommen];
  const erwerb: Erwerb[] = [];
  for (const seite of seiten) {
    if (seite?.brutto === undefined || seite.netto === undefined) return undefined;
    erwerb.push({ bruttoCent: seite.brutto, nettoCent: seite.netto, absetzungenCent: null });
  }
  return erwerb;
}

function personenAus(a: KizAntworten, vonHand: string[]): number | undefined {
  const text = a.wohnung?.personen;
  if (text === undefined) return undefined;
  const zahl = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (zahl > 0) return zahl;
  vonHand.push(`Die Zahl der Personen in der Wohnung ist nicht lesbar („${text}“).`);
  return undefined;
}

export const beteiligte = ({ antragsteller }: Pick<Kontext, "antragsteller">): BeteiligtePerson[] => [
  {
    rolle: "antragsteller",
    vornamen: antragsteller.vornamen,
    nachname: antragsteller.nachname,
    ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
    auskunftssperre: false,
  },
];
