import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import type { Antworten } from "#baukasten";
import { findAkte } from "#bearbeitung";
import { listeFuerVorgang } from "#gebuehren";
import { getLeistung } from "#leistungen";
import { findStand } from "#vorgaenge";
import { type AlleRegister, startRegister } from "../demo/register/alle.ts";
import { starteZahlung, type Zahlungsdienst } from "../demo/zahlung/zahlung.ts";
import { amtsperson, baueStadt, buerger, type Stadt } from "./helpers/stadt.ts";

const papier = { umfang: { umfang: "einfach" }, form: { form: "papier" } } as unknown as Antworten;
const hund = {
  anliegen: { art: "anmelden" },
  hund: { name: "Bello", rasse: "Dackel", geboren: "2024-05-05" },
  haltung: { seit: "2026-03-10", zugezogen: false },
  andereHunde: { anzahl: 0 },
  gefaehrlich: { antwort: "nein" },
  verguenstigung: { grund: "keine" },
  nachricht: {},
} as unknown as Antworten;

/** What becomes of a claim whose reason is gone: withdrawn while it waits, or repealed when it was paid. */
describe("a claim falls with what it was asked for", () => {
  let stadt: Stadt;
  let register: AlleRegister;
  let anbieter: Zahlungsdienst;
  before(async () => {
    const uhr: { jetzt?: Stadt["uhr"] } = {};
    anbieter = await starteZahlung({
      port: 0,
      clock: { now: () => uhr.jetzt?.now() ?? new Date(), today: () => uhr.jetzt?.today() ?? "" },
    });
    register = await startRegister({});
    stadt = await baueStadt({ ...register.umgebung, FACHWERK_ZAHLUNG: anbieter.url });
    uhr.jetzt = stadt.uhr;
    await stadt.arbeite();
  });
  after(async () => {
    await stadt.close();
    await Promise.all([register.stop(), anbieter.schliesse()]);
  });
  const tue = <T>(fn: Parameters<typeof stadt.system.db.inTransaction<T>>[1]) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);
  const anna = () => {
    const { idnr, vornamen, nachname } = register.bevoelkerung.getPersona("anna");
    return { person: stadt.system.secrets.pseudonym(`idnr:${idnr}`), idnr, vornamen, nachname, email: null };
  };
  async function reiche(leistung: string, antworten: Antworten, ...phasen: string[]) {
    const schriftform = { art: "anmeldung", vertrauensniveau: "substantiell" } as const;
    const einreichung = { kanal: "online", person: anna(), schriftform, einwilligungPostfach: true } as const;
    const { vorgangId } = await tue((tx) =>
      eroeffneAntrag(stadt.system, tx, { leistung: getLeistung(leistung), antworten, einreichung, transaktion: randomUUID() }),
    );
    await phase(vorgangId, ...phasen);
    return { vorgangId, soll: await forderung(vorgangId) };
  }
  const phase = (id: string, ...soll: string[]) =>
    stadt.warteBis(soll.join(" or "), async () => {
      const stand = await tue((tx) => findStand(tx, id));
      return soll.includes(stand?.stand.phase ?? "") && stand;
    });
  const forderung = async (id: string) => (await tue((tx) => listeFuerVorgang(tx, id)))[0] ?? assert.fail("no claim");
  const sende = async (url: string, felder: Record<string, string> = {}) =>
    stadt.web.inject({
      method: "POST",
      url,
      headers: {
        host: "musterstadt.localhost",
        cookie: await stadt.melde(stadt.musterstadt, buerger(anna().person)),
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
      },
      payload: new URLSearchParams({ transaktion: randomUUID(), text: "Doch nicht", ...felder }).toString(),
    });
  const zieheZurueck = (id: string) => sende(`/vorgang/${id}/zurueckziehen`);
  const beginne = async (id: string) => {
    const beginn = await stadt.system.gebuehren.beginne(
      stadt.musterstadt,
      id,
      anna().person,
      (each) => `http://x.localhost/${each}`,
    );
    assert.equal(beginn.art, "weiter");
    return beginn as Extract<typeof beginn, { art: "weiter" }>;
  };
  const druecke = (weiterUrl: string, tat: string) =>
    fetch(weiterUrl, { method: "POST", redirect: "manual", body: new URLSearchParams({ tat, mittel: "karte" }) });
  const tat = (sollstellungId: string, kennung = "sabine") => ({
    mandantId: stadt.musterstadt.id,
    sollstellungId,
    transaktion: randomUUID(),
    von: { kennung, name: kennung },
  });
  const hand = async (vorgangId: string, kennung: string) => ({
    mandantId: stadt.musterstadt.id,
    vorgangId,
    nummer: (await tue((tx) => findAkte(tx, vorgangId)))?.nummer ?? 0,
    transaktion: randomUUID(),
    von: { art: "amt", kennung, name: kennung } as const,
  });

  describe("withdrawn while the fee is waited for", () => {
    test("offered on the page; the claim is cancelled with the Antrag, twice is once, and nothing is made", async () => {
      const { vorgangId, soll } = await reiche("meldebescheinigung", papier, "wartetAufZahlung");
      const seite = await stadt.web.inject({
        url: `/vorgang/${vorgangId}`,
        headers: { host: "musterstadt.localhost", cookie: await stadt.melde(stadt.musterstadt, buerger(anna().person)) },
      });
      assert.match(seite.payload, /Antrag zurückziehen/);
      assert.equal((await zieheZurueck(vorgangId)).statusCode, 303);
      assert.equal((await phase(vorgangId, "zurueckgezogen")).stand.termin, undefined);
      assert.equal((await forderung(vorgangId)).zustand, "storniert");
      assert.equal((await zieheZurueck(vorgangId)).statusCode, 409, "nothing is there to withdraw any more");
      const spaet = { kassenzeichen: soll.kassenzeichen, betragCent: 1_000, am: "2026-11-24", beleg: `spaet-${soll.id}` };
      await stadt.system.gebuehren.verbucheUeberweisung(stadt.musterstadt.id, spaet);
      assert.equal((await forderung(vorgangId)).zustand, "ueberzahlt", "money that was on its way is seen");
      assert.equal((await phase(vorgangId, "zurueckgezogen")).stand.phase, "zurueckgezogen");
    });

    test("while the person is paying online: refused, and nothing of it holds; broken off there, it goes", async () => {
      const { vorgangId, soll } = await reiche("meldebescheinigung", papier, "wartetAufZahlung");
      const { weiterUrl, zahlungId } = await beginne(soll.id);
      const antwort = await zieheZurueck(vorgangId);
      assert.equal(antwort.statusCode, 409);
      assert.match(antwort.payload, /Onlinezahlung begonnen/);
      assert.deepEqual(
        [(await phase(vorgangId, "wartetAufZahlung")).stand.phase, (await forderung(vorgangId)).zustand],
        ["wartetAufZahlung", "zahlungLaeuft"],
      );
      await druecke(weiterUrl, "abbrechen");
      await stadt.system.gebuehren.klaere(stadt.musterstadt.id, zahlungId);
      assert.equal((await zieheZurueck(vorgangId)).statusCode, 303);
    });

    test("paid and withdrawn at the same moment: one of the two, and the money is never lost", async () => {
      const { vorgangId, soll } = await reiche("meldebescheinigung", papier, "wartetAufZahlung");
      const bar = { weg: "bar", betragCent: 1_000, referenz: "" } as const;
      await Promise.allSettled([stadt.system.gebuehren.verbucheAmSchalter(tat(soll.id), bar), zieheZurueck(vorgangId)]);
      const { zustand, stand } = await forderung(vorgangId);
      const jetzt = (await phase(vorgangId, "zurueckgezogen", "freigegeben", "beschieden", "zugestellt")).stand.phase;
      if (jetzt === "zurueckgezogen") assert.ok(zustand === "ueberzahlt" || stand.bezahltCent === 0, zustand);
      else assert.deepEqual([zustand, stand.bezahltCent], ["bezahlt", 1_000]);
    });
  });

  describe("the notice is repealed after an objection", () => {
    const widersprochen = async (bezahlen: boolean) => {
      const { vorgangId, soll } = await reiche("hundesteuer", hund, "zugestellt");
      if (bezahlen) {
        const { weiterUrl, zahlungId } = await beginne(soll.id);
        await druecke(weiterUrl, "bezahlen");
        await stadt.system.gebuehren.klaere(stadt.musterstadt.id, zahlungId);
        assert.equal((await forderung(vorgangId)).zustand, "bezahlt");
      }
      assert.equal((await sende(`/vorgang/${vorgangId}/widerspruch`)).statusCode, 303);
      const { bearbeitung } = stadt.system;
      assert.deepEqual(await bearbeitung.hilfAb(await hand(vorgangId, "otto"), "Er hat recht."), { art: "erledigt" });
      return vorgangId;
    };

    test("paid: cancelled by itself, ordered back by who decided, released by another, and paid out", async () => {
      const vorgangId = await widersprochen(true);
      const { bearbeitung, gebuehren } = stadt.system;
      assert.deepEqual(await bearbeitung.entscheideVonHand(await hand(vorgangId, "otto"), "abgelehnt", "Kein Hund.", {}), {
        art: "erledigt",
      });
      const gefallen = await stadt.warteBis("cancelled", async () => {
        const zeile = await forderung(vorgangId);
        return zeile.stand.storniert && zeile;
      });
      const [erstattung] = gefallen.stand.erstattungen;
      assert.deepEqual(
        [gefallen.zustand, erstattung?.zustand, erstattung?.von, erstattung?.betragCent],
        ["ueberzahlt", "wartetAufFreigabe", "otto", gefallen.betragCent],
      );
      const id = erstattung?.erstattungId ?? "";
      assert.equal((await gebuehren.gibErstattungFrei(tat(gefallen.id, "otto"), id)).art, "unzulaessig");
      const cookie = await stadt.melde(stadt.musterstadt, amtsperson("renate", ["kasse"]));
      const liste = await stadt.web.inject({
        url: "/amt/gebuehren?filter=freigeben",
        headers: { host: "musterstadt.localhost", cookie },
      });
      assert.ok(liste.payload.includes(gefallen.id), "whoever releases finds it");
      const seite = await stadt.web.inject({
        url: `/amt/gebuehren/${gefallen.id}`,
        headers: { host: "musterstadt.localhost", cookie },
      });
      assert.ok(seite.payload.includes(gefallen.aktenzeichen));
      assert.ok(!seite.payload.includes(`/amt/vorgang/${vorgangId}`), "no way to a file that the treasury may not open");
      assert.equal((await gebuehren.gibErstattungFrei(tat(gefallen.id, "renate"), id)).art, "erledigt");
      await stadt.warteBis("paid out", async () => (await forderung(vorgangId)).zustand === "storniert");
    });

    test("open, and the person withdraws instead of waiting for the new decision: the claim is cancelled", async () => {
      const vorgangId = await widersprochen(false);
      assert.equal((await zieheZurueck(vorgangId)).statusCode, 303);
      assert.equal((await forderung(vorgangId)).zustand, "storniert");
    });
  });
});
