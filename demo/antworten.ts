import type { Antragslage } from "./bevoelkerung/index.ts";

/** What a parent would enter in the form of Unterhaltsvorschuss; complete for every Antragslage (see its test). */
export function antwortenFuer(lage: Antragslage, heute: string): Record<string, Record<string, unknown>> {
  const { kind, antragsteller, andererElternteil } = lage;
  const wirdZwoelf = Number(kind.geburtsdatum.slice(0, 4)) + 12 <= Number(heute.slice(0, 4));
  const { person } = andererElternteil;
  return {
    kind: { vornamen: kind.vornamen, nachname: kind.nachname, geburtsdatum: kind.geburtsdatum, idnr: kind.idnr },
    anschrift: { ...antragsteller.anschrift },
    zuhause: { lebtBeiMir: lage.lebtBeiAntragsteller, seit: lage.kindLebtHierSeit },
    familienstand: { stand: lage.familienstand },
    ...(lage.familienstand === "getrennt" && { trennung: { seit: lage.getrenntSeit } }),
    andererElternteil: { lage: andererElternteil.lage },
    ...(andererElternteil.lage === "bekannt" &&
      person && {
        angabenElternteil: {
          vornamen: person.vornamen,
          nachname: person.nachname,
          geburtsdatum: person.geburtsdatum,
          zusammen: lage.zusammenMitAnderemElternteil,
        },
      }),
    ...(andererElternteil.lage === "verstorben"
      ? { waisenbezuege: { betrag: lage.waisenbezuegeCent } }
      : { unterhalt: { betrag: lage.unterhaltCent } }),
    kindergeld: { wer: lage.kindergeld },
    staatsangehoerigkeit: { deutschOderEu: lage.deutschOderEu },
    ...(wirdZwoelf && {
      sgb2: { bezieht: lage.kindBeziehtSgb2, einkommen: lage.einkommenCent },
      ...(lage.kindBeziehtSgb2 && lage.einkommenCent > 0 && { einkommensnachweis: { belege: [belegDerDemo] } }),
      schule: { besucht: lage.besuchtSchule, einkuenfte: lage.eigeneEinkuenfteKindCent },
    }),
    rueckwirkend: { vormonat: lage.fuerVormonat, bemueht: lage.umUnterhaltBemueht },
    konto: { iban: lage.iban, inhaber: lage.kontoinhaber.slice(0, 70) },
    nachricht: {},
  };
}

/** Stands for a pay slip: load needs the entry, not a document. */
const belegDerDemo = { name: "Gehaltsabrechnung.pdf", typ: "application/pdf", groesse: 1, sha256: "0".repeat(64) };
