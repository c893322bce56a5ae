import { type Antrag, eroeffneAntraege } from "#antraege";
import type { Tx } from "#db";
import { getLeistung } from "#leistungen";
import type { System } from "../src/app.ts";
import { antwortenFuer } from "./antworten.ts";
import type { Antragslage } from "./bevoelkerung/index.ts";

/** @param schluessel makes repeating it harmless */
export type Einsendung = { lage: Antragslage; schluessel: string };

/** Submits as the parents would have done online, with Einwilligung to the mailbox. @returns Vorgaenge in the same order */
export async function reicheVieleEin(system: System, tx: Tx, einsendungen: readonly Einsendung[]): Promise<string[]> {
  const eroeffnet = await eroeffneAntraege(
    system,
    tx,
    einsendungen.map((einsendung) => antragAus(system, einsendung)),
  );
  return eroeffnet.map(({ vorgangId }) => vorgangId);
}

export async function reicheEin(system: System, tx: Tx, lage: Antragslage, schluessel: string): Promise<string> {
  return (await reicheVieleEin(system, tx, [{ lage, schluessel }]))[0] as string;
}

function antragAus(system: System, { lage, schluessel }: Einsendung): Antrag {
  const { antragsteller } = lage;
  const person = {
    person: system.secrets.pseudonym(`idnr:${antragsteller.idnr}`),
    idnr: antragsteller.idnr,
    vornamen: antragsteller.vornamen,
    nachname: antragsteller.nachname,
    email: antragsteller.email,
  };
  return {
    leistung: getLeistung("unterhaltsvorschuss"),
    antworten: antwortenFuer(lage, system.clock.today()),
    einreichung: {
      kanal: "online",
      person,
      schriftform: { art: "anmeldung", vertrauensniveau: "substantiell" },
      einwilligungPostfach: true,
    },
    transaktion: schluessel,
  };
}
