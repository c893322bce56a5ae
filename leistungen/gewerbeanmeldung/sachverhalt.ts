import { type BeteiligtePerson, type Fakt, KeinSatz, type Kontext, type Sachverhalt, type Saetze, schlageNach } from "#baukasten";
import { formatiereDatum, plusMonate } from "#kalender";
import { gewerbe, klingtNach, type Pflicht, pflichten } from "./erlaubnisse.ts";
import { formular, type GwAntworten } from "./formular.ts";

const eigene = { quelle: "Ihre Angabe", stand: null };

/**
 * The receipt confirms that a notice came in, and is due whether or not a licence is missing (§ 15 Abs. 1 GewO). What the office has to look
 * at because of the notice goes into `nachsehen`; only what makes it doubtful that there is a notice at all keeps the receipt back.
 */
export function sachverhalt(kontext: Kontext, saetze: Saetze): Sachverhalt {
  const a = kontext.antworten as GwAntworten;
  const fakten: Record<string, Fakt> = {};
  const vonHand: string[] = [];
  const setze = (name: string, wert: unknown) => {
    if (wert !== undefined && wert !== "") fakten[name] = { wert, herkunft: eigene };
  };
  const gmbh = a.rechtsform?.form !== "natuerlich";
  setze("vollstaendig", formular.ersteOffene(kontext.antworten, kontext.eingegangenAm) === undefined);
  setze("anzeigepflichtig", gmbh ? a.anzeigende?.vertritt : true);
  if (a.keinGewerbe?.trifftZu !== undefined) setze("istGewerbe", !a.keinGewerbe.trifftZu);
  setze("inhaber", inhaberAus(kontext, a));
  if (gmbh) {
    const { gericht, nummer } = a.registereintrag ?? {};
    setze("eintrag", a.gesellschaft?.stand === "gruendung" ? "in Gründung" : gericht && nummer && `${gericht}, ${nummer}`);
    setze("vertretung", a.vertreter?.personen?.map(({ vornamen, nachname }) => `${vornamen} ${nachname}`).join(", "));
  }
  setze("betriebsstaette", zeile(a.betrieb));
  setze("niederlassung", a.niederlassung?.art && formular.seiten.niederlassung?.felder.art?.zeige(a.niederlassung.art as never));
  setze("beschreibung", a.taetigkeit?.beschreibung);
  setze("beginn", a.taetigkeit?.beginn);
  if (a.taetigkeit?.nebenerwerb !== undefined) setze("erwerb", a.taetigkeit.nebenerwerb ? "Nebenerwerb" : "Haupterwerb");
  if (a.personal) setze("personal", `${a.personal.vollzeit ?? 0} in Vollzeit, ${a.personal.teilzeit ?? 0} in Teilzeit`);
  const { satz, norm } = pflichtFuer(kontext, a, saetze) ?? {};
  if (satz) fakten.hinweis = { wert: satz, herkunft: { quelle: norm ?? "", stand: null } };

  if (a.rechtsform?.form === "andere")
    vonHand.push("Andere Rechtsform: Wer anzeigen muss, prüft ein Mensch (bei Personengesellschaften jeder Gesellschafter).");
  const ort = a.betrieb?.ort;
  if (ort && kontext.mandant && !kontext.mandant.name.toLocaleLowerCase("de").includes(ort.toLocaleLowerCase("de")))
    vonHand.push(`Die Betriebsstätte liegt in ${ort}; ist eine andere Behörde zuständig?`);
  return { fakten, vonHand, nachsehen: nachzusehen(kontext, a, saetze) };
}

const zeile = (ort: { strasse?: string; hausnummer?: string; plz?: string; ort?: string } | undefined) =>
  ort && `${ort.strasse} ${ort.hausnummer}, ${ort.plz} ${ort.ort}`;

const inhaberAus = ({ antragsteller }: Kontext, a: GwAntworten) =>
  a.rechtsform?.form === "natuerlich" ? `${antragsteller.vornamen} ${antragsteller.nachname}` : a.gesellschaft?.firma;

function pflichtFuer({ eingegangenAm }: Kontext, a: GwAntworten, saetze: Saetze): Pflicht | undefined {
  const genannt = a.erlaubnis?.gewerbe;
  if (!genannt) return undefined;
  try {
    return schlageNach(saetze(pflichten), eingegangenAm, { gewerbe: genannt });
  } catch (error) {
    // Without the table of the day nobody is told that nothing is needed; the fee of the same day is missing as well, so a person decides.
    if (!(error instanceof KeinSatz)) throw error;
    return undefined;
  }
}

/** For the office, after the receipt. */
function nachzusehen(kontext: Kontext, a: GwAntworten, saetze: Saetze): string[] {
  const gruende: string[] = [];
  const { beschreibung = "", beginn, art } = a.taetigkeit ?? {};
  const genannt = a.erlaubnis?.gewerbe;
  const pflicht = pflichtFuer(kontext, a, saetze);
  if (genannt && pflicht && pflicht.art !== "keine") {
    const stand = a.erlaubnisstand?.liegtVor ? "liegt nach eigener Angabe vor" : "fehlt nach eigener Angabe";
    gruende.push(
      pflicht.art === "ueberwachung"
        ? `${gewerbe[genannt]}: Zuverlässigkeit unverzüglich prüfen (${pflicht.norm}).`
        : `${gewerbe[genannt]}: ${pflicht.art === "erlaubnis" ? "Erlaubnis" : "Eintragung in die Handwerksrolle"} (${pflicht.norm}) ${stand}.`,
    );
  }
  const klingt = klingtNach(beschreibung);
  if (klingt && klingt !== genannt) gruende.push(`Die Beschreibung klingt nach „${gewerbe[klingt]}“; angegeben ist das nicht.`);
  if (art === "handwerk" && genannt !== "handwerk")
    gruende.push("Handwerk angegeben: Ist es zulassungspflichtig (Anlage A zur HwO)?");
  if (a.person?.staat === "andere")
    gruende.push(
      a.aufenthalt?.erlaubt
        ? "Aufenthaltstitel prüfen: Er soll eine selbständige Tätigkeit erlauben."
        : "Der Aufenthaltstitel erlaubt nach eigener Angabe keine selbständige Tätigkeit.",
    );
  if (beginn && beginn < plusMonate(kontext.eingegangenAm, -1))
    gruende.push(`Verspätet angezeigt: Beginn war am ${formatiereDatum(beginn)}.`);
  if (beginn && beginn > plusMonate(kontext.eingegangenAm, 6))
    gruende.push(`Der Beginn liegt weit voraus: ${formatiereDatum(beginn)}.`);
  if (a.rechtsform?.form === "gmbh" && a.gesellschaft?.stand === "gruendung")
    gruende.push("GmbH in Gründung: Gründungsvertrag und Vollmacht der Gründer anfordern.");
  return gruende;
}

export function beteiligte({ antworten, antragsteller }: Pick<Kontext, "antworten" | "antragsteller">): BeteiligtePerson[] {
  const { wohnung, person } = antworten as GwAntworten;
  return [
    {
      rolle: "antragsteller",
      vornamen: antragsteller.vornamen,
      nachname: antragsteller.nachname,
      ...(person?.geburtsdatum && { geburtsdatum: person.geburtsdatum }),
      ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
      ...(wohnung && {
        anschrift: {
          strasse: wohnung.strasse ?? "",
          hausnummer: wohnung.hausnummer ?? "",
          plz: wohnung.plz ?? "",
          ort: wohnung.ort ?? "",
        },
      }),
      auskunftssperre: false,
    },
  ];
}
