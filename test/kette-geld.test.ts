import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { eroeffneAntrag } from "#antraege";
import { getLeistung } from "#leistungen";
import { antworten, baueStadt, type Stadt } from "./helpers/stadt.ts";

const leser = { wer: "pruefung", anlass: "Test" };

/** Claims, bank statements, the mailbox and register events are in the chain: nobody changes or drops one unnoticed. */
describe("the chain over money, mailbox and register events", () => {
  let stadt: Stadt;
  let owner: pg.Client;
  const tue = <T>(fn: Parameters<typeof stadt.system.db.inTransaction<T>>[1]) =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, fn);
  const befunde = async () =>
    (await stadt.system.kette.pruefe(stadt.musterstadt.id, {}, leser)).befunde
      .map(({ satz, text }) => `${satz}: ${text}`)
      .join("\n");

  before(async () => {
    stadt = await baueStadt();
    owner = new pg.Client({ connectionString: stadt.urls.ownerUrl });
    await owner.connect();
    const person = { person: "a".repeat(64), idnr: null, vornamen: "Anna", nachname: "Beispiel", email: "anna@example.org" };
    const vorgangId = await tue(async (tx) => {
      const schriftform = { art: "anmeldung", vertrauensniveau: "substantiell" } as const;
      const einreichung = { kanal: "online", person, schriftform, einwilligungPostfach: true } as const;
      const leistung = getLeistung("unterhaltsvorschuss");
      const antrag = { leistung, antworten: antworten() as never, einreichung, transaktion: randomUUID() };
      return (await eroeffneAntrag(stadt.system, tx, antrag)).vorgangId;
    });
    const { gebuehren, postfach } = stadt.system;
    const [soll] = gebuehren.bereiteVor({
      mandant: stadt.musterstadt,
      vorgang: { id: vorgangId, aktenzeichen: "UV-26-AAAA-AAAA", leistung: "unterhaltsvorschuss" },
      bezeichnung: "Gebühr",
      schuldner: person,
      ueberPostfach: true,
      forderungen: [{ art: "gebuehr", titel: "Gebühr", norm: "§ 1", betragCent: 1_000 }],
    });
    assert.ok(soll);
    await tue(async (tx) => {
      await gebuehren.eroeffne(tx, [soll], randomUUID());
      const nachricht = { vorgangId, person: person.person, betreff: "Gebühr", text: "Bitte zahlen.", bescheidId: null };
      await postfach.stelleBereit(tx, { ...nachricht, ankuendigenAn: person.email });
      const { rows } = await tx.query<{ id: string }>("select id from nachricht where mandant_id = $1", [tx.mandantId]);
      await postfach.vermerkeAbruf(tx, rows[0]?.id ?? "");
    });
    const buchung = (ref: string, zweck: string) =>
      `<Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><ValDt><Dt>2026-11-23</Dt></ValDt><AcctSvcrRef>${ref}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>${zweck}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
    await gebuehren.nimmAuszugAn(
      stadt.musterstadt.id,
      `<Document><BkToCstmrStmt><Stmt><Id>A1</Id><Acct><Id><IBAN>${stadt.musterstadt.einstellungen.bank.iban}</IBAN></Id></Acct>${buchung("1", soll.kassenzeichen)}${buchung("2", "Spende")}</Stmt></BkToCstmrStmt></Document>`,
    );
    const { rows } = await owner.query<{ id: string }>("select id from kontoumsatz where sollstellung_id is null");
    const clerk = { kennung: "renate", name: "Renate" };
    await gebuehren.erledigeUmsatz(stadt.musterstadt.id, rows[0]?.id ?? "", clerk, { beiseite: "Eine Spende." });
    await owner.query(
      "insert into ereignis (mandant_id, id, art, register, empfangen_am, digest) values ($1, $2, 'geburt', 'personenstand', now(), sha512('x'))",
      [stadt.musterstadt.id, randomUUID()],
    );
    await stadt.system.kette.schliesse(stadt.musterstadt.id, {});
  });
  after(async () => {
    await owner.end();
    await stadt.close();
  });

  const eingriffe: Record<string, [tue: string, zurueck: string, erwartet: RegExp]> = {
    "a payment made smaller": [
      `update sollstellung_ereignis set daten = daten || '{"betragCent":500}' where art = 'bezahlt'`,
      `update sollstellung_ereignis set daten = daten || '{"betragCent":1000}' where art = 'bezahlt'`,
      /^gebuehren\.ereignis .*#2 .*: wurde verändert: der Inhalt/,
    ],
    "a payment of a statement changed": [
      "update kontoumsatz set betrag_cent = 999 where sollstellung_id is null",
      "update kontoumsatz set betrag_cent = 1000 where sollstellung_id is null",
      /^gebuehren\.kontoumsatz .*: wurde verändert: der Inhalt/,
    ],
    "another reason why it was set aside": [
      "update kontoumsatz_erledigt set grund = 'Anders'",
      "update kontoumsatz_erledigt set grund = 'Eine Spende.'",
      /^gebuehren\.kontoumsatz-erledigt .*: wurde verändert/,
    ],
    "a message with other words": [
      "update nachricht set text = 'x' where betreff = 'Gebühr'",
      "update nachricht set text = 'Bitte zahlen.' where betreff = 'Gebühr'",
      /^postfach\.nachricht .*: wurde verändert: der Inhalt/,
    ],
    "read earlier than it was": [
      "update nachricht_ereignis set am = am - interval '3 days' where art = 'abgerufen'",
      "update nachricht_ereignis set am = am + interval '3 days' where art = 'abgerufen'",
      /^postfach\.ereignis .*#abgerufen .*: wurde verändert: Angaben/,
    ],
    "a register event from elsewhere": [
      "update ereignis set register = 'x' where art = 'geburt'",
      "update ereignis set register = 'personenstand' where art = 'geburt'",
      /^register\.ereignis .*: wurde verändert: der Inhalt/,
    ],
  };
  for (const [name, [tat, zurueck, erwartet]] of Object.entries(eingriffe))
    test(name, async () => {
      assert.equal(await befunde(), "");
      await owner.query(tat);
      assert.match(await befunde(), erwartet);
      await owner.query(zurueck);
      assert.equal(await befunde(), "");
    });
});
