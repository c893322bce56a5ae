import { defineTafel } from "#baukasten";

/** Trades of which the law wants more than a notice. */
export const gewerbe = {
  keines: "Nein, nichts davon",
  bewachung: "Bewachung",
  makler: "Immobilien- oder Darlehensvermittlung, Bauträger, Wohnimmobilienverwaltung",
  versicherung: "Versicherungsvermittlung oder -beratung",
  finanzanlagen: "Finanzanlagenvermittlung",
  pfandleihe: "Pfandleihe",
  versteigerung: "Versteigerung",
  spiel: "Spielgeräte, Spielhalle",
  gaststaette: "Gaststätte mit Alkoholausschank",
  arbeitnehmerueberlassung: "Arbeitnehmerüberlassung (Zeitarbeit)",
  personenbefoerderung: "Taxi, Mietwagen, Personenbeförderung",
  gueterverkehr: "Güterkraftverkehr für andere über 3,5 Tonnen",
  prostitution: "Prostitutionsgewerbe",
  handwerk: "Zulassungspflichtiges Handwerk, zum Beispiel Friseur, Elektro, Dach, Kfz",
  ueberwacht:
    "Handel mit Gebrauchtem wie Fahrzeugen, Edelmetall, Elektronik; Auskunftei, Detektei, Ehevermittlung, Reisebüro, Schlüsseldienst",
} as const;
export type Gewerbe = keyof typeof gewerbe;

/** What it needs besides, who says so, and how the person reads it. */
export type Pflicht = { art: "keine" | "erlaubnis" | "handwerksrolle" | "ueberwachung"; norm: string; satz: string };
const pflicht = (angaben: Pflicht): Pflicht => angaben;
const erlaubnis = (norm: string): Pflicht => ({
  art: "erlaubnis",
  norm,
  satz: `Für dieses Gewerbe brauchen Sie eine Erlaubnis (${norm}). Beginnen Sie erst, wenn Sie sie haben.`,
});

export const pflichten = defineTafel({
  schluessel: "pflichtenNebenDerAnzeige",
  titel: "Was neben der Anzeige nötig ist",
  treffer: "unique",
  spalten: { gewerbe: { art: "auswahl", titel: "Gewerbe", werte: Object.keys(gewerbe) as Gewerbe[], worte: gewerbe } },
  saetze: [
    {
      gueltigAb: "2023-01-01",
      quelle: "GewO, GastG, AÜG, PBefG, GüKG, ProstSchG, HwO; Landesrecht kann abweichen",
      wert: [
        { wenn: { gewerbe: "keines" }, dann: pflicht({ art: "keine", norm: "", satz: "" }) },
        { wenn: { gewerbe: "bewachung" }, dann: erlaubnis("§ 34a GewO") },
        { wenn: { gewerbe: "makler" }, dann: erlaubnis("§§ 34c, 34i GewO") },
        { wenn: { gewerbe: "versicherung" }, dann: erlaubnis("§ 34d GewO") },
        { wenn: { gewerbe: "finanzanlagen" }, dann: erlaubnis("§ 34f GewO") },
        { wenn: { gewerbe: "pfandleihe" }, dann: erlaubnis("§ 34 GewO") },
        { wenn: { gewerbe: "versteigerung" }, dann: erlaubnis("§ 34b GewO") },
        { wenn: { gewerbe: "spiel" }, dann: erlaubnis("§§ 33c, 33i GewO oder Landesrecht") },
        { wenn: { gewerbe: "gaststaette" }, dann: erlaubnis("§ 2 GastG oder Landesrecht") },
        { wenn: { gewerbe: "arbeitnehmerueberlassung" }, dann: erlaubnis("§ 1 AÜG") },
        { wenn: { gewerbe: "personenbefoerderung" }, dann: erlaubnis("§ 2 PBefG") },
        { wenn: { gewerbe: "gueterverkehr" }, dann: erlaubnis("§ 3 GüKG") },
        { wenn: { gewerbe: "prostitution" }, dann: erlaubnis("§ 12 ProstSchG") },
        {
          wenn: { gewerbe: "handwerk" },
          dann: pflicht({
            art: "handwerksrolle",
            norm: "§ 1 HwO",
            satz: "Für ein zulassungspflichtiges Handwerk müssen Sie in die Handwerksrolle eingetragen sein (§ 1 HwO). Wenden Sie sich an die Handwerkskammer, und beginnen Sie erst danach.",
          }),
        },
        {
          wenn: { gewerbe: "ueberwacht" },
          dann: pflicht({
            art: "ueberwachung",
            norm: "§ 38 GewO",
            satz: "Ihr Gewerbe ist überwachungsbedürftig (§ 38 GewO). Bitte beantragen Sie sofort ein Führungszeugnis und eine Auskunft aus dem Gewerbezentralregister für Behörden.",
          }),
        },
      ],
    },
  ],
  geprueftBis: "2026-12-31",
});

/** Words of a description that belong to a trade; somebody looks where the person ticked none. */
const woerter: Partial<Record<Gewerbe, RegExp>> = {
  bewachung: /bewach|wachdienst|security|türsteher|objektschutz/i,
  makler: /makler|bauträger|immobilienverwalt|hausverwalt/i,
  versicherung: /versicherungs(vermitt|makler|vertret|berat)/i,
  finanzanlagen: /finanzanlage|fondsvermitt/i,
  spiel: /spielhalle|geldspiel|spielautomat/i,
  gaststaette: /gaststätte|kneipe|schankwirt|\bbar\b|cocktail|alkohol/i,
  arbeitnehmerueberlassung: /zeitarbeit|leiharbeit|arbeitnehmerüberlassung/i,
  personenbefoerderung: /\btaxi|mietwagen|personenbeförderung/i,
  gueterverkehr: /güterkraft|spedition|umzugstransport/i,
  handwerk:
    /friseur|elektroinstall|elektriker|dachdeck|maurer|installateur|tischler|schreiner|fliesenleg|kfz-werkstatt|zimmerei|stuckateur|bäckerei|konditorei|fleischerei/i,
  ueberwacht: /gebrauchtwagen|gebrauchtfahrzeug|altgold|edelmetall|detektei|schlüsseldienst|reisebüro|auskunftei/i,
};
export const klingtNach = (beschreibung: string): Gewerbe | undefined =>
  (Object.keys(woerter) as Gewerbe[]).find((name) => woerter[name]?.test(beschreibung));
