import { fuerMandant, type Leistung } from "#baukasten";
import { mandantenrecht } from "#bearbeitung";
import { findeBetroffene, liesRueckwirkung, type Rueckwirkung } from "#betroffene";
import { systemClock } from "#clock";
import { formatiereDatum, istDatum, monatVon } from "#kalender";
import { parameterblaetter, vergleicheDokumente } from "#rechtsansicht";
import { findBeruehrungen, findDokument, kurzform, laufendeVersion, listeVersionen } from "#versionen";
import { fasseZusammen, liesAenderung, schreibeFort, vergleicheFall, wendeAn } from "#wirkung";
import { type Befehl, Falschaufruf, Verweigert } from "./befehl.ts";
import { brauchtLeistung } from "./leistung.ts";
import { mitSystem } from "./mit-system.ts";
import { betroffenerInWorten, euro, zeigeDokument, zeigeWirkung } from "./recht-ausgabe.ts";

const verlange = (gelesen: Rueckwirkung): void => {
  if (gelesen.art === "fehler") throw new Verweigert(gelesen.text);
};
const istSatzung = (leistung: Leistung, text: string): boolean =>
  parameterblaetter(leistung).some(({ schluessel, satzung }) => satzung && text.trim().split(/[=\s]/)[0] === schluessel);

