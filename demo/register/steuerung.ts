import { istObjekt } from "../dienst.ts";

/**
 * How a counterpart behaves. `langsam`: answers late. `stumm`: takes the question and never answers. `falsch`: well-formed, but wrong.
 * `fehler`: status 500. `kaputt`: no valid JSON.
 */
export const modi = ["normal", "langsam", "stumm", "falsch", "fehler", "kaputt"] as const;
export type Modus = (typeof modi)[number];
export type Verhalten = { modus: Modus; verzoegerungMs: number };

const UEBLICHE_VERZOEGERUNG_MS = 1_500;
const LAENGSTE_VERZOEGERUNG_MS = 600_000;

export type Steuerung = {
  /** @returns false where the command is not understood */
  setze(befehl: unknown): boolean;
  verhaltenFuer(idnr: unknown): Verhalten;
};

/** Which mode applies to whom. A mode for one person wins over the general one and stays until it is set anew for that person. */
export function createSteuerung(anfangs: Readonly<Record<string, Modus>> = {}): Steuerung {
  let allgemein: Verhalten = { modus: "normal", verzoegerungMs: 0 };
  const einzeln = new Map<string, Verhalten>(
    Object.entries(anfangs).map(([idnr, modus]) => [idnr, { modus, verzoegerungMs: UEBLICHE_VERZOEGERUNG_MS }]),
  );
  return {
    setze(befehl) {
      if (!istObjekt(befehl)) return false;
      const modus = modi.find((name) => name === befehl.modus);
      const verzoegerungMs = befehl.verzoegerungMs ?? UEBLICHE_VERZOEGERUNG_MS;
      if (!modus || typeof verzoegerungMs !== "number" || !(verzoegerungMs >= 0 && verzoegerungMs <= LAENGSTE_VERZOEGERUNG_MS))
        return false;
      if (befehl.fuer === undefined) {
        allgemein = { modus, verzoegerungMs };
        return true;
      }
      if (!istObjekt(befehl.fuer) || typeof befehl.fuer.idnr !== "string") return false;
      einzeln.set(befehl.fuer.idnr, { modus, verzoegerungMs });
      return true;
    },
    verhaltenFuer: (idnr) => (typeof idnr === "string" ? einzeln.get(idnr) : undefined) ?? allgemein,
  };
}
