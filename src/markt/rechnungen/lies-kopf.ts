import { attribut, type Dezimal, type Rechnung, text as roherText, tag, zahl } from "#rechnungspruefung";
import { Kopf, type Rechnungsposition, sauber } from "./kopf.ts";
import { alsText, durchDezimal } from "./zahlen.ts";

const text = (werte: Parameters<typeof roherText>[0]): string => sauber(roherText(werte));

/** Whole cents; undefined where the figure has parts of a cent, or is none. */
function cent(wert: Dezimal | undefined): number | undefined {
  if (!wert) return undefined;
  const { ganz, stellen } = wert;
  if (stellen <= 2) return Number(ganz * 10n ** BigInt(2 - stellen));
  const teiler = 10n ** BigInt(stellen - 2);
  return ganz % teiler === 0n ? Number(ganz / teiler) : undefined;
}
const oderNull = (wert: string): string | null => (wert === "" ? null : wert);

function position(zeile: Rechnung["positionen"][number]): Rechnungsposition {
  const menge = zahl(zeile.menge);
  const preis = zeile.preis[0];
  const basis = preis && zahl(preis.basismenge);
  const netto = preis && zahl(preis.netto);
  const jeEinheit = netto && basis && basis.ganz !== 0n ? durchDezimal(netto, basis) : netto;
  return {
    nummer: text(zeile.nummer),
    bestellposition: oderNull(text(zeile.bestellposition)),
    artikel: zeile.artikel[0] ? text(zeile.artikel[0].name) : "",
    menge: menge ? alsText(menge) : null,
    preis: jeEinheit ? alsText(jeEinheit) : null,
    nettoCent: cent(zahl(zeile.netto)) ?? null,
  };
}

function email(verkaeufer: Rechnung["verkaeufer"][number]): string | null {
  const adressen = [
    verkaeufer.kontakt[0] ? text(verkaeufer.kontakt[0].mail) : "",
    attribut(verkaeufer.elektronischeAdresse, "schemeID") === "EM" ? text(verkaeufer.elektronischeAdresse) : "",
  ];
  return adressen.find((adresse) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(adresse)) ?? null;
}

/** 381 and its kin: the money goes the other way. After UNTDID 1001, the part that EN 16931 lists as credit notes. */
const gutschriften = new Set(["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"]);

/** What the workflow needs of the document; undefined where number, day, supplier or amount cannot be read: then a person must look. */
export function liesKopf(rechnung: Rechnung): Kopf | undefined {
  const [verkaeufer] = rechnung.verkaeufer;
  const [summen] = rechnung.summen;
  if (!verkaeufer || !summen) return undefined;
  const { wurzel } = rechnung.dokument;
  const gutschrift = wurzel.name === "cn:CreditNote" || gutschriften.has(text(rechnung.rechnungsart));
  const gelesen = Kopf.safeParse({
    art: gutschrift ? "gutschrift" : "rechnung",
    rechnungsnummer: text(rechnung.rechnungsnummer),
    rechnungsdatum: tag(rechnung.rechnungsdatum[0]),
    faelligAm: tag(rechnung.faelligAm[0]) ?? null,
    waehrung: text(rechnung.waehrung),
    leitwegId: oderNull(text(rechnung.kaeuferreferenz)),
    bestellnummer: oderNull(text(rechnung.bestellung)),
    vertrag: oderNull(text(rechnung.vertrag)),
    bezug: rechnung.vorherige[0] ? oderNull(text(rechnung.vorherige[0].nummer)) : null,
    lieferant: {
      name: text(verkaeufer.name),
      ustId: oderNull(text(verkaeufer.umsatzsteuerId)),
      steuernummer: oderNull(text(verkaeufer.steuernummer)),
      email: email(verkaeufer),
    },
    ibans: rechnung.zahlungsanweisungen
      .flatMap((anweisung) => anweisung.ueberweisung.map((konto) => text(konto.iban)))
      .filter((iban) => iban !== ""),
    nettoCent: cent(zahl(summen.netto)),
    bruttoCent: cent(zahl(summen.brutto)),
    zahlbarCent: cent(zahl(summen.faellig)),
    zahlungsbedingungen: rechnung.zahlungsbedingungen
      .flatMap((knoten) => knoten.text.split(/\r?\n/))
      .slice(0, 50)
      .map((zeile) => sauber(zeile, 500))
      .join("\n"),
    verwendungszweck: oderNull(text(rechnung.verwendungszweck)),
    positionen: rechnung.positionen.map(position),
  });
  return gelesen.success ? gelesen.data : undefined;
}
