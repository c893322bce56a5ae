import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Inhalt, NeuesEreignis } from "./contract.ts";
import { erstattbarCent, folge, nettoCent, offenCent, type Sollstand, ueberzahltCent, zustandAus } from "./sollstand.ts";

const z1 = randomUUID();
const z2 = randomUUID();
const e1 = randomUUID();
const e2 = randomUUID();
const sabine = { art: "amt", kennung: "sabine", name: "Sabine" } as const;
const renate = { art: "amt", kennung: "renate", name: "Renate" } as const;
type Kurz = { [A in NeuesEreignis["art"]]: { art: A; daten: Inhalt<A>; akteur?: NeuesEreignis["akteur"] } }[NeuesEreignis["art"]];
const ganz = (kurz: Kurz): NeuesEreignis =>
  ({ akteur: sabine, zeitpunkt: new Date("2026-11-24T08:00:00Z"), transaktion: randomUUID(), ...kurz }) as NeuesEreignis;

const eroeffnet: Kurz = { art: "eroeffnet", daten: { betragCent: 2_000 } };
const begonnen = (zahlungId = z1, betragCent = 2_000): Kurz => ({
  art: "zahlungBegonnen",
  daten: { zahlungId, betragCent, rueckkehr: "/" },
});
const online = (zahlungId = z1, betragCent = 2_000): Kurz => ({
  art: "bezahlt",
  daten: { weg: "online", betragCent, am: "2026-11-24", referenz: "P1", zahlungId },
});
const bar = (betragCent: number): Kurz => ({
  art: "bezahlt",
  daten: { weg: "bar", betragCent, am: "2026-11-24", referenz: "" },
});
const gescheitert = (zahlungId = z1): Kurz => ({ art: "zahlungGescheitert", daten: { zahlungId, grund: "abgebrochen" } });
const abweichung = (betragCent: number, waehrung = "EUR"): Kurz => ({
  art: "abweichung",
  daten: { zahlungId: z1, betragCent, waehrung, referenz: "P1", am: "2026-11-24" },
});
const angeordnet = (betragCent: number, mehr: Partial<Inhalt<"erstattungAngeordnet">> = {}): Kurz => ({
  art: "erstattungAngeordnet",
  daten: { erstattungId: e1, betragCent, weg: "bar", grund: "Zu viel", zweite: false, ...mehr },
});
const ueberAnbieter = { weg: "anbieter", zahlungId: z1 } as const;
const erstattet = (erstattungId = e1): Kurz => ({ art: "erstattet", daten: { erstattungId, referenz: "R1" } });
const stornoAngeordnet: Kurz = { art: "stornoAngeordnet", daten: { stornoId: e1, grund: "Härte" } };
const stornoFrei = (akteur: NeuesEreignis["akteur"]): Kurz => ({
  art: "stornoFreigegeben",
  daten: { stornoId: e1 },
  akteur,
});
const storniert: Kurz = { art: "storniert", daten: { grund: "Irrtum" } };

/** Folds as far as events may follow. @returns the state, or the number of the event that may not (counted from 1) */
function falte(...kurze: Kurz[]): Sollstand | number {
  let stand: Sollstand | undefined;
  for (const [stelle, kurz] of kurze.entries()) {
    const naechster = folge(stand, ganz(kurz));
    if (!naechster) return stelle + 1;
    stand = naechster;
  }
  return stand ?? 0;
}

