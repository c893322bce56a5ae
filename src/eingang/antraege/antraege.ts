import { randomUUID } from "node:crypto";
import type { Anlage, Antworten, Herkunft, Leistung, Pruefung } from "#baukasten";
import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import type { Jobs } from "#jobs";
import { plusTage } from "#kalender";
import { getLeistung } from "#leistungen";
import type { Nachweise } from "#nachweise";
import type { Secrets } from "#secrets";
import type { Mandant } from "#tenants";
import type { Inhalt } from "#vorgaenge";
import { dateiname, erkenneTyp } from "./anlagen.ts";
import { codeHash, zieheCode } from "./code.ts";
import { type Antragsperson, type Eingereicht, reicheEin } from "./reiche-ein.ts";
import {
  type Entwurf,
  findEntwurf,
  findEntwurfNachCode,
  findEntwurfZumSchreiben,
  loescheAlteEntwuerfe,
  schreibeNeuenEntwurf,
  setzeCode,
  speichereEntwurf,
} from "./store.ts";

export type AntraegeDeps = { db: Db; clock: Clock; jobs: Jobs; blobs: Blobs; nachweise: Nachweise; secrets: Secrets };

/** Days that an untouched draft is kept. */
export const ENTWURF_TAGE = 60;

export type Einreichung = {
  kanal: Inhalt<"eingegangen">["kanal"];
  person: Antragsperson;
  schriftform: Inhalt<"eingegangen">["schriftform"];
  einwilligungPostfach: boolean;
};

/** A draft that the house fills in for a person who has not asked; in the caller's transaction. @returns its id */
export async function bereiteEntwurfVor(
  tx: Tx,
  angaben: { leistung: Leistung; person: string; antworten: Antworten; herkunft: Herkunft; am: Date },
): Promise<string> {
  const { leistung, person, antworten, am } = angaben;
  const herkunft = Object.fromEntries(Object.keys(antworten).map((seite) => [seite, angaben.herkunft]));
  const entwurf = {
    id: randomUUID(),
    leistung: leistung.schluessel,
    person,
    antworten,
    herkunft,
    vorschlaege: {},
    geaendertAm: am,
  };
  await schreibeNeuenEntwurf(tx, entwurf, codeHash(zieheCode()));
  await speichereEntwurf(tx, entwurf);
  return entwurf.id;
}

