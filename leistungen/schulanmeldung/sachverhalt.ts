import type { z } from "zod";
import { type BeteiligtePerson, type Fakt, type Kontext, type Sachverhalt, satzungAm } from "#baukasten";
import { type IsoDatum, jahrVon } from "#kalender";
import { gebietVon } from "../strassen.ts";
import type { SaAntworten } from "./formular.ts";
import { Meldedaten } from "./nachweise.ts";
import { eingetrageneLaender, schulbezirke } from "./parameter.ts";

const eigene = { quelle: "Ihre Angabe", stand: null };
const laender: readonly string[] = eingetrageneLaender;
type Kind = z.infer<typeof Meldedaten>["kinder"][number];

/** The year of the next first of August: school years begin on it in every Land. */
export const naechstesSchuljahr = (tag: IsoDatum): number => jahrVon(tag) + (tag.slice(5) < "08-01" ? 0 : 1);

const falte = (text: string | undefined) =>
  (text ?? "")
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();

function meldungAus({ nachweise: { meldung }, antragsteller }: Pick<Kontext, "nachweise" | "antragsteller">) {
  if (meldung?.art === "nichtErreichbar" || meldung?.art === "verweigert") return { grund: `Melderegister: ${meldung.grund}` };
  if (meldung?.art === "keinEintrag") return { grund: "Das Melderegister kennt die anmeldende Person nicht." };
  if (meldung?.art !== "gefunden") return {};
  const gelesen = Meldedaten.safeParse(meldung.daten);
  if (!gelesen.success) return { grund: "Die Antwort des Melderegisters können wir nicht lesen." };
  if (gelesen.data.idnr !== antragsteller.idnr)
    return { grund: "Das Melderegister hat Angaben zu einer anderen Person geliefert." };
  return { daten: gelesen.data, stand: meldung.stand };
}

/** The child of the form among those of the register: name and birthday must both agree. */
const kindAus = (kinder: readonly Kind[], { kind }: SaAntworten): Kind | undefined =>
  kinder.find(
    (each) =>
      each.geburtsdatum === kind?.geburtsdatum &&
      falte(each.vornamen) === falte(kind.vornamen) &&
      falte(each.nachname) === falte(kind.nachname),
  );

export function sachverhalt(kontext: Kontext): Sachverhalt {
  const a = kontext.antworten as SaAntworten;
  const fakten: Record<string, Fakt> = {};
  const vonHand: string[] = [];
  const setze = (name: string, wert: unknown, herkunft: Fakt["herkunft"] = eigene) => {
    if (wert !== undefined) fakten[name] = { wert, herkunft };
  };
  const { daten, stand, grund } = meldungAus(kontext);
  if (grund) vonHand.push(grund);
  setze("schuljahr", naechstesSchuljahr(kontext.eingegangenAm), { quelle: "Tag der Anmeldung", stand: null });
  const land = kontext.mandant?.land;
  if (land && laender.includes(land)) setze("land", land, { quelle: kontext.mandant?.name ?? "", stand: null });
  else vonHand.push("Für dieses Land ist nicht hinterlegt, wann die Schulpflicht beginnt.");
  setze("andereSchule", a.schule?.wahl && a.schule.wahl === "andere");
  setze("zumPflichtbeginn", a.zeitpunkt?.wunsch && a.zeitpunkt.wunsch === "pflicht");
  const kind = daten && kindAus(daten.kinder, a);
  if (daten && !kind)
    vonHand.push("Im Melderegister steht dieses Kind nicht bei der anmeldenden Person (Name und Geburtsdatum verglichen).");
  if (!kind) return { fakten, vonHand };
  setze("geburtsdatum", kind.geburtsdatum, { quelle: "Melderegister", stand: stand ?? null });
  if (kind.anschrift) ausBezirk(kontext, kind.anschrift, stand ?? null, setze, vonHand);
  else vonHand.push("Im Melderegister steht für das Kind keine Anschrift, die wir sehen dürfen.");
  if (kind.auskunftssperre)
    vonHand.push(
      "Für das Kind besteht eine Auskunftssperre (§ 51 BMG): Ein Mensch prüft, bevor die Schule die Anschrift erfährt.",
    );
  return { fakten, vonHand };
}

function ausBezirk(
  kontext: Kontext,
  anschrift: NonNullable<Kind["anschrift"]>,
  stand: string | null,
  setze: (name: string, wert: unknown, herkunft?: Fakt["herkunft"]) => void,
  vonHand: string[],
): void {
  const bezirke = satzungAm(kontext.mandant, schulbezirke, kontext.eingegangenAm);
  if (!bezirke) {
    vonHand.push("Für diesen Tag sind keine Schulbezirke hinterlegt.");
    return;
  }
  const bezirk = gebietVon(anschrift, bezirke.wert);
  const herkunft = { quelle: `Melderegister, ${bezirke.quelle}`, stand };
  if (!bezirk) vonHand.push("Die Grundschule hängt von der Hausnummer ab, und im Melderegister steht keine.");
  else setze("imBezirk", bezirk !== "keines", herkunft);
  if (bezirk && bezirk !== "keines") setze("schule", bezirk.name, herkunft);
}

export function beteiligte(kontext: Pick<Kontext, "antworten" | "antragsteller" | "nachweise">): BeteiligtePerson[] {
  const a = kontext.antworten as SaAntworten;
  const { daten } = meldungAus(kontext);
  const { antragsteller } = kontext;
  const kind = daten && kindAus(daten.kinder, a);
  // One home: a lock on the child's address locks the parent's as well.
  const gesperrt = (daten?.auskunftssperre ?? false) || (kind?.auskunftssperre ?? false);
  return [
    {
      rolle: "antragsteller",
      vornamen: antragsteller.vornamen,
      nachname: antragsteller.nachname,
      ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
      ...(daten?.anschrift && { anschrift: daten.anschrift }),
      auskunftssperre: gesperrt,
    },
    {
      rolle: "kind",
      vornamen: a.kind?.vornamen ?? "",
      nachname: a.kind?.nachname ?? "",
      ...(a.kind?.geburtsdatum && { geburtsdatum: a.kind.geburtsdatum }),
      ...(kind && { idnr: kind.idnr }),
      ...(kind?.anschrift && { anschrift: kind.anschrift }),
      auskunftssperre: gesperrt,
    },
  ];
}
