import type { BeteiligtePerson, Kontext } from "#baukasten";
import type { KgAntworten } from "./formular.ts";
import { Haushalt, Meldedaten } from "./nachweise.ts";
import { gefunden } from "./sachverhalt.ts";

/** Who is involved: whoever gets it, and the child. The other parent has no part in the proceedings. */
export function beteiligte(kontext: Pick<Kontext, "antworten" | "antragsteller" | "nachweise">): BeteiligtePerson[] {
  const a = kontext.antworten as KgAntworten;
  const { antragsteller, nachweise } = kontext;
  const meldung = gefunden(nachweise.meldung, Meldedaten)?.daten;
  const haushalt = gefunden(nachweise.haushalt, Haushalt)?.daten;
  // One home: a lock on the child's address locks the parent's as well.
  const auskunftssperre = (haushalt?.auskunftssperre ?? false) || (meldung?.auskunftssperre ?? false);
  const anschrift = a.anschrift
    ? {
        strasse: a.anschrift.strasse ?? "",
        hausnummer: a.anschrift.hausnummer ?? "",
        plz: a.anschrift.plz ?? "",
        ort: a.anschrift.ort ?? "",
      }
    : (meldung?.anschrift ?? undefined);
  const lebtHier = haushalt?.lebtBeiElternteil ?? (a.zuhause?.wo === "beiMir" || a.zuhause?.wo === "gemeinsam");
  return [
    {
      rolle: "antragsteller",
      vornamen: antragsteller.vornamen,
      nachname: antragsteller.nachname,
      ...(antragsteller.idnr && { idnr: antragsteller.idnr }),
      ...(anschrift && { anschrift }),
      auskunftssperre,
    },
    {
      rolle: "kind",
      vornamen: a.kind?.vornamen ?? "",
      nachname: a.kind?.nachname ?? "",
      ...(a.kind?.geburtsdatum && { geburtsdatum: a.kind.geburtsdatum }),
      ...(a.kind?.idnr && { idnr: a.kind.idnr }),
      ...(anschrift && lebtHier && { anschrift }),
      auskunftssperre,
    },
  ];
}
