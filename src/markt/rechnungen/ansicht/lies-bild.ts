import type { Rechnung } from "#rechnungspruefung";
import { rechnungsarten, wort, zahlungsarten } from "./codes.ts";
import { liesPositionen, type Positionsbild } from "./lies-positionen.ts";
import { type Betragszeile, liesNachlaesse, liesSteuern, liesSummen, type Steuerbild } from "./lies-summen.ts";
import { zeigeIban, zeigeTag, zeigeText } from "./zeige.ts";

export type Angabe = { readonly name: string; readonly wert: string };
export type Parteibild = { readonly name: string; readonly zeilen: readonly string[]; readonly angaben: readonly Angabe[] };
export type Anlagenbild = {
  readonly nummer: string;
  readonly beschreibung: string;
  readonly datei: string;
  readonly adresse: string;
};

/** What stands on an invoice, as a clerk reads it: everything text, in German, in the order of paper. */
export type Rechnungsbild = {
  readonly titel: string;
  readonly waehrung: string;
  readonly verkaeufer: Parteibild;
  readonly kaeufer: Parteibild;
  readonly angaben: readonly Angabe[];
  readonly positionen: readonly Positionsbild[];
  readonly nachlaesse: readonly Betragszeile[];
  readonly summen: readonly Betragszeile[];
  readonly steuern: readonly Steuerbild[];
  readonly zahlung: readonly Angabe[];
  readonly bemerkungen: readonly string[];
  readonly anlagen: readonly Anlagenbild[];
};

const nurGefuellte = (angaben: readonly (readonly [string, string])[]): Angabe[] =>
  angaben.filter(([, wert]) => wert !== "").map(([name, wert]) => ({ name, wert }));

type Partei = Rechnung["verkaeufer"][number] | Rechnung["kaeufer"][number];
function liesPartei(partei: Partei | undefined): Parteibild {
  if (!partei) return { name: "", zeilen: [], angaben: [] };
  const [anschrift] = partei.anschrift;
  const kontakt = partei.kontakt[0];
  const zeilen = anschrift
    ? [anschrift.strasse, anschrift.zusatz, anschrift.weiteres]
        .map(zeigeText)
        .concat(
          `${zeigeText(anschrift.plz)} ${zeigeText(anschrift.stadt)}`.trim(),
          zeigeText(anschrift.land) === "DE" ? "" : zeigeText(anschrift.land),
        )
    : [];
  return {
    name: zeigeText(partei.name),
    zeilen: zeilen.filter((zeile) => zeile !== ""),
    angaben: nurGefuellte([
      ["USt-IdNr.", zeigeText(partei.umsatzsteuerId)],
      ["Steuernummer", "steuernummer" in partei ? zeigeText(partei.steuernummer) : ""],
      ["Registernummer", zeigeText(partei.registernummer)],
      ["Kennung", zeigeText("kennungen" in partei ? partei.kennungen : partei.kennung)],
      ["Ansprechpartner", kontakt ? zeigeText(kontakt.ansprechpartner) : ""],
      ["Telefon", kontakt ? zeigeText(kontakt.telefon) : ""],
      ["E-Mail", kontakt ? zeigeText(kontakt.mail) : ""],
      ["Elektronische Adresse", zeigeText(partei.elektronischeAdresse)],
    ]),
  };
}

const von = (r: Rechnung): string => {
  const [zeitraum] = r.zeitraum;
  if (!zeitraum) return "";
  const [beginn, ende] = [zeigeTag(zeitraum.beginn), zeigeTag(zeitraum.ende)];
  return beginn && ende ? `${beginn} bis ${ende}` : beginn ? `ab ${beginn}` : ende ? `bis ${ende}` : "";
};

