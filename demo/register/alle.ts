import { adressVariable, type Registername, registernamen } from "../../src/register.ts";
import { type Bevoelkerung, createBevoelkerung } from "../bevoelkerung/index.ts";
import { type Register, type Registeroptionen, starteRegister } from "./register-server.ts";
import type { Modus } from "./steuerung.ts";

export type AlleRegister = {
  urls: Record<Registername, string>;
  bevoelkerung: Bevoelkerung;
  /** The environment of an installation that asks these. */
  umgebung: Record<string, string>;
  /** @param fuer only for questions about this person */
  steuere(register: Registername, modus: Modus, fuer?: { idnr: string }, verzoegerungMs?: number): void;
  stop(): Promise<void>;
};

/** All registers in this process, for tests and benches. A port not given is found. */
export async function startRegister(
  optionen: Registeroptionen & { ports?: Partial<Record<Registername, number>> } = {},
): Promise<AlleRegister> {
  const { ports = {}, ...rest } = optionen;
  const gemeinsam = { ...rest, bevoelkerung: rest.bevoelkerung ?? createBevoelkerung() };
  const paare = await Promise.all(
    registernamen.map(
      async (name): Promise<[Registername, Register]> => [name, await starteRegister(name, ports[name] ?? 0, gemeinsam)],
    ),
  );
  const register = Object.fromEntries(paare) as Record<Registername, Register>;
  return {
    urls: Object.fromEntries(paare.map(([name, { url }]) => [name, url])) as Record<Registername, string>,
    bevoelkerung: gemeinsam.bevoelkerung,
    umgebung: Object.fromEntries(paare.map(([name, { url }]) => [adressVariable(name), url])),
    steuere(name, modus, fuer, verzoegerungMs) {
      const verstanden = register[name].steuerung.setze({
        modus,
        ...(fuer && { fuer }),
        ...(verzoegerungMs !== undefined && { verzoegerungMs }),
      });
      if (!verstanden) throw new Error(`Diesen Befehl versteht das ${name} nicht.`);
    },
    async stop() {
      await Promise.all(Object.values(register).map((each) => each.schliesse()));
    },
  };
}
