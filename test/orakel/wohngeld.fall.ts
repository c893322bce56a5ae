import { z } from "zod";
import { geburtstag, plusTage } from "#kalender";

/**
 * Where the collection reckons otherwise than the law. A case is skipped only if one or two of these, and nothing else, lead to all its
 * figures.
 */
export const abweichungen = {
  rente: "§ 14 Abs. 2 Nr. 1 WoGG: the whole pension is income, not only the share that is taxed",
  kapital: "§ 14 Abs. 2 Nr. 15 WoGG: of capital income only 100 euros stay free, not the whole Sparer-Pauschbetrag",
  behinderung: "§ 17 Nr. 1 WoGG: the allowance needs a degree of 100 or care at home, not any degree",
  kleinbetrag: "§ 21 Nr. 1 WoGG: less than 10 euros a month are not granted",
} as const;
export type Abweichung = keyof typeof abweichungen;

const zahlen = z.array(z.number());
const jePerson = zahlen.nullish();
const jeNein = z.array(z.boolean()).nullish();
const betrag = z.looseObject({ betrag_m: jePerson }).nullish();
const beitrag = z.looseObject({ beitrag: z.looseObject({ betrag_versicherter_m: jePerson }).nullish() }).nullish();

/** A case as the collection writes it: by area and name, one value a person. Euros. */
export const Fallform = z.looseObject({
  benefit: z.string(),
  skip: z.boolean().optional(),
  date: z.iso.date(),
  case: z.string(),
  info: z.looseObject({ precision_atol: z.number().optional() }),
  inputs: z.looseObject({
    provided: z.looseObject({
      alter: zahlen,
      p_id: zahlen,
      hh_id: zahlen,
      wthh_id: jePerson,
      geburtsjahr: jePerson,
      geburtsmonat: jePerson,
      geburtstag: jePerson,
      behinderungsgrad: jePerson,
      vermögen: jePerson,
      arbeitslosengeld_2: z.looseObject({ p_id_einstandspartner: jePerson }).nullish(),
      familie: z.looseObject({ p_id_ehepartner: jePerson, p_id_elternteil_1: jePerson, p_id_elternteil_2: jePerson }),
      kindergeld: z.looseObject({ ist_leistungsbegründendes_kind: jeNein }).nullish(),
      einnahmen: z.looseObject({
        bruttolohn_m: jePerson,
        kapitalerträge_y: jePerson,
        renten: z
          .looseObject({
            betriebliche_altersvorsorge_m: jePerson,
            geförderte_private_vorsorge_m: jePerson,
            sonstige_private_vorsorge_m: jePerson,
          })
          .nullish(),
      }),
      einkommensteuer: z.looseObject({
        betrag_y_sn: jePerson,
        gemeinsam_veranlagt: jeNein,
        einkünfte: z
          .looseObject({
            aus_nichtselbstständiger_arbeit: z
              .looseObject({ einnahmen_nach_abzug_werbungskosten_y: jePerson, betrag_m: jePerson })
              .nullish(),
            aus_selbstständiger_arbeit: betrag,
            aus_vermietung_und_verpachtung: betrag,
            sonstige: z
              .looseObject({
                alle_weiteren_m: jePerson,
                rente: z.looseObject({ ertragsanteil: jePerson }).nullish(),
              })
              .nullish(),
          })
          .nullish(),
      }),
      elterngeld: z.looseObject({ anrechenbarer_betrag_m: jePerson }).nullish(),
      sozialversicherung: z.looseObject({
        beiträge_versicherter_m: jePerson,
        arbeitslosen: betrag,
        kranken: beitrag,
        rente: z
          .looseObject({
            altersrente: betrag,
            erwerbsminderung: betrag,
            beitrag: z.looseObject({ betrag_versicherter_m: jePerson }).nullish(),
          })
          .nullish(),
      }),
      solidaritätszuschlag: z.looseObject({ betrag_y_sn: jePerson }).nullish(),
      unterhalt: z.looseObject({ tatsächlich_erhaltener_betrag_m: jePerson }).nullish(),
      unterhaltsvorschuss: betrag,
      wohnen: z.looseObject({ bruttokaltmiete_m_hh: zahlen, heizkosten_m_hh: jePerson }),
      wohngeld: z.looseObject({ mietstufe_hh: zahlen, mindesteinkommen_erreicht_wthh: jeNein }),
    }),
  }),
  outputs: z.record(z.string(), z.unknown()),
});
export type Fallform = z.infer<typeof Fallform>;
/** Places of the members in the case's lists. */
export type Teilhaushalt = readonly number[];

