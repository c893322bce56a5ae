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
  for (const lohn of [a.einkommen, a.einkommenPartner])
    if ((lohn?.netto ?? 0) > (lohn?.brutto ?? 0))
      vonHand.push("Ein Nettolohn ist höher als der Bruttolohn. Bitte prüfen Sie die Angaben.");
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

function personenAus({ wohnung }: KizAntworten, vonHand: string[]): number | undefined {
  if (wohnung?.personen === "mehr") vonHand.push("Bei mehr als zehn Menschen in der Wohnung rechnet die Familienkasse selbst.");
  return wohnung?.personen === undefined || wohnung.personen === "mehr" ? undefined : Number(wohnung.personen);
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
