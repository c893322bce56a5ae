import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { hatRecht, mandantOf, type Recht } from "#auth";
import type { Urteile } from "#baukasten";
import type { Ergebnis, Handlung } from "#bearbeitung";
import type { Umfang } from "#dauerleistungen";
import { type Http, Problem, parseFields, readForm } from "#http";
import { leseDatum, plusTage } from "#kalender";
import type { Ton } from "#ui";
import { type AmtDeps, nichtDa, oeffneAkte, zeigeFall } from "./amt-akte.ts";

const Params = z.object({ id: z.uuid() });
/** The largest that the database holds. */
export const HOECHSTE_NUMMER = 2_147_483_647;
const Kopf = z.object({ nummer: z.coerce.number().int().positive().max(HOECHSTE_NUMMER), transaktion: z.uuid() });
type Felder = Record<string, string>;
type Tat = {
  pruefe?: (felder: Felder, deps: AmtDeps) => Record<string, string>;
  tu: (deps: AmtDeps, handlung: Handlung, felder: Felder, request: FastifyRequest) => Promise<Ergebnis>;
  recht?: Recht["art"];
};

const pflicht = (feld: string, text: string) => (felder: Felder) => ((felder[feld] ?? "").trim() ? {} : { [feld]: text });
const urteileAus = (felder: Felder): Urteile =>
  Object.fromEntries(
    Object.entries(felder).flatMap(([name, wert]) =>
      name.startsWith("urteil.") && (wert === "ja" || wert === "nein") ? [[name.slice(7), wert === "ja"]] : [],
    ),
  );

/** What a clerk can do, one entry an act. */
const taten: Record<string, Tat> = {
  uebernehmen: { tu: ({ bearbeitung }, handlung) => bearbeitung.uebernimm(handlung) },
  zurueckgeben: { tu: ({ bearbeitung }, handlung) => bearbeitung.gibZurueck(handlung) },
  notiz: {
    pruefe: pflicht("text", "Bitte schreiben Sie, was in die Akte soll."),
    tu: ({ bearbeitung }, handlung, { text = "" }) => bearbeitung.notiere(handlung, text.trim()),
  },
  nachgesehen: {
    pruefe: pflicht("ergebnis", "Bitte schreiben Sie, was Sie festgestellt haben."),
    tu: ({ bearbeitung }, handlung, { ergebnis = "" }) => bearbeitung.seheNach(handlung, ergebnis.trim()),
  },
  nachfordern: {
    pruefe: (felder, { clock }) => {
      const frist = leseDatum(felder.frist ?? "");
      return {
        ...pflicht("frage", "Bitte schreiben Sie, was Sie wissen möchten.")(felder),
        ...(frist && frist > clock.today()
          ? {}
          : { frist: "Bitte geben Sie einen Tag in der Zukunft an, zum Beispiel 8.12.2026." }),
      };
    },
    tu: ({ bearbeitung }, handlung, { frage = "", frist = "" }) =>
      bearbeitung.fordereNach(handlung, frage.trim(), leseDatum(frist) ?? ""),
  },
  entscheiden: {
    pruefe: (felder) => ({
      ...(felder.ergebnis === "bewilligt" || felder.ergebnis === "abgelehnt"
        ? {}
        : { ergebnis: "Bitte wählen Sie, ob bewilligt oder abgelehnt wird." }),
      ...pflicht("begruendung", "Bitte begründen Sie die Entscheidung; der Bescheid muss begründet sein (§ 35 SGB X).")(felder),
    }),
    tu: ({ bearbeitung }, handlung, felder) =>
      bearbeitung.entscheideVonHand(
        handlung,
        felder.ergebnis === "bewilligt" ? "bewilligt" : "abgelehnt",
        (felder.begruendung ?? "").trim(),
        urteileAus(felder),
      ),
  },
  aendern: {
    pruefe: (felder, { clock }) => {
      const ab = leseDatum(felder.ab ?? "");
      return {
        ...(["amt", "ende", "beendet"].includes(felder.anlass ?? "") ? {} : { anlass: "Bitte wählen Sie, warum geändert wird." }),
        ...(ab && ab <= plusTage(clock.today(), 92) ? {} : { ab: "Bitte geben Sie einen Tag an, zum Beispiel 24.11.2026." }),
        ...pflicht("grund", "Bitte schreiben Sie, was geschehen ist.")(felder),
      };
    },
    tu: ({ dauerleistungen }, handlung, { anlass, ab = "", grund = "" }) =>
      dauerleistungen.leiteEin(
        handlung,
        anlass === "ende" || anlass === "beendet" ? anlass : "amt",
        leseDatum(ab) ?? "",
        grund.trim(),
      ),
  },
  anhoeren: {
    pruefe: (felder, { clock }) => {
      const frist = leseDatum(felder.frist ?? "");
      return frist && frist > clock.today()
        ? {}
        : { frist: "Bitte geben Sie einen Tag in der Zukunft an, zum Beispiel 8.12.2026." };
    },
    tu: ({ dauerleistungen }, handlung, { worte = "", frist = "" }) =>
      dauerleistungen.hoereAn(handlung, worte.trim(), leseDatum(frist) ?? ""),
  },
  "aenderung-entscheiden": {
    pruefe: (felder) => ({
      ...(["ganz", "zukunft", "keine"].includes(felder.umfang ?? "")
        ? {}
        : { umfang: "Bitte wählen Sie, wie weit die Änderung reicht." }),
      ...pflicht(
        "begruendung",
        "Bitte begründen Sie die Entscheidung; die Person muss sie verstehen können (§ 35 SGB X).",
      )(felder),
    }),
    tu: ({ dauerleistungen }, handlung, felder) =>
      dauerleistungen.entscheide(handlung, felder.umfang as Umfang, (felder.begruendung ?? "").trim(), urteileAus(felder)),
  },
  freigeben: { recht: "vorgang.freigeben", tu: ({ bearbeitung }, handlung) => bearbeitung.gebeFrei(handlung) },
  abhelfen: {
    pruefe: pflicht("begruendung", "Bitte schreiben Sie, warum abgeholfen wird."),
    tu: ({ bearbeitung }, handlung, { begruendung = "" }) => bearbeitung.hilfAb(handlung, begruendung.trim()),
  },
  vorlegen: {
    tu: ({ bearbeitung }, handlung, _felder, request) =>
      bearbeitung.legeVor(handlung, mandantOf(request).einstellungen.rechtsbehelf.widerspruchsbehoerde),
  },
};

