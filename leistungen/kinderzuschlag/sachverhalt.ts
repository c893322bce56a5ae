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
  setze("personenInWohnung", a.wohnung?.personen);
  setze("bescheinigterMehrbedarfCent", null);
  setze("vermoegenCent", a.vermoegen?.betrag);
  setze("wohngeldCent", a.wohngeld?.lage === "nein" ? 0 : a.wohngeldbetrag?.betrag);
  setze("beziehtSgb", a.sozialleistung?.bezieht);
  setze("ersterMonat", monatVon(eingegangenAm));
  for (const lohn of [a.einkommen, a.einkommenPartner])
    if ((lohn?.netto ?? 0) > (lohn?.brutto ?? 0))
      vonHand.push("Ein Nettolohn ist höher als der Bruttolohn. Bitte prüfen Sie die Angaben.");
  return { fakten, vonHand };
}

/** Undefined while an entry is incomplete: with one child less the amount would be a guess. */
function kinderAus({ kinder }: KizAntworten): Kind[] | undefined {
  if (!kinder?.liste) return undefined;
  const gelesen: Kind[] = [];
  for (const eintrag of kinder.liste) {
    const { geburtsdatum, verheiratet, kindergeld: mitKindergeld, einkommen: einkommenCent } = eintrag;
    if (geburtsdatum === undefined || einkommenCent === undefined) return undefined;
    if (mitKindergeld === undefined || verheiratet === undefined) return undefined;
    gelesen.push({ geburtsdatum, verheiratet, mitKindergeld, einkommenCent });
  }
  return gelesen;
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

export const beteiligte = ({ antragsteller }: Pick<Kontext, "antragsteller">): BeteiligtePerson[] => [
  {
    rolle: "antragsteller",
    vornamen: antragsteller.vornamen,
    nachname: antragsteller.nachname,
    ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
    auskunftssperre: false,
  },
];