export function createAntraege(deps: AntraegeDeps) {
  const { db, clock } = deps;

  /** Changes a draft in one transaction; undefined where it is gone. */
  const aendere = (mandantId: number, id: string, fn: (entwurf: Entwurf) => Entwurf): Promise<Entwurf | undefined> =>
    db.inTransaction({ mandant: mandantId }, async (tx) => {
      const entwurf = await findEntwurfZumSchreiben(tx, id);
      if (!entwurf) return undefined;
      const neu = { ...fn(entwurf), geaendertAm: clock.now() };
      await speichereEntwurf(tx, neu);
      return neu;
    });
  const setzeSeite = (entwurf: Entwurf, seite: string, werte: Record<string, unknown>): Entwurf => ({
    ...entwurf,
    antworten: { ...entwurf.antworten, [seite]: werte },
  });

  return {
    /** @returns the draft and its code, shown once: only its hash is kept */
    async beginne(
      mandantId: number,
      leistung: Leistung,
      person: string | null,
      antworten: Antworten = {},
    ): Promise<{ entwurf: Entwurf; code: string }> {
      const code = zieheCode();
      const entwurf: Entwurf = {
        id: randomUUID(),
        leistung: leistung.schluessel,
        person,
        antworten,
        herkunft: {},
        vorschlaege: {},
        geaendertAm: clock.now(),
      };
      await db.inTransaction({ mandant: mandantId }, (tx) => schreibeNeuenEntwurf(tx, entwurf, codeHash(code)));
      return { entwurf, code };
    },

    findeNachCode: (mandantId: number, code: string): Promise<Entwurf | undefined> =>
      db.inTransaction({ mandant: mandantId }, (tx) => findEntwurfNachCode(tx, codeHash(code))),

    /** A fresh code for a draft whose code nobody remembers. */
    async erneuereCode(mandantId: number, id: string): Promise<string> {
      const code = zieheCode();
      await db.inTransaction({ mandant: mandantId }, (tx) => setzeCode(tx, id, codeHash(code)));
      return code;
    },

    uebernimm: (mandantId: number, id: string, person: string) =>
      aendere(mandantId, id, (entwurf) => ({ ...entwurf, person: entwurf.person ?? person })),

    /** Saves a page when all its fields are right; says what is wrong otherwise, field by field. */
    async speichereSeite(
      mandantId: number,
      id: string,
      seite: string,
      roh: Readonly<Record<string, string | undefined>>,
    ): Promise<Pruefung | "fort"> {
      let pruefung: Pruefung | "fort" = "fort";
      await aendere(mandantId, id, (entwurf) => {
        pruefung = getLeistung(entwurf.leistung).formular.pruefeSeite(seite, roh, entwurf.antworten);
        return pruefung.ok ? setzeSeite(entwurf, seite, pruefung.werte) : entwurf;
      });
      return pruefung;
    },

    /** Asks a register, because the person pressed the button. @returns a sentence where nothing came of it */
    async befuelleVor(mandant: Mandant, entwurf: Entwurf, seite: string, person: Antragsperson): Promise<string | undefined> {
      const leistung = getLeistung(entwurf.leistung);
      const vorbefuellung = leistung.vorbefuellung[seite];
      const nachweis = vorbefuellung && leistung.nachweise[vorbefuellung.nachweis];
      const frage = nachweis?.anfrage({ antworten: entwurf.antworten, antragsteller: person });
      if (!vorbefuellung || !nachweis || !frage)
        return "Für diese Seite können wir kein Register fragen. Bitte füllen Sie sie selbst aus.";
      const { register, auskunft, zweck, norm, antwort } = nachweis;
      const behoerde = `${mandant.name}, ${mandant.einstellungen.aemter[leistung.amt]?.name ?? leistung.amt}`;
      const wunsch = {
        nachweis: vorbefuellung.nachweis,
        register,
        auskunft,
        zweck,
        norm,
        antwort,
        person: deps.secrets.pseudonym(`idnr:${frage.idnr}`),
        vertreter: null,
        anfrage: frage.anfrage,
      };
      const auskunftErhalten = (
        await deps.nachweise.rufeAb({ mandantId: mandant.id, behoerde, vorgangId: null, nummer: 0, wuensche: [wunsch] })
      ).auskuenfte.get(vorbefuellung.nachweis);
      if (auskunftErhalten?.art !== "gefunden")
        return `${nachweis.registerName}: keine Angaben erhalten. Bitte füllen Sie die Seite selbst aus.`;
      const liste = vorbefuellung.vorschlaege(auskunftErhalten.daten);
      if (liste.length === 0)
        return `${nachweis.registerName}: Dort steht nichts, was auf diese Seite passt. Bitte füllen Sie sie selbst aus.`;
      const herkunft = { quelle: nachweis.registerName, stand: auskunftErhalten.stand };
      await aendere(mandant.id, entwurf.id, (vorher) => ({
        ...vorher,
        vorschlaege: { ...vorher.vorschlaege, [seite]: { herkunft, liste } },
      }));
      return undefined;
    },

    /** Takes over what the person chose; it stays correctable, and its origin stays shown. */
    waehleVorschlag: (mandantId: number, id: string, seite: string, nummer: number) =>
      aendere(mandantId, id, (entwurf) => {
        const { [seite]: angebot, ...vorschlaege } = entwurf.vorschlaege;
        const gewaehlt = angebot?.liste[nummer];
        if (!angebot || !gewaehlt) return entwurf;
        return {
          ...setzeSeite(entwurf, seite, gewaehlt.werte),
          vorschlaege,
          herkunft: { ...entwurf.herkunft, [seite]: angebot.herkunft },
        };
      }),

    /** @returns a sentence where the file was not taken */
    async nimmAnlage(
      mandantId: number,
      entwurf: Entwurf,
      seite: string,
      feldname: string,
      datei: { name: string; bytes: Buffer },
    ): Promise<string | undefined> {
      const regeln = getLeistung(entwurf.leistung).formular.seiten[seite]?.felder[feldname]?.anlage;
      if (!regeln) return "Auf dieser Seite können keine Dokumente hochgeladen werden.";
      const typ = erkenneTyp(datei.bytes);
      if (!typ || !regeln.typen.includes(typ))
        return `„${datei.name.slice(0, 60)}“ ist weder ein PDF noch ein Foto (JPEG, PNG). Bitte wandeln Sie die Datei um oder fotografieren Sie das Dokument.`;
      if (datei.bytes.byteLength > regeln.maxBytes)
        return `„${datei.name.slice(0, 60)}“ ist größer als ${Math.floor(regeln.maxBytes / 1024 / 1024)} MB. Bitte laden Sie eine kleinere Datei hoch.`;
      const anlage: Anlage = {
        name: dateiname(datei.name, typ),
        typ,
        groesse: datei.bytes.byteLength,
        sha256: await deps.blobs.put(mandantId, datei.bytes),
      };
      let mangel: string | undefined;
      await aendere(mandantId, entwurf.id, (vorher) => {
        const bisher = (vorher.antworten[seite]?.[feldname] ?? []) as Anlage[];
        if (bisher.some((each) => each.sha256 === anlage.sha256)) return vorher;
        if (bisher.length >= regeln.hoechstens) {
          mangel = `Es sind schon ${regeln.hoechstens} Dokumente da. Bitte entfernen Sie zuerst eines.`;
          return vorher;
        }
        return setzeSeite(vorher, seite, { ...vorher.antworten[seite], [feldname]: [...bisher, anlage] });
      });
      return mangel;
    },

    entferneAnlage: (mandantId: number, id: string, seite: string, feldname: string, sha256: string) =>
      aendere(mandantId, id, (entwurf) => {
        const bisher = (entwurf.antworten[seite]?.[feldname] ?? []) as Anlage[];
        return setzeSeite(entwurf, seite, {
          ...entwurf.antworten[seite],
          [feldname]: bisher.filter((each) => each.sha256 !== sha256),
        });
      }),

    /** Exactly once, however often it is sent. */
    reicheEin: (mandantId: number, entwurfId: string, einreichung: Einreichung): Promise<Eingereicht> =>
      reicheEin(deps, mandantId, entwurfId, einreichung),

    findeEntwurf: (mandantId: number, id: string) => db.inTransaction({ mandant: mandantId }, (tx: Tx) => findEntwurf(tx, id)),

    loescheAlte: (mandantId: number): Promise<number> =>
      db.inTransaction({ mandant: mandantId }, (tx) =>
        loescheAlteEntwuerfe(tx, new Date(`${plusTage(clock.today(), -ENTWURF_TAGE)}T00:00:00Z`)),
      ),
  };
}
export type Antraege = ReturnType<typeof createAntraege>;
