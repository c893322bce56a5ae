/** What the business terms of EN 16931 are called on a German invoice. */
const namen = `
BT-1 Rechnungsnummer | BT-2 Rechnungsdatum | BT-3 Art der Rechnung | BT-5 Währung | BT-6 Währung für die Umsatzsteuer | BT-7 Zeitpunkt der Steuer
BT-8 Zeitpunkt der Steuer (Code) | BT-9 Fälligkeit | BT-10 Leitweg-ID (Käuferreferenz) | BT-11 Projektnummer | BT-12 Vertragsnummer
BT-13 Bestellnummer | BT-14 Auftragsnummer | BT-15 Empfangsbestätigung | BT-16 Lieferschein | BT-17 Vergabenummer | BT-18 Bezugsobjekt
BT-19 Buchungsreferenz | BT-20 Zahlungsbedingungen | BT-21 Betreff der Bemerkung | BT-22 Bemerkung | BT-23 Geschäftsprozess
BT-24 Kennung der Spezifikation | BG-3 Vorherige Rechnung | BT-25 Nummer der vorherigen Rechnung | BT-26 Datum der vorherigen Rechnung
BG-4 Verkäufer | BT-27 Name des Verkäufers | BT-28 Handelsname des Verkäufers | BT-29 Kennung des Verkäufers | BT-30 Registernummer des Verkäufers
BT-31 Umsatzsteuer-ID des Verkäufers | BT-32 Steuernummer des Verkäufers | BT-33 Rechtliche Angaben des Verkäufers
BT-34 Elektronische Adresse des Verkäufers | BG-5 Anschrift des Verkäufers | BT-35 Straße des Verkäufers | BT-37 Ort des Verkäufers
BT-38 Postleitzahl des Verkäufers | BT-40 Land des Verkäufers | BG-6 Ansprechpartner des Verkäufers | BT-41 Name des Ansprechpartners
BT-42 Telefon des Ansprechpartners | BT-43 E-Mail des Ansprechpartners | BG-7 Käufer | BT-44 Name des Käufers | BT-45 Handelsname des Käufers
BT-46 Kennung des Käufers | BT-47 Registernummer des Käufers | BT-48 Umsatzsteuer-ID des Käufers | BT-49 Elektronische Adresse des Käufers
BG-8 Anschrift des Käufers | BT-50 Straße des Käufers | BT-52 Ort des Käufers | BT-53 Postleitzahl des Käufers | BT-55 Land des Käufers
BG-9 Ansprechpartner des Käufers | BT-56 Ansprechpartner beim Käufer | BT-59 Name des Zahlungsempfängers | BT-60 Kennung des Zahlungsempfängers
BT-61 Registernummer des Zahlungsempfängers | BG-11 Steuervertreter | BT-62 Name des Steuervertreters | BT-63 Umsatzsteuer-ID des Steuervertreters
BG-12 Anschrift des Steuervertreters | BT-69 Land des Steuervertreters | BG-13 Lieferung | BT-70 Empfänger der Lieferung | BT-71 Ort der Lieferung
BT-72 Tag der Lieferung | BT-73 Beginn des Zeitraums | BT-74 Ende des Zeitraums | BG-14 Abrechnungszeitraum | BG-15 Lieferanschrift
BT-77 Ort der Lieferanschrift | BT-78 Postleitzahl der Lieferanschrift | BT-80 Land der Lieferanschrift | BG-16 Zahlung | BT-81 Art der Zahlung
BT-82 Art der Zahlung in Worten | BT-83 Verwendungszweck | BG-17 Überweisung | BT-84 IBAN | BT-85 Kontoinhaber | BT-86 BIC | BG-18 Karte
BT-87 Kartennummer | BG-19 Lastschrift | BT-89 Mandatsreferenz | BT-90 Gläubiger-Identifikationsnummer | BT-91 IBAN des Zahlers | BG-20 Nachlass
BT-92 Betrag des Nachlasses | BT-93 Grundbetrag des Nachlasses | BT-94 Prozentsatz des Nachlasses | BT-95 Umsatzsteuerkategorie des Nachlasses
BT-96 Steuersatz des Nachlasses | BT-97 Grund des Nachlasses | BT-98 Grund des Nachlasses (Code) | BG-21 Zuschlag | BT-99 Betrag des Zuschlags
BT-100 Grundbetrag des Zuschlags | BT-101 Prozentsatz des Zuschlags | BT-102 Umsatzsteuerkategorie des Zuschlags | BT-103 Steuersatz des Zuschlags
BT-104 Grund des Zuschlags | BT-105 Grund des Zuschlags (Code) | BG-22 Gesamtbeträge | BT-106 Summe der Positionen | BT-107 Summe der Nachlässe
BT-108 Summe der Zuschläge | BT-109 Gesamtbetrag ohne Umsatzsteuer | BT-110 Umsatzsteuer | BT-111 Umsatzsteuer in der anderen Währung
BT-112 Gesamtbetrag mit Umsatzsteuer | BT-113 Schon gezahlt | BT-114 Rundung | BT-115 Zu zahlen | BG-23 Aufschlüsselung der Umsatzsteuer
BT-116 Nettobetrag je Satz | BT-117 Steuerbetrag je Satz | BT-118 Umsatzsteuerkategorie | BT-119 Steuersatz | BT-120 Grund der Befreiung
BT-121 Grund der Befreiung (Code) | BT-122 Nummer des beigefügten Dokuments | BT-123 Beschreibung des beigefügten Dokuments
BT-124 Internetadresse des beigefügten Dokuments | BT-125 Beigefügte Datei | BG-25 Position | BT-126 Nummer der Position
BT-127 Bemerkung zur Position | BT-128 Bezugsobjekt der Position | BT-129 Menge | BT-130 Einheit der Menge | BT-131 Nettobetrag der Position
BT-132 Bestellposition | BT-134 Beginn des Zeitraums der Position | BT-135 Ende des Zeitraums der Position | BG-26 Zeitraum der Position
BG-27 Nachlass auf die Position | BT-136 Betrag des Positionsnachlasses | BT-137 Grundbetrag des Positionsnachlasses
BT-138 Prozentsatz des Positionsnachlasses | BT-139 Grund des Positionsnachlasses | BT-140 Grund des Positionsnachlasses (Code)
BG-28 Zuschlag auf die Position | BT-141 Betrag des Positionszuschlags | BT-142 Grundbetrag des Positionszuschlags
BT-143 Prozentsatz des Positionszuschlags | BT-144 Grund des Positionszuschlags | BT-145 Grund des Positionszuschlags (Code)
BT-146 Nettopreis | BT-147 Preisnachlass | BT-148 Bruttopreis | BT-149 Menge, auf die sich der Preis bezieht | BT-150 Einheit der Preismenge
BG-30 Umsatzsteuer der Position | BT-151 Umsatzsteuerkategorie der Position | BT-152 Steuersatz der Position | BT-153 Bezeichnung des Artikels
BT-154 Beschreibung des Artikels | BT-157 Kennung des Artikels | BT-158 Einordnung des Artikels | BT-159 Herkunftsland | BG-32 Eigenschaft des Artikels
BT-160 Name der Eigenschaft | BT-161 Wert der Eigenschaft | BT-162 Weitere Zeile der Anschrift | BT-163 Weitere Zeile der Anschrift
BT-164 Weitere Zeile der Anschrift | BT-165 Weitere Zeile der Anschrift | BG-DEX-01 Unterposition | BG-DEX-06 Umsatzsteuer der Unterposition
BT-DEX-001 Art der Zahlung Dritter | BT-DEX-002 Betrag der Zahlung Dritter | BT-DEX-003 Beschreibung der Zahlung Dritter
`;

const nachNummer = new Map(
  namen
    .split(/[|\n]/)
    .map((eintrag) => eintrag.trim())
    .filter((eintrag) => eintrag !== "")
    .map((eintrag) => {
      const ende = eintrag.indexOf(" ");
      return [eintrag.slice(0, ende), eintrag.slice(ende + 1)] as const;
    }),
);

/** The German name of a business term or group; nothing for those that no rule names. */
export const begriffsname = (bt: string): string | undefined => nachNummer.get(bt);
