import { setTimeout as warte } from "node:timers/promises";
import { type Abrufwunsch, Antwort, type Auskunft, type RegisterZugang } from "./contract.ts";
import type { Sicherung } from "./sicherung.ts";

export type Fristen = { jeVersuchMs: number; pausenMs: readonly number[] };
export const ueblicheFristen: Fristen = { jeVersuchMs: 2_500, pausenMs: [200, 800] };

const GROESSTE_ANTWORT = 256 * 1024;

/**
 * Asks a register, again after a pause where it failed, always under the same `abrufId`: the register counts it as one access.
 * Never throws; whatever goes wrong is `nichtErreichbar` with a reason for the person who takes over.
 */
export async function frageRegister(
  zugang: RegisterZugang,
  sicherung: Sicherung,
  abrufId: string,
  frage: Pick<Abrufwunsch, "auskunft" | "zweck" | "norm" | "anfrage" | "antwort"> & { behoerde: string },
  fristen: Fristen = ueblicheFristen,
): Promise<Auskunft> {
  let grund = "Das Register gilt gerade als gestört.";
  for (const pause of [0, ...fristen.pausenMs]) {
    if (!sicherung.erlaubt()) break;
    if (pause > 0) await warte(pause * (0.8 + Math.random() * 0.4));
    const versuch = await einVersuch(zugang, abrufId, frage, fristen.jeVersuchMs);
    if (versuch.art !== "nichtErreichbar") {
      sicherung.gelungen();
      return versuch;
    }
    sicherung.gescheitert();
    grund = versuch.grund;
  }
  return { art: "nichtErreichbar", grund };
}

async function einVersuch(
  zugang: RegisterZugang,
  abrufId: string,
  frage: Pick<Abrufwunsch, "auskunft" | "zweck" | "norm" | "anfrage" | "antwort"> & { behoerde: string },
  fristMs: number,
): Promise<Auskunft> {
  try {
    const antwort = await fetch(`${zugang.url}/auskunft`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${zugang.token}`, "x-abruf-id": abrufId },
      body: JSON.stringify({
        auskunft: frage.auskunft,
        zweck: frage.zweck,
        rechtsgrundlage: frage.norm,
        behoerde: frage.behoerde,
        anfrage: frage.anfrage,
      }),
      signal: AbortSignal.timeout(fristMs),
      redirect: "error",
    });
    if (antwort.status !== 200 && antwort.status !== 403) {
      await antwort.body?.cancel();
      return { art: "nichtErreichbar", grund: `Das Register meldete einen Fehler (${antwort.status}).` };
    }
    return deute(await leseText(antwort), frage.antwort);
  } catch (error) {
    const zuSpaet = error instanceof Error && error.name === "TimeoutError";
    return {
      art: "nichtErreichbar",
      grund: zuSpaet ? "Das Register hat nicht rechtzeitig geantwortet." : "Das Register war nicht zu erreichen.",
    };
  }
}

async function leseText(antwort: Response): Promise<string> {
  const teile: Uint8Array[] = [];
  let groesse = 0;
  for await (const teil of antwort.body ?? []) {
    groesse += teil.byteLength;
    if (groesse > GROESSTE_ANTWORT) throw new Error("answer too large");
    teile.push(teil);
  }
  return Buffer.concat(teile).toString("utf8");
}

function deute(text: string, erwartet: Abrufwunsch["antwort"]): Auskunft {
  const unverstaendlich: Auskunft = { art: "nichtErreichbar", grund: "Die Antwort des Registers war nicht zu verstehen." };
  let roh: unknown;
  try {
    roh = JSON.parse(text);
  } catch {
    return unverstaendlich;
  }
  const gelesen = Antwort.safeParse(roh);
  if (!gelesen.success) return unverstaendlich;
  if (gelesen.data.art !== "gefunden") return gelesen.data;
  const daten = erwartet.safeParse(gelesen.data.daten);
  return daten.success ? { ...gelesen.data, daten: daten.data } : unverstaendlich;
}

/** After a crash: did the register see this request? undefined where it does not say. */
export async function kenntRegister(zugang: RegisterZugang, abrufId: string, fristMs: number): Promise<boolean | undefined> {
  try {
    const antwort = await fetch(`${zugang.url}/abruf/${abrufId}`, {
      headers: { authorization: `Bearer ${zugang.token}` },
      signal: AbortSignal.timeout(fristMs),
    });
    const inhalt: unknown = antwort.ok ? await antwort.json() : undefined;
    return typeof inhalt === "object" && inhalt !== null && "bekannt" in inhalt ? inhalt.bekannt === true : undefined;
  } catch {
    return undefined;
  }
}
