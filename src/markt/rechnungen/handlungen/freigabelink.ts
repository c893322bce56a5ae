import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "#db";
import { formatiereEuro } from "#geld";
import { einstellungenVon } from "../einstellungen.ts";
import { sendeFreigabelink } from "../jobs.ts";
import { findRechnung, listeRechnungsschritte, type StandZeile } from "../store.ts";
import type { Deps, Handlungsergebnis } from "../teile.ts";
import { type Handlung, handle, tue, verweigert } from "./handle.ts";
import { entschliesseAnordnung } from "./ordne-an.ts";
import { findBefugtePerson } from "./store.ts";
import { type Freigabelink, findLink, schreibeLink, verbraucheLink } from "./store-freigabelink.ts";

/** What the page behind the link shows, and may do. */
export type Linkbefund =
  | { art: "gueltig"; link: Freigabelink; zeile: StandZeile }
  /** Used, expired, or the invoice is no longer what the mail said: log in and look there. */
  | { art: "ungueltig"; text: string };

/** Where the mail leads. */
export const freigabepfad = (token: string): string => `/rechnungen/freigabe/${token}`;

const hash = (token: string) => createHash("sha256").update(token).digest();
const UNBEKANNT = "Dieser Link gilt nicht. Bitte melden Sie sich an und öffnen Sie die Rechnung dort.";

/**
 * Asks a person who may order to do so by mail; a double click asks once. The mail goes out by job; the token is made there and never stored.
 */
export const bitteUmFreigabe = (
  deps: Pick<Deps, "db" | "clock" | "jobs">,
  handlung: Handlung,
  kennung: string,
): Promise<Handlungsergebnis> =>
  handle(deps, handlung, async ({ phase, amt = "" }, tx) => {
    if (phase !== "zuAnordnen") return verweigert("Diese Rechnung ist gerade nicht anzuordnen.");
    const person = await findBefugtePerson(tx, kennung, amt);
    if (!person) return verweigert("Bitte wählen Sie die Person, die anordnen soll.");
    if (!person.email) return verweigert(`Für ${person.name} ist keine E-Mail-Adresse bekannt. Bitte wählen Sie jemand anderen.`);
    const { mandantId, rechnungId, nummer } = handlung;
    await deps.jobs.add(tx, sendeFreigabelink, { mandantId, rechnungId, nummer: nummer + 1, kennung });
    return tue({ art: "freigabeErbeten", daten: { an: kennung, name: person.name } });
  });

/** Whether nothing but further requests has happened since: those change nothing about what is to be ordered. */
const unveraendertSeit = async (tx: Tx, zeile: StandZeile, nummer: number): Promise<boolean> =>
  zeile.nummer === nummer ||
  (await listeRechnungsschritte(tx, zeile.id)).every((schritt) => schritt.nummer <= nummer || schritt.art === "freigabeErbeten");

/** The job: sent twice after a crash, both links open the same act, and the first one that is used ends both. */
export async function sendeLink(
  deps: Deps,
  { mandantId, rechnungId, nummer, kennung }: { mandantId: number; rechnungId: string; nummer: number; kennung: string },
): Promise<void> {
  const mandant = await deps.tenants.getById(mandantId);
  const { freigabelinkStunden } = einstellungenVon(mandant);
  const token = randomBytes(32).toString("base64url");
  const erstelltAm = deps.clock.now();
  const gueltigBis = new Date(erstelltAm.getTime() + freigabelinkStunden * 3_600_000);
  const post = await deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const zeile = await findRechnung(tx, rechnungId);
    if (zeile?.stand.phase !== "zuAnordnen" || !zeile.stand.feststellung) return undefined;
    if (!(await unveraendertSeit(tx, zeile, nummer))) return undefined;
    const person = await findBefugtePerson(tx, kennung, zeile.stand.amt ?? "");
    if (!person?.email) return undefined;
    const { betragCent } = zeile.stand.feststellung;
    await schreibeLink(tx, hash(token), { rechnungId, nummer, kennung, name: person.name, betragCent, erstelltAm, gueltigBis });
    return { an: person.email, name: person.name, betragCent, zeile };
  });
  if (!post) return;
  const { zeile, betragCent } = post;
  await deps.mail.send({
    id: `rechnung-freigabe-${hash(token).toString("hex").slice(0, 24)}`,
    to: post.an,
    from: { name: mandant.name, address: mandant.einstellungen.kontakt.email },
    subject: `Bitte anordnen: ${zeile.eingangsnummer}, ${formatiereEuro(betragCent)}`,
    text: [
      `Guten Tag ${post.name},`,
      `die Rechnung ${zeile.stand.kopf?.rechnungsnummer} von ${zeile.stand.kreditor?.name} über ${formatiereEuro(betragCent)} ist sachlich und rechnerisch festgestellt. Es fehlt die Anordnung.`,
      `Ansehen und anordnen:\n${deps.adresse(mandant.schluessel)}${freigabepfad(token)}`,
      `Der Link gilt einmal, nur für Sie und nur für diesen Betrag, und läuft nach ${freigabelinkStunden} Stunden ab. Bitte leiten Sie diese Nachricht nicht weiter.`,
    ].join("\n\n"),
  });
}

/** Looking does not use the link up: mail programs open links by themselves to check them. */
export const pruefeFreigabelink = (deps: Pick<Deps, "db" | "clock">, mandantId: number, token: string): Promise<Linkbefund> =>
  deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const link = await findLink(tx, hash(token));
    if (!link) return { art: "ungueltig", text: UNBEKANNT };
    const zeile = await findRechnung(tx, link.rechnungId);
    if (link.verbraucht)
      return { art: "ungueltig", text: "Dieser Link wurde schon benutzt. Den Stand der Rechnung sehen Sie nach der Anmeldung." };
    if (link.gueltigBis <= deps.clock.now())
      return { art: "ungueltig", text: "Dieser Link ist abgelaufen. Bitte melden Sie sich an und öffnen Sie die Rechnung dort." };
    if (!zeile || !(await unveraendertSeit(tx, zeile, link.nummer)) || zeile.stand.feststellung?.betragCent !== link.betragCent)
      return {
        art: "ungueltig",
        text: "Seit der Nachricht hat sich die Rechnung geändert. Bitte melden Sie sich an und sehen Sie den neuen Stand an.",
      };
    return { art: "gueltig", link, zeile };
  });

/** Orders by link. Link and step are used up in one transaction: neither alone, and neither twice. */
export async function ordneUeberLinkAn(deps: Deps, mandantId: number, token: string): Promise<Handlungsergebnis> {
  const befund = await pruefeFreigabelink(deps, mandantId, token);
  if (befund.art === "ungueltig") return { art: "verweigert", text: befund.text };
  const { link, zeile } = befund;
  const einstellungen = einstellungenVon(await deps.tenants.getById(mandantId));
  const handlung = {
    mandantId,
    rechnungId: link.rechnungId,
    nummer: zeile.nummer,
    transaktion: `link:${hash(token).toString("hex")}`,
    von: { art: "amt", kennung: link.kennung, name: link.name },
  } as const;
  return handle(deps, handlung, async (stand, tx) => {
    const entschluss = await entschliesseAnordnung(deps, tx, einstellungen, handlung, stand, {
      betragCent: link.betragCent,
      weg: "link",
    });
    if ("verweigert" in entschluss) return entschluss;
    return (await verbraucheLink(tx, hash(token), deps.clock.now())) ? entschluss : verweigert(UNBEKANNT);
  });
}
