import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { entscheide, type Fakten, fingerabdruck, type Kontext, offeneFragen, werteAus } from "#baukasten";
import { plusTage } from "#kalender";
import { unterhaltsvorschuss } from "./leistung.ts";
import { geburt, gefunden, haushalt, keinEintrag, kontextFuer, meldung, schweigt, sgb2 } from "./musterfall.ts";
import { regelwerk } from "./regeln.ts";

const tag = (von: string, tage: number) => fc.integer({ min: 0, max: tage }).map((zahl) => plusTage(von, zahl));
const cent = fc.oneof(fc.integer({ min: 0, max: 70_000 }), fc.constantFrom(0, 22_700, 59_999, 60_000));
const fakten = fc.record(
  {
    geburtsdatum: tag("2006-01-01", 7_700),
    lebtBeiElternteil: fc.boolean(),
    lebtDortSeit: tag("2020-01-01", 2_600),
    familienstand: fc.constantFrom("ledig", "geschieden", "verwitwet", "getrennt", "zusammen"),
    getrenntSeit: tag("2020-01-01", 2_600),
    zusammenMitAnderem: fc.boolean(),
    unterhaltCent: cent,
    waisenbezuegeCent: cent,
    kindergeldBeimAnderen: fc.boolean(),
    deutschOderEu: fc.boolean(),
    beziehtSgb2: fc.boolean(),
    uvVermeidetSgb2: fc.boolean(),
    einkommenCent: cent,
    einkommenBelegt: fc.boolean(),
  },
  { requiredKeys: [] },
);
const urteile = fc.record({ einkommenGlaubhaft: fc.boolean(), aufenthaltBerechtigt: fc.boolean() }, { requiredKeys: [] });
const imBestand = tag("2023-01-01", 1_460);
const laeufe = { numRuns: 3_000 };

/** A part of what is known: what was kept in, by name. */
const teilVon = (alles: Fakten, behalten: readonly boolean[]): Fakten =>
  Object.fromEntries(Object.entries(alles).filter((_, stelle) => behalten[stelle] ?? true));

describe("the rules, for any facts", () => {
  test("one fact more settles a case or leaves it; what was settled stays as it was", () => {
    fc.assert(
      fc.property(
        fakten,
        urteile,
        fc.array(fc.boolean(), { maxLength: 14 }),
        imBestand,
        fc.integer({ min: 1, max: 30 }),
        (mehr, person, behalten, am, tage) => {
          const weniger = werteAus(regelwerk, teilVon(mehr, behalten), am, tage);
          const voll = werteAus(regelwerk, mehr, am, tage, person);
          for (const [nummer, wert] of weniger.werte.entries())
            if (wert !== undefined) assert.deepEqual(voll.werte[nummer], wert);
        },
      ),
      laeufe,
    );
  });
  test("an open case names a question, and only open cases do", () => {
    fc.assert(
      fc.property(fakten, imBestand, (bekannt, am) => {
        const auswertung = werteAus(regelwerk, bekannt, am);
        const offen = auswertung.anspruch === undefined || (auswertung.anspruch && auswertung.betragCent === undefined);
        assert.equal(offeneFragen(regelwerk, bekannt, am, auswertung).length > 0, offen);
      }),
      laeufe,
    );
  });
  test("a grant pays whole euros, at least five, and never more than the Mindestunterhalt", () => {
    fc.assert(
      fc.property(fakten, urteile, imBestand, fc.integer({ min: 1, max: 30 }), (bekannt, person, am, tage) => {
        const { anspruch, betragCent } = werteAus(regelwerk, bekannt, am, tage, person);
        if (!anspruch) return;
        assert.ok(betragCent !== undefined && betragCent % 100 === 0 && betragCent >= 500 && betragCent <= 65_300);
      }),
      laeufe,
    );
  });
  test("more maintenance never raises the amount, more days never lower it", () => {
    fc.assert(
      fc.property(imBestand, cent, cent, fc.integer({ min: 1, max: 29 }), (am, einer, anderer, tage) => {
        const betrag = (unterhaltCent: number, tageImMonat: number) =>
          werteAus(
            regelwerk,
            { geburtsdatum: "2015-06-15", unterhaltCent, waisenbezuegeCent: 0, kindergeldBeimAnderen: false },
            am,
            tageImMonat,
          ).betragCent ?? Number.NaN;
        assert.ok(betrag(Math.max(einer, anderer), tage) <= betrag(Math.min(einer, anderer), tage));
        assert.ok(betrag(einer, tage) <= betrag(einer, tage + 1));
      }),
      laeufe,
    );
  });
});

