import { setTimeout as warte } from "node:timers/promises";
import { ask } from "#ask";
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
    const { status, text } = await ask(`${zugang.url}/auskunft`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${zugang.token}`, "x-abruf-id": abrufId },
      body: JSON.stringify({
        auskunft: frage.auskunft,
        zweck: frage.zweck,
        rechtsgrundlage: frage.norm,
        behoerde: frage.behoerde,
        anfrage: frage.anfrage,
      }),
      timeoutMs: fristMs,
      maxBytes: GROESSTE_ANTWORT,
    });
    if (status !== 200 && status !== 403)
      return { art: "nichtErreichbar", grund: `Das Register meldete einen Fehler (${status}).` };
    return deute(text, frage.antwort);
  } catch (error) {
    const zuSpaet = error instanceof Error && error.name === "TimeoutError";
    return {
      art: "nichtErreichbar",
      grund: zuSpaet ? "Das Register hat nicht rechtzeitig geantwortet." : "Das Register war nicht zu erreichen.",
    };
  }
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
    const { status, text } = await ask(`${zugang.url}/abruf/${abrufId}`, {
      method: "GET",
      headers: { authorization: `Bearer ${zugang.token}` },
      timeoutMs: fristMs,
      maxBytes: GROESSTE_ANTWORT,
    });
    const inhalt: unknown = status === 200 ? JSON.parse(text) : undefined;
    return typeof inhalt === "object" && inhalt !== null && "bekannt" in inhalt ? inhalt.bekannt === true : undefined;
  } catch {
    return undefined;
  }
}
