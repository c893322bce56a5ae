import { plusMonate } from "#kalender";
import {
  andereLeistung,
  andererImHaushalt,
  beantragt,
  bestimmt,
  einkuenfteImInland,
  elternArbeitenImInland,
  geburtsdatum,
  hoechsterUnterhalt,
  ibanBekannt,
  inDeutschlandSeit,
  kindschaft,
  lebtBeimAnderen,
  lebtDortSeit,
  lebtImHaushalt,
  r,
  staat,
  weiteresKind,
  wohntInDeutschland,
} from "./fakten.ts";
import { geborenSeit, ohneAntrag, wartezeitUnion } from "./parameter.ts";

// § 62: who has a claim.
export const inland = r.eine("Wohnsitz oder Steuerpflicht im Inland", "§ 62 Abs. 1 Satz 1 EStG", [
  r.knoten("Wohnsitz im Inland", "§ 62 Abs. 1 Satz 1 Nr. 1 EStG", { wohntInDeutschland }, (f) => f.wohntInDeutschland, {
    ja: "Sie wohnen in Deutschland.",
    nein: "",
  }),
  r.person(
    "unbeschraenktSteuerpflichtig",
    "Ohne Wohnsitz unbeschränkt einkommensteuerpflichtig",
    "§ 62 Abs. 1 Satz 1 Nr. 2 EStG",
    "beurteilung",
    {
      ja: "Sie sind in Deutschland unbeschränkt steuerpflichtig.",
      nein: "Sie sind in Deutschland nicht unbeschränkt steuerpflichtig.",
    },
  ),
]);
const istStaat = (titel: string, norm: string, gemeint: string) => r.knoten(titel, norm, { staat }, (f) => f.staat === gemeint);
const wartezeit = r.parameter(wartezeitUnion, "§ 62 Abs. 1a Satz 1 EStG");
const langeHier = r.knoten(
  "Drei Monate nach dem Zuzug",
  "§ 62 Abs. 1a Satz 1 EStG",
  { inDeutschlandSeit, wartezeit },
  (f, tag) => tag >= plusMonate(f.inDeutschlandSeit, f.wartezeit),
  { ja: "", nein: "Sie sind noch keine drei Monate in Deutschland und haben hier keine Einkünfte." },
);
const hatEinkuenfte = r.knoten(
  "Einkünfte im Inland",
  "§ 62 Abs. 1a Satz 2 EStG",
  { einkuenfteImInland },
  (f) => f.einkuenfteImInland,
);
export const aufenthalt = r.eine("Staatsangehörigkeit oder Aufenthalt", "§ 62 Abs. 1a und 2 EStG", [
  istStaat("Deutsche Staatsangehörigkeit", "§ 62 Abs. 1 EStG", "deutsch"),
  r.alle("Freizügigkeit", "§ 62 Abs. 1a EStG", [
    istStaat("Angehörige eines Staates der EU, des EWR oder der Schweiz", "§ 62 Abs. 1a EStG", "union"),
    r.eine("Nach drei Monaten oder mit Einkünften", "§ 62 Abs. 1a EStG", [langeHier, hatEinkuenfte]),
  ]),
  r.alle("Aufenthaltstitel", "§ 62 Abs. 2 EStG", [
    istStaat("Andere Staatsangehörigkeit", "§ 62 Abs. 2 EStG", "andere"),
    r.person("aufenthaltBerechtigt", "Aufenthaltstitel berechtigt", "§ 62 Abs. 2 EStG", "beurteilung", {
      ja: "Ihr Aufenthaltstitel berechtigt zum Kindergeld.",
      nein: "Ihr Aufenthaltstitel berechtigt nicht zum Kindergeld.",
    }),
  ]),
]);

// § 63 Abs. 1, § 32 Abs. 1: whose child.
const istKindschaft = (titel: string, norm: string, gemeint: string, ja: string, nein = "") =>
  r.knoten(titel, norm, { kindschaft }, (f) => f.kindschaft === gemeint, { ja, nein });
const imHaushalt = r.knoten("Im eigenen Haushalt", "§ 64 Abs. 2 Satz 1 EStG", { lebtImHaushalt }, (f) => f.lebtImHaushalt, {
  ja: "Das Kind lebt in Ihrem Haushalt.",
  nein: "",
});
export const istKind = r.eine("Zu berücksichtigendes Kind", "§ 63 Abs. 1 Satz 1 EStG", [
  istKindschaft(
    "Eigenes Kind",
    "§ 32 Abs. 1 Nr. 1, § 63 Abs. 1 Satz 1 Nr. 1 EStG",
    "eigenes",
    "Sie sind Mutter oder Vater des Kindes.",
    "Das Kind ist nicht Ihr eigenes.",
  ),
  r.alle("Kind des Ehegatten oder Enkelkind im Haushalt", "§ 63 Abs. 1 Satz 1 Nr. 2 und 3 EStG", [
    istKindschaft(
      "Kind des Ehegatten oder Enkelkind",
      "§ 63 Abs. 1 Satz 1 Nr. 2 und 3 EStG",
      "haushalt",
      "Sie haben das Kind Ihres Ehegatten oder Ihr Enkelkind aufgenommen.",
    ),
    imHaushalt,
  ]),
  r.alle("Pflegekind", "§ 32 Abs. 1 Nr. 2 EStG", [
    istKindschaft("Als Pflegekind genannt", "§ 32 Abs. 1 Nr. 2 EStG", "pflege", ""),
    r.person("pflegekind", "Familienähnliches, auf Dauer angelegtes Band", "§ 32 Abs. 1 Nr. 2 EStG", "beurteilung", {
      ja: "Das Kind ist Ihr Pflegekind.",
      nein: "Das Kind ist kein Pflegekind im Sinne des Gesetzes.",
    }),
  ]),
]);