/** An Antrag that contradicts nothing, of any kind. */
const antrag = fc
  .record({
    geboren: tag("2006-01-01", 7_600),
    seit: tag("2025-06-01", 600),
    eingegangenAm: tag("2025-12-15", 340),
    stand: fc.constantFrom("ledig", "getrennt", "zusammen"),
    unterhalt: cent,
    bezieht: fc.boolean(),
    vormonat: fc.boolean(),
  })
  .map(({ geboren, seit, eingegangenAm, stand, unterhalt, bezieht, vormonat }) =>
    kontextFuer({
      geboren,
      eingegangenAm,
      antworten: {
        zuhause: { lebtBeiMir: true, seit },
        familienstand: { stand },
        ...(stand === "getrennt" && { trennung: { seit } }),
        unterhalt: { betrag: unterhalt },
        rueckwirkend: { vormonat, bemueht: true },
        ...sgb2(bezieht),
      },
      nachweise: {
        familienstand: meldung(stand === "ledig" ? "ledig" : "verheiratet"),
        haushalt: haushalt(),
        geburt: geburt(geboren),
        jobcenter: bezieht
          ? gefunden({
              bezieht,
              bedarfsgemeinschaft: { einkommenElternteilCent: 0, hilfebeduerftigkeitDurchUvVermeidbar: false },
            })
          : keinEintrag,
      },
    }),
  );
const ohne = <T>(alles: Readonly<Record<string, T>>, fehlt: string, statt?: T): Record<string, T> => {
  const { [fehlt]: _, ...rest } = alles;
  return statt === undefined ? rest : { ...rest, [fehlt]: statt };
};

describe("the decision, for any Antrag", () => {
  test("who grants or refuses does so on everything: without one page, or with one register silent, nobody is refused who was not", () => {
    const fehlt = fc.constantFrom(
      ...["kind", "zuhause", "familienstand", "trennung", "andererElternteil", "angabenElternteil", "unterhalt", "kindergeld"],
      ...["staatsangehoerigkeit", "sgb2", "rueckwirkend", "geburt", "haushalt", "jobcenter"],
    );
    fc.assert(
      fc.property(antrag, fehlt, (kontext, name) => {
        const voll = entscheide(unterhaltsvorschuss, kontext);
        const luecke: Kontext = {
          ...kontext,
          antworten: ohne(kontext.antworten, name),
          nachweise: name in kontext.nachweise ? ohne(kontext.nachweise, name, schweigt) : kontext.nachweise,
        };
        const weniger = entscheide(unterhaltsvorschuss, luecke);
        assert.notEqual(voll.art, "vonHand");
        assert.ok(weniger.art === "vonHand" || weniger.art === voll.art, `${name}: ${voll.art} became ${weniger.art}`);
        if (weniger.art === voll.art) assert.deepEqual(weniger.abschnitte, voll.abschnitte);
      }),
      { numRuns: 600 },
    );
  });
  test("the same goes in, the same comes out, whatever the order of the answers", () => {
    fc.assert(
      fc.property(antrag, (kontext) => {
        const umgekehrt = Object.fromEntries(Object.entries(kontext.antworten).reverse());
        const hash = entscheide(unterhaltsvorschuss, kontext).hash;
        assert.equal(entscheide(unterhaltsvorschuss, structuredClone(kontext)).hash, hash);
        assert.equal(entscheide(unterhaltsvorschuss, { ...kontext, antworten: umgekehrt }).hash, hash);
        const mehr = { ...kontext, antworten: { ...kontext.antworten, unterhalt: { betrag: 99_999 } } };
        assert.notEqual(entscheide(unterhaltsvorschuss, mehr).hash, hash);
      }),
      { numRuns: 300 },
    );
  });
  test("it is stored as JSON and comes back as it was", () => {
    fc.assert(
      fc.property(antrag, (kontext) => {
        const entscheidung = entscheide(unterhaltsvorschuss, kontext);
        const gelesen = JSON.parse(JSON.stringify(entscheidung));
        assert.equal(fingerabdruck(gelesen), fingerabdruck(entscheidung));
        assert.deepEqual(JSON.parse(JSON.stringify(gelesen)), gelesen);
        assert.equal(gelesen.spur.length, regelwerk.eintraege.length);
      }),
      { numRuns: 300 },
    );
  });
  test("months follow one another without gap, from the first to December", () => {
    fc.assert(
      fc.property(antrag, (kontext) => {
        const { abschnitte } = entscheide(unterhaltsvorschuss, kontext);
        assert.equal(abschnitte.at(-1)?.bis, `${kontext.eingegangenAm.slice(0, 4)}-12`);
        for (const [stelle, { von, bis }] of abschnitte.entries()) {
          assert.ok(von <= bis);
          const davor = abschnitte[stelle - 1];
          if (davor) assert.equal(plusTage(`${von}-01`, -1).slice(0, 7), davor.bis);
        }
      }),
      { numRuns: 300 },
    );
  });
});
