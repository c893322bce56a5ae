import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { erfindeLaeufe } from "../../../../test/helpers/nachtlaeufe.ts";
import type { Bewertung } from "../contract.ts";
import { simuliere } from "./simuliere.ts";
import { spieleNach } from "./spiele-nach.ts";
import { schlageKalendereintragVor } from "./wende-an.ts";

describe("words of people", () => {
  test("propose a calendar entry only for what was expected, for the job or its Mandant", () => {
    const tag = "2026-05-15";
    assert.deepEqual(
      schlageKalendereintragVor({ mandant: "7", tag, art: "erwartet", grund: "Betriebsausflug" })?.satz,
      "Schließtag des Mandanten eintragen: Betriebsausflug.",
    );
    assert.deepEqual(schlageKalendereintragVor({ job: "3", tag, art: "erwartet" })?.fuer, { job: "3" });
    assert.equal(schlageKalendereintragVor({ job: "3", tag, art: "echt" }), undefined);
    assert.equal(schlageKalendereintragVor({ job: "3", tag, art: "neuesNiveau" }), undefined);
  });

  const punkt = (job: string, tag: string, score: number, wert = 100): Bewertung => ({
    job,
    tag,
    wert,
    erwartet: 100,
    streuung: 10,
    laeuft: 1,
    score,
    quelle: "netz",
  });
  test("thresholds are replayed on the last 90 days: alarms, confirmed, wrong, missed", () => {
    const punkte = [
      punkt("a", "2026-01-01", 0.9),
      punkt("a", "2026-06-01", 0.9),
      punkt("b", "2026-06-01", 0.6),
      punkt("c", "2026-06-01", 0.2),
      punkt("a", "2026-06-02", 0.7, 2),
      punkt("b", "2026-06-02", 0.1),
    ];
    const urteil = (job: string, tag: string) => (tag !== "2026-06-01" ? undefined : job === "b" ? "erwartet" : "echt");
    const streng = spieleNach(punkte, { schwelle: 0.8, budget: 20, mindestmenge: 0 }, urteil);
    const locker = spieleNach(punkte, { schwelle: 0.1, budget: 20, mindestmenge: 0 }, urteil);
    assert.deepEqual(
      streng.tage.map(({ alarme, bestaetigt, falsch, verpasst }) => [alarme, bestaetigt, falsch, verpasst]),
      [
        [1, 1, 0, 1],
        [0, 0, 0, 0],
      ],
    );
    assert.deepEqual(
      locker.tage.map(({ alarme, bestaetigt, falsch, verpasst }) => [alarme, bestaetigt, falsch, verpasst]),
      [
        [3, 2, 1, 0],
        [2, 0, 0, 0],
      ],
    );
    assert.deepEqual(
      [
        streng.genauigkeit,
        locker.verpasst,
        spieleNach(punkte, { schwelle: 0.1, budget: 1, mindestmenge: 0 }, urteil).alarmeJeTag,
      ],
      [1, 0, 1],
    );
  });

  test("ninety mornings with an operator who errs on one alarm in twenty: quality does not fall, neither in time nor against nobody speaking", () => {
    const von = 400;
    const { bestand, etiketten } = erfindeLaeufe({ saat: 5, mandanten: 8, jobs: 12, tage: von + 90, lernenBis: von });
    const wahr = new Set(etiketten.map(({ j, t }) => j * 1000 + t));
    const plan = {
      von,
      morgen: 90,
      lerneAlle: 30,
      budget: 12,
      schwelle: 0.5,
      saat: 2,
      irrtum: 0.05,
      umfang: { ganze: 16_000, gestoerte: 4000, durchgaenge: 2, richter: 1, netzproben: 16_000 },
    };
    const lauf = (mitRueckmeldung: boolean) => simuliere(bestand, (j, t) => wahr.has(j * 1000 + t), { ...plan, mitRueckmeldung });
    const mit = lauf(true);
    const ohne = lauf(false);
    assert.equal(mit.morgen.length, 90);
    assert.ok(mit.rueckmeldungen > 20);
    assert.ok(
      mit.durchschnittspraezision > ohne.durchschnittspraezision - 0.03,
      `${mit.durchschnittspraezision} ${ohne.durchschnittspraezision}`,
    );
    mit.drittel.forEach((wert, i) => assert.ok(wert > (ohne.drittel[i] ?? 0) - 0.05, `${mit.drittel} ${ohne.drittel}`));
    const alarme = mit.morgen.reduce((s, m) => s + m.alarme, 0);
    const richtige = mit.morgen.reduce((s, m) => s + m.richtig, 0);
    assert.ok(richtige / alarme > 0.6, `${richtige} of ${alarme} alarms were right`);
  });
});