// § 64: one person gets it, the one in whose household the child lives.
const schonDort = r.knoten("Lebt dort schon", "§ 64 Abs. 2 Satz 1 EStG", { lebtDortSeit }, (f, tag) => f.lebtDortSeit <= tag, {
  ja: "",
  nein: "Das Kind lebte in diesem Zeitraum noch nicht bei Ihnen.",
});
const alleinDort = r.knoten(
  "Niemand sonst im Haushalt berechtigt",
  "§ 64 Abs. 2 Satz 1 EStG",
  { andererImHaushalt },
  (f) => !f.andererImHaushalt,
);
const empfaenger = r.knoten("Untereinander bestimmt", "§ 64 Abs. 2 Satz 2 EStG", { bestimmt }, (f) => f.bestimmt, {
  ja: "Sie sollen das Kindergeld für die Familie bekommen.",
  nein: "Für die Familie soll eine andere Person das Kindergeld bekommen.",
});
const nichtBeimAnderen = r.knoten(
  "Nicht im Haushalt einer anderen berechtigten Person",
  "§ 64 Abs. 2 Satz 1, Abs. 3 EStG",
  { lebtBeimAnderen },
  (f) => !f.lebtBeimAnderen,
  { ja: "", nein: "Das Kind lebt bei einer anderen berechtigten Person. Diese bekommt das Kindergeld." },
);
const zahltAmMeisten = r.knoten(
  "Zahlt den höchsten Unterhalt",
  "§ 64 Abs. 3 EStG",
  { hoechsterUnterhalt },
  (f) => f.hoechsterUnterhalt,
  {
    ja: "Das Kind lebt nicht mehr bei den Eltern, und Sie zahlen ihm den höchsten Unterhalt.",
    nein: "Das Kind lebt nicht bei Ihnen, und eine andere Person zahlt ihm mehr Unterhalt.",
  },
);
export const vorrang = r.eine("Vorrang unter mehreren Berechtigten", "§ 64 EStG", [
  r.alle("Kind im Haushalt", "§ 64 Abs. 2 EStG", [
    imHaushalt,
    schonDort,
    r.eine("Allein oder bestimmt", "§ 64 Abs. 2 EStG", [alleinDort, empfaenger]),
  ]),
  r.alle("Kind außerhalb der Haushalte", "§ 64 Abs. 3 EStG", [
    r.nicht("Nicht im eigenen Haushalt", "§ 64 Abs. 3 EStG", imHaushalt, { ja: "", nein: "" }),
    nichtBeimAnderen,
    zahltAmMeisten,
  ]),
]);

// § 65: not twice for one child.
export const keineAndere = r.knoten("Keine vergleichbare Leistung", "§ 65 EStG", { andereLeistung }, (f) => !f.andereLeistung, {
  ja: "",
  nein: "Für das Kind gibt es schon eine vergleichbare Leistung aus dem Ausland.",
});

// § 67: applied for, or known to be due without; the second way is a plan, see README.
const geplant = "Gesetzentwurf 2026 zum Kindergeld ohne Antrag (geplant)";
const stufe = r.parameter(ohneAntrag, "§ 67 EStG");
export const antrag = r.eine("Beantragt oder ohne Antrag zu zahlen", "§ 67 EStG", [
  r.knoten("Antrag gestellt", "§ 67 Satz 1 EStG", { beantragt }, (f) => f.beantragt),
  r.alle("Ohne Antrag zu zahlen", geplant, [
    r.eine(
      "Stufe erreicht",
      geplant,
      [
        r.knoten("Stufe für alle Kinder", geplant, { stufe, geburtsdatum }, (f) =>
          geborenSeit(f.stufe.alleKinderAb, f.geburtsdatum),
        ),
        r.alle("Weiteres Kind der Familie", geplant, [
          r.knoten("Stufe für weitere Kinder", geplant, { stufe, geburtsdatum }, (f) =>
            geborenSeit(f.stufe.weitereKinderAb, f.geburtsdatum),
          ),
          r.knoten("Älteres Kind mit Kindergeld", geplant, { weiteresKind }, (f) => f.weiteresKind),
        ]),
      ],
      {
        ja: "Für neugeborene Kinder wird Kindergeld ohne Antrag gezahlt.",
        nein: "Für dieses Kind muss Kindergeld beantragt werden.",
      },
    ),
    r.knoten("Bankverbindung bekannt", geplant, { ibanBekannt }, (f) => f.ibanBekannt, {
      ja: "",
      nein: "Ohne bekannte Bankverbindung muss Kindergeld beantragt werden.",
    }),
    r.knoten("Ein Elternteil arbeitet im Inland", geplant, { elternArbeitenImInland }, (f) => f.elternArbeitenImInland, {
      ja: "",
      nein: "Arbeitet kein Elternteil in Deutschland, muss Kindergeld beantragt werden.",
    }),
  ]),
]);
