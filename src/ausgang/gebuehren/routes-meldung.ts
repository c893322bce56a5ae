import type { Clock } from "#clock";
import { type Http, Problem } from "#http";
import type { Tenants } from "#tenants";
import { pruefeMeldung } from "./anbieter.ts";
import type { Gebuehren } from "./gebuehren.ts";

export type MeldungDeps = { clock: Clock; tenants: Tenants; gebuehren: Gebuehren; meldegeheimnis: string };

/**
 * Where the payment provider says that a payment moved. It belongs to no town hall's host: the signed body names the Mandant. What it says is not
 * believed; it is the occasion to ask.
 */
export function registerMeldung(app: Http, { clock, tenants, gebuehren, meldegeheimnis }: MeldungDeps): void {
  app.register(async (bereich) => {
    // The bytes as they came: a body that was parsed and written again would no longer fit its signature.
    bereich.removeContentTypeParser("application/json");
    bereich.addContentTypeParser("application/json", { parseAs: "string" }, (_request, inhalt, fertig) => fertig(null, inhalt));
    bereich.post(
      "/zahlung/meldung",
      { bodyLimit: 10_000, config: { mandantless: true, rateLimit: { max: 600, timeWindow: "1 minute" } } },
      async (request, reply) => {
        const kopf = (name: string) => [request.headers[name]].flat()[0];
        const meldung = pruefeMeldung(
          meldegeheimnis,
          { zeit: kopf("x-zahlung-zeit"), unterschrift: kopf("x-zahlung-unterschrift") },
          typeof request.body === "string" ? request.body : "",
          clock.now(),
        );
        const mandant = meldung && (await tenants.findBySchluessel(meldung.mandant));
        if (!meldung || !mandant) throw new Problem(401, "Nicht erkannt", "Die Unterschrift dieser Meldung stimmt nicht.");
        await gebuehren.klaere(mandant.id, meldung.referenz);
        return reply.code(204).send();
      },
    );
  });
}
