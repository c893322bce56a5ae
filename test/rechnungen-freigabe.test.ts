import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, mock, test } from "node:test";
import { findRechnung, listeRechnungsschritte, listeZuAnordnende, type Rechnungszeile } from "#rechnungen";
import { type Post, startePost } from "../demo/post/post.ts";
import { erzeuge } from "../demo/rechnungen/erzeuge.ts";
import { demoStammdaten } from "../demo/rechnungen/lieferanten.ts";
import { baueStadt, type Stadt } from "./helpers/stadt.ts";

const heute = "2026-11-24";
const person = (kennung: string) => ({ art: "amt", kennung, name: `Frau ${kennung}` }) as const;
const [a1, a2] = ["musterstadt-anordnung", "musterstadt-anordnung2"];

describe("who may sign what", () => {
  let stadt: Stadt;
  let post: Post;
  let mandantId: number;
  let nummer = 0;
  before(async () => {
    post = await startePost({ smtpPort: 0, httpPort: 0 });
    stadt = await baueStadt({ FACHWERK_SMTP: `smtp://127.0.0.1:${post.smtpPort}` });
    mandantId = stadt.musterstadt.id;
    await rechnungen().nimmStammdatenAn(mandantId, demoStammdaten("musterstadt"));
    await rechnungen().nimmStammdatenAn(mandantId, {
      leitwege: [],
      kreditoren: [],
      bestellungen: [],
      dauerrechnungen: [],
      kostenstellen: [],
      befugnisse: [
        ...(demoStammdaten("musterstadt").befugnisse ?? []),
        { kennung: "klein", name: "Frau klein", email: "klein@musterstadt.example", amt: "*", bisCent: 500 },
        { kennung: "nurSchule", name: "Frau nurSchule", email: null, amt: "schulamt", bisCent: 100_000_000 },
      ],
    });
  });
  after(async () => {
    await stadt.close();
    await post.schliesse().catch(() => {});
  });
  const rechnungen = () => stadt.system.rechnungen;
  const lies = async (id: string): Promise<Rechnungszeile> => {
    const zeile = await stadt.system.db.inTransaction({ mandant: mandantId }, (tx) => findRechnung(tx, id));
    assert.ok(zeile);
    return zeile;
  };
  const tat = async (rechnungId: string, kennung: string, transaktion: string = randomUUID()) => ({
    mandantId,
    rechnungId,
    nummer: (await lies(rechnungId)).nummer,
    transaktion,
    von: person(kennung),
  });
  const aufDenTisch = async (): Promise<Rechnungszeile> => {
    const { bytes, dateiname } = erzeuge(++nummer, heute);
    const { rechnungId } = await rechnungen().nimmAn({
      mandantId,
      bytes,
      dateiname,
      kanal: "api",
      absender: null,
      akteur: { art: "lieferant", weg: "x" },
      transaktion: randomUUID(),
    });
    await rechnungen().bearbeite({ mandantId, rechnungId });
    return lies(rechnungId);
  };
  const festgestellt = async (): Promise<{ id: string; betragCent: number }> => {
    const { id, stand } = await aufDenTisch();
    const betragCent = stand.kopf?.zahlbarCent ?? 0;
    const ergebnis = await rechnungen().stelleFest(await tat(id, "prueferin"), {
      betragCent,
      kontierung: stand.abgleich?.kontierung ?? [],
      grund: null,
    });
    assert.equal(ergebnis.art, "erledigt", JSON.stringify(ergebnis));
    return { id, betragCent };
  };
  const text = (ergebnis: object) => JSON.stringify(ergebnis);

  test("another currency than euro is nobody's to find right; it can be rejected", async () => {
    const { bytes } = erzeuge(++nummer, heute);
    const { rechnungId } = await rechnungen().nimmAn({
      mandantId,
      bytes: Buffer.from(bytes.toString().replaceAll("EUR", "CZK")),
      dateiname: "koruna.xml",
      kanal: "api",
      absender: null,
      akteur: { art: "lieferant", weg: "x" },
      transaktion: randomUUID(),
    });
    await rechnungen().bearbeite({ mandantId, rechnungId });
    const { stand } = await lies(rechnungId);
    assert.equal(stand.phase, "zuPruefen");
    const betragCent = stand.kopf?.zahlbarCent ?? 0;
    const kontierung = [{ kostenstelle: "10100", betragCent }];
    const feststellung = await rechnungen().stelleFest(await tat(rechnungId, "prueferin"), {
      betragCent,
      kontierung,
      grund: "Passt trotzdem.",
    });
    assert.match(text(feststellung), /lautet auf CZK/);
    const weg = await rechnungen().klaerung.weiseAb(await tat(rechnungId, "prueferin"), "sachlich", "Bitte in Euro stellen.");
    assert.equal(weg.art, "erledigt");
  });

  test("whom the list of rights no longer names may order nothing; a file without the list changes nobody", async () => {
    const voll = { ...demoStammdaten("musterstadt"), kreditoren: [], bestellungen: [], dauerrechnungen: [], kostenstellen: [] };
    type Befugnis = { kennung: string; name: string; email: string | null; amt: string; bisCent: number };
    const liesBefugte = () =>
      stadt.system.db.inTransaction({ mandant: mandantId }, async (tx) => {
        const sql = 'select kennung, name, email, amt, bis_cent as "bisCent" from anordnungsbefugnis where mandant_id = $1';
        return (await tx.query<Befugnis>(sql, [tx.mandantId])).rows;
      });
    const bisher = await liesBefugte();
    const namen = async () => (await liesBefugte()).map(({ kennung }) => kennung);
    assert.ok(bisher.some(({ kennung }) => kennung === "klein"));
    const { befugnisse: _keine, ...ohne } = voll;
    await rechnungen().nimmStammdatenAn(mandantId, ohne);
    assert.equal((await namen()).length, bisher.length);
    const weg = { kennung: "gegangen", name: "Frau gegangen", email: null, amt: "*", bisCent: 1 };
    await rechnungen().nimmStammdatenAn(mandantId, { ...voll, befugnisse: [...bisher, weg] });
    assert.ok((await namen()).includes("gegangen"));
    await rechnungen().nimmStammdatenAn(mandantId, { ...voll, befugnisse: bisher });
    assert.deepEqual((await namen()).includes("gegangen"), false);
  });

  test("a finding must add up, name known cost centres, and give reasons for less", async () => {
    const { id, stand } = await aufDenTisch();
    const ganz = stand.kopf?.zahlbarCent ?? 0;
    const faelle: [number, { kostenstelle: string; betragCent: number }[], string | null, RegExp][] = [
      [ganz + 1, [{ kostenstelle: "10100", betragCent: ganz + 1 }], null, /Mehr als der Rechnungsbetrag/],
      [ganz - 100, [{ kostenstelle: "10100", betragCent: ganz - 100 }], null, /kürzen/],
      [ganz, [{ kostenstelle: "10100", betragCent: ganz - 1 }], null, /ergeben/],
      [ganz, [{ kostenstelle: "99999", betragCent: ganz }], null, /Kostenstelle gibt es nicht: 99999/],
      [ganz, [], null, /mindestens eine/],
      [
        ganz,
        [
          { kostenstelle: "10100", betragCent: ganz + 5 },
          { kostenstelle: "10100", betragCent: -5 },
        ],
        null,
        /größer als null/,
      ],
      [0, [], null, /Betrag/],
    ];
    for (const [betragCent, kontierung, grund, soll] of faelle)
      assert.match(text(await rechnungen().stelleFest(await tat(id, "prueferin"), { betragCent, kontierung, grund })), soll);
    const geteilt = [
      { kostenstelle: "10100", betragCent: 1 },
      { kostenstelle: "40100", betragCent: ganz - 101 },
    ];
    assert.equal(
      (
        await rechnungen().stelleFest(await tat(id, "prueferin"), {
          betragCent: ganz - 100,
          kontierung: geteilt,
          grund: "Eine Position fehlt.",
        })
      ).art,
      "erledigt",
    );
    assert.equal((await lies(id)).stand.feststellung?.gekuerztCent, 100);
  });

  test("a double click is one act, two people at once are one order", async () => {
    const { id, betragCent } = await festgestellt();
    const klick = await tat(id, a1 ?? "", "doppelklick-1");
    const ergebnisse = await Promise.all([
      rechnungen().ordneAn(klick, { betragCent }),
      rechnungen().ordneAn(klick, { betragCent }),
      rechnungen().ordneAn(await tat(id, a2 ?? ""), { betragCent }),
    ]);
    assert.equal(ergebnisse.filter(({ art }) => art === "erledigt").length, 1, text(ergebnisse));
    assert.equal((await lies(id)).stand.phase, "angeordnet");
  });

  test("limits: of the person, of the office; and what was seen is what is ordered", async () => {
    const { id, betragCent } = await festgestellt();
    assert.match(text(await rechnungen().ordneAn(await tat(id, "klein"), { betragCent })), /reicht bis 5,00/);
    const { stand } = await lies(id);
    if (stand.amt !== "schulamt")
      assert.match(text(await rechnungen().ordneAn(await tat(id, "nurSchule"), { betragCent })), /fehlt die Anordnungsbefugnis/);
    assert.match(text(await rechnungen().ordneAn(await tat(id, a1 ?? ""), { betragCent: betragCent - 1 })), /Festgestellt sind/);
  });

  test("a creditor that was locked meanwhile is not paid", async () => {
    const { id, betragCent } = await festgestellt();
    const { kreditor } = (await lies(id)).stand;
    const sperre = (gesperrt: boolean) =>
      stadt.system.db.inTransaction({ mandant: mandantId }, (tx) =>
        tx.query("update kreditor set gesperrt = $3 where mandant_id = $1 and id = $2", [mandantId, kreditor?.id, gesperrt]),
      );
    await sperre(true);
    assert.match(text(await rechnungen().ordneAn(await tat(id, a1 ?? ""), { betragCent })), /inzwischen gesperrt/);
    await sperre(false);
    assert.equal((await rechnungen().ordneAn(await tat(id, a1 ?? ""), { betragCent })).art, "erledigt");
  });

  test("representation: never oneself, only in its time, only by whom it was given, never around four eyes", async () => {
    const { id, betragCent } = await festgestellt();
    const fuer = a2 ?? "";
    const gib = (durch: string, von = heute, bis = heute) =>
      rechnungen().vertritt(mandantId, person(fuer), { durch: { kennung: durch, name: durch }, von, bis });
    assert.match(text(await gib(fuer)), /Sich selbst/);
    assert.match(text(await gib("x", "2026-12-02", "2026-12-01")), /von wann bis wann/);
    assert.match(text(await gib("x", "2026-11-01", "2026-11-02")), /schon vorbei/);
    assert.match(text(await rechnungen().ordneAn(await tat(id, "vertreterin"), { betragCent, fuer })), /keine Vertretung/);
    const erteilt = await gib("vertreterin");
    await gib("spaeter", "2026-12-01", "2026-12-31");
    await gib("prueferin");
    assert.ok(erteilt.art === "erledigt");
    assert.match(text(await rechnungen().ordneAn(await tat(id, "spaeter"), { betragCent, fuer })), /keine Vertretung/);
    assert.match(
      text(await rechnungen().ordneAn(await tat(id, "prueferin"), { betragCent, fuer })),
      /schon mitgewirkt/,
      "who found it right does not order it in another's name",
    );
    const ihre = await stadt.system.db.inTransaction({ mandant: mandantId }, (tx) =>
      listeZuAnordnende(tx, "vertreterin", heute, 50),
    );
    assert.ok(ihre.some((zeile) => zeile.id === id && zeile.fuer === fuer));
    assert.deepEqual(
      await stadt.system.db
        .inTransaction({ mandant: mandantId }, (tx) => listeZuAnordnende(tx, "prueferin", heute, 50))
        .then((z) => z.filter((each) => each.id === id)),
      [],
    );
    assert.match(text(await rechnungen().beendeVertretung(mandantId, person("fremde"), erteilt.id)), /betrifft Sie nicht/);
    assert.equal((await rechnungen().ordneAn(await tat(id, "vertreterin"), { betragCent, fuer })).art, "erledigt");
    assert.equal((await lies(id)).stand.anordnung?.fuer, fuer);
    await rechnungen().beendeVertretung(mandantId, person("vertreterin"), erteilt.id);
    const zweite = await festgestellt();
    assert.match(
      text(await rechnungen().ordneAn(await tat(zweite.id, "vertreterin"), { betragCent: zweite.betragCent, fuer })),
      /keine Vertretung/,
    );
  });

  test("whoever is represented has acted: their own finding cannot be ordered through a representative", async () => {
    const { id, stand } = await aufDenTisch();
    const betragCent = stand.kopf?.zahlbarCent ?? 0;
    await rechnungen().stelleFest(await tat(id, a2 ?? ""), {
      betragCent,
      kontierung: stand.abgleich?.kontierung ?? [],
      grund: null,
    });
    await rechnungen().vertritt(mandantId, person(a2 ?? ""), { durch: { kennung: "v2", name: "v2" }, von: heute, bis: heute });
    assert.match(text(await rechnungen().ordneAn(await tat(id, "v2"), { betragCent, fuer: a2 ?? "" })), /Wen Sie vertreten/);
  });

  test("from an amount on, two order; the first signature alone pays nothing", async () => {
    const { tenants } = stadt.system;
    const mandant = await tenants.getById(mandantId);
    await tenants.change(mandant, { ...mandant.einstellungen, rechnungen: { zweiteAnordnungAbCent: 100 } });
    const { id, betragCent } = await festgestellt();
    assert.equal((await rechnungen().ordneAn(await tat(id, a1 ?? ""), { betragCent })).art, "erledigt");
    assert.equal((await lies(id)).stand.phase, "zuAnordnen");
    assert.match(text(await rechnungen().ordneAn(await tat(id, a1 ?? ""), { betragCent })), /schon mitgewirkt/);
    assert.equal((await rechnungen().ordneAn(await tat(id, a2 ?? ""), { betragCent })).art, "erledigt");
    assert.equal((await lies(id)).stand.phase, "angeordnet");
    await tenants.change(await tenants.getById(mandantId), mandant.einstellungen);
  });

  const links = async () => {
    const nachrichten = (await (await fetch(`${post.url}/nachrichten`)).json()) as { text?: string }[];
    return nachrichten.flatMap((nachricht) =>
      [...JSON.stringify(nachricht).matchAll(/freigabe\/([\w-]{43})/g)].map(([, token = ""]) => token),
    );
  };
  const link = async (id: string, kennung: string) => {
    const vorher = new Set(await links());
    await rechnungen().sendeFreigabelink({ mandantId, rechnungId: id, nummer: (await lies(id)).nummer, kennung });
    return (await links()).find((token) => !vorher.has(token));
  };

  test("asking by mail is a step of the log; two clicks ask once, and asking a second person leaves the first link good", async () => {
    const { id } = await festgestellt();
    const auftraege = () =>
      stadt.system.db.inTransaction({ mandant: mandantId }, async (tx) => {
        const schritte = await listeRechnungsschritte(tx, id);
        return schritte.filter(({ art }) => art === "freigabeErbeten").length;
      });
    const erste = await tat(id, "prueferin");
    const zweimal = await Promise.all([1, 2].map(() => rechnungen().bitteUmFreigabe(erste, a1 ?? "")));
    assert.deepEqual(zweimal.map(({ art }) => art).toSorted(), ["bereitsGeschehen", "erledigt"]);
    assert.equal(await auftraege(), 1);
    assert.equal((await rechnungen().bitteUmFreigabe(await tat(id, "prueferin"), "nurSchule")).art, "verweigert");
    assert.equal((await rechnungen().bitteUmFreigabe(await tat(id, "prueferin"), "niemand")).art, "verweigert");
    const token = (await link(id, a1 ?? "")) ?? "";
    assert.equal((await rechnungen().bitteUmFreigabe(await tat(id, "prueferin"), a2 ?? "")).art, "erledigt");
    assert.equal((await rechnungen().pruefeFreigabelink(mandantId, token)).art, "gueltig");
    assert.equal((await rechnungen().ordneUeberLinkAn(mandantId, token)).art, "erledigt");
    assert.equal((await rechnungen().bitteUmFreigabe(await tat(id, "prueferin"), a2 ?? "")).art, "verweigert");
  });

  test("a link in the mail: looking is harmless, ordering works once, and two clicks are one", async () => {
    const { id } = await festgestellt();
    const token = (await link(id, a1 ?? "")) ?? "";
    for (let i = 0; i < 3; i++) assert.equal((await rechnungen().pruefeFreigabelink(mandantId, token)).art, "gueltig");
    assert.equal((await rechnungen().pruefeFreigabelink(stadt.beispielkreis.id, token)).art, "ungueltig");
    assert.match(text(await rechnungen().ordneUeberLinkAn(mandantId, `${token.slice(0, -1)}x`)), /gilt nicht/);
    const ergebnisse = await Promise.all([1, 2, 3].map(() => rechnungen().ordneUeberLinkAn(mandantId, token)));
    assert.equal(ergebnisse.filter(({ art }) => art === "erledigt").length, 1, text(ergebnisse));
    assert.equal((await lies(id)).stand.phase, "angeordnet");
    assert.match(text(await rechnungen().ordneUeberLinkAn(mandantId, token)), /schon benutzt/);
  });
  test("a link ends with its time, with every change of the invoice, and orders nothing its person may not", async () => {
    const { id, betragCent } = await festgestellt();
    const [erster, zweiter] = [(await link(id, a1 ?? "")) ?? "", (await link(id, a2 ?? "")) ?? ""];
    assert.equal(await link(id, "prueferin"), undefined, "no link for whoever may not order");
    assert.match(text(await rechnungen().ordneUeberLinkAn(mandantId, (await link(id, "klein")) ?? "")), /reicht bis/);
    stadt.uhr.set("2026-11-28T09:00:00+01:00");
    assert.match(text(await rechnungen().ordneUeberLinkAn(mandantId, erster)), /abgelaufen/);
    stadt.uhr.set("2026-11-24T09:00:00+01:00");
    await rechnungen().gibZurueck(await tat(id, a1 ?? ""), "Bitte noch einmal ansehen");
    await rechnungen().stelleFest(await tat(id, "prueferin"), {
      betragCent,
      kontierung: [{ kostenstelle: "10100", betragCent }],
      grund: null,
    });
    assert.match(text(await rechnungen().ordneUeberLinkAn(mandantId, zweiter)), /geändert/);
  });
  test("Skonto: warned before, written down when lost, and not twice", async () => {
    const zahl = async () => rechnungen().pruefeSkonto(mandantId);
    stadt.uhr.set("2026-12-02T09:00:00+01:00");
    // Nobody takes the mail: the warning stands all the same, and the log says that it did not go out.
    await post.schliesse();
    const ausgabe = mock.method(process.stderr, "write", () => true);
    const [erste, zweite] = [await zahl(), await zahl()];
    const zeilen = ausgabe.mock.calls.map((aufruf) => String(aufruf.arguments[0]));
    ausgabe.mock.restore();
    assert.ok(erste.gewarnt > 0);
    assert.ok(zeilen.some((zeile) => zeile.startsWith("rechnungen: Skontowarnung musterstadt")));
    assert.deepEqual(zweite, { verfallen: 0, gewarnt: 0 });
    stadt.uhr.set("2027-02-01T09:00:00+01:00");
    await zahl();
    const { rows } = await stadt.system.db.inTransaction({ mandant: mandantId }, (tx) =>
      tx.query<{ n: number }>(
        "select count(*)::int as n from rechnung_stand where skonto_bis < '2027-02-01' and phase in ('zuPruefen', 'zuAnordnen', 'angeordnet')",
      ),
    );
    assert.equal(rows[0]?.n, 0);
    stadt.uhr.set("2026-11-24T09:00:00+01:00");
  });
});
