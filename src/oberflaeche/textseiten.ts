import type { Mandant } from "#tenants";

const anschrift = ({ name, einstellungen: { anschrift: a, kontakt } }: Mandant) =>
  `${name}, ${a.strasse} ${a.hausnummer}, ${a.plz} ${a.ort}, Telefon ${kontakt.telefon}, E-Mail ${kontakt.email}`;

/** Pages that the law asks of every public web site, from the Mandant's settings. */
export const textseiten: Readonly<Record<string, { titel: string; absaetze(mandant: Mandant): string[] }>> = {
  "/impressum": {
    titel: "Impressum",
    absaetze: (mandant) => [
      `Herausgeber dieser Seiten ist: ${anschrift(mandant)}.`,
      "Die Plattform ist quelloffene Software (Fachwerk, Lizenz EUPL-1.2).",
    ],
  },
  "/datenschutzerklaerung": {
    titel: "Datenschutzerklärung",
    absaetze: (mandant) => [
      `Verantwortlich ist: ${anschrift(mandant)}. Unter dieser Anschrift erreichen Sie auch die Datenschutzbeauftragten.`,
      "Wir verarbeiten Ihre Angaben, um Ihren Antrag zu bearbeiten. Die Rechtsgrundlagen stehen bei jeder Leistung und bei jedem Registerabruf.",
      "Entwürfe, die Sie nicht absenden, löschen wir sechzig Tage nach der letzten Änderung. Abgesendete Anträge bewahren wir so lange auf, wie es für die Leistung vorgeschrieben ist.",
      "Wir setzen nur Cookies, die für Anmeldung und Formular nötig sind. Es gibt keine Werbung und keine Auswertung Ihres Verhaltens.",
      "Im Datenschutzcockpit sehen Sie nach der Anmeldung jeden Abruf Ihrer Daten. Sie haben das Recht auf Auskunft, Berichtigung, Löschung und Beschwerde bei der Aufsichtsbehörde.",
    ],
  },
  "/barrierefreiheit": {
    titel: "Erklärung zur Barrierefreiheit",
    absaetze: (mandant) => [
      "Diese Seiten sollen ohne Maus, mit Screenreader, vergrößert, ohne JavaScript und auf kleinen Geräten benutzbar sein. Bescheide sind getaggte PDF-Dateien (PDF/UA).",
      "Automatische Prüfungen nach WCAG laufen bei jeder Änderung. Eine Prüfung durch Menschen mit Behinderungen steht noch aus.",
      `Ist Ihnen eine Barriere aufgefallen? Bitte melden Sie sich: ${anschrift(mandant)}. Sie können auch Hilfe am Telefon bekommen.`,
    ],
  },
};
