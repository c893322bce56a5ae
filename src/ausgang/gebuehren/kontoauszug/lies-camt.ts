import { createHash } from "node:crypto";
import { SaxesParser } from "saxes";
import { istDatum } from "#kalender";

/** Money that came in, as one transaction of a statement says it. `referenz` is unique within the statement. */
export type Umsatz = { referenz: string; betragCent: number; am: string; name: string; zweck: string };
export type Kontoauszug = { iban: string; auszug: string; umsaetze: Umsatz[]; uebergangen: number };
/** The file is no statement that could be booked; nothing of it is. */
export class AuszugUnlesbar extends Error {
  override name = "AuszugUnlesbar";
}

type Knoten = { name: string; attribute: Record<string, string>; kinder: Knoten[]; text: string };
const TIEFE = 40;
const STUECK = 65_536;

function liesBaum(xml: string): Knoten {
  const wurzel: Knoten = { name: "", attribute: {}, kinder: [], text: "" };
  const stapel = [wurzel];
  const parser = new SaxesParser({ xmlns: false, position: false });
  // No DTD: with entities of its own a file could grow without end or read files of ours.
  parser.on("doctype", () => {
    throw new AuszugUnlesbar("Die Datei enthält eine Dokumenttyp-Angabe (DOCTYPE); Kontoauszüge haben keine.");
  });
  parser.on("error", (fehler) => {
    throw new AuszugUnlesbar(`Die Datei ist kein wohlgeformtes XML: ${fehler.message}`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (stapel.length > TIEFE) throw new AuszugUnlesbar("Die Datei ist zu tief verschachtelt.");
    const knoten: Knoten = {
      name: name.split(":").at(-1) ?? name,
      attribute: attributes as Record<string, string>,
      kinder: [],
      text: "",
    };
    stapel.at(-1)?.kinder.push(knoten);
    stapel.push(knoten);
  });
  const nimm = (text: string) => {
    const offen = stapel.at(-1);
    if (offen) offen.text += text;
  };
  parser.on("text", nimm);
  parser.on("cdata", nimm);
  parser.on("closetag", () => void stapel.pop());
  for (let stelle = 0; stelle < xml.length; stelle += STUECK) parser.write(xml.slice(stelle, stelle + STUECK));
  parser.close();
  return wurzel;
}

const alle = (knoten: Knoten | undefined, pfad: string): Knoten[] =>
  pfad
    .split("/")
    .reduce<Knoten[]>(
      (bisher, name) => bisher.flatMap(({ kinder }) => kinder.filter((each) => each.name === name)),
      knoten ? [knoten] : [],
    );
const text = (knoten: Knoten | undefined, ...pfade: string[]): string =>
  pfade.map((pfad) => alle(knoten, pfad)[0]?.text.trim()).find((each) => each) ?? "";

/** @returns cents, or undefined where it is another currency */
function cent(knoten: Knoten | undefined): number | undefined {
  if (knoten?.attribute.Ccy !== "EUR" && knoten) return undefined;
  const [, euro = "", rest = ""] = /^(\d{1,12})(?:\.(\d{1,5}))?$/.exec(knoten?.text.trim() ?? "") ?? [];
  // Money that came in and cannot be read must not be passed over in silence.
  if (euro === "" || /[1-9]/.test(rest.slice(2)))
    throw new AuszugUnlesbar(`Der Betrag „${knoten?.text ?? ""}“ ist nicht zu lesen.`);
  return Number(euro) * 100 + Number(rest.slice(0, 2).padEnd(2, "0"));
}

/**
 * Reads a statement of ISO 20022 (camt.053, any version): what was booked as money in, one entry of several payments as several. Money out,
 * reversals, other currencies and what is only announced are counted, not read.
 * @throws AuszugUnlesbar
 */
export function liesCamt(xml: string): Kontoauszug[] {
  const auszuege = alle(liesBaum(xml), "Document/BkToCstmrStmt/Stmt");
  if (auszuege.length === 0)
    throw new AuszugUnlesbar("Die Datei ist kein Kontoauszug im Format CAMT.053. Bitte laden Sie den Tagesauszug Ihrer Bank.");
  return auszuege.map((stmt) => {
    const iban = text(stmt, "Acct/Id/IBAN").replace(/\s/g, "");
    const auszug = text(stmt, "Id");
    if (!iban || !auszug) throw new AuszugUnlesbar("Dem Kontoauszug fehlen Kontonummer (IBAN) oder Auszugsnummer.");
    const gesehen = new Map<string, number>();
    let uebergangen = 0;
    const umsaetze = alle(stmt, "Ntry").flatMap((ntry): Umsatz[] => {
      const gebucht = text(ntry, "Sts/Cd", "Sts") === "BOOK";
      if (!gebucht || text(ntry, "CdtDbtInd") !== "CRDT" || ["true", "1"].includes(text(ntry, "RvslInd"))) {
        uebergangen++;
        return [];
      }
      const einzelne = alle(ntry, "NtryDtls/TxDtls");
      return (einzelne.length > 1 ? einzelne : [einzelne[0] ?? ntry]).flatMap((tx): Umsatz[] => {
        const betrag = einzelne.length > 1 ? (alle(tx, "Amt")[0] ?? alle(tx, "AmtDtls/TxAmt/Amt")[0]) : alle(ntry, "Amt")[0];
        const betragCent = cent(betrag);
        const am = text(ntry, "ValDt/Dt", "ValDt/DtTm", "BookgDt/Dt", "BookgDt/DtTm").slice(0, 10);
        if (betragCent === undefined || betragCent === 0) {
          uebergangen++;
          return [];
        }
        if (!istDatum(am)) throw new AuszugUnlesbar(`Auszug ${auszug}: Eine Buchung hat keinen lesbaren Tag.`);
        const name = text(tx, "RltdPties/Dbtr/Pty/Nm", "RltdPties/Dbtr/Nm", "RltdPties/UltmtDbtr/Nm").slice(0, 140);
        const zweck = [...alle(tx, "RmtInf/Ustrd"), ...alle(tx, "RmtInf/Strd/CdtrRefInf/Ref")]
          .map((each) => each.text)
          .join("\n");
        const angabe =
          text(tx, "Refs/AcctSvcrRef", "Refs/TxId") ||
          text(ntry, "AcctSvcrRef", "NtryRef") ||
          pruefsumme(betragCent, am, name, zweck);
        // Payments of one entry may share its reference: they are told apart by their place, which is the same in every copy of the file.
        const mal = (gesehen.get(angabe) ?? 0) + 1;
        gesehen.set(angabe, mal);
        return [{ referenz: `${angabe}#${mal}`, betragCent, am, name, zweck: zweck.slice(0, 500) }];
      });
    });
    return { iban, auszug, umsaetze, uebergangen };
  });
}

const pruefsumme = (...werte: unknown[]) => createHash("sha256").update(JSON.stringify(werte)).digest("hex").slice(0, 32);