function liesZahlung(r: Rechnung): Angabe[] {
  const [erste] = r.zahlungsanweisungen;
  return nurGefuellte([
    ["Zu zahlen bis", zeigeTag(r.faelligAm)],
    ["Bedingungen", r.zahlungsbedingungen.map(({ text }) => text.trim()).join("\n")],
    ["Art der Zahlung", erste ? wort(zahlungsarten, zeigeText(erste.code)) : ""],
    ["Zahlungsempfänger", zeigeText(r.zahlungsempfaenger.flatMap(({ name }) => name))],
    ...r.zahlungsanweisungen.flatMap((zahlung) =>
      zahlung.ueberweisung.flatMap((konto): [string, string][] => [
        ["IBAN", konto.iban.map(zeigeIban).join(", ")],
        ["BIC", zeigeText(zahlung.bic)],
        ["Kontoinhaber", zeigeText(konto.kontoinhaber)],
      ]),
    ),
    ["Karte", zeigeText(r.zahlungsanweisungen.flatMap(({ karte }) => karte.flatMap(({ nummer }) => nummer)))],
    ["Verwendungszweck", [...new Set(r.verwendungszweck.map(({ norm }) => norm))].join(", ")],
    ["Mandatsreferenz", zeigeText(r.mandatsreferenz)],
    ["Gläubiger-ID", zeigeText(r.glaeubigerId)],
    ["Belastetes Konto", r.zahlungsanweisungen.flatMap(({ belastetesKonto }) => belastetesKonto.map(zeigeIban)).join(", ")],
  ]);
}

/** The picture of an invoice, also of one that is broken: what is missing is left out, what cannot be read is shown as it stands. */
export function liesBild(r: Rechnung): Rechnungsbild {
  const waehrung = zeigeText(r.waehrung);
  return {
    titel: `${wort(rechnungsarten, zeigeText(r.rechnungsart)) || "Rechnung"} ${zeigeText(r.rechnungsnummer)}`.trim(),
    waehrung,
    verkaeufer: liesPartei(r.verkaeufer[0]),
    kaeufer: liesPartei(r.kaeufer[0]),
    angaben: nurGefuellte([
      ["Rechnungsnummer", zeigeText(r.rechnungsnummer)],
      ["Rechnungsdatum", zeigeTag(r.rechnungsdatum)],
      ["Leitweg-ID", zeigeText(r.kaeuferreferenz)],
      ["Bestellnummer", zeigeText(r.bestellung)],
      ["Auftragsnummer", zeigeText(r.auftrag)],
      ["Vertragsnummer", zeigeText(r.vertrag)],
      ["Projekt", zeigeText(r.projekt)],
      ["Vergabenummer", zeigeText(r.vergabe)],
      ["Lieferschein", zeigeText(r.lieferschein)],
      ["Tag der Lieferung", zeigeTag(r.lieferung.flatMap((lieferung) => lieferung.tag))],
      ["Zeitraum", von(r)],
      ["Buchungsreferenz", zeigeText(r.buchungsreferenz)],
      [
        "Vorherige Rechnung",
        r.vorherige.map((v) => [zeigeText(v.nummer), zeigeTag(v.datum)].filter((t) => t !== "").join(" vom ")).join(", "),
      ],
    ]),
    positionen: liesPositionen(r, waehrung),
    nachlaesse: liesNachlaesse(r.nachlaesse, r.zuschlaege, waehrung),
    summen: liesSummen(r, waehrung),
    steuern: liesSteuern(r, waehrung),
    zahlung: liesZahlung(r),
    bemerkungen: r.bemerkungen
      .flatMap(({ text }) => text.map((t) => t.text.trim().replace(/^#[A-Z]{3}#/, "")))
      .filter((t) => t !== ""),
    anlagen: r.anlagen.map(({ nummer, beschreibung, datei, adresse }) => ({
      nummer: zeigeText(nummer),
      beschreibung: zeigeText(beschreibung),
      datei: datei[0]?.attribut("filename") ?? "",
      adresse: zeigeText(adresse),
    })),
  };
}
