import { defineFormular, ENDE, feld, type Lebensangaben } from "#baukasten";
import { euro } from "#geld";

export const einkommensbaender = {
  b0: "weniger als 1.000 Euro",
  b1: "1.000 bis 2.000 Euro",
  b2: "2.000 bis 3.000 Euro",
  b3: "3.000 bis 4.500 Euro",
  b4: "4.500 bis 7.000 Euro",
  b5: "mehr als 7.000 Euro",
} as const;
const grenzen: Record<keyof typeof einkommensbaender, readonly [number, number]> = {
  b0: [0, euro(1000)],
  b1: [euro(1000), euro(2000)],
  b2: [euro(2000), euro(3000)],
  b3: [euro(3000), euro(4500)],
  b4: [euro(4500), euro(7000)],
  b5: [euro(7000), euro(20_000)],
};

/** Few questions on one page, none of them required: what is not answered stays open. */
export const fragen = defineFormular({
  start: "lage",
  seiten: {
    lage: {
      titel: "Was steht mir zu?",
      felder: {
        kinder: feld.text({
          label: "Wie alt sind die Kinder, die bei Ihnen leben?",
          hinweis: "In Jahren, zum Beispiel: 0, 3, 14. Ohne Kinder bleibt das Feld leer.",
          max: 60,
          optional: true,
        }),
        erwartet: feld.auswahl({ label: "Erwarten Sie ein Kind?", optionen: { ja: "Ja", nein: "Nein" }, optional: true }),
        allein: feld.auswahl({
          label: "Mit wem leben Sie?",
          optionen: { ja: "Allein, oder allein mit Kindern", nein: "Mit Ehe- oder Lebenspartner" },
          optional: true,
        }),
        unterhalt: feld.auswahl({
          label: "Wenn Sie Kinder haben und nicht mit dem anderen Elternteil leben: Zahlt er Unterhalt?",
          optionen: { nichts: "Nein, nichts", etwas: "Ja, etwas oder alles" },
          optional: true,
        }),
        einkommen: feld.auswahl({
          label: "Was verdienen Sie im Haushalt zusammen im Monat, vor Steuern?",
          optionen: einkommensbaender,
          optional: true,
        }),
        miete: feld.geld({
          label: "Wie hoch ist Ihre Warmmiete im Monat?",
          hinweis: "Leer lassen, wenn Sie nicht zur Miete wohnen.",
          optional: true,
        }),
        sgb: feld.auswahl({
          label: "Bekommen Sie Geld vom Jobcenter oder vom Sozialamt?",
          optionen: { ja: "Ja", nein: "Nein" },
          optional: true,
        }),
        sehen: feld.auswahl({
          label: "Sind Sie blind oder sehen Sie sehr schlecht?",
          optionen: {
            nein: "Nein",
            merkzeichen: "Ja, mit dem Merkzeichen Bl im Ausweis",
            vielleicht: "Ja, ohne dieses Merkzeichen",
          },
          optional: true,
        }),
        staat: feld.auswahl({
          label: "Sind Sie deutsch oder aus einem Land der EU, aus Island, Liechtenstein, Norwegen oder der Schweiz?",
          optionen: { ja: "Ja", nein: "Nein" },
          optional: true,
        }),
      },
    },
  },
  uebergaenge: { lage: ENDE },
});
type Antworten = NonNullable<NonNullable<typeof fragen.typ>["lage"]>;

const HOECHSTENS_KINDER = 12;
const jaNein = (wert: string | undefined) => (wert === undefined ? undefined : wert === "ja");

/** @returns the answers as the rules take them, or what is wrong, field by field */
export function leseLebensangaben(
  roh: Readonly<Record<string, string | undefined>>,
  wo: Pick<Lebensangaben, "heute" | "land" | "plz">,
): { ok: true; angaben: Lebensangaben } | { ok: false; fehler: Record<string, string> } {
  const pruefung = fragen.pruefeSeite("lage", roh, {});
  const alter = (roh.kinder ?? "")
    .split(/[^\d]+/)
    .filter(Boolean)
    .map(Number);
  const unsinn =
    alter.some((jahre) => jahre > 27) || alter.length > HOECHSTENS_KINDER || (/\S/.test(roh.kinder ?? "") && alter.length === 0);
  const fehler = {
    ...(!pruefung.ok && pruefung.fehler),
    ...(unsinn && {
      kinder: "Bitte geben Sie das Alter in ganzen Jahren an, zum Beispiel: 0, 3, 14. Es zählen Kinder bis 27 Jahre.",
    }),
  };
  if (!pruefung.ok || Object.keys(fehler).length > 0) return { ok: false, fehler };
  const a = pruefung.werte as Antworten;
  return {
    ok: true,
    angaben: {
      ...wo,
      kinderalter: alter,
      kindErwartet: a.erwartet === "ja",
      allein: jaNein(a.allein),
      unterhalt: a.unterhalt,
      bruttoCent: a.einkommen && grenzen[a.einkommen],
      warmmieteCent: a.miete,
      beziehtSgb: jaNein(a.sgb),
      blind: a.sehen,
      deutschOderEu: jaNein(a.staat),
    },
  };
}