/** Households, and in each the groups for which Wohngeld is reckoned. */
export function haushalte(fall: Fallform): { haushalt: number[]; gruppen: Teilhaushalt[] }[] {
  const { hh_id, wthh_id } = fall.inputs.provided;
  const kennungen = zahlen.safeParse(fall.outputs.wthh_id).data ?? wthh_id ?? hh_id;
  const stellen = hh_id.map((_, stelle) => stelle);
  return [...new Set(hh_id)].map((id) => {
    const haushalt = stellen.filter((each) => hh_id[each] === id);
    const gruppen = [...new Set(haushalt.map((each) => kennungen[each]))];
    return { haushalt, gruppen: gruppen.map((gruppe) => haushalt.filter((each) => kennungen[each] === gruppe)) };
  });
}

const jahresCent = (euroImMonat: number | undefined) => Math.round((euroImMonat ?? 0) * 1200);
const kindergeld = (tag: string) => (tag < "2025-01-01" ? 25_000 : tag < "2026-01-01" ? 25_500 : 25_900);
const pauschbetrag = 123_000;

export function personenFuer(fall: Fallform, haushalt: readonly number[], gruppe: Teilhaushalt, an: ReadonlySet<Abweichung>) {
  return haushalt.map((stelle) => personFuer(fall, haushalt, stelle, !gruppe.includes(stelle), an));
}

function personFuer(
  fall: Fallform,
  haushalt: readonly number[],
  stelle: number,
  ausgeschlossen: boolean,
  an: ReadonlySet<Abweichung>,
) {
  const { provided } = fall.inputs;
  const { familie, einkommensteuer, sozialversicherung } = provided;
  const imHaushalt = (id: number | undefined) =>
    id !== undefined && id >= 0 && haushalt.some((each) => provided.p_id[each] === id);
  const partner = [familie.p_id_ehepartner?.[stelle], provided.arbeitslosengeld_2?.p_id_einstandspartner?.[stelle]].some(
    imHaushalt,
  );
  const einkuenfte = einkuenfteFuer(fall, stelle, an);
  const grad = provided.behinderungsgrad?.[stelle] ?? 0;
  return {
    geburtsdatum: geburtsdatumFuer(fall, stelle),
    kind: [familie.p_id_elternteil_1?.[stelle], familie.p_id_elternteil_2?.[stelle]].some(imHaushalt),
    mitPartner: partner,
    ausgeschlossen,
    einkuenfte,
    zahlt: {
      steuern: (einkommensteuer.betrag_y_sn?.[stelle] ?? 0) > 0,
      krankenversicherung: (sozialversicherung.kranken?.beitrag?.betrag_versicherter_m?.[stelle] ?? 0) > 0,
      rentenversicherung: (sozialversicherung.rente?.beitrag?.betrag_versicherter_m?.[stelle] ?? 0) > 0,
    },
    schwerbehindert: an.has("behinderung") ? grad > 0 : grad >= 100,
    verfolgt: false,
    grundrentenzeiten: false,
    verfuegbarCent: verfuegbarFuer(fall, stelle, partner),
  };
}

function geburtsdatumFuer({ date, inputs: { provided } }: Fallform, stelle: number): string {
  const teile = [provided.geburtsjahr, provided.geburtsmonat, provided.geburtstag].map((each) => each?.[stelle]);
  return teile.every((teil) => teil !== undefined)
    ? teile.map((teil, index) => String(teil).padStart(index === 0 ? 4 : 2, "0")).join("-")
    : geburtstag(plusTage(date, -183), -(provided.alter[stelle] ?? 0));
}

