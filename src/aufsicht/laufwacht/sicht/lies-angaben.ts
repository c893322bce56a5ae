import { z } from "zod";
import { type Land, laender } from "#kalender";
import { alsUhrzeit, leseCron, type Rhythmus } from "#wachmodell";
import { Plan, type UeberwachterJob } from "../contract.ts";
import { MORGEN_MIN } from "../morgen/pruefe-regeln.ts";

export type Felder = Readonly<Record<string, string>>;
export type Angaben = Pick<
  UeberwachterJob,
  "system" | "mandant" | "name" | "land" | "plan" | "frueh" | "eigentuemer" | "mindestmenge"
>;
export const arten = ["kein", "cron", "woechentlich", "werktag", "monatstag", "steuertermin"] as const;
const um = z.enum(arten);

/** What the form of a job says, or what is wrong with it, field by field. What belongs to another kind of plan is not looked at. */
export function liesAngaben(fields: Felder): { angaben: Angaben } | { fehler: Felder } {
  const fehler: Record<string, string> = {};
  const text = (name: string) => fields[name]?.trim() ?? "";
  const name = (feld: string, was: string) => {
    const wert = text(feld);
    if (!wert || wert.length > 100) fehler[feld] = `Bitte tragen Sie ${was} ein, höchstens 100 Zeichen.`;
    return wert;
  };
  const zahl = (feld: string, von: number, bis: number, sonst?: number): number => {
    if (text(feld) === "" && sonst !== undefined) return sonst;
    const wert = /^-?\d{1,7}$/.test(text(feld)) ? Number(text(feld)) : Number.NaN;
    if (!(wert >= von && wert <= bis)) fehler[feld] = `Bitte tragen Sie eine ganze Zahl von ${von} bis ${bis} ein.`;
    return wert;
  };
  const uhrzeit = (): number => {
    const [, stunde, minute] = /^(\d{1,2}):(\d{2})$/.exec(text("um")) ?? [];
    const wert = Number(stunde) * 60 + Number(minute);
    if (!(Number(stunde) < 24 && Number(minute) < 60)) fehler.um = "Bitte tragen Sie eine Uhrzeit ein, zum Beispiel 02:30.";
    return wert;
  };
  const monate = (): { monate?: number[] } => {
    if (text("monate") === "") return {};
    const werte = text("monate")
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(Number);
    if (!werte.every((each) => Number.isInteger(each) && each >= 1 && each <= 12))
      fehler.monate = "Bitte tragen Sie Monate als Zahlen ein, zum Beispiel 3, 6, 9, 12. Leer heißt: jeden Monat.";
    return { monate: [...new Set(werte)].sort((a, b) => a - b) };
  };
  const verschiebung = z
    .enum(["bleibt", "folgenderWerktag", "vorherigerWerktag", "entfaellt"])
    .catch("bleibt")
    .parse(fields.verschiebung);
  const art = um.catch("kein").parse(fields.art);

  function rhythmus(): Rhythmus | undefined {
    switch (art) {
      case "kein":
        return undefined;
      case "cron":
        try {
          leseCron(text("cron"));
        } catch (error) {
          fehler.cron = error instanceof Error ? error.message : "Dieser Zeitplan ist falsch.";
        }
        return { art, cron: text("cron"), verschiebung };
      case "woechentlich":
        return { art, wochentag: zahl("wochentag", 1, 7), um: uhrzeit(), verschiebung };
      case "werktag": {
        const nummer = zahl("werktag", -23, 23);
        if (nummer === 0) fehler.werktag = "Bitte tragen Sie 1 für den ersten Werktag ein, −1 als -1 für den letzten.";
        return { art, nummer, ...monate(), um: uhrzeit() };
      }
      case "monatstag":
        return { art, tag: zahl("tag", 1, 31), ...monate(), um: uhrzeit(), verschiebung };
      case "steuertermin":
        return {
          art,
          termin: z
            .enum(["anmeldung", "einkommensteuer", "gewerbesteuer", "grundsteuer"])
            .catch("anmeldung")
            .parse(fields.termin),
          um: uhrzeit(),
        };
    }
  }

  const land = z.enum(laender).safeParse(fields.land);
  if (!land.success) fehler.land = "Bitte wählen Sie das Land, dessen Feiertage gelten.";
  const gelesen = {
    system: name("system", "das System"),
    mandant: name("mandant", "den Mandanten"),
    name: name("name", "den Namen des Jobs"),
    land: land.data as Land,
    eigentuemer: text("eigentuemer").slice(0, 100),
    mindestmenge: text("mindestmenge") === "" ? null : zahl("mindestmenge", 0, 1_000_000),
  };
  const r = rhythmus();
  let plan: Plan | null = null;
  if (r) {
    const hoechstdauerMin = text("hoechstdauerMin") === "" ? undefined : zahl("hoechstdauerMin", 1, 10_080);
    plan = {
      rhythmus: r,
      karenzMin: zahl("karenzMin", 0, 1440, 30),
      fehltNachMin: zahl("fehltNachMin", 1, 2880, 120),
      ...(hoechstdauerMin !== undefined && { hoechstdauerMin }),
      beiSchliessung: z.enum(["laeuft", "entfaellt", "folgenderWerktag"]).catch("laeuft").parse(fields.beiSchliessung),
    };
    if (plan.fehltNachMin < plan.karenzMin)
      fehler.fehltNachMin =
        "Ein Lauf kann nicht fehlen, bevor er verspätet ist. Bitte tragen Sie hier mehr Minuten ein als darüber.";
  }
  if (Object.keys(fehler).length > 0) return { fehler };
  return { angaben: { ...gelesen, plan: plan && (Plan.parse(plan) as Plan), frueh: istFrueh(r) } };
}

/** Whether the run of a day is over before its morning; without a plan it is thought of as one of the night. */
function istFrueh(r: Rhythmus | undefined): boolean {
  if (!r) return true;
  if (r.art !== "cron") return r.um < MORGEN_MIN;
  return (leseCron(r.cron).stunden.at(-1) ?? 0) * 60 < MORGEN_MIN;
}

/** A job as the fields of its form. */
export function alsFelder(job: Angaben): Felder {
  const { plan } = job;
  const r = plan?.rhythmus;
  const wahl = (werte: Record<string, string | number | undefined | null>) =>
    Object.fromEntries(
      Object.entries(werte).flatMap(([name, wert]) => (wert === undefined || wert === null ? [] : [[name, String(wert)]])),
    );
  return wahl({
    system: job.system,
    mandant: job.mandant,
    name: job.name,
    land: job.land,
    eigentuemer: job.eigentuemer,
    mindestmenge: job.mindestmenge,
    art: r?.art ?? "kein",
    ...(r?.art === "cron" && { cron: r.cron }),
    ...(r?.art === "woechentlich" && { wochentag: r.wochentag }),
    ...(r?.art === "werktag" && { werktag: r.nummer }),
    ...(r?.art === "monatstag" && { tag: r.tag }),
    ...(r?.art === "steuertermin" && { termin: r.termin }),
    ...(r && "um" in r && { um: alsUhrzeit(r.um) }),
    ...(r && "monate" in r && { monate: r.monate?.join(", ") }),
    ...(r && "verschiebung" in r && { verschiebung: r.verschiebung }),
    ...(plan && {
      karenzMin: plan.karenzMin,
      fehltNachMin: plan.fehltNachMin,
      hoechstdauerMin: plan.hoechstdauerMin,
      beiSchliessung: plan.beiSchliessung,
    }),
  });
}
