import { eroeffneAntrag } from "#antraege";
import type { Tx } from "#db";
import { getLeistung } from "#leistungen";
import type { System } from "../src/app.ts";
import { antwortenFuer } from "./antworten.ts";
import type { Antragslage } from "./bevoelkerung/index.ts";

/** Submits as the parent would have done online, with Einwilligung to the mailbox. @param schluessel makes repeating it harmless */
export async function reicheEin(system: System, tx: Tx, lage: Antragslage, schluessel: string): Promise<string> {
  const { antragsteller } = lage;
  const person = {
    person: system.secrets.pseudonym(`idnr:${antragsteller.idnr}`),
    idnr: antragsteller.idnr,
    vornamen: antragsteller.vornamen,
    nachname: antragsteller.nachname,
    email: antragsteller.email,
  };
  const schriftform = { art: "anmeldung", vertrauensniveau: "substantiell" } as const;
  const einreichung = { kanal: "online", person, schriftform, einwilligungPostfach: true } as const;
  const eroeffnet = await eroeffneAntrag(
    system,
    tx,
    getLeistung("unterhaltsvorschuss"),
    antwortenFuer(lage, system.clock.today()),
    einreichung,
    schluessel,
  );
  return eroeffnet.vorgangId;
}
