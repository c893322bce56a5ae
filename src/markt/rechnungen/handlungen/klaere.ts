import type { Tx } from "#db";
import { pruefeIban } from "#geld";
import { teileAbweisungMit } from "../jobs.ts";
import { Kopf } from "../kopf.ts";
import { findRechnung } from "../store.ts";
import type { Deps, Handlungsergebnis } from "../teile.ts";
import { listeAuftragszahlungen } from "../uebergabe/store.ts";
import { type Handlung, handle, tue, verweigert } from "./handle.ts";
import { findKreditorKurz, schreibeKonto } from "./store.ts";

type Klaerdeps = Pick<Deps, "db" | "clock" | "jobs">;

/** What a person settles before an invoice can be judged: whose it is, whether it is there twice, whom we owe, which account is right. */
export const createKlaerung = (deps: Klaerdeps) => ({
  kommentiere: (handlung: Handlung, text: string): Promise<Handlungsergebnis> =>
    handle(deps, handlung, () =>
      text.trim() === ""
        ? verweigert("Der Kommentar ist leer.")
        : tue({ art: "kommentiert", daten: { text: text.trim().slice(0, 4000) } }),
    ),

  weiseZu: (handlung: Handlung, an: { kennung: string; name: string } | null): Promise<Handlungsergebnis> =>
    handle(deps, handlung, () => tue({ art: "zugewiesen", daten: { an: an?.kennung ?? null, name: an?.name ?? null } })),

  /** To the office that ordered. @param aemter keys of the Mandant's offices */
  ordneZu: (handlung: Handlung, amt: string, aemter: readonly string[]): Promise<Handlungsergebnis> =>
    handle(deps, handlung, () =>
      aemter.includes(amt)
        ? tue({ art: "zugeordnet", daten: { amt, ueber: "person" } })
        : verweigert("Dieses Amt gibt es hier nicht."),
    ),

  /** Paper: the fields as the person has read them. */
  erfasse: (handlung: Handlung, kopf: Kopf): Promise<Handlungsergebnis> =>
    handle(deps, handlung, () => {
      const gelesen = Kopf.safeParse(kopf);
      if (!gelesen.success)
        return verweigert(
          "Es fehlen Angaben, oder sie sind nicht zu lesen. Bitte ergänzen Sie Rechnungsnummer, Datum, Lieferant und Betrag.",
        );
      const falsche = gelesen.data.ibans.map(pruefeIban).find((befund) => befund.art === "mangel");
      if (falsche?.art === "mangel") return verweigert(falsche.text);
      return tue({ art: "erfasst", daten: { kopf: gelesen.data } });
    }),

  verneineDublette: (handlung: Handlung, begruendung: string): Promise<Handlungsergebnis> =>
    handle(deps, handlung, async ({ dublette }, tx) => {
      if (begruendung.trim() === "") return verweigert("Bitte schreiben Sie, warum es keine Dublette ist.");
      const frueher = dublette?.sicherheit === "gleicheDatei" ? await findRechnung(tx, dublette.zu) : undefined;
      // One document is one claim, whatever the reason; only where the earlier one ended unpaid does it count anew.
      if (frueher && !["abgewiesen", "dublette", "weitergeleitet"].includes(frueher.stand.phase))
        return verweigert(
          `Dieselbe Datei liegt Byte für Byte als ${frueher.eingangsnummer} vor und wird nur einmal bezahlt. Ist es eine zweite Lieferung, muss der Lieferant eine eigene Rechnung stellen.`,
        );
      return tue({ art: "dubletteVerneint", daten: { begruendung: begruendung.trim() } });
    }),
  bestaetigeDublette: (handlung: Handlung): Promise<Handlungsergebnis> =>
    handle(deps, handlung, ({ dublette }) =>
      dublette
        ? tue({ art: "dubletteBestaetigt", daten: { zu: dublette.zu } })
        : verweigert("Zu dieser Rechnung ist keine frühere bekannt."),
    ),

  waehleKreditor: (handlung: Handlung, kreditorId: string): Promise<Handlungsergebnis> =>
    handle(deps, handlung, async (_stand, tx) => {
      const kreditor = await findKreditorKurz(tx, kreditorId);
      if (!kreditor) return verweigert("Diesen Kreditor gibt es nicht.");
      if (kreditor.gesperrt) return verweigert(`Der Kreditor ${kreditor.nummer} ist gesperrt.`);
      return tue({ art: "kreditorZugewiesen", daten: { kreditorId, nummer: kreditor.nummer, name: kreditor.name } });
    }),

  /** First person. `nachweis`: how they found out, e.g. a call to the number known before; never the one on the invoice. */
  pruefeIban: (handlung: Handlung, nachweis: string): Promise<Handlungsergebnis> =>
    handle(deps, handlung, ({ ibanWechsel }) => {
      if (!ibanWechsel) return verweigert("Bei dieser Rechnung hat sich keine IBAN geändert.");
      if (nachweis.trim().length < 10)
        return verweigert(
          "Bitte schreiben Sie, wie Sie die neue IBAN geprüft haben, zum Beispiel durch Rückruf unter der bisher bekannten Nummer.",
        );
      const befund = pruefeIban(ibanWechsel.neu);
      if (befund.art === "mangel") return verweigert(befund.text);
      return tue({ art: "ibanGeprueft", daten: { iban: ibanWechsel.neu, nachweis: nachweis.trim() } });
    }),
  /** Second person, never the first. The account is the creditor's from now on. */
  gibIbanFrei: (handlung: Handlung): Promise<Handlungsergebnis> =>
    handle(deps, handlung, async ({ ibanWechsel, kreditor, phase }, tx) => {
      if (phase !== "ibanZweitePerson" || !ibanWechsel?.geprueftVon || !kreditor)
        return verweigert("Die neue IBAN muss erst von jemandem geprüft werden.");
      if (ibanWechsel.geprueftVon === handlung.von.kennung)
        return verweigert("Sie haben diese IBAN selbst geprüft. Freigeben muss sie eine andere Person.");
      await schreibeKonto(tx, kreditor.id, ibanWechsel.neu, deps.clock.now(), {
        rechnung: handlung.rechnungId,
        geprueftVon: ibanWechsel.geprueftVon,
        freigegebenVon: handlung.von.kennung,
      });
      return tue({ art: "ibanFreigegeben", daten: { iban: ibanWechsel.neu } });
    }),
  lehneIbanAb: (handlung: Handlung, grund: string): Promise<Handlungsergebnis> =>
    handle(deps, handlung, ({ ibanWechsel }) => {
      if (!ibanWechsel) return verweigert("Bei dieser Rechnung hat sich keine IBAN geändert.");
      if (grund.trim() === "") return verweigert("Bitte schreiben Sie, warum die IBAN nicht stimmt.");
      return tue({ art: "ibanAbgelehnt", daten: { iban: ibanWechsel.neu, grund: grund.trim() } });
    }),

  /** Back to the supplier, who learns why. */
  weiseAb: (handlung: Handlung, grund: "sachlich" | "nichtZustaendig", text: string): Promise<Handlungsergebnis> =>
    handle(deps, handlung, async ({ kopf, absender, kanal }, tx: Tx) => {
      if (text.trim().length < 10)
        return verweigert("Bitte schreiben Sie dem Lieferanten, was nicht stimmt und was er tun soll.");
      await deps.jobs.add(tx, teileAbweisungMit, { mandantId: handlung.mandantId, rechnungId: handlung.rechnungId });
      const an = kopf?.lieferant.email ?? (kanal === "email" ? (absender ?? null) : null);
      return tue({ art: "abgewiesen", daten: { grund, text: text.trim(), an } });
    }),

  /**
   * Somebody found out that it was paid otherwise, e.g. by direct debit or cash; or settles a payment of another amount than ordered: then
   * amount and day are those of the finance system, whatever was typed.
   */
  vermerkeZahlung: (handlung: Handlung, zahlung: { beleg: string; betragCent: number; am: string }): Promise<Handlungsergebnis> =>
    handle(deps, handlung, async ({ phase, uebergabe }, tx) => {
      if (["uebergeben", "quittiert"].includes(phase)) {
        const gemeldet = uebergabe
          ? (await listeAuftragszahlungen(tx, uebergabe.auftragId)).find(({ beleg }) => beleg === zahlung.beleg.trim())
          : undefined;
        return gemeldet
          ? tue({ art: "bezahlt", daten: { ...gemeldet, ueber: "auftrag" } })
          : verweigert("Die Auszahlung läuft schon über das Finanzverfahren. Bitte stoppen Sie sie dort zuerst.");
      }
      if (zahlung.beleg.trim() === "" || zahlung.betragCent <= 0)
        return verweigert("Bitte nennen Sie Beleg und Betrag der Zahlung.");
      return tue({ art: "bezahlt", daten: { ...zahlung, beleg: zahlung.beleg.trim(), ueber: "andererWeg" } });
    }),
});
