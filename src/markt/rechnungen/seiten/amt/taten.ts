import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { hatRecht, mandantOf, type Recht } from "#auth";
import { leseEuro } from "#geld";
import { leseDatum } from "#kalender";
import type { Handlung } from "../../handlungen/handle.ts";
import type { Rechnungen } from "../../rechnungen.ts";
import type { Handlungsergebnis } from "../../teile.ts";
import { kopfAus } from "../papier/felder.ts";
import { liesAufteilung } from "./aufteilung.ts";

type Felder = Readonly<Record<string, string>>;
type Tat = {
  /** One of these is enough; those of an office must be held for that of the invoice. */
  rechte: readonly Recht["art"][];
  /** What the person reads afterwards. */
  erfolg: string;
  tu(rechnungen: Rechnungen, handlung: Handlung, felder: Felder, umfeld: { request: FastifyRequest }): Promise<Handlungsergebnis>;
};

const text = (felder: Felder, feld: string) => (felder[feld] ?? "").trim().slice(0, 4_000);
const verweigert = (worte: string): Handlungsergebnis => ({ art: "verweigert", text: worte });

/** What a person can do with an invoice, by the last part of its address. What is wrong with an entry, the use case says. */
export const taten: Readonly<Record<string, Tat>> = {
  kommentieren: {
    rechte: ["rechnung.sehen", "rechnung.klaeren"],
    erfolg: "Ihr Kommentar steht im Verlauf.",
    tu: ({ klaerung }, handlung, felder) => klaerung.kommentiere(handlung, text(felder, "kommentar")),
  },
  uebernehmen: {
    rechte: ["rechnung.feststellen", "rechnung.klaeren", "rechnung.kreditor"],
    erfolg: "Die Rechnung liegt jetzt bei Ihnen.",
    tu: ({ klaerung }, handlung) => klaerung.weiseZu(handlung, handlung.von),
  },
  zuruecklegen: {
    rechte: ["rechnung.feststellen", "rechnung.klaeren", "rechnung.kreditor"],
    erfolg: "Die Rechnung liegt wieder im Eingang.",
    tu: ({ klaerung }, handlung) => klaerung.weiseZu(handlung, null),
  },
  zuordnen: {
    rechte: ["rechnung.klaeren", "rechnung.feststellen"],
    erfolg: "Die Rechnung ist dem Amt zugeordnet.",
    tu: ({ klaerung }, handlung, felder, { request }) =>
      klaerung.ordneZu(handlung, felder.amt ?? "", Object.keys(mandantOf(request).einstellungen.aemter)),
  },
  erfassen: {
    rechte: ["rechnung.klaeren"],
    erfolg: "Die Angaben sind übernommen. Die Rechnung geht ihren Weg.",
    async tu({ klaerung }, handlung, felder) {
      const gelesen = kopfAus(felder);
      return "fehler" in gelesen ? verweigert(gelesen.fehler) : klaerung.erfasse(handlung, gelesen.kopf);
    },
  },
  "dublette-nein": {
    rechte: ["rechnung.klaeren"],
    erfolg: "Vermerkt: keine Dublette. Die Rechnung geht weiter.",
    tu: ({ klaerung }, handlung, felder) => klaerung.verneineDublette(handlung, text(felder, "begruendung")),
  },
  "dublette-ja": {
    rechte: ["rechnung.klaeren"],
    erfolg: "Als Dublette erledigt. Sie wird nicht bezahlt.",
    tu: ({ klaerung }, handlung) => klaerung.bestaetigeDublette(handlung),
  },
  kreditor: {
    rechte: ["rechnung.kreditor"],
    erfolg: "Der Kreditor ist gewählt. Die Rechnung geht weiter.",
    async tu({ klaerung }, handlung, felder) {
      const id = z.uuid().safeParse(felder.kreditorId).data;
      return id ? klaerung.waehleKreditor(handlung, id) : verweigert("Bitte wählen Sie einen Kreditor aus.");
    },
  },
  "iban-pruefen": {
    rechte: ["rechnung.kreditor"],
    erfolg: "Ihre Prüfung ist vermerkt. Jetzt muss eine andere Person die IBAN freigeben.",
    tu: ({ klaerung }, handlung, felder) => klaerung.pruefeIban(handlung, text(felder, "nachweis")),
  },
  "iban-freigeben": {
    rechte: ["rechnung.kreditor"],
    erfolg: "Die neue IBAN gilt ab jetzt für diesen Kreditor.",
    tu: ({ klaerung }, handlung) => klaerung.gibIbanFrei(handlung),
  },
  "iban-ablehnen": {
    rechte: ["rechnung.kreditor"],
    erfolg: "Die neue IBAN ist abgelehnt. Die bisherige gilt weiter.",
    tu: ({ klaerung }, handlung, felder) => klaerung.lehneIbanAb(handlung, text(felder, "ibangrund")),
  },
  feststellen: {
    rechte: ["rechnung.feststellen"],
    erfolg: "Sachlich und rechnerisch richtig gezeichnet. Jetzt fehlt die Anordnung durch eine andere Person.",
    async tu(rechnungen, handlung, felder) {
      const { betragCent, kontierung, fehler } = liesAufteilung(felder);
      const [erster] = Object.values(fehler);
      if (erster !== undefined || betragCent === undefined) return verweigert(erster ?? "Bitte geben Sie den Betrag an.");
      return rechnungen.stelleFest(handlung, { betragCent, kontierung, grund: text(felder, "grund") || null });
    },
  },
  anordnen: {
    rechte: ["rechnung.anordnen"],
    erfolg: "Angeordnet.",
    tu: (rechnungen, handlung, felder) =>
      rechnungen.ordneAn(handlung, {
        betragCent: Number.parseInt(felder.betragCent ?? "", 10),
        fuer: text(felder, "fuer").slice(0, 200) || null,
      }),
  },
  zurueckgeben: {
    rechte: ["rechnung.anordnen", "rechnung.feststellen"],
    erfolg: "Zurückgegeben. Der Grund steht im Verlauf.",
    tu: (rechnungen, handlung, felder) => rechnungen.gibZurueck(handlung, text(felder, "rueckgabe")),
  },
  "um-freigabe-bitten": {
    rechte: ["rechnung.feststellen", "rechnung.anordnen"],
    erfolg: "Die E-Mail mit dem Link zur Anordnung geht gleich hinaus.",
    tu: (rechnungen, handlung, felder) => rechnungen.bitteUmFreigabe(handlung, text(felder, "person")),
  },
  abweisen: {
    rechte: ["rechnung.klaeren", "rechnung.feststellen"],
    erfolg: "Abgewiesen. Der Lieferant erfährt den Grund.",
    tu: ({ klaerung }, handlung, felder) =>
      klaerung.weiseAb(
        handlung,
        felder.abweisegrund === "nichtZustaendig" ? "nichtZustaendig" : "sachlich",
        text(felder, "abweisung"),
      ),
  },
  zahlung: {
    rechte: ["rechnung.uebergeben"],
    erfolg: "Vermerkt: auf anderem Weg bezahlt.",
    async tu({ klaerung }, handlung, felder) {
      const [betragCent, am] = [leseEuro(felder.bezahlt ?? ""), leseDatum(felder.bezahltAm ?? "")];
      if (betragCent === undefined || !am) return verweigert("Bitte geben Sie Betrag und Tag der Zahlung an.");
      return klaerung.vermerkeZahlung(handlung, { beleg: text(felder, "beleg").slice(0, 100), betragCent, am });
    },
  },
};

export const darfTun = (tat: Tat, rechte: readonly Recht[], amt: string | undefined): boolean =>
  tat.rechte.some((art) => hatRecht(rechte, art, art === "rechnung.anordnen" ? undefined : amt));
