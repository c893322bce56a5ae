import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { eroeffneAntrag } from "#antraege";
import { getLeistung } from "#leistungen";
import { findStand } from "#vorgaenge";
import { fuelleRechnungen } from "./helpers/rechnungen.ts";
import { amtsperson, antworten, baueStadt, buerger, type Stadt } from "./helpers/stadt.ts";

/** Who may do what to a table, as PostgreSQL knows it. */
type Tabelle = { name: string; klasse: string | null; rls: boolean; forced: boolean; primaer: string[]; rechte: string[] };

// Every right over invoices, in a house that has none.
const rechnungsrollen = ["rechnungseingang", "feststellung:*", "anordnung:*", "kreditoren", "finanzen"];
const annaId = "a".repeat(64);
const bertaId = "b".repeat(64);
const nurAngehaengt = [
  "vorgang",
  "vorgang_schritt",
  "vorgang_schritt_inhalt",
  "protokoll",
  "protokoll_inhalt",
  "abruf",
  "abruf_ausgang",
  "einsicht",
  "weitergabe",
  "ereignis",
  "angebot",
  "angebotslauf",
  "ansprachewunsch",
  "bescheid",
  "nachricht",
  "nachricht_ereignis",
  "sendung",
  "sendung_versand",
  "anordnung",
  "anordnung_antwort",
  "sollstellung",
  "sollstellung_ereignis",
  "kontoumsatz",
  "kontoumsatz_erledigt",
  "sammelfreigabe",
  "sammelfreigabe_ergebnis",
  "leistung_version",
  "leistung_freigabe",
  "rechnung",
  "rechnung_schritt",
  "rechnung_schritt_inhalt",
  "rechnung_merkmal",
  "kreditor_konto",
  "bestellung_abruf",
  "rechnung_vertretung",
  "rechnung_vertretung_ende",
  "rechnung_freigabelink",
  "rechnung_freigabelink_verbrauch",
  "zahlungsauftrag",
  "zahlungsauftrag_antwort",
  "zahlungsmeldung",
  "kette_stapel",
  "kette_glied",
  "kette_salz",
  "kette_unterschrift",
  "kette_schluessel",
  "wacht_lernlauf",
  "wacht_vorfall_schritt",
  "wacht_job_aenderung",
  "wacht_rueckmeldung",
  "wacht_abzeichnung",
  "wacht_einstellung",
];

