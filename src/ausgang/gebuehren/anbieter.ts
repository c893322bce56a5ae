import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** What we ask the provider to collect. `zahlungId` is our id: the idempotency key, and the name under which we ask for its state. */
export type Zahlungsauftrag = {
  zahlungId: string;
  /** Key of the Mandant: whose account it goes to. */
  mandant: string;
  betragCent: number;
  kassenzeichen: string;
  zweck: string;
  /** Where the person comes back to. Coming back says nothing: only `frage` does. */
  rueckkehr: string;
};
/** What the provider knows of a payment. */
export type Anbieterstand =
  | { art: "unbekannt" }
  | { art: "offen"; anbieterId: string; weiterUrl: string }
  | { art: "bezahlt"; anbieterId: string; betragCent: number; waehrung: string; am: string; mittel: string }
  | { art: "gescheitert"; anbieterId: string; grund: "abgebrochen" | "fehlgeschlagen" | "abgelaufen" };
export type Erstattungsantwort = { art: "erstattet"; referenz: string } | { art: "abgelehnt"; grund: string };

/**
 * A payment provider, as this house sees it: create under our key, send the person to its page, ask it what came of it. Modelled on what
 * German treasuries connect (ePayBL, pmPayment) and on GOV.UK Pay; each has its own wire, so each gets its own adapter.
 */
export type Zahlungsanbieter = {
  name: string;
  /** Repeating it with the same id gives the same payment. @throws when the provider cannot be reached */
  beginne(auftrag: Zahlungsauftrag): Promise<Anbieterstand>;
  /** The truth about a payment. @throws when the provider cannot be reached */
  frage(mandant: string, zahlungId: string): Promise<Anbieterstand>;
  /** Pays back; repeating it with the same `erstattungId` pays once. @throws when the provider cannot be reached */
  erstatte(auftrag: {
    erstattungId: string;
    mandant: string;
    zahlungId: string;
    betragCent: number;
  }): Promise<Erstattungsantwort>;
};

const Stand = z.object({
  id: z.string(),
  status: z.enum(["offen", "bezahlt", "abgebrochen", "fehlgeschlagen", "abgelaufen"]),
  betragCent: z.int(),
  waehrung: z.string(),
  weiterUrl: z.string().optional(),
  bezahltAm: z.iso.date().nullish(),
  mittel: z.string().nullish(),
});

function standAus(roh: unknown): Anbieterstand {
  const { id: anbieterId, status, ...rest } = Stand.parse(roh);
  if (status === "offen") return { art: "offen", anbieterId, weiterUrl: z.url({ protocol: /^https?$/ }).parse(rest.weiterUrl) };
  if (status !== "bezahlt") return { art: "gescheitert", anbieterId, grund: status };
  const am = z.iso.date().parse(rest.bezahltAm);
  return { art: "bezahlt", anbieterId, betragCent: rest.betragCent, waehrung: rest.waehrung, am, mittel: rest.mittel ?? "" };
}

/** The provider over HTTP with a bearer token; the wire is that of the demo's own provider (demo/zahlung/README.md). */
export function anbieterUeberHttp(options: { name: string; url: string; token: string; fristMs?: number }): Zahlungsanbieter {
  const rufe = async (weg: string, init: { method?: string; schluessel?: string; inhalt?: unknown } = {}) => {
    const antwort = await fetch(`${options.url}${weg}`, {
      method: init.method ?? "GET",
      headers: {
        authorization: `Bearer ${options.token}`,
        "content-type": "application/json",
        ...(init.schluessel && { "idempotency-key": init.schluessel }),
      },
      ...(init.inhalt !== undefined && { body: JSON.stringify(init.inhalt) }),
      signal: AbortSignal.timeout(options.fristMs ?? 4_000),
    });
    return { status: antwort.status, inhalt: (await antwort.json()) as unknown };
  };
  const unerwartet = (status: number) => new Error(`the payment provider answered ${status}`);
  return {
    name: options.name,
    async beginne({ zahlungId, ...auftrag }) {
      const inhalt = { ...auftrag, referenz: zahlungId, waehrung: "EUR" };
      const antwort = await rufe("/v1/zahlungen", { method: "POST", schluessel: zahlungId, inhalt });
      if (antwort.status !== 201 && antwort.status !== 200) throw unerwartet(antwort.status);
      return standAus(antwort.inhalt);
    },
    async frage(mandant, zahlungId) {
      const antwort = await rufe(`/v1/zahlungen/${zahlungId}?mandant=${encodeURIComponent(mandant)}`);
      if (antwort.status === 404) return { art: "unbekannt" };
      if (antwort.status !== 200) throw unerwartet(antwort.status);
      return standAus(antwort.inhalt);
    },
    async erstatte({ erstattungId, zahlungId, ...inhalt }) {
      const weg = `/v1/zahlungen/${zahlungId}/erstattungen`;
      const antwort = await rufe(weg, { method: "POST", schluessel: erstattungId, inhalt });
      if (antwort.status === 201 || antwort.status === 200)
        return { art: "erstattet", referenz: z.object({ id: z.string() }).parse(antwort.inhalt).id };
      if (antwort.status === 422 || antwort.status === 404)
        return { art: "abgelehnt", grund: z.object({ grund: z.string() }).parse(antwort.inhalt).grund };
      throw unerwartet(antwort.status);
    },
  };
}

/** How far the clock of a message may be off ours. */
const FENSTER_SEKUNDEN = 300;
export const Zahlungsmeldung = z.object({ mandant: z.string().max(60), referenz: z.uuid() });
export type Zahlungsmeldung = z.infer<typeof Zahlungsmeldung>;

export const unterschreibeMeldung = (geheimnis: string, zeit: string, inhalt: string): string =>
  createHmac("sha256", geheimnis).update(`${zeit}.${inhalt}`).digest("hex");

/**
 * A message of the provider that a payment moved: signed (HMAC-SHA-256 over time and body), young, well-formed. It says which payment to ask
 * about and nothing else, so hearing it twice, late or never changes nothing.
 */
export function pruefeMeldung(
  geheimnis: string,
  kopf: { zeit: string | undefined; unterschrift: string | undefined },
  inhalt: string,
  jetzt: Date,
): Zahlungsmeldung | undefined {
  const { zeit = "", unterschrift = "" } = kopf;
  const soll = Buffer.from(unterschreibeMeldung(geheimnis, zeit, inhalt));
  const ist = Buffer.from(unterschrift);
  if (soll.length !== ist.length || !timingSafeEqual(soll, ist)) return undefined;
  if (!/^\d{1,12}$/.test(zeit) || Math.abs(jetzt.getTime() / 1000 - Number(zeit)) > FENSTER_SEKUNDEN) return undefined;
  try {
    return Zahlungsmeldung.safeParse(JSON.parse(inhalt)).data;
  } catch {
    return undefined;
  }
}