/** Every act of a clerk: right, form, act, and what came of it. */
export function registerHandlungen(app: Http, deps: AmtDeps): void {
  const { auth, db } = deps;
  app.post(
    "/amt/vorgang/:id/:tat",
    { preHandler: auth.nurAmt("vorgang.bearbeiten"), schema: { params: Params.extend({ tat: z.string().max(30) }) } },
    async (request, reply) => {
      const { id } = request.params;
      const tat = Object.hasOwn(taten, request.params.tat) ? taten[request.params.tat] : undefined;
      if (!tat) throw nichtDa();
      const ich = auth.amtsperson(request);
      const mandantId = mandantOf(request).id;
      // The right to this case, before anything of it is shown or done.
      const akte = await db.inTransaction({ mandant: mandantId }, (tx) =>
        oeffneAkte(deps, request, tx, id, `Bearbeitung: ${request.params.tat}`),
      );
      if (tat.recht && !hatRecht(ich.rechte, tat.recht, akte.leistung))
        throw new Problem(403, "Kein Zugriff", "Dafür fehlt Ihnen das Recht. Bitte wenden Sie sich an Ihre Leitung.");
      const { fields } = await readForm(request);
      const kopf = parseFields(Kopf, fields);
      const fehler = tat.pruefe?.(fields, deps) ?? {};
      if (Object.keys(fehler).length > 0) return zeigeFall(deps, request, reply, id, { fehler, eingabe: fields }, 422);
      const handlung: Handlung = { mandantId, vorgangId: id, ...kopf, von: { art: "amt", kennung: ich.kennung, name: ich.name } };
      const ergebnis = await tat.tu(deps, handlung, fields, request);
      if (ergebnis.art === "erledigt") return reply.redirect(`/amt/vorgang/${id}?meldung=erledigt`, 303);
      const meldung: { art: Ton; titel: string } =
        ergebnis.art === "ueberholt"
          ? {
              art: "warnung",
              titel:
                "Der Vorgang hat sich inzwischen verändert. Bitte sehen Sie ihn noch einmal an; Ihre Eingaben stehen unten noch da.",
            }
          : { art: "gefahr", titel: ergebnis.text };
      return zeigeFall(deps, request, reply, id, { eingabe: fields, meldung }, 409);
    },
  );
}