describe("two Mandanten", () => {
  let stadt: Stadt;
  let vorgangId: string;
  let aktenzeichen: string;
  let tabellen: Tabelle[];
  const routen: { method: string; url: string }[] = [];

  before(async () => {
    stadt = await baueStadt();
    const { system, musterstadt } = stadt;
    const worker = await stadt.arbeite();
    vorgangId = await reicheEin(stadt);
    await durchlaufe(stadt, vorgangId);
    await fuelleRechnungen(stadt);
    await system.kette.schliesse(musterstadt.id);
    const { rows } = await system.db.inTransaction("installation", (tx) =>
      tx.query<Tabelle>(
        `select c.relname as name, substring(obj_description(c.oid) from '^klasse: (\\w+)') as klasse, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
                coalesce((select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
                           where i.indrelid = c.oid and i.indisprimary), '{}') as primaer,
                array(select r from unnest(array['INSERT','UPDATE','DELETE','TRUNCATE']) r where has_table_privilege('fachwerk_app', c.oid, r)) as rechte
           from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
      ),
    );
    tabellen = rows;
    aktenzeichen =
      (await system.db.inTransaction({ mandant: musterstadt.id }, (tx) => findStand(tx, vorgangId)))?.aktenzeichen ?? "";
    routen.push(...listeRouten(stadt));
    // A job that tries again would move rows while the routes are asked.
    await worker.stop();
  });
  after(() => stadt.close());

  test("every table states its class, and each class keeps its policy", () => {
    for (const tabelle of tabellen) {
      assert.ok(
        ["mandant", "person", "betrieb", "installation"].includes(tabelle.klasse ?? ""),
        `${tabelle.name} states no class`,
      );
      if (tabelle.klasse === "installation") continue;
      assert.ok(tabelle.rls && tabelle.forced, `${tabelle.name}: row security is not forced`);
      if (tabelle.klasse === "mandant") assert.equal(tabelle.primaer[0], "mandant_id", `${tabelle.name}: primary key`);
      assert.ok(!tabelle.rechte.includes("TRUNCATE"), tabelle.name);
    }
  });

  test("logs take inserts and nothing else", () => {
    for (const name of nurAngehaengt)
      assert.deepEqual(tabellen.find((tabelle) => tabelle.name === name)?.rechte, ["INSERT"], name);
  });

  test("every tenant's table has rows of Musterstadt, and Beispielkreis sees none of them", async () => {
    const { system, musterstadt, beispielkreis } = stadt;
    for (const { name, klasse, primaer } of tabellen) {
      if (klasse !== "mandant" && !primaer.includes("mandant_id")) continue;
      const zaehle = (mandant: number) =>
        system.db.inTransaction(
          { mandant },
          async (tx) =>
            (await tx.query<{ n: number }>(`select count(*)::int as n from ${name} where mandant_id = ${musterstadt.id}`)).rows[0]
              ?.n,
        );
      assert.ok(((await zaehle(musterstadt.id)) ?? 0) > 0, `${name}: the test filled no row, so it would prove nothing`);
      assert.equal(await zaehle(beispielkreis.id), 0, name);
    }
  });

  test("Beispielkreis cannot write a row in the name of Musterstadt", async () => {
    const { system, musterstadt, beispielkreis } = stadt;
    for (const { name, klasse, primaer } of tabellen) {
      if (klasse === "installation" || !primaer.includes("mandant_id")) continue;
      // Row security speaks before any other constraint does.
      const schreibe = system.db.inTransaction({ mandant: beispielkreis.id }, (tx) =>
        tx.query(`insert into ${name} (mandant_id) values (${musterstadt.id})`),
      );
      await assert.rejects(schreibe, /row-level security/, name);
    }
  });

  test("a person sees their entries of the cockpit across Mandanten, and nobody else's", async () => {
    const { system } = stadt;
    const zaehle = (person: string) =>
      system.db.inTransaction(
        { person },
        async (tx) => (await tx.query<{ n: number }>("select count(*)::int as n from einsicht")).rows[0]?.n,
      );
    assert.ok(((await zaehle(annaId)) ?? 0) > 0);
    assert.equal(await zaehle(bertaId), 0);
  });

  test("no route of Beispielkreis answers with anything of Musterstadt, to citizens or to staff", async () => {
    const { beispielkreis } = stadt;
    const cookies = [
      await stadt.melde(beispielkreis, buerger(annaId)),
      await stadt.melde(beispielkreis, buerger(bertaId)),
      await stadt.melde(beispielkreis, amtsperson("fremd", ["leitung:jugendamt", "datenschutz", "betrieb", ...rechnungsrollen])),
    ];
    const ids = await fremdeIds(stadt, vorgangId);
    let geprueft = 0;
    for (const { method, url } of routen)
      for (const cookie of cookies)
        for (const id of url.includes(":") ? ids : [""]) {
          const antwort = await stadt.web.inject({
            method: method as "GET",
            url: fuelle(url, id),
            headers: { host: "beispielkreis.localhost", cookie, accept: "text/html", "sec-fetch-site": "same-origin" },
            ...(method === "POST" && {
              payload: "",
              headers: {
                host: "beispielkreis.localhost",
                cookie,
                accept: "text/html",
                "sec-fetch-site": "same-origin",
                "content-type": "application/x-www-form-urlencoded",
              },
            }),
          });
          for (const geheim of [aktenzeichen, "Geheimweg", "Mia Beispiel", "Reinigung Adler"])
            assert.ok(!antwort.payload.includes(geheim), `${method} ${url} shows „${geheim}“`);
          assert.ok(antwort.statusCode < 500 || antwort.statusCode === 503, `${method} ${url}: ${antwort.statusCode}`);
          geprueft++;
        }
    assert.ok(geprueft > 100, `only ${geprueft} requests`);
  });

  test("in the same town hall, a stranger and a clerk of another Leistung get nothing of it and move nothing, on any route", async () => {
    const { musterstadt, system } = stadt;
    const fremde = {
      fremde: await stadt.melde(musterstadt, buerger(bertaId)),
      wohngeld: await stadt.melde(
        musterstadt,
        amtsperson("wohngeld", [
          "sachbearbeitung:wohngeld",
          "leitung:wohngeldbehoerde",
          "feststellung:schulamt",
          "anordnung:schulamt",
        ]),
      ),
    };
    const ids = await fremdeIds(stadt, vorgangId);
    // By who did it, not by numbers of rows: the worker goes on meanwhile.
    const getan = () =>
      system.db.inTransaction({ mandant: musterstadt.id }, async (tx) => {
        const taten = await tx.query(
          `select akteur from vorgang_schritt union all select akteur from sollstellung_ereignis where art <> 'zahlungBegonnen'
           union all select akteur from sammelfreigabe union all select akteur from rechnung_schritt union all select jsonb_build_object('kennung', kennung) from leistung_freigabe`,
        );
        const ihre = taten.rows.filter((zeile) => /"wohngeld"|bbbbbbbb/.test(JSON.stringify(zeile)));
        const begonnen = await tx.query("select from sollstellung_ereignis where art = 'zahlungBegonnen'");
        return { ihre, begonnen: begonnen.rowCount };
      });
    for (const [wer, cookie] of Object.entries(fremde))
      for (const { method, url } of routen.filter((each) => each.url.includes(":")))
        for (const id of ids) {
          const felder = {
            transaktion: randomUUID(),
            nummer: "1",
            text: "x",
            grund: "x",
            betrag: "1",
            weg: "bar",
            entscheid: "ja",
          };
          const mehr = { erstattungId: id, zahlungId: id, erklaerung: "ja", rueckmeldung: "x", worte: "x", frist: "1.2.2027" };
          const antwort = await stadt.web.inject({
            method: method as "GET",
            url: fuelle(url, id),
            headers: {
              host: "musterstadt.localhost",
              cookie,
              accept: "text/html",
              "sec-fetch-site": "same-origin",
              ...(method === "POST" && { "content-type": "application/x-www-form-urlencoded" }),
            },
            ...(method === "POST" && { payload: new URLSearchParams({ ...felder, ...mehr }).toString() }),
          });
          for (const geheim of [aktenzeichen, "Geheimweg", "Mia Beispiel", "Reinigung Adler"])
            assert.ok(!antwort.payload.includes(geheim), `${method} ${url} shows „${geheim}“ to ${wer}`);
          assert.ok(antwort.statusCode < 500, `${method} ${url} by ${wer}: ${antwort.statusCode}`);
        }
    assert.deepEqual(await getan(), { ihre: [], begonnen: 0 });
  });

  test("the same routes answer with it in Musterstadt: the test above is not blind", async () => {
    const { musterstadt } = stadt;
    const cookie = await stadt.melde(musterstadt, amtsperson("eigen", ["leitung:jugendamt"]));
    const antwort = await stadt.web.inject({
      url: `/amt/vorgang/${vorgangId}`,
      headers: { host: "musterstadt.localhost", cookie },
    });
    assert.equal(antwort.statusCode, 200);
    assert.ok(antwort.payload.includes(aktenzeichen) && antwort.payload.includes("Geheimweg"));
  });

  test("whoever has the right to invoices of the office sees the invoice: the tests above are not blind", async () => {
    const { musterstadt, system } = stadt;
    const { rows } = await system.db.inTransaction({ mandant: musterstadt.id }, (tx) =>
      tx.query<{ id: string }>("select id from rechnung"),
    );
    const cookie = await stadt.melde(musterstadt, amtsperson("pruefung", ["feststellung:buergeramt"]));
    const { payload } = await stadt.web.inject({
      url: `/amt/rechnungen/${rows[0]?.id}`,
      headers: { host: "musterstadt.localhost", cookie },
    });
    assert.ok(payload.includes("Geheimweg") && payload.includes("Reinigung Adler"));
  });

  test("a clerk without the right to the Leistung does not get in, in their own house either", async () => {
    const { musterstadt } = stadt;
    const cookie = await stadt.melde(musterstadt, amtsperson("wohngeld", ["sachbearbeitung:wohngeld"]));
    const antwort = await stadt.web.inject({
      url: `/amt/vorgang/${vorgangId}`,
      headers: { host: "musterstadt.localhost", cookie },
    });
    assert.equal(antwort.statusCode, 404);
    const liste = await stadt.web.inject({ url: "/amt?filter=erledigt", headers: { host: "musterstadt.localhost", cookie } });
    assert.ok(!liste.payload.includes(aktenzeichen));
  });

  const zaehlt = async (rolle: string) => {
    const cookie = await stadt.melde(stadt.musterstadt, amtsperson(rolle, [rolle]));
    const { payload } = await stadt.web.inject({ url: "/amt", headers: { host: "musterstadt.localhost", cookie } });
    return [...payload.matchAll(/kern-label">[^<(]+\((\d+)\)/g)].map(([, zahl]) => Number(zahl)).some((zahl) => zahl > 0);
  };
  for (const [rolle, sieht] of Object.entries({
    "sachbearbeitung:unterhaltsvorschuss": true,
    "leitung:jugendamt": true,
    leitung: true,
    "sachbearbeitung:wohngeld": false,
    "leitung:wohngeldbehoerde": false,
    "leitung:gibt-es-nicht": false,
  }))
    test(`the numbers above the list of ${rolle} ${sieht ? "count" : "do not count"} the case`, async () =>
      assert.equal(await zaehlt(rolle), sieht));
});

async function reicheEin(stadt: Stadt): Promise<string> {
  const { system, musterstadt } = stadt;
  const person = { person: annaId, idnr: "01234567890", vornamen: "Anna", nachname: "Beispiel", email: "anna@post.example" };
  const einreichung = {
    kanal: "online",
    person,
    schriftform: { art: "anmeldung", vertrauensniveau: "substantiell" },
    einwilligungPostfach: true,
  } as const;
  await system.antraege.beginne(musterstadt.id, getLeistung("unterhaltsvorschuss"), annaId);
  const eroeffnet = await system.db.inTransaction({ mandant: musterstadt.id }, (tx) =>
    eroeffneAntrag(system, tx, {
      leistung: getLeistung("unterhaltsvorschuss"),
      antworten: antworten(),
      einreichung,
      transaktion: "probe-1",
    }),
  );
  return eroeffnet.vorgangId;
}

/** Through every table: examined, decided by hand, noticed, paid, read, and once more on paper. */
async function durchlaufe(stadt: Stadt, vorgangId: string): Promise<void> {
  const { system, musterstadt } = stadt;
  const von = { art: "amt", kennung: "sabine", name: "Sabine" } as const;
  const phase = (id: string, soll: string) =>
    stadt.warteBis(soll, () =>
      system.db.inTransaction({ mandant: musterstadt.id }, async (tx) => {
        const stand = await findStand(tx, id);
        return stand?.stand.phase === soll ? stand : undefined;
      }),
    );
  const bewillige = async (id: string) => {
    const stand = await phase(id, "beiSachbearbeitung");
    const handlung = { mandantId: musterstadt.id, vorgangId: id, nummer: stand.nummer, transaktion: `hand-${id}`, von };
    assert.deepEqual(await system.bearbeitung.entscheideVonHand(handlung, "bewilligt", "Die Angaben sind glaubhaft.", {}), {
      art: "erledigt",
    });
  };
  await bewillige(vorgangId);
  await phase(vorgangId, "zugestellt");
  const kopf = { host: "musterstadt.localhost", cookie: await stadt.melde(musterstadt, buerger(annaId)) };
  const postfach = await stadt.web.inject({ url: "/postfach", headers: kopf });
  const nachricht = /\/postfach\/([0-9a-f-]{36})/.exec(postfach.payload)?.[1];
  assert.equal((await stadt.web.inject({ url: `/postfach/${nachricht}`, headers: kopf })).statusCode, 200);
  const amt = {
    host: "musterstadt.localhost",
    cookie: await stadt.melde(musterstadt, amtsperson("sabine", ["sachbearbeitung:unterhaltsvorschuss"])),
  };
  assert.equal((await stadt.web.inject({ url: `/amt/vorgang/${vorgangId}`, headers: amt })).statusCode, 200);

  const papier = {
    kanal: "papier",
    person: { person: null, idnr: null, vornamen: "Paula", nachname: "Papier", email: null },
    schriftform: { art: "unterschrift", eingegangenAm: "2026-11-23" },
    einwilligungPostfach: false,
  } as const;
  const zweiter = await system.db.inTransaction({ mandant: musterstadt.id }, (tx) =>
    eroeffneAntrag(system, tx, {
      leistung: getLeistung("unterhaltsvorschuss"),
      antworten: antworten(),
      einreichung: papier,
      transaktion: "probe-2",
    }),
  );
  await bewillige(zweiter.vorgangId);
  await phase(zweiter.vorgangId, "beschieden");
  const post = await stadt.web.inject({ url: "/amt/post", headers: amt });
  const sendung = /\/amt\/post\/([0-9a-f-]{36})\/versandt/.exec(post.payload)?.[1];
  const versandt = await stadt.web.inject({
    method: "POST",
    url: `/amt/post/${sendung}/versandt`,
    headers: { ...amt, "sec-fetch-site": "same-origin" },
  });
  assert.equal(versandt.statusCode, 303);
  await phase(zweiter.vorgangId, "zugestellt");
  await oeffneGebuehr(stadt, vorgangId);
  await system.db.inTransaction({ mandant: musterstadt.id }, (tx) =>
    system.dauerleistungen.meldeAenderung(tx, vorgangId, {
      anlass: "meldung",
      ab: "2026-11-24",
      grund: "Wir sind umgezogen.",
      seiten: {},
      kanal: "online",
      akteur: { art: "buerger", person: annaId },
      transaktion: "umzug",
    }),
  );
  // A birth: Elterngeld asks no register; Kindergeld is handed on to the Familienkasse.
  const kind = { idnr: "01234567899", vornamen: "Mia", nachname: "Beispiel", geburtsdatum: "2026-11-20" };
  const geburt = { id: randomUUID(), art: "geburt", behoerde: "musterstadt", kind, mutter: "02582793418" } as const;
  assert.deepEqual(await system.ereignisse.nimmAn("personenstandsregister", geburt), { art: "angenommen" });
  for (const tabelle of ["angebot", "weitergabe"])
    await stadt.warteBis(`${tabelle} of a birth`, () =>
      system.db.inTransaction({ mandant: musterstadt.id }, async (tx) => (await tx.query(`select from ${tabelle}`)).rowCount > 0),
    );
  // A run of the day is begun by the clock of the worker, which does not go round here.
  await system.db.inTransaction({ mandant: musterstadt.id }, async (tx) => {
    await tx.query(
      "insert into angebotslauf (mandant_id, leistung, angebot, tag, art) values ($1, 'x', 'y', '2026-11-24', 'fertig') on conflict do nothing",
      [musterstadt.id],
    );
  });
  // What only a counterpart can bring about is written as it would be: nobody answers here.
  await system.db.inTransaction({ mandant: musterstadt.id }, async (tx) => {
    await tx.query(
      "insert into anordnung_antwort (mandant_id, anordnung_id, art, belegnummer, am) select mandant_id, id, 'quittiert', 'B-1', now() from anordnung limit 1",
    );
  });
}

async function oeffneGebuehr({ system, musterstadt }: Stadt, vorgangId: string): Promise<void> {
  const soll = system.gebuehren.bereiteVor({
    mandant: musterstadt,
    vorgang: { id: vorgangId, aktenzeichen: "UV-26-GEHE-IM00", leistung: "unterhaltsvorschuss" },
    bezeichnung: "Geheimweg",
    schuldner: { person: annaId, vornamen: "Mia", nachname: "Beispiel" },
    ueberPostfach: true,
    forderungen: [{ art: "gebuehr", titel: "Gebühr", norm: "§ 1", betragCent: 1_000 }],
  });
  await system.db.inTransaction({ mandant: musterstadt.id }, (tx) => system.gebuehren.eroeffne(tx, soll, "probe"));
  const auswahl = [{ vorgangId, nummer: 1 }];
  const akteur = { art: "amt", kennung: "sabine", name: "Sabine" } as const;
  const lauf = {
    id: randomUUID(),
    leistung: "unterhaltsvorschuss",
    art: "entscheiden",
    akteur,
    auswahl,
    begonnenAm: new Date(),
  } as const;
  await system.bearbeitung.gibVieleFrei(musterstadt.id, lauf);
  const { iban } = musterstadt.einstellungen.bank;
  const buchung = `<Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><ValDt><Dt>2026-11-23</Dt></ValDt></Ntry>`;
  const stmt = `<Stmt><Id>1</Id><Acct><Id><IBAN>${iban}</IBAN></Id></Acct>${buchung}</Stmt>`;
  await system.gebuehren.nimmAuszugAn(musterstadt.id, `<Document><BkToCstmrStmt>${stmt}</BkToCstmrStmt></Document>`);
  const [umsatz] = await system.db.inTransaction(
    { mandant: musterstadt.id },
    async (tx) => (await tx.query<{ id: string }>("select id from kontoumsatz")).rows,
  );
  await system.gebuehren.erledigeUmsatz(musterstadt.id, umsatz?.id ?? "", akteur, { beiseite: "Geheimweg" });
}

function listeRouten(stadt: Stadt): { method: string; url: string }[] {
  const baum = stadt.web.printRoutes({ commonPrefix: false, includeHooks: false });
  return [...baum.matchAll(/[└├]── (\S+) \(([A-Z, ]+)\)/g)]
    .flatMap(([, url = "", methods = ""]) => methods.split(", ").map((method) => ({ method, url })))
    .filter(({ method, url }) => (method === "GET" || method === "POST") && !url.startsWith("/assets") && url !== "/anmeldung");
}

async function fremdeIds(stadt: Stadt, vorgangId: string): Promise<string[]> {
  const { system, musterstadt } = stadt;
  const { rows } = await system.db.inTransaction({ mandant: musterstadt.id }, (tx) =>
    tx.query<{ id: string }>(
      "select id::text from nachricht union select id::text from bescheid union select id::text from sendung union select id::text from entwurf union select id::text from sollstellung union select id::text from kontoumsatz union select id::text from angebot union select id::text from sammelfreigabe union select id::text from rechnung",
    ),
  );
  return [vorgangId, ...rows.map((row) => row.id)];
}

const fuelle = (url: string, id: string) =>
  url
    .replace(":seite", "kind")
    .replace(":tat", url.includes("gebuehren") ? "annehmen" : url.includes("rechnungen") ? "kommentieren" : "notiz")
    .replace(":stelle", "1")
    .replace(":sha256", "0".repeat(64))
    .replace(":schluessel", "unterhaltsvorschuss")
    .replaceAll(/:\w+/g, id);
