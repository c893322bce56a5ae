import type { Tx } from "#db";
import { formatiereDatum, type IsoDatum } from "#kalender";
import { type Lageart, lagen } from "../sicht/lage.ts";
import { liesMorgen } from "../sicht/lies-morgen.ts";
import { type Abzeichnung, findTagwerk, listeAbzeichnungen } from "../store-betrieb.ts";
import { listeLernlaeufe } from "../store-urteil.ts";
import { listeVorfaelle, type VorfallZeile } from "../store-vorfaelle.ts";

export type Morgenbericht = {
  morgen: IsoDatum;
  titel: string;
  bewertetAm: Date | null;
  zahlen: { name: string; anzahl: number; lage: Lageart }[];
  jobs: number;
  mandanten: number;
  vorfaelle: VorfallZeile[];
  graue: number;
  modell: string;
  abzeichnungen: Abzeichnung[];
  urteil: string;
};

const HOECHSTENS = 40;

export async function fasseBericht(tx: Tx, morgen: IsoDatum): Promise<Morgenbericht> {
  const { lagen: alle } = await liesMorgen(tx, morgen);
  const offene = await listeVorfaelle(tx, { offen: true, hoechstens: 2000 });
  const alarme = offene.filter(({ stufe }) => stufe === "alarm");
  const [lernlauf] = await listeLernlaeufe(tx, 1);
  const neue = alarme.filter(({ eroeffnet }) => eroeffnet === morgen).length;
  return {
    morgen,
    titel: `Morgenbericht vom ${formatiereDatum(morgen)}`,
    bewertetAm: (await findTagwerk(tx, morgen, "morgen"))?.fertigAm ?? null,
    zahlen: (Object.keys(lagen) as Lageart[]).map((lage) => ({
      name: lagen[lage].wort,
      lage,
      anzahl: alle.filter((each) => each.lage === lage).length,
    })),
    jobs: alle.length,
    mandanten: new Set(alle.map(({ job }) => job.mandant)).size,
    vorfaelle: alarme.slice(0, HOECHSTENS),
    graue: offene.length - alarme.length,
    modell: lernlauf?.satz ?? "Es gibt noch kein Modell; die festen Regeln wachen allein.",
    abzeichnungen: await listeAbzeichnungen(tx, morgen),
    urteil:
      alarme.length === 0
        ? "Kein offener Vorfall."
        : `${alarme.length} ${alarme.length === 1 ? "offener Vorfall" : "offene Vorfälle"}, davon ${neue} neu; ${alarme.filter(({ eigentuemer }) => eigentuemer === null).length} ohne jemanden, der sich kümmert.`,
  };
}

/** The report as a mail: a few lines and the link. */
export function alsText(bericht: Morgenbericht, adresse: string): string {
  return [
    bericht.urteil,
    `${bericht.jobs} Jobs von ${bericht.mandanten} Mandanten: ${bericht.zahlen.map(({ name, anzahl }) => `${anzahl} ${name}`).join(", ")}.`,
    "",
    ...bericht.vorfaelle
      .slice(0, 15)
      .map((v) => `- ${ort(v)}: ${v.satz}${v.eigentuemer ? ` (kümmert sich: ${v.eigentuemer})` : ""}`),
    ...(bericht.vorfaelle.length > 15 ? [`- und ${bericht.vorfaelle.length - 15} weitere`] : []),
    "",
    `Bericht mit PDF: ${adresse}/betrieb/laufwacht/bericht?morgen=${bericht.morgen}`,
  ].join("\n");
}

export const ort = (v: { system: string | null; mandant: string | null }) =>
  [v.mandant, v.system].filter(Boolean).join(", ") || "mehrere";
