import { formatiereZeitraum } from "#baukasten";
import type { Betroffener } from "#betroffene";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import { gruppiere, type Knotenblatt, type Parameterblatt, type Rechtsdokument } from "#rechtsansicht";
import { findBeruehrungen, kurzform } from "#versionen";
import type { Band, Wirkung } from "#wirkung";
import type { Ausgabe } from "./befehl.ts";

export const euro = (cent: number) => formatiereEuro(cent).replaceAll("\u00a0", " ");

/** One line of what would change for a decision. */
export function betroffenerInWorten({ ergebnisBisher, ergebnisNeu, unterschiede, nachvollzogen }: Betroffener): string {
  const wechsel =
    ergebnisNeu === "offen"
      ? `${ergebnisBisher}, neu zu prüfen`
      : ergebnisBisher === ergebnisNeu
        ? ergebnisBisher
        : `${ergebnisBisher} wird ${ergebnisNeu}`;
  return `${wechsel}; ${betraegeInWorten(unterschiede)}${nachvollzogen ? "" : " (mit anderer Fassung entschieden)"}`;
}

const betraegeInWorten = (unterschiede: Betroffener["unterschiede"]): string =>
  unterschiede.length === 0
    ? "kein anderer Betrag"
    : unterschiede
        .map(({ name, von, bis, bisherCent, neuCent }) => {
          const wofuer = [name, von && formatiereZeitraum(von, bis)].filter((teil) => teil !== "").join(" ");
          return `${wofuer} ${euro(bisherCent)} → ${euro(neuCent)}`;
        })
        .join(", ");

export function zeigeWirkung(wirkung: Wirkung, ausgabe: Ausgabe): void {
  const { gesamt } = wirkung;
  ausgabe.text(
    `${gesamt.faelle} Fälle: ${gesamt.mehr} bekommen mehr, ${gesamt.weniger} weniger, ${gesamt.gleich} gleich viel, ${gesamt.offen} nicht berechenbar.`,
  );
  ausgabe.text(
    `Neu bewilligt ${wirkung.neuBewilligt}, nicht mehr bewilligt ${wirkung.neuAbgelehnt}. Im Jahr ${euro(gesamt.differenzJahrCent)}.`,
  );
  const zeile = ({
    titel,
    faelle,
    mehr,
    weniger,
    differenzJahrCent,
  }: Pick<Band, "titel" | "faelle" | "mehr" | "weniger" | "differenzJahrCent">) =>
    `  ${titel.padEnd(38)} ${String(faelle).padStart(6)} ${String(mehr).padStart(6)} ${String(weniger).padStart(8)} ${euro(differenzJahrCent).padStart(16)}`;
  ausgabe.text(`\n  ${"Einkommen des Haushalts im Monat".padEnd(38)}  Fälle   mehr  weniger          im Jahr`);
  for (const band of [...wirkung.jeZehntel, ...wirkung.jeGruppe]) ausgabe.text(zeile(band));
  ausgabe.text(`\n  ${"Änderung im Monat".padEnd(38)}  Fälle`);
  for (const { titel, faelle } of wirkung.jeBetrag)
    if (faelle > 0) ausgabe.text(`  ${titel.padEnd(38)} ${String(faelle).padStart(6)}`);
}

export function zeigeDokument(dokument: Rechtsdokument, fingerabdruck: string, ausgabe: Ausgabe): void {
  const titel = new Map(dokument.knoten.map(({ schluessel, titel: each }) => [schluessel, each]));
  const saetze = new Map(dokument.parameter.map((each) => [each.schluessel, each]));
  const faelle = findBeruehrungen(dokument.schluessel);
  ausgabe.text(
    `${dokument.name}, Fassung ${dokument.version} (${kurzform(fingerabdruck)}), ${dokument.rechtsgebiet}, automatisch: ${dokument.automatik}`,
  );
  for (const { gesetz, stelle, knoten } of gruppiere(dokument.knoten)) {
    ausgabe.text(`\n${`${stelle} ${gesetz}`.trim()}`);
    for (const each of knoten) {
      ausgabe.text(`  ${each.titel}  [${each.art}${each.norm ? `, ${each.norm}` : ""}]`);
      for (const zeile of einzelheiten(each, titel)) ausgabe.text(`      ${zeile}`);
      for (const zeile of saetzeInWorten(each.parameter ? saetze.get(each.parameter) : undefined)) ausgabe.text(`      ${zeile}`);
      for (const { wert, anzahl, faelle: namen } of faelle?.knoten[each.schluessel] ?? [])
        ausgabe.text(`      ${wert} in ${anzahl} Probefällen, z. B. „${namen[0]}“`);
    }
  }
  const daneben = dokument.parameter.filter((each) => each.daneben);
  if (daneben.length > 0) ausgabe.text("\nWeitere Sätze, die in keinem Knoten stehen");
  for (const each of daneben) {
    ausgabe.text(`  ${each.titel}, ${each.einheit}`);
    for (const zeile of saetzeInWorten(each)) ausgabe.text(`      ${zeile}`);
  }
}

function saetzeInWorten(parameter: Parameterblatt | undefined): string[] {
  if (!parameter) return [];
  const bekannt = (seit: string | undefined) => (seit ? `, bekannt seit ${formatiereDatum(seit)}` : "");
  return [
    ...parameter.saetze.map(
      ({ gueltigAb, text, quelle, bekanntSeit }) =>
        `ab ${formatiereDatum(gueltigAb)}: ${text}  (${quelle}${bekannt(bekanntSeit)})`,
    ),
    ...(parameter.nach ? [`es zählt: ${parameter.nach}`] : []),
    parameter.satzung ? "setzt jeder Mandant durch Satzung" : `geprüft bis ${formatiereDatum(parameter.geprueftBis)}`,
  ];
}

function einzelheiten({ eingaben, ja, nein, klaertDurch, bindung }: Knotenblatt, titel: ReadonlyMap<string, string>): string[] {
  return [
    ...(bindung === "gebunden" ? [] : [`${bindung}: entscheidet immer ein Mensch`]),
    ...(klaertDurch ? [`geklärt durch ${klaertDurch.titel}`] : []),
    ...(eingaben.length > 0 ? [`aus: ${eingaben.map(({ knoten }) => titel.get(knoten) ?? knoten).join(", ")}`] : []),
    ...(ja ? [`ja: „${ja}“`] : []),
    ...(nein ? [`nein: „${nein}“`] : []),
  ];
}
