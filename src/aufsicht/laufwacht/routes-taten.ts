import { z } from "zod";
import { frameOf } from "#auth";
import { type Http, parseFields, readForm, sendHtml } from "#http";
import { istDatum, laender, leseDatum, plusTage } from "#kalender";
import { renderPage } from "#ui";
import { ortszeit, schlageKalendereintragVor } from "#wachmodell";
import { DateiUnlesbar, leseCsv } from "./annahme/csv.ts";
import { keiner, nameVon, type Seitendeps } from "./routes-seiten.ts";
import { type Annahmeprops, Annahmeseite } from "./seiten/annahme.tsx";
import { mitFragen, WURZEL } from "./seiten/teile.tsx";
import { schreibeAbzeichnung, schreibeKalender, schreibeRueckmeldung } from "./store-betrieb.ts";
import { findJob } from "./store-jobs.ts";
import { listeAnnahme, zaehleLaeufe } from "./store-laeufe.ts";
import { aendereVorfall, findVorfall, schreibeSchritt, uebernimmAlle } from "./store-vorfaelle.ts";

const Nummer = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const Tag = z.string().refine(istDatum);

/** What the operator does with incidents, days and reports; each act is written down with who did it. */
export function registerTaten(app: Http, deps: Seitendeps): void {
  const { auth, db, clock, laufwacht } = deps;
  const nurBetrieb = { preHandler: auth.nurAmt("betrieb.sehen") };

  app.post(`${WURZEL}/vorfaelle/alle-uebernehmen`, nurBetrieb, async (request, reply) => {
    const wer = nameVon(auth, request);
    await db.inTransaction("betrieb", async (tx) => {
      for (const id of await uebernimmAlle(tx, wer))
        await schreibeSchritt(tx, id, { am: clock.now(), art: "uebernommen", wer, text: "Ich kümmere mich" });
    });
    return reply.redirect(WURZEL, 303);
  });

  const Tat = z.enum(["uebernehmen", "abgeben", "kommentieren", "ruhen", "abschliessen"]);
  app.post(
    `${WURZEL}/vorfaelle/:id/:tat`,
    { ...nurBetrieb, schema: { params: Nummer.extend({ tat: Tat }) } },
    async (request, reply) => {
      const { id, tat } = request.params;
      const { fields } = await readForm(request);
      const wer = nameVon(auth, request);
      const am = clock.now();
      const fehler = await db.inTransaction("betrieb", async (tx) => {
        const vorfall = await findVorfall(tx, id);
        if (!vorfall) throw keiner("Diesen Vorfall gibt es nicht");
        if (vorfall.geschlossenAm) return undefined;
        const schreibe = (art: string, text: string) => schreibeSchritt(tx, id, { am, art, wer, text });
        switch (tat) {
          case "uebernehmen":
            await aendereVorfall(tx, id, { eigentuemer: wer });
            await schreibe("uebernommen", "Ich kümmere mich");
            return undefined;
          case "abgeben":
            await aendereVorfall(tx, id, { eigentuemer: null });
            await schreibe("abgegeben", "Wieder abgegeben");
            return undefined;
          case "abschliessen":
            await aendereVorfall(tx, id, { geschlossenAm: am });
            await schreibe("abgeschlossen", "Abgeschlossen");
            return undefined;
          case "kommentieren": {
            const text = fields.text?.trim().slice(0, 2000);
            if (!text) return "text";
            await schreibe("bemerkung", text);
            return undefined;
          }
          case "ruhen": {
            const bis = leseDatum(fields.bis ?? "");
            if (!bis || bis <= clock.today()) return "bis";
            await aendereVorfall(tx, id, { stillBis: bis });
            await schreibe("ruht", `Ruht bis ${bis.split("-").reverse().join(".")}`);
            return undefined;
          }
        }
      });
      return reply.redirect(mitFragen(`${WURZEL}/vorfaelle/${id}`, { fehler }), 303);
    },
  );

  app.post(`${WURZEL}/jobs/:id/rueckmeldung`, { ...nurBetrieb, schema: { params: Nummer } }, async (request, reply) => {
    const { id } = request.params;
    const { fields } = await readForm(request);
    const Form = z.object({
      tag: Tag,
      morgen: Tag,
      art: z.enum(["erwartet", "echt", "neuesNiveau"]),
      grund: z.string().trim().max(200).default(""),
    });
    const { tag, morgen, art, grund } = parseFields(Form, fields);
    const wer = nameVon(auth, request);
    const am = clock.now();
    await db.inTransaction("betrieb", async (tx) => {
      const job = await findJob(tx, id);
      if (!job) throw keiner("Diesen Job gibt es nicht");
      await schreibeRueckmeldung(tx, { job: id, mandant: null, tag, art, grund, wer, am });
      // Proposed, not done: a calendar entry silences, so a person must want it.
      const vorschlag = schlageKalendereintragVor({ job: String(id), tag, art, ...(grund && { grund }) });
      if (vorschlag)
        await schreibeKalender(tx, {
          art: "schliessung",
          job: id,
          mandant: null,
          system: null,
          von: ortszeit(vorschlag.schliessung.von, 0),
          bis: ortszeit(vorschlag.schliessung.bis, 12 * 60),
          cron: null,
          dauerMin: null,
          grund: vorschlag.schliessung.grund,
          stand: "vorgeschlagen",
          eingetragenVon: wer,
          am,
        });
    });
    return reply.redirect(mitFragen(`${WURZEL}/jobs/${id}`, { morgen, gemeldet: "ja" }), 303);
  });

  app.post(`${WURZEL}/bericht/abzeichnung`, nurBetrieb, async (request, reply) => {
    const { fields } = await readForm(request);
    const { morgen, bemerkung } = parseFields(
      z.object({ morgen: Tag, bemerkung: z.string().trim().max(300).default("") }),
      fields,
    );
    const { kennung, name } = auth.amtsperson(request);
    await db.inTransaction("betrieb", (tx) =>
      schreibeAbzeichnung(tx, { morgen, wer: kennung, name, bemerkung, am: clock.now() }),
    );
    return reply.redirect(`${mitFragen(`${WURZEL}/bericht`, { morgen })}#geprueft`, 303);
  });

  const annahmeseite = async (frame: Annahmeprops["frame"], mehr: Pick<Annahmeprops, "befund" | "fehler"> = {}) => {
    const props = await db.inTransaction("betrieb", async (tx) => ({
      zeilen: await listeAnnahme(tx, plusTage(clock.today(), -30)),
      quellen: await zaehleLaeufe(tx, plusTage(clock.today(), -7)),
    }));
    return renderPage(Annahmeseite({ frame, adresse: deps.adresseBetrieb, ...props, ...mehr }));
  };
  app.get(`${WURZEL}/annahme`, nurBetrieb, async (request, reply) => sendHtml(reply, await annahmeseite(frameOf(request))));
  app.post(`${WURZEL}/annahme/tabelle`, nurBetrieb, async (request, reply) => {
    const { fields, files } = await readForm(request);
    const frame = { ...frameOf(request), pfad: `${WURZEL}/annahme` };
    const land = z.enum(laender).optional().catch(undefined).parse(fields.land);
    try {
      const [datei] = files;
      if (!datei) throw new DateiUnlesbar("Bitte wählen Sie eine Datei aus.");
      const laeufe = leseCsv(datei.bytes.toString("utf8"));
      const quelle = { name: "tabelle", legtAn: land !== undefined, land: land ?? "NW" } as const;
      return sendHtml(reply, await annahmeseite(frame, { befund: await laufwacht.annahme.nimmAn(quelle, laeufe) }));
    } catch (fehler) {
      if (!(fehler instanceof DateiUnlesbar)) throw fehler;
      return sendHtml(reply, await annahmeseite(frame, { fehler: fehler.message }), 422);
    }
  });
}
