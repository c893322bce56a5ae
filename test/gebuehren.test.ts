import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import { findSollstellung, listeEreignisse, type Sollzeile, sollstandAus, unterschreibeMeldung } from "#gebuehren";
import { getLeistung } from "#leistungen";
import { listeNachrichtenZumVorgang } from "#postfach";
import { starteZahlung, type Zahlungsdienst } from "../demo/zahlung/zahlung.ts";
import { antworten, baueStadt, type Stadt } from "./helpers/stadt.ts";

const anna = "a".repeat(64);
const berta = "b".repeat(64);
const sabine = { kennung: "sabine", name: "Sabine" };
const renate = { kennung: "renate", name: "Renate" };

/** What people owe, with the provider as a real counterpart: whatever breaks on the way, nothing is lost and nothing is taken twice. */
describe("a fee of 20 euros", () => {
  let stadt: Stadt;
  let anbieter: Zahlungsdienst;
  let vorgangId: string;
  before(async () => {
    const uhr: { jetzt?: Stadt["uhr"] } = {};
    const clock = { now: () => uhr.jetzt?.now() ?? new Date(), today: () => uhr.jetzt?.today() ?? "" };
    anbieter = await starteZahlung({ port: 0, clock });
    stadt = await baueStadt({ FACHWERK_ZAHLUNG: anbieter.url });
    uhr.jetzt = stadt.uhr;
    const { port } = new URL(await stadt.web.listen({ port: 0, host: "127.0.0.1" }));
    anbieter.melde("normal", `http://127.0.0.1:${port}/zahlung/meldung`);
    vorgangId = await stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, async (tx) => {
      const person = { person: anna, idnr: null, vornamen: "Anna", nachname: "Beispiel", email: null };
      const schriftform = { art: "anmeldung", vertrauensniveau: "substantiell" } as const;
      const einreichung = { kanal: "online", person, schriftform, einwilligungPostfach: true } as const;
      return (
        await eroeffneAntrag(stadt.system, tx, {
          leistung: getLeistung("unterhaltsvorschuss"),
          antworten: antworten(),
          einreichung,
          transaktion: "g-1",
        })
      ).vorgangId;
    });
  });
  afterEach(() => {
    anbieter.steuere("normal");
    anbieter.melde("normal");
    stadt.uhr.set("2026-11-24T09:00:00+01:00");
  });
  after(async () => {
    await stadt.close();
    await anbieter.schliesse();
  });

  const oeffne = async (betragCent = 2_000): Promise<string> => {
    const [soll] = stadt.system.gebuehren.bereiteVor({
      mandant: stadt.musterstadt,
      vorgang: { id: vorgangId, aktenzeichen: "UV-26-AAAA-AAAA", leistung: "unterhaltsvorschuss" },
      bezeichnung: "Meldebescheinigung",
      schuldner: { person: anna, vornamen: "Anna", nachname: "Beispiel" },
      ueberPostfach: true,
      forderungen: [{ art: "gebuehr", titel: "Gebühr", norm: "§ 1 Gebührensatzung", betragCent }],
    });
    assert.ok(soll);
    await imMandanten((tx) => stadt.system.gebuehren.eroeffne(tx, [soll], randomUUID()));
    return soll.id;
  };
  const imMandanten = <T>(fn: (tx: Parameters<Parameters<Stadt["system"]["db"]["inTransaction"]>[1]>[0]) => Promise<T>) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);
  const lies = async (id: string): Promise<Sollzeile> => {
    const [zeile, ereignisse] = await imMandanten(async (tx) => {
      // State and log of one instant: a worker writes beside us.
      await tx.query("set transaction isolation level repeatable read");
      return [await findSollstellung(tx, id), await listeEreignisse(tx, id)];
    });
    assert.ok(zeile);
    assert.deepEqual(zeile.stand, sollstandAus(ereignisse), "the state is the fold of the log");
    return zeile;
  };
  const bucht = (id: string, zustand: string) =>
    stadt.warteBis(zustand, async () => {
      const zeile = await lies(id);
      return zeile.zustand === zustand && zeile;
    });
  const beginne = (id: string, person = anna) =>
    stadt.system.gebuehren.beginne(stadt.musterstadt, id, person, (zahlungId) => `http://musterstadt.localhost/${zahlungId}`);
  const gehe = async (id: string) => {
    const beginn = await beginne(id);
    assert.equal(beginn.art, "weiter");
    return beginn as Extract<typeof beginn, { art: "weiter" }>;
  };
  const druecke = async (weiterUrl: string, tat: string) => {
    const antwort = await fetch(weiterUrl, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ tat, mittel: "karte" }),
    });
    assert.equal(antwort.status, 303);
  };
  const tat = (sollstellungId: string, von = sabine, transaktion: string = randomUUID()) => ({
    mandantId: stadt.musterstadt.id,
    sollstellungId,
    transaktion,
    von,
  });
  const beimAnbieter = (id: string) =>
    imMandanten(async (tx) => (await findSollstellung(tx, id))?.stand.zahlungen.map(({ zahlungId }) => zahlungId) ?? []).then(
      (ids) => anbieter.zahlungen("musterstadt").filter(({ auftrag }) => ids.includes(auftrag.referenz)),
    );

  describe("before any worker runs", () => {
    test("paid, and the message of the provider arrives: booked, a message in the mailbox says so", async () => {
      const id = await oeffne();
      await druecke((await gehe(id)).weiterUrl, "bezahlen");
      const zeile = await bucht(id, "bezahlt");
      assert.equal(zeile.offenCent, 0);
      const nachrichten = await imMandanten((tx) => listeNachrichtenZumVorgang(tx, vorgangId));
      assert.match(nachrichten.at(-1)?.text ?? "", /Damit ist alles bezahlt/);
    });

    test("the message arrives twice, and once more a day later: booked once", async () => {
      const id = await oeffne();
      anbieter.melde("doppelt");
      const { zahlungId, weiterUrl } = await gehe(id);
      await druecke(weiterUrl, "bezahlen");
      await bucht(id, "bezahlt");
      await stadt.system.gebuehren.klaere(stadt.musterstadt.id, zahlungId);
      assert.equal((await lies(id)).stand.bezahltCent, 2_000);
    });

    test("forged messages are refused and nothing is asked: wrong key, changed body, an old one played again, no signature", async () => {
      const id = await oeffne();
      anbieter.melde("verloren");
      const { zahlungId, weiterUrl } = await gehe(id);
      await druecke(weiterUrl, "bezahlen");
      const jetzt = Math.floor(stadt.uhr.now().getTime() / 1000);
      const inhalt = JSON.stringify({ mandant: "musterstadt", referenz: zahlungId });
      const sende = (zeit: number, unterschrift: string, payload = inhalt) =>
        stadt.web.inject({
          method: "POST",
          url: "/zahlung/meldung",
          headers: {
            host: "localhost",
            "content-type": "application/json",
            "x-zahlung-zeit": String(zeit),
            ...(unterschrift && { "x-zahlung-unterschrift": unterschrift }),
          },
          payload,
        });
      const gut = unterschreibeMeldung("demo-zahlung-meldung", String(jetzt), inhalt);
      const alt = jetzt - 301;
      for (const [zeit, unterschrift, payload] of [
        [jetzt, unterschreibeMeldung("geraten", String(jetzt), inhalt)],
        [jetzt, gut, inhalt.replace("musterstadt", "beispielkreis")],
        [alt, unterschreibeMeldung("demo-zahlung-meldung", String(alt), inhalt)],
        [jetzt + 301, unterschreibeMeldung("demo-zahlung-meldung", String(jetzt + 301), inhalt)],
        [jetzt, ""],
        [jetzt, gut.toUpperCase()],
      ] as const)
        assert.equal((await sende(zeit, unterschrift, payload)).statusCode, 401);
      assert.equal((await lies(id)).zustand, "zahlungLaeuft");
      const kaputt = "{kaputt";
      assert.equal(
        (await sende(jetzt, unterschreibeMeldung("demo-zahlung-meldung", String(jetzt), kaputt), kaputt)).statusCode,
        401,
      );
      assert.equal((await sende(jetzt, gut)).statusCode, 204);
      assert.equal((await lies(id)).zustand, "bezahlt");
    });

    test("a double click and two tabs: one payment at the provider, both lead to the same page", async () => {
      const id = await oeffne();
      const beginne10 = await Promise.all(Array.from({ length: 10 }, () => gehe(id)));
      assert.equal(new Set(beginne10.map(({ weiterUrl }) => weiterUrl)).size, 1);
      assert.equal((await beimAnbieter(id)).length, 1);
    });

    test("paid in one tab, begun anew in the other: nothing is open any more", async () => {
      const id = await oeffne();
      anbieter.melde("verloren");
      await druecke((await gehe(id)).weiterUrl, "bezahlen");
      assert.equal((await beginne(id)).art, "nichtsOffen");
      assert.equal((await lies(id)).zustand, "bezahlt");
    });

    test("cancelled, tried again, failed, tried again, paid: three payments at the provider, one of them paid", async () => {
      const id = await oeffne();
      anbieter.melde("verloren");
      for (const was of ["abbrechen", "fehlschlag", "bezahlen"]) await druecke((await gehe(id)).weiterUrl, was);
      assert.equal((await beginne(id)).art, "nichtsOffen");
      const { stand } = await lies(id);
      assert.deepEqual(
        stand.zahlungen.map(({ zustand }) => zustand),
        ["gescheitert", "gescheitert", "bezahlt"],
      );
      assert.equal((await beimAnbieter(id)).length, 3);
    });

    test("the provider dies after creating, before it answers: the next click goes on with the same payment", async () => {
      const id = await oeffne();
      anbieter.steuere("antwortVerloren");
      assert.equal((await beginne(id)).art, "nichtErreichbar");
      anbieter.steuere("normal");
      await druecke((await gehe(id)).weiterUrl, "bezahlen");
      await bucht(id, "bezahlt");
      assert.equal((await beimAnbieter(id)).length, 1);
    });

    test("our process dies between intent and answer: asked after a quarter of an hour, the provider knows nothing, the way is free again", async () => {
      const id = await oeffne();
      anbieter.steuere("stumm");
      const beginn = await beginne(id);
      assert.equal(beginn.art, "nichtErreichbar");
      anbieter.steuere("normal");
      const zahlungId = "zahlungId" in beginn ? beginn.zahlungId : "";
      assert.equal(await stadt.system.gebuehren.klaere(stadt.musterstadt.id, zahlungId), "laeuft");
      stadt.uhr.set("2026-11-24T09:16:00+01:00");
      assert.equal(await stadt.system.gebuehren.klaere(stadt.musterstadt.id, zahlungId), "gescheitert");
      assert.equal((await lies(id)).zustand, "offen");
    });

    test("the same form with another amount, the same bank slip for something else: refused, and nothing is booked in silence", async () => {
      const [id, andere] = [await oeffne(), await oeffne()];
      const { gebuehren } = stadt.system;
      const einmal = tat(id);
      const bar = { weg: "bar", betragCent: 500, referenz: "" } as const;
      assert.deepEqual(await gebuehren.verbucheAmSchalter(einmal, bar), { art: "erledigt", neu: true });
      assert.deepEqual(await gebuehren.verbucheAmSchalter(einmal, bar), { art: "erledigt", neu: false });
      assert.equal((await gebuehren.verbucheAmSchalter(einmal, { ...bar, betragCent: 1_500 })).art, "unzulaessig");
      assert.equal((await lies(id)).stand.bezahltCent, 500);
      const eingang = { betragCent: 1_000, am: "2026-11-24", beleg: "BANK-7" };
      const [erste, zweite] = [(await lies(id)).kassenzeichen, (await lies(andere)).kassenzeichen];
      const verbuche = (mehr: { kassenzeichen: string; betragCent?: number }) =>
        gebuehren.verbucheUeberweisung(stadt.musterstadt.id, { ...eingang, ...mehr });
      assert.deepEqual(await verbuche({ kassenzeichen: erste }), { art: "erledigt", neu: true });
      assert.deepEqual(await verbuche({ kassenzeichen: erste }), { art: "erledigt", neu: false });
      assert.equal((await verbuche({ kassenzeichen: erste, betragCent: 900 })).art, "unzulaessig");
      assert.equal((await verbuche({ kassenzeichen: zweite })).art, "unzulaessig");
    });

    test("the page is left open for half an hour: over, and a new payment can begin", async () => {
      const id = await oeffne();
      const { zahlungId } = await gehe(id);
      stadt.uhr.set("2026-11-24T09:31:00+01:00");
      assert.equal(await stadt.system.gebuehren.klaere(stadt.musterstadt.id, zahlungId), "gescheitert");
      assert.notEqual((await gehe(id)).zahlungId, zahlungId);
    });

    for (const [modus, netto] of [
      ["falscherBetrag", 1_900],
      ["falscheWaehrung", 2_000],
    ] as const)
      test(`the provider books something else than asked (${modus}): a person looks, nothing is booked by itself`, async () => {
        const id = await oeffne();
        const { zahlungId, weiterUrl } = await gehe(id);
        anbieter.steuere(modus);
        await druecke(weiterUrl, "bezahlen");
        const zeile = await bucht(id, "zuKlaeren");
        assert.equal(zeile.offenCent, 2_000);
        const verbuche = await stadt.system.gebuehren.loeseKlaerung(tat(id), { zahlungId, verbucht: true, grund: "Kontoauszug" });
        assert.equal(verbuche.art, modus === "falscheWaehrung" ? "unzulaessig" : "erledigt");
        assert.equal((await lies(id)).stand.bezahltCent, modus === "falscheWaehrung" ? 0 : netto);
      });

    test("another person, another Mandant: as if it did not exist", async () => {
      const id = await oeffne();
      assert.equal((await beginne(id, berta)).art, "nichtDa");
      const fremd = await stadt.system.gebuehren.beginne(stadt.beispielkreis, id, anna, String);
      assert.equal(fremd.art, "nichtDa");
      const { zahlungId } = await gehe(id);
      assert.equal(await stadt.system.gebuehren.klaere(stadt.beispielkreis.id, zahlungId), "unbekannt");
    });
  });

  describe("at the counter and by bank transfer", () => {
    test("cash, sent twice by a double click, and more than is owed", async () => {
      const id = await oeffne();
      const { gebuehren } = stadt.system;
      const bar = { weg: "bar", betragCent: 1_500, referenz: "" } as const;
      const doppelt = tat(id);
      assert.deepEqual(await gebuehren.verbucheAmSchalter(doppelt, bar), { art: "erledigt", neu: true });
      assert.deepEqual(await gebuehren.verbucheAmSchalter(doppelt, bar), { art: "erledigt", neu: false });
      const zuViel = await gebuehren.verbucheAmSchalter(tat(id), bar);
      assert.match(zuViel.art === "unzulaessig" ? zuViel.text : "", /Offen sind nur noch 5,00/);
      assert.equal((await lies(id)).offenCent, 500);
    });

    test("two clerks take the whole at the same moment: one does", async () => {
      const id = await oeffne();
      const karte = { weg: "karte", betragCent: 2_000, referenz: "T1" } as const;
      const beide = await Promise.all(
        [sabine, renate].map((von) => stadt.system.gebuehren.verbucheAmSchalter(tat(id, von), karte)),
      );
      assert.deepEqual(beide.map(({ art }) => art).sort(), ["erledigt", "unzulaessig"]);
    });

    test("a transfer is booked once a receipt of the bank; a mistyped reference is refused; too much is seen", async () => {
      const id = await oeffne();
      const { kassenzeichen } = await lies(id);
      const verbuche = (mehr: object = {}) =>
        stadt.system.gebuehren.verbucheUeberweisung(stadt.musterstadt.id, {
          kassenzeichen: kassenzeichen.replace(/(.{4})/g, "$1 "),
          betragCent: 2_000,
          am: "2026-11-23",
          beleg: `beleg-${id}`,
          ...mehr,
        });
      assert.deepEqual(await verbuche(), { art: "erledigt", neu: true });
      assert.deepEqual(await verbuche(), { art: "erledigt", neu: false });
      const falsch = `${kassenzeichen.slice(0, -1)}${(Number(kassenzeichen.at(-1)) + 1) % 10}`;
      assert.match(JSON.stringify(await verbuche({ kassenzeichen: falsch, beleg: "x" })), /Prüfziffer/);
      assert.equal((await verbuche({ beleg: `zweiter-${id}` })).art, "erledigt");
      assert.equal((await lies(id)).zustand, "ueberzahlt");
    });
  });

  describe("a waiver", () => {
    test("below the Mandant's limit one person may; from it on another one releases, and a third click changes nothing", async () => {
      const { gebuehren } = stadt.system;
      const klein = await oeffne(4_999);
      assert.equal((await gebuehren.storniere(tat(klein), "Härte")).art, "erledigt");
      assert.equal((await lies(klein)).zustand, "storniert");
      const gross = await oeffne(5_000);
      const einmal = tat(gross);
      for (let mal = 0; mal < 2; mal++) assert.equal((await gebuehren.storniere(einmal, "Härte")).art, "erledigt");
      assert.equal((await gebuehren.storniere(einmal, "Etwas anderes")).art, "unzulaessig", "the same form, other words");
      const { zustand, stand } = await lies(gross);
      assert.deepEqual([zustand, stand.storno?.von], ["offen", "sabine"]);
      const stornoId = stand.storno?.stornoId ?? "";
      assert.equal((await gebuehren.gibStornoFrei(tat(gross), stornoId)).art, "unzulaessig");
      assert.equal((await gebuehren.gibStornoFrei(tat(gross, renate), stornoId)).art, "erledigt");
      assert.equal((await lies(gross)).zustand, "storniert");
    });

    test("the limit is the Mandant's: from one cent on, always two; what was paid counts, because it goes back", async () => {
      const { einstellungen } = stadt.musterstadt;
      const gebuehren = { zahlungsfristTage: 30, erstattungZweiteAbCent: 5_000, onlinezahlung: true };
      await stadt.system.tenants.change(stadt.musterstadt, {
        ...einstellungen,
        gebuehren: { ...gebuehren, erlassZweiteAbCent: 0 },
      });
      try {
        const id = await oeffne(100);
        await stadt.system.gebuehren.storniere(tat(id), "Härte");
        assert.equal((await lies(id)).zustand, "offen");
      } finally {
        await stadt.system.tenants.change(stadt.musterstadt, einstellungen);
      }
      const bezahlt = await oeffne(6_000);
      await stadt.system.gebuehren.verbucheAmSchalter(tat(bezahlt), { weg: "bar", betragCent: 5_500, referenz: "" });
      await stadt.system.gebuehren.storniere(tat(bezahlt), "Härte");
      assert.equal((await lies(bezahlt)).stand.storniert, false);
      const stornoId = (await lies(bezahlt)).stand.storno?.stornoId ?? "";
      assert.equal((await stadt.system.gebuehren.lehneStornoAb(tat(bezahlt, renate), stornoId, "nein")).art, "erledigt");
      assert.equal((await lies(bezahlt)).stand.storno, undefined);
    });
  });

  test("a job is lost: the worker's round finds the payment after two hours, also where the counter took the money in between", async () => {
    const [online, beides] = [await oeffne(), await oeffne()];
    anbieter.melde("verloren");
    for (const id of [online, beides]) await druecke((await gehe(id)).weiterUrl, "bezahlen");
    await stadt.system.gebuehren.verbucheAmSchalter(tat(beides), { weg: "bar", betragCent: 2_000, referenz: "" });
    assert.equal((await lies(beides)).zustand, "bezahlt");
    stadt.uhr.set("2026-11-24T11:01:00+01:00");
    assert.ok((await stadt.system.gebuehren.klaereVergessene(stadt.musterstadt.id)) >= 2);
    assert.deepEqual([(await lies(online)).zustand, (await lies(beides)).zustand], ["bezahlt", "ueberzahlt"]);
  });

  describe("money back, with a worker", () => {
    before(() => stadt.arbeite());
    const bezahlt = async (betragCent = 2_000) => {
      const id = await oeffne(betragCent);
      const { zahlungId, weiterUrl } = await gehe(id);
      await druecke(weiterUrl, "bezahlen");
      await bucht(id, "bezahlt");
      return { id, zahlungId };
    };

    test("the browser is closed and every message lost: the job finds out", async () => {
      const id = await oeffne();
      anbieter.melde("verloren");
      await druecke((await gehe(id)).weiterUrl, "bezahlen");
      await bucht(id, "bezahlt");
    });

    test("the provider is down when the job asks: it asks again until it answers", async () => {
      const id = await oeffne();
      anbieter.melde("verloren");
      await druecke((await gehe(id)).weiterUrl, "bezahlen");
      anbieter.steuere("fehler");
      await new Promise((fertig) => setTimeout(fertig, 2_500));
      assert.equal((await lies(id)).zustand, "zahlungLaeuft");
      anbieter.steuere("normal");
      await bucht(id, "bezahlt");
    });

    test("through the provider, although its answer is lost: paid back once", async () => {
      const { id, zahlungId } = await bezahlt();
      anbieter.steuere("antwortVerloren");
      const wunsch = { betragCent: 2_000, weg: "anbieter", grund: "Doch nicht nötig", zahlungId } as const;
      assert.equal((await stadt.system.gebuehren.ordneErstattungAn(tat(id), wunsch)).art, "erledigt");
      await new Promise((fertig) => setTimeout(fertig, 1_500));
      anbieter.steuere("normal");
      await bucht(id, "erstattet");
      const [zahlung] = await beimAnbieter(id);
      assert.deepEqual(
        zahlung?.erstattungen.map(({ betragCent }) => betragCent),
        [2_000],
      );
      const nochmal = await stadt.system.gebuehren.ordneErstattungAn(tat(id), wunsch);
      assert.match(nochmal.art === "unzulaessig" ? nochmal.text : "", /höchstens 0,00/);
    });

    test("ordered twice at the same moment: once", async () => {
      const { id, zahlungId } = await bezahlt();
      const wunsch = { betragCent: 1_500, weg: "anbieter", grund: "x", zahlungId } as const;
      const beide = await Promise.all(
        [sabine, renate].map((von) => stadt.system.gebuehren.ordneErstattungAn(tat(id, von), wunsch)),
      );
      assert.deepEqual(beide.map(({ art }) => art).sort(), ["erledigt", "unzulaessig"]);
    });

    test("from 50 euros on, another person releases it; the one who ordered it cannot", async () => {
      const { id, zahlungId } = await bezahlt(5_000);
      const { gebuehren } = stadt.system;
      await gebuehren.ordneErstattungAn(tat(id), { betragCent: 5_000, weg: "anbieter", grund: "x", zahlungId });
      const wartet = (await lies(id)).stand.erstattungen[0];
      assert.equal(wartet?.zustand, "wartetAufFreigabe");
      assert.equal((await gebuehren.gibErstattungFrei(tat(id), wartet.erstattungId)).art, "unzulaessig");
      assert.equal((await gebuehren.gibErstattungFrei(tat(id, renate), wartet.erstattungId)).art, "erledigt");
      await bucht(id, "erstattet");
    });

    test("many small refunds of one claim are one big one: the second pair of eyes is asked as well", async () => {
      const { id } = await bezahlt(6_000);
      const { gebuehren } = stadt.system;
      const wunsch = { betragCent: 2_000, weg: "bar", grund: "x" } as const;
      for (let mal = 0; mal < 3; mal++) await gebuehren.ordneErstattungAn(tat(id), wunsch);
      assert.deepEqual(
        (await lies(id)).stand.erstattungen.map(({ zustand }) => zustand === "wartetAufFreigabe"),
        [false, false, true],
      );
    });

    test("by transfer: refused without a right IBAN, else an order to the treasury, whatever becomes of the Vorgang", async () => {
      const { id } = await bezahlt();
      const wunsch = { betragCent: 700, weg: "ueberweisung", grund: "x" } as const;
      const ohne = await stadt.system.gebuehren.ordneErstattungAn(tat(id), { ...wunsch, iban: "DE00" });
      assert.equal(ohne.art, "unzulaessig");
      await stadt.system.gebuehren.ordneErstattungAn(tat(id), { ...wunsch, iban: "DE02120300000000202051" });
      const bezahltZurueck = await stadt.warteBis("ordered", async () => {
        const { stand } = await lies(id);
        return stand.erstattungen[0]?.zustand === "erstattet" && stand;
      });
      assert.equal(bezahltZurueck.erstattetCent, 700);
    });
  });
});