/** The law of a Leistung: shown, compared, tried out. */
export const rechtsbefehle: readonly Befehl[] = [
  {
    name: "leistung zeige",
    aufruf: "<schluessel>",
    text: "Zeigt die Regeln in der Reihenfolge des Gesetzes, mit Normen, Sätzen, Quellen und Probefällen.",
    async fuehreAus([schluessel], _optionen, ausgabe) {
      const { dokument, fingerabdruck } = laufendeVersion(brauchtLeistung(schluessel));
      zeigeDokument(dokument, fingerabdruck, ausgabe);
      ausgabe.daten({ ...dokument, fingerabdruck, beruehrungen: findBeruehrungen(dokument.schluessel) ?? null });
      return 0;
    },
  },
  {
    name: "leistung fassungen",
    aufruf: "<schluessel>",
    text: "Zeigt die Fassungen, die diese Installation kennt.",
    async fuehreAus([schluessel], _optionen, ausgabe) {
      const leistung = brauchtLeistung(schluessel);
      const laufende = laufendeVersion(leistung).fingerabdruck;
      return mitSystem(async (system) => {
        for (const { version, fingerabdruck, erfasstAm } of await system.db.inTransaction("installation", (tx) =>
          listeVersionen(tx, leistung.schluessel),
        )) {
          const laeuft = fingerabdruck === laufende;
          ausgabe.text(`${kurzform(fingerabdruck)}  ${version.padEnd(10)} ${erfasstAm.toISOString()}${laeuft ? "  läuft" : ""}`);
          ausgabe.daten({ fingerabdruck, version, erfasstAm, laeuft });
        }
        return 0;
      });
    },
  },
  {
    name: "leistung unterschied",
    aufruf: "<schluessel> <alt> <neu>",
    text: "Sagt in Worten, was zwei Fassungen unterscheidet; gemeint sind Anfänge ihrer Fingerabdrücke.",
    async fuehreAus([schluessel, alt, neu], _optionen, ausgabe) {
      const leistung = brauchtLeistung(schluessel);
      if (!alt || !neu) throw new Falschaufruf("Es fehlen die beiden Fassungen; „fachwerk leistung fassungen“ nennt sie.");
      return mitSystem(async (system) => {
        const [vorher, nachher] = await system.db.inTransaction("installation", async (tx) => [
          await findDokument(tx, leistung.schluessel, alt),
          await findDokument(tx, leistung.schluessel, neu),
        ]);
        const fehlt = !vorher ? alt : neu;
        if (!vorher || !nachher)
          throw new Verweigert(`Eine Fassung „${fehlt}“ ist hier nicht bekannt, oder mehrere beginnen so.`);
        const unterschiede = vergleicheDokumente(vorher.dokument, nachher.dokument);
        for (const { bereich, text } of unterschiede) ausgabe.text(`${bereich.padEnd(10)} ${text}`);
        if (unterschiede.length === 0) ausgabe.text("Kein Unterschied.");
        ausgabe.daten({ alt: vorher.fingerabdruck, neu: nachher.fingerabdruck, unterschiede });
        return 0;
      });
    },
  },
  {
    name: "leistung betroffen",
    aufruf: "<schluessel> --parameter <name>[=<wert> --ab 2026-01-01]",
    text: "Listet Bescheide, die mit einem früheren Satz entschieden sind, und was sich ändern würde. Ändert nichts.",
    optionen: {
      parameter: { type: "string", text: "Name: der Satz mit „bekanntSeit“ im Gesetz; mit Wert: eine gedachte Änderung" },
      ab: { type: "string", text: "Tag, ab dem der gedachte Satz gilt" },
      mandant: { type: "string", text: "nur dieser Mandant; sonst alle" },
    },
    async fuehreAus([schluessel], { parameter, ab, mandant: nur }, ausgabe) {
      const leistung = brauchtLeistung(schluessel);
      if (typeof parameter !== "string") throw new Falschaufruf("Es fehlt --parameter.");
      const lies = (hier: Leistung) => liesRueckwirkung(hier, parameter, typeof ab === "string" ? ab : "", systemClock.today());
      // What only a Satzung says is read with each Mandant.
      if (!istSatzung(leistung, parameter)) verlange(lies(leistung));
      return mitSystem(async (system) => {
        const mandanten = (await system.tenants.list()).filter(({ schluessel: each }) => nur === undefined || each === nur);
        if (mandanten.length === 0) throw new Verweigert(`Den Mandanten „${String(nur)}“ gibt es nicht.`);
        const wuensche = mandanten.flatMap((mandant) => {
          const gelesen = lies(fuerMandant(leistung, mandantenrecht(mandant)));
          if (gelesen.art === "fehler" && mandanten.length === 1) throw new Verweigert(gelesen.text);
          return gelesen.art === "fehler"
            ? []
            : [{ mandant, leistung, jetzt: gelesen.jetzt, anlass: gelesen.anlass, wer: "betrieb" }];
        });
        if (wuensche.length === 0) throw new Verweigert(`Kein Mandant hat diesen Satz: ${parameter}.`);
        let [anzahl, summe, forderung] = [0, 0, 0];
        for (const wunsch of wuensche)
          for await (const each of findeBetroffene(system, wunsch)) {
            anzahl++;
            summe += each.differenzCent;
            forderung += each.forderungCent;
            ausgabe.text(
              `${each.mandant.padEnd(14)} ${each.aktenzeichen}  entschieden ${formatiereDatum(each.entschiedenAm)}: ${betroffenerInWorten(each)}`,
            );
            ausgabe.daten(each);
          }
        ausgabe.text(
          `${anzahl} Bescheide betroffen: zu zahlen ${euro(summe)}, zu fordern ${euro(forderung)}. Nichts wurde geändert; die Einsicht ist protokolliert.`,
        );
        return 0;
      });
    },
  },
  {
    name: "leistung simuliere",
    aufruf: "<schluessel> --bevoelkerung demo --ab 2026-07-01 --parameter <name>=<wert>",
    text: "Rechnet eine geplante Änderung für die ganze erfundene Bevölkerung durch.",
    optionen: {
      bevoelkerung: { type: "string", text: "demo: 2 × 5.000 erfundene Menschen" },
      ab: { type: "string", text: "Tag, ab dem die Änderung gelten soll" },
      parameter: {
        type: "string",
        text: "Betrag in Euro, Prozent („+3%“) oder JSON in der Form des jetzigen Werts; mehrere mit „;“",
      },
    },
    async fuehreAus([schluessel], { bevoelkerung, ab, parameter }, ausgabe) {
      const leistung = brauchtLeistung(schluessel);
      if (bevoelkerung !== "demo") throw new Falschaufruf("Es fehlt --bevoelkerung demo.");
      if (typeof ab !== "string" || !istDatum(ab))
        throw new Falschaufruf("Es fehlt --ab mit einem Tag, zum Beispiel 2026-07-01.");
      if (typeof parameter !== "string") throw new Falschaufruf("Es fehlt --parameter.");
      const { faelleFuer, simulierbareLeistungen } = await import("../../demo/simulation.ts");
      if (!simulierbareLeistungen.includes(leistung.schluessel))
        throw new Verweigert(
          `Für ${leistung.name} trägt die Bevölkerung der Demo keine Angaben. Es gehen: ${simulierbareLeistungen.join(", ")}.`,
        );
      const { leistung: alt, fortgeschrieben } = schreibeFort(leistung, ab);
      const gelesen = parameter.split(";").map((text) => liesAenderung(alt, text, ab));
      const aenderungen = gelesen.map((each) => {
        if (each.art === "fehler") throw new Verweigert(each.text);
        return each;
      });
      const neu = wendeAn(
        alt,
        aenderungen.map(({ aenderung }) => aenderung),
      );
      const wirkung = fasseZusammen(faelleFuer(leistung, ab).map((fall) => vergleicheFall(alt, neu, fall, monatVon(ab))));
      for (const each of aenderungen) ausgabe.text(each.inWorten);
      const ungeprueft = fortgeschrieben();
      if (ungeprueft.length > 0)
        ausgabe.text(`Fortgeschrieben, weil noch niemand sie für dieses Jahr geprüft hat: ${ungeprueft.join(", ")}`);
      zeigeWirkung(wirkung, ausgabe);
      ausgabe.daten({
        leistung: leistung.schluessel,
        ab,
        aenderungen: aenderungen.map(({ aenderung }) => aenderung),
        fortgeschrieben: ungeprueft,
        ...wirkung,
      });
      return 0;
    },
  },
];