describe("what a claim comes to, in the treasury's words", () => {
  const faelle: Record<string, [Kurz[], ReturnType<typeof zustandAus>, number]> = {
    "just opened": [[], "offen", 2_000],
    "payment page open": [[begonnen()], "zahlungLaeuft", 2_000],
    "page left": [[begonnen(), gescheitert()], "offen", 2_000],
    "paid online": [[begonnen(), online()], "bezahlt", 0],
    "paid online after we had given it up": [[begonnen(), gescheitert(), online()], "bezahlt", 0],
    "a second page after the first was left": [[begonnen(), gescheitert(), begonnen(z2), online(z2)], "bezahlt", 0],
    "both pages paid in the end": [[begonnen(), gescheitert(), begonnen(z2), online(z2), online(z1)], "ueberzahlt", 0],
    "half of it at the counter": [[bar(500)], "teilbezahlt", 1_500],
    "half of it at the counter, rest online": [[bar(500), begonnen(z1, 1_500), online(z1, 1_500)], "bezahlt", 0],
    "too much by bank transfer": [[bar(2_500)], "ueberzahlt", 0],
    "the provider booked too little": [[begonnen(), abweichung(200)], "zuKlaeren", 2_000],
    "too little, accepted by a person": [
      [begonnen(), abweichung(200), { art: "klaerungErledigt", daten: { zahlungId: z1, verbucht: true, grund: "ok" } }],
      "teilbezahlt",
      1_800,
    ],
    "another currency, dismissed by a person": [
      [begonnen(), abweichung(2_000, "USD"), { art: "klaerungErledigt", daten: { zahlungId: z1, verbucht: false, grund: "x" } }],
      "offen",
      2_000,
    ],
    "paid and refunded": [[bar(2_000), angeordnet(2_000), erstattet()], "erstattet", 0],
    "refund ordered, not yet done": [[bar(2_000), angeordnet(2_000)], "bezahlt", 0],
    "a part refunded": [[bar(2_000), angeordnet(500), erstattet()], "bezahlt", 0],
    "the overpayment refunded": [[bar(2_500), angeordnet(500), erstattet()], "bezahlt", 0],
    cancelled: [[storniert], "storniert", 0],
    "waived, and a second person must look": [[stornoAngeordnet], "offen", 2_000],
    "waived by two": [[stornoAngeordnet, stornoFrei(renate)], "storniert", 0],
    "waived by one, refused by another, waived again": [
      [stornoAngeordnet, { art: "stornoAbgelehnt", daten: { stornoId: e1, grund: "nein" } }, stornoAngeordnet],
      "offen",
      2_000,
    ],
    "paid, then cancelled: it waits to be refunded": [[bar(2_000), storniert], "ueberzahlt", 0],
    "paid, cancelled, refunded": [[bar(2_000), storniert, angeordnet(2_000), erstattet()], "storniert", 0],
  };
  for (const [name, [kurze, zustand, offen]] of Object.entries(faelle))
    test(name, () => {
      const stand = falte(eroeffnet, ...kurze);
      assert.ok(typeof stand === "object", `event ${stand} may not follow`);
      assert.deepEqual([zustandAus(stand), offenCent(stand)], [zustand, offen]);
    });
});

describe("what may not happen: nothing is written, the number is that of the event refused", () => {
  const faelle: Record<string, [Kurz[], number]> = {
    "opened twice": [[eroeffnet], 2],
    "a second payment beside a running one": [[begonnen(), begonnen(z2)], 3],
    "a payment over another amount than is open": [[begonnen(z1, 1_999)], 2],
    "a payment of something paid": [[bar(2_000), begonnen()], 3],
    "the same payment booked twice": [[begonnen(), online(), online()], 4],
    "a payment that we never began": [[online(z2)], 2],
    "failed after it was paid": [[begonnen(), online(), gescheitert()], 4],
    "more back than came in": [[bar(2_000), angeordnet(2_001)], 3],
    "twice the whole back": [[bar(2_000), angeordnet(2_000), angeordnet(2_000, { erstattungId: e2 })], 4],
    "the same refund twice": [[bar(2_000), angeordnet(500), erstattet(), erstattet()], 5],
    "through the provider what came in cash": [[bar(2_000), angeordnet(500, ueberAnbieter)], 3],
    "done before the second person released it": [[bar(2_000), angeordnet(500, { zweite: true }), erstattet()], 4],
    "released by the one who ordered it": [
      [bar(2_000), angeordnet(500, { zweite: true }), { art: "erstattungFreigegeben", daten: { erstattungId: e1 } }],
      4,
    ],
    "cancelled while the person pays": [[begonnen(), storniert], 3],
    "dunned although paid": [[bar(2_000), { art: "gemahnt", daten: { frist: "2026-12-24" } }], 3],
    "waived twice": [[stornoAngeordnet, stornoAngeordnet], 3],
    "waived by the one who ordered it": [[stornoAngeordnet, stornoFrei(sabine)], 3],
    "a waiver released that nobody ordered": [[stornoFrei(renate)], 2],
    "a waiver released while the person pays": [[stornoAngeordnet, begonnen(), stornoFrei(renate)], 4],
    "another currency accepted": [
      [begonnen(), abweichung(2_000, "USD"), { art: "klaerungErledigt", daten: { zahlungId: z1, verbucht: true, grund: "x" } }],
      4,
    ],
  };
  for (const [name, [kurze, stelle]] of Object.entries(faelle))
    test(name, () => assert.equal(falte(eroeffnet, ...kurze), stelle));

  test("released by another person, it goes on; refused, the money is free again", () => {
    const wartet = [eroeffnet, begonnen(), online(), angeordnet(2_000, { ...ueberAnbieter, zweite: true })];
    const frei = falte(...wartet, { art: "erstattungFreigegeben", daten: { erstattungId: e1 }, akteur: renate }, erstattet());
    assert.equal(typeof frei === "object" && zustandAus(frei), "erstattet");
    const abgelehnt = falte(...wartet, { art: "erstattungAbgelehnt", daten: { erstattungId: e1, grund: "nein" } });
    assert.ok(typeof abgelehnt === "object");
    assert.deepEqual([erstattbarCent(abgelehnt), abgelehnt.zahlungen[0]?.restCent], [2_000, 2_000]);
  });
});

