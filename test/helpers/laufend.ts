import assert from "node:assert/strict";
import { eroeffneAntrag } from "#antraege";
import type { Antworten } from "#baukasten";
import { findAkte } from "#bearbeitung";
import type { Aenderungsmeldung, Dauerleistungen } from "#dauerleistungen";
import type { Tx } from "#db";
import { type AnordnungMitAntwort, listeAnordnungen } from "#kasse";
import { getLeistung } from "#leistungen";
import { findStand, haengeAn } from "#vorgaenge";
import { antragFuer, type Bevoelkerung, createBevoelkerung, type Person } from "../../demo/bevoelkerung/index.ts";
import { reicheEin } from "../../demo/einreichen.ts";
import { type AlleRegister, startRegister } from "../../demo/register/alle.ts";
import { baueStadt, type Stadt } from "./stadt.ts";

/** A house with registers and benefits that live on, driven by hand: each job runs when the test says so. */
export type Laufendenhaus = Awaited<ReturnType<typeof baueLaufendenhaus>>;

export async function baueLaufendenhaus(uhrzeit: string) {
  const bevoelkerung: Bevoelkerung = createBevoelkerung();
  const register: AlleRegister = await startRegister({ bevoelkerung });
  const stadt: Stadt = await baueStadt(register.umgebung, uhrzeit);
  const dauer: Dauerleistungen = stadt.system.dauerleistungen;
  const { bearbeitung } = stadt.system;
  const mandantId = stadt.musterstadt.id;
  let lauf = 0;
  const tue = <T>(fn: (tx: Tx) => Promise<T>) => stadt.system.db.inTransaction({ mandant: mandantId }, fn);
  const akteVon = (id: string) => tue(async (tx) => (await findAkte(tx, id)) ?? assert.fail(`no Vorgang ${id}`));
  const lies = (id: string) => tue(async (tx) => (await dauer.lies(tx, id)) ?? assert.fail("does not run"));
  const handlung = async (id: string, kennung = "sabine") => ({
    mandantId,
    vorgangId: id,
    nummer: (await akteVon(id)).nummer,
    transaktion: `hand:${lauf++}`,
    von: { art: "amt", kennung, name: kennung } as const,
  });

  const haus = {
    bevoelkerung,
    register,
    stadt,
    dauer,
    tue,
    akteVon,
    lies,
    handlung,
    am: (tag: string) => stadt.uhr.set(`${tag}T08:00:00+01:00`),
    runde: () => dauer.pruefeLaufende(mandantId),
    termine: () => bearbeitung.pruefeTermine(mandantId),
    anordnungen: (id: string) => tue((tx) => listeAnordnungen(tx, id)),
    /** Euros by month. */
    plan: async (id: string) =>
      Object.fromEntries([...(await lies(id)).stand.plan].sort().map(([monat, cent]) => [monat, cent / 100])),

    async reiche(leistung: string, person: Person, antworten: Antworten): Promise<string> {
      const { idnr, vornamen, nachname } = person;
      const { vorgangId } = await tue((tx) =>
        eroeffneAntrag(stadt.system, tx, {
          leistung: getLeistung(leistung),
          antworten,
          einreichung: {
            kanal: "online",
            person: { person: stadt.system.secrets.pseudonym(`idnr:${idnr}`), idnr, vornamen, nachname, email: null },
            schriftform: { art: "anmeldung", vertrauensniveau: "substantiell" },
            einwilligungPostfach: true,
          },
          transaktion: `laufend:${lauf++}`,
        }),
      );
      await bearbeitung.pruefe(mandantId, vorgangId);
      await bearbeitung.fertige(mandantId, vorgangId);
      return vorgangId;
    },
    /** Unterhaltsvorschuss of Anna for a child born on that day, granted today. */
    async unterhaltsvorschuss(geboren: string): Promise<string> {
      const anna = bevoelkerung.getPersona("anna");
      const mia = bevoelkerung.getPerson(anna.kinder[0] ?? "");
      Object.assign(mia, { geburtsdatum: geboren, einzugsdatum: geboren, sgb2: null });
      const lage = { ...antragFuer(bevoelkerung, anna, mia), fuerVormonat: false, umUnterhaltBemueht: false };
      const id = await tue((tx) => reicheEin(stadt.system, tx, lage, `laufend:${lauf++}`));
      await bearbeitung.pruefe(mandantId, id);
      await bearbeitung.fertige(mandantId, id);
      assert.equal((await akteVon(id)).stand.phase, "zugestellt", JSON.stringify((await akteVon(id)).stand.gruende));
      return id;
    },

    melde: (id: string, mehr: Partial<Aenderungsmeldung> & { ab: string }) =>
      tue((tx) =>
        dauer.meldeAenderung(tx, id, {
          anlass: "meldung",
          grund: "Sie haben uns etwas gemeldet.",
          seiten: {},
          kanal: "online",
          akteur: { art: "buerger", person: null },
          transaktion: `meldung:${lauf++}`,
          ...mehr,
        }),
      ),
    /** The newest change of a grant, examined and, where it decides itself, noticed; each job twice. */
    async neueste(id: string) {
      const aenderung = (await lies(id)).aenderungen.at(-1)?.vorgangId ?? assert.fail("no change");
      for (let mal = 0; mal < 2; mal++) await dauer.pruefe(mandantId, aenderung);
      for (let mal = 0; mal < 2; mal++) await dauer.fertige(mandantId, aenderung);
      return akteVon(aenderung);
    },
    async widersprich(id: string): Promise<void> {
      const person = (await akteVon(id)).beteiligte.find(({ rolle }) => rolle === "antragsteller")?.person ?? null;
      await tue(async (tx) => {
        const daten = { begruendung: "Bitte noch einmal prüfen.", am: stadt.uhr.today(), anlagen: [] };
        const rahmen = { akteur: { art: "buerger", person } as const, zeitpunkt: stadt.uhr.now(), transaktion: `w:${lauf++}` };
        const nummer = (await findStand(tx, id))?.nummer ?? 0;
        assert.equal((await haengeAn(tx, id, [{ art: "widersprochen", daten, ...rahmen }], nummer)).art, "angehaengt");
      });
    },
    /** The person objects to the grant, and somebody else decides it anew; the notice is left to be made. */
    async entscheideNeu(id: string, ergebnis: "bewilligt" | "abgelehnt" = "bewilligt", von = "otto"): Promise<void> {
      await haus.widersprich(id);
      assert.deepEqual(await bearbeitung.hilfAb(await handlung(id, von), "Sie hat recht."), { art: "erledigt" });
      assert.deepEqual(await bearbeitung.entscheideVonHand(await handlung(id, von), ergebnis, "Neu geprüft.", {}), {
        art: "erledigt",
      });
    },
    async close(): Promise<void> {
      await stadt.close();
      await register.stop();
    },
  };
  return haus;
}

/** What the treasury holds after all orders: each later one replaces what falls due from its first day on. Euros by month. */
export function beiDerKasse(anordnungen: readonly AnordnungMitAntwort[]): Record<string, number> {
  let raten: { monat: string; betragCent: number; faelligAm: string }[] = [];
  for (const { art, plan, wirksamAb } of anordnungen) {
    if (art !== "neu") raten = raten.filter(({ faelligAm }) => faelligAm < (wirksamAb ?? ""));
    raten.push(...plan);
  }
  const je: Record<string, number> = {};
  for (const { monat, betragCent } of raten) je[monat] = (je[monat] ?? 0) + betragCent / 100;
  return je;
}
