import type { Page } from "playwright-core";
import { type Finanzverfahren, starteFinanzverfahren } from "../../demo/finanzverfahren/finanzverfahren.ts";
import { starteAnmeldedienst } from "../../demo/identitaet/anmeldedienst.ts";
import { starteKasse } from "../../demo/kasse/kasse.ts";
import { startePost } from "../../demo/post/post.ts";
import { type AlleRegister, startRegister } from "../../demo/register/alle.ts";
import { starteZahlung, type Zahlungsdienst } from "../../demo/zahlung/zahlung.ts";
import { baueStadt, type Stadt } from "../helpers/stadt.ts";

export type Haus = {
  stadt: Stadt;
  register: AlleRegister;
  zahlung: Zahlungsdienst;
  finanzen: Finanzverfahren;
  adresse: string;
  beispielkreis: string;
  familienkasse: string;
  close(): Promise<void>;
};

/** The house with all its counterparts, listening, and a worker that works: what `npm start` brings, in this process. */
export async function oeffneHaus(): Promise<Haus> {
  const meldung = { url: "", token: "demo-ereignisse" };
  // Registers and the provider of payments live in the time of the house, which stands still.
  const uhr: { stadt?: Stadt["uhr"] } = {};
  const clock = { now: () => uhr.stadt?.now() ?? new Date(), today: () => uhr.stadt?.today() ?? "" };
  const [register, idp, kasse, zahlung, post, finanzen] = await Promise.all([
    startRegister({ clock, meldeziel: () => (meldung.url ? meldung : undefined) }),
    starteAnmeldedienst({ port: 0 }),
    starteKasse({ port: 0 }),
    starteZahlung({ port: 0, clock }),
    startePost({ smtpPort: 0, httpPort: 0 }),
    starteFinanzverfahren({ port: 0 }),
  ]);
  const stadt = await baueStadt({
    ...register.umgebung,
    FACHWERK_IDP: idp.url,
    FACHWERK_KASSE: kasse.url,
    FACHWERK_FINANZEN: finanzen.url,
    FACHWERK_ZAHLUNG: zahlung.url,
    FACHWERK_SMTP: "",
    FACHWERK_PORT_POST: String(post.smtpPort),
    FACHWERK_PORT_POST_HTTP: new URL(post.url).port,
  });
  uhr.stadt = stadt.uhr;
  await stadt.arbeite();
  const { port } = new URL(await stadt.web.listen({ port: 0, host: "::" }));
  meldung.url = `http://127.0.0.1:${port}/api/ereignisse`;
  zahlung.melde("normal", `http://127.0.0.1:${port}/zahlung/meldung`);
  return {
    stadt,
    register,
    zahlung,
    finanzen,
    adresse: `http://musterstadt.localhost:${port}`,
    familienkasse: `http://familienkasse.localhost:${port}`,
    beispielkreis: `http://beispielkreis.localhost:${port}`,
    async close() {
      await stadt.close();
      await Promise.all([
        register.stop(),
        idp.schliesse(),
        kasse.schliesse(),
        zahlung.schliesse(),
        post.schliesse(),
        finanzen.schliesse(),
      ]);
    },
  };
}

/** Through the demo's log-in page, as a person would: pick the name. */
export async function meldeAn(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name }).first().click();
}

/** Fills the fields of the page that is open, by label; a radio button by its group and its text. */
export async function fuelle(page: Page, angaben: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, wert] of Object.entries(angaben)) {
    const gruppe = page.getByRole("group", { name: label });
    if ((await gruppe.count()) > 0) await gruppe.getByRole("radio", { name: wert, exact: true }).check();
    else await page.getByRole("textbox", { name: label }).first().fill(wert);
  }
}
