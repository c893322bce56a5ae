import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { frameOf } from "#auth";
import type { Tx } from "#db";
import { type Http, readForm, sendHtml } from "#http";
import { renderPage } from "#ui";
import { keiner, nameVon, type Seitendeps } from "./routes-seiten.ts";
import { type Jobformularprops, Jobformularseite } from "./seiten/jobformular.tsx";
import { WURZEL } from "./seiten/teile.tsx";
import { type Angaben, alsFelder, liesAngaben } from "./sicht/lies-angaben.ts";
import { aendereJob, findJob, legeJobsAn, listeJobaenderungen, listeJobs } from "./store-jobs.ts";

const Nummer = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const GIBT_ES = "Diesen Job gibt es bei diesem Mandanten in diesem System schon. Bitte wählen Sie einen anderen Namen.";

/** What is expected of a job, changed or made by a person; each change is kept with who made it. */
export function registerJobs(app: Http, { auth, db, clock, laufwacht }: Seitendeps): void {
  const nurBetrieb = { preHandler: auth.nurAmt("betrieb.sehen") };
  const seite = (request: FastifyRequest, props: Omit<Jobformularprops, "frame">) =>
    renderPage(Jobformularseite({ frame: frameOf(request), ...props }));
  const vergeben = async (tx: Tx, { system, mandant, name }: Angaben, eigene?: number) =>
    (await listeJobs(tx, { auchBeendete: true, system, mandant })).some((each) => each.name === name && each.id !== eigene);

  app.get(`${WURZEL}/jobs/neu`, nurBetrieb, async (request, reply) =>
    sendHtml(reply, seite(request, { eingabe: { land: "NW", art: "cron" } })),
  );
  app.post(`${WURZEL}/jobs/neu`, nurBetrieb, async (request, reply) => {
    const { fields } = await readForm(request);
    const gelesen = liesAngaben(fields);
    if ("fehler" in gelesen) return sendHtml(reply, seite(request, { eingabe: fields, ...gelesen }), 422);
    const { angaben } = gelesen;
    const neu = await db.inTransaction("betrieb", async (tx) => {
      const { plan, ...ohnePlan } = angaben;
      if ((await legeJobsAn(tx, [{ ...ohnePlan, ...(plan && { plan }) }], clock.now())) === 0) return undefined;
      const job = (await listeJobs(tx, angaben)).find(({ name }) => name === angaben.name);
      if (job) await aendereJob(tx, job.id, angaben, { vorher: null, wer: nameVon(auth, request), am: clock.now() });
      return job?.id;
    });
    if (neu === undefined) return sendHtml(reply, seite(request, { eingabe: fields, fehler: { name: GIBT_ES } }), 422);
    laufwacht.annahme.vergiss();
    return reply.redirect(`${WURZEL}/jobs/${neu}`, 303);
  });

  const lies = async (tx: Tx, id: number) => {
    const job = await findJob(tx, id);
    if (!job) throw keiner("Diesen Job gibt es nicht");
    return { job, aenderungen: await listeJobaenderungen(tx, id, 20) };
  };
  app.get(`${WURZEL}/jobs/:id/angaben`, { ...nurBetrieb, schema: { params: Nummer } }, async (request, reply) => {
    const props = await db.inTransaction("betrieb", (tx) => lies(tx, request.params.id));
    return sendHtml(reply, seite(request, { ...props, eingabe: alsFelder(props.job) }));
  });
  app.post(`${WURZEL}/jobs/:id/angaben`, { ...nurBetrieb, schema: { params: Nummer } }, async (request, reply) => {
    const { id } = request.params;
    const { fields } = await readForm(request);
    const falsch = await db.inTransaction("betrieb", async (tx) => {
      const props = await lies(tx, id);
      // Whose job it is and what it is called is how its runs find it; a form cannot change it by the way.
      const gelesen = liesAngaben({ ...fields, mandant: props.job.mandant, name: props.job.name });
      if ("fehler" in gelesen) return { ...props, ...gelesen };
      if (await vergeben(tx, gelesen.angaben, id)) return { ...props, fehler: { system: GIBT_ES } };
      const { system, mandant, name, land, plan, frueh, eigentuemer, mindestmenge } = props.job;
      const vorher = { system, mandant, name, land, plan, frueh, eigentuemer, mindestmenge };
      await aendereJob(tx, id, gelesen.angaben, { vorher, wer: nameVon(auth, request), am: clock.now() });
      return undefined;
    });
    if (falsch) return sendHtml(reply, seite(request, { ...falsch, eingabe: fields }), 422);
    laufwacht.annahme.vergiss();
    return reply.redirect(`${WURZEL}/jobs/${id}#angaben`, 303);
  });
}