test("whatever happens in whatever order: no money appears or vanishes, never two payments at once, never more back than came in", () => {
  const id = fc.constantFrom(z1, z2);
  const erstattungId = fc.constantFrom(e1, e2);
  const betragCent = fc.integer({ min: 1, max: 2_500 });
  const ereignis: fc.Arbitrary<Kurz> = fc.oneof(
    id.map((zahlungId) => begonnen(zahlungId)),
    fc.tuple(id, betragCent).map(([zahlungId, cent]) => begonnen(zahlungId, cent)),
    id.map(gescheitert),
    fc.tuple(id, betragCent).map(([zahlungId, cent]) => online(zahlungId, cent)),
    betragCent.map(bar),
    betragCent.map((cent) => abweichung(cent)),
    fc.boolean().map((verbucht): Kurz => ({ art: "klaerungErledigt", daten: { zahlungId: z1, verbucht, grund: "x" } })),
    fc
      .tuple(erstattungId, betragCent, fc.boolean())
      .map(([nummer, cent, zweite]) => angeordnet(cent, { erstattungId: nummer, zweite, ...(cent % 2 ? ueberAnbieter : {}) })),
    erstattungId.map((nummer): Kurz => ({ art: "erstattungFreigegeben", daten: { erstattungId: nummer }, akteur: renate })),
    erstattungId.map((nummer): Kurz => ({ art: "erstattungAbgelehnt", daten: { erstattungId: nummer, grund: "x" } })),
    erstattungId.map((nummer): Kurz => ({ art: "erstattungGescheitert", daten: { erstattungId: nummer, grund: "x" } })),
    erstattungId.map(erstattet),
    fc.constantFrom(storniert, stornoAngeordnet, stornoFrei(sabine), stornoFrei(renate)),
  );
  fc.assert(
    fc.property(fc.array(ereignis, { maxLength: 25 }), (kurze) => {
      let stand = folge(undefined, ganz(eroeffnet));
      let ein = 0;
      let aus = 0;
      for (const kurz of kurze) {
        const vorher = stand;
        const naechster: Sollstand | undefined = folge(stand, ganz(kurz));
        if (!naechster || !vorher) continue;
        stand = naechster;
        if (kurz.art === "bezahlt") ein += kurz.daten.betragCent;
        if (kurz.art === "klaerungErledigt" && kurz.daten.verbucht)
          ein += vorher.zahlungen.find(({ zahlungId }) => zahlungId === z1)?.abweichung?.betragCent ?? 0;
        if (kurz.art === "erstattet")
          aus += vorher.erstattungen.find((each) => each.erstattungId === kurz.daten.erstattungId)?.betragCent ?? 0;
        assert.equal(nettoCent(stand), ein - aus);
        assert.ok(aus <= ein && erstattbarCent(stand) >= 0 && stand.sollCent >= 0);
        assert.ok(offenCent(stand) === 0 || ueberzahltCent(stand) === 0);
        assert.ok(stand.zahlungen.every(({ restCent }) => restCent >= 0));
        assert.ok(stand.zahlungen.filter(({ zustand }) => zustand === "begonnen" || zustand === "angelegt").length <= 1);
      }
    }),
    { numRuns: 500 },
  );
});
