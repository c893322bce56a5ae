import type { Tx } from "#db";
import { formatiereDatum } from "#kalender";
import { listeFuerPerson, type Rolle } from "#vorgaenge";
import type { Aenderungsereignis } from "./contract.ts";
import type { EreignisDeps } from "./deps.ts";

/**
 * What a death or a move changes of the benefits that run for the person here, in the transaction of the event. Each is a procedure of its
 * own; one that does not run, or is not touched by it, says so itself.
 */
export async function aendereLaufende(
  deps: Pick<EreignisDeps, "secrets" | "dauerleistungen">,
  tx: Tx,
  ereignis: Aenderungsereignis,
  register: string,
): Promise<void> {
  const person = deps.secrets.pseudonym(`idnr:${ereignis.person}`);
  for (const rolle of ["kind", "antragsteller"] as const) {
    const zeilen = (await listeFuerPerson(tx, person, [rolle])).filter(({ stand }) => stand.aendert === undefined);
    // Always in one order: two events that meet must not wait for each other.
    for (const { id } of zeilen.sort((a, b) => (a.id < b.id ? -1 : 1)))
      await deps.dauerleistungen.meldeAenderung(tx, id, {
        ...was(ereignis, rolle),
        ab: ereignis.am,
        seiten: {},
        kanal: "amtswegen",
        akteur: { art: "system", teil: register, version: "1" },
        // By what happened, not by the id of the event: told again under another id, it is still one death.
        transaktion: `register:${ereignis.art}:${rolle}:${ereignis.am}:${id}`,
      });
  }
}

function was({ art, am }: Aenderungsereignis, rolle: Extract<Rolle, "kind" | "antragsteller">) {
  const tag = formatiereDatum(am);
  const wer = rolle === "kind" ? "das Kind" : "die Person, die die Leistung bekommt,";
  if (art === "umzug") return { anlass: "register", grund: `Laut Melderegister ist ${wer} am ${tag} umgezogen.` } as const;
  if (rolle === "kind") return { anlass: "ende", grund: `Das Kind ist am ${tag} gestorben.` } as const;
  // Nobody writes to the dead: who goes on, who inherits, who gets the notice is for a person to find out.
  const mensch = `Laut Register ist ${wer} am ${tag} gestorben. Bitte klären Sie, wer an ihre Stelle tritt und wem der Bescheid bekannt zu geben ist.`;
  return { anlass: "register", grund: `Die Person, die die Leistung bekommt, ist am ${tag} gestorben.`, mensch } as const;
}
