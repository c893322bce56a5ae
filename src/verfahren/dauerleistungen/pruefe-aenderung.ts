import { anhoerungspflicht, automatiknorm } from "#baukasten";
import { fehlendeNachweise, fertigeBescheid } from "#bearbeitung";
import type { Mandant } from "#tenants";
import { istPruefbar } from "#vorgaenge";
import { beantworteFrage } from "./beantworte-frage.ts";
import { type Bezug, faktenAm, findBezug } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import { beendendeSeite } from "./erheblich.ts";
import { ergebnisVon, type Gegenueberstellung, nurZukunft } from "./gegenueberstellung.ts";
import { hoereAn } from "./hoere-an.ts";
import { type Aenderungsakte, findAenderungsakte } from "./melde-aenderung.ts";
import { merkeSperre } from "./merke-sperre.ts";
import { type Rechnung, rechneAenderung } from "./rechne-aenderung.ts";
import { schliesseOhneBescheid } from "./schliesse-ab.ts";
import { schlageVor, schreibe } from "./schreibe.ts";
import { findDauerleistungZumSchreiben } from "./store.ts";

/**
 * Examines a change: fetches again what can have gone out of date, decides the months anew, and goes the way that the law leaves: decides,
 * hears the person, or gives it to the office. May run twice: a Vorgang that has moved on is left alone.
 */
export async function pruefeAenderung(deps: DauerDeps, mandantId: number, vorgangId: string): Promise<void> {
  const mandant = await deps.tenants.getById(mandantId);
  const vorher = await deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const akte = await findAenderungsakte(tx, vorgangId);
    const bezug = akte && (await findBezug(tx, deps, mandant, akte.anlass.bezug));
    return akte && istPruefbar(akte.stand) && bezug ? { akte, bezug } : undefined;
  });
  if (!vorher) return;
  const { akte, bezug } = vorher;
  await deps.nachweise.rufeAb({
    mandantId,
    behoerde: `${mandant.name}, ${mandant.einstellungen.aemter[bezug.leistung.amt]?.name ?? bezug.leistung.amt}`,
    vorgangId,
    nummer: akte.nummer,
    wuensche: neueNachweise(deps, bezug, akte, mandant),
  });
  await deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const zeile = await findDauerleistungZumSchreiben(tx, bezug.akte.id);
    const frisch = await findAenderungsakte(tx, vorgangId);
    const jetzt = await findBezug(tx, deps, mandant, bezug.akte.id);
    if (!zeile || !jetzt || !frisch || !istPruefbar(frisch.stand)) return;
    const hindernis = await deps.versionen.hindernis(tx, jetzt.leistung);
    if (hindernis && frisch.stand.wartetAufFreigabe) return;
    await merkeSperre(tx, mandant, jetzt, frisch);
    const rechnung = rechneAenderung(jetzt, frisch, deps.clock.today());
    const { mensch } = frisch.anlass;
    const weg =
      (hindernis ?? mensch)
        ? { art: "mensch" as const, gruende: [hindernis, mensch].filter((each) => each !== undefined) }
        : rechnung.gehoert
          ? gehoert(rechnung)
          : rechnung.weg;
    const beantwortet = await beantworteFrage(deps, tx, jetzt, zeile.offeneAenderung, frisch);
    if (!beantwortet && zeile.offeneAenderung !== null && zeile.offeneAenderung !== vorgangId)
      return schlageVor(deps, tx, frisch, rechnung, [
        "Zuerst ist über eine Änderung zu entscheiden, die früher eingegangen ist.",
      ]);
    if (rechnung.frage !== undefined && !rechnung.gehoert && !hindernis) {
      const { norm } = anhoerungspflicht(jetzt.leistung, "stichtag", false);
      return hoereAn(deps, tx, mandant, jetzt, frisch, rechnung, norm, { worte: rechnung.frage });
    }
    if (weg.art === "mensch") return schlageVor(deps, tx, frisch, rechnung, weg.gruende, hindernis !== undefined);
    if (weg.art === "nichts") return schliesseOhneBescheid(deps, tx, jetzt, frisch, { hinweis: rechnung.sonst });
    if (weg.art === "anhoeren") return hoereAn(deps, tx, mandant, jetzt, frisch, rechnung, weg.norm);
    const norm = weg.ohneAnhoerung ? `; ohne Anhörung nach ${weg.ohneAnhoerung}` : "";
    const gegenueberstellung = { ...imUmfang(rechnung.gegenueberstellung, weg.umfang), endet: rechnung.endet };
    await schreibe(deps, tx, frisch, {
      art: "entschieden",
      daten: {
        ergebnis: ergebnisVon(gegenueberstellung),
        automatisch: true,
        norm: `${automatiknorm(jetzt.leistung, jetzt.kontext.mandant, deps.clock.today()) ?? ""}${norm}`,
        entscheidung: rechnung.entscheidung,
        gegenueberstellung,
      },
    });
    await deps.jobs.add(tx, fertigeBescheid, { mandantId, vorgangId });
  });
}

/** Only the months to come, where what was paid already needs a judgement: that follows in a procedure of its own. */
const imUmfang = (ganz: Gegenueberstellung, umfang: "ganz" | "zukunft"): Gegenueberstellung =>
  umfang === "ganz" ? ganz : { ...nurZukunft(ganz), offeneUeberzahlungCent: ganz.ueberzahlungCent };

/** Words of the person are for a person, whatever the rules make of the facts. */
const gehoert = (rechnung: Rechnung): Rechnung["weg"] =>
  rechnung.weg.art === "mensch" ? rechnung.weg : { art: "mensch", gruende: ["Die Person hat sich zur Anhörung geäußert."] };

/** Only what can go out of date, only what this occasion asks for: a new rate is no reason to ask anybody about anything. */
function neueNachweise(deps: DauerDeps, bezug: Bezug, akte: Aenderungsakte, mandant: Mandant) {
  const { leistung } = bezug;
  const { anlass } = akte;
  if (beendendeSeite(leistung, anlass)) return [];
  if (anlass.mensch !== undefined || ["saetze", "ueberzahlung", "ende", "abhilfe"].includes(anlass.anlass)) return [];
  const stichtage = leistung.dauer?.stichtage?.(faktenAm(bezug, anlass.ab)) ?? [];
  const namen =
    stichtage.find(({ am }) => anlass.anlass === "stichtag" && am === anlass.ab)?.nachweise ?? leistung.dauer?.nachweise ?? [];
  const erlaubt = Object.fromEntries(Object.entries(leistung.nachweise).filter(([name]) => namen.includes(name)));
  const amTag = { ...akte, eingang: { ...akte.eingang, eingegangenAm: anlass.ab } };
  return fehlendeNachweise({ ...leistung, nachweise: erlaubt }, amTag, mandant, deps.secrets);
}