function einkuenfteFuer({ inputs: { provided } }: Fallform, stelle: number, an: ReadonlySet<Abweichung>) {
  const { einnahmen, sozialversicherung, einkommensteuer } = provided;
  const { einkünfte } = einkommensteuer;
  const arbeit = einkünfte?.aus_nichtselbstständiger_arbeit;
  const nachKosten =
    arbeit?.einnahmen_nach_abzug_werbungskosten_y?.[stelle] !== undefined
      ? Math.round((arbeit.einnahmen_nach_abzug_werbungskosten_y[stelle] ?? 0) * 100)
      : arbeit?.betrag_m
        ? jahresCent(arbeit.betrag_m[stelle])
        : undefined;
  const lohn = jahresCent(einnahmen.bruttolohn_m?.[stelle]);
  const rente = sozialversicherung.rente;
  const gesetzlich = jahresCent(rente?.altersrente?.betrag_m?.[stelle]) + jahresCent(rente?.erwerbsminderung?.betrag_m?.[stelle]);
  const anteil = einkünfte?.sonstige?.rente?.ertragsanteil?.[stelle] ?? 1;
  const private_ = einnahmen.renten;
  const kapital = Math.round((einnahmen.kapitalerträge_y?.[stelle] ?? 0) * 100);
  const nurAnteil = an.has("rente");
  return {
    lohnCent: nachKosten === undefined ? lohn : nachKosten > 0 ? nachKosten + pauschbetrag : 0,
    werbungskostenCent: 0,
    selbstaendigCent: jahresCent(einkünfte?.aus_selbstständiger_arbeit?.betrag_m?.[stelle]),
    vermietungCent: jahresCent(einkünfte?.aus_vermietung_und_verpachtung?.betrag_m?.[stelle]),
    kapitalCent: an.has("kapital") ? Math.max(0, kapital - 90_000) : kapital,
    gesetzlicheRenteCent: nurAnteil ? 0 : gesetzlich,
    andereRenteCent: nurAnteil
      ? 0
      : jahresCent(private_?.betriebliche_altersvorsorge_m?.[stelle]) +
        jahresCent(private_?.geförderte_private_vorsorge_m?.[stelle]) +
        jahresCent(private_?.sonstige_private_vorsorge_m?.[stelle]),
    sonstigeCent:
      (nurAnteil ? Math.round(gesetzlich * anteil) : 0) +
      jahresCent(einkünfte?.sonstige?.alle_weiteren_m?.[stelle]) +
      jahresCent(provided.unterhalt?.tatsächlich_erhaltener_betrag_m?.[stelle]) +
      jahresCent(provided.unterhaltsvorschuss?.betrag_m?.[stelle]) +
      jahresCent(provided.elterngeld?.anrechenbarer_betrag_m?.[stelle]) +
      jahresCent(sozialversicherung.arbeitslosen?.betrag_m?.[stelle]),
  };
}

/** Gross income less contributions and taxes; those of a couple assessed together are stated whole for both. */
function verfuegbarFuer(fall: Fallform, stelle: number, partner: boolean): number {
  const { provided } = fall.inputs;
  const { einkommensteuer } = provided;
  const e = einkuenfteFuer(fall, stelle, new Set());
  const andere =
    e.selbstaendigCent + e.vermietungCent + e.kapitalCent + e.gesetzlicheRenteCent + e.andereRenteCent + e.sonstigeCent;
  const brutto = jahresCent(provided.einnahmen.bruttolohn_m?.[stelle]) + andere;
  const steuer = (einkommensteuer.betrag_y_sn?.[stelle] ?? 0) + (provided.solidaritätszuschlag?.betrag_y_sn?.[stelle] ?? 0);
  const gemeinsam = partner && einkommensteuer.gemeinsam_veranlagt?.[stelle] === true;
  const eigeneSteuer = brutto === 0 && !gemeinsam ? 0 : Math.round((steuer * 100) / (gemeinsam ? 2 : 1));
  const beitraege = jahresCent(provided.sozialversicherung.beiträge_versicherter_m?.[stelle]);
  const mehr = provided.kindergeld?.ist_leistungsbegründendes_kind?.[stelle] ? kindergeld(fall.date) : 0;
  return Math.round((brutto - beitraege - eigeneSteuer) / 12) + mehr;
}
