import type { Auftrag, Meldung } from "./buch.ts";

// Written after docs/finanzschnittstelle.md and not with the code of the other side: a slip there must not be answered by the same slip here.

const cent = (text: string) => Math.round(Number(text.replace(",", ".")) * 100);
const euro = (wert: number, komma: "," | ".") => (wert / 100).toFixed(2).replace(".", komma);
const klartext = (text: string) =>
  text.replace(/&(amp|lt|gt|quot);/g, (_treffer, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "");
const x = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Cells of a line; quotes may hold semicolons. */
const zellen = (zeile: string) =>
  [...zeile.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
    ([, inQuotes, einfach]) => inQuotes?.replaceAll('""', '"') ?? einfach ?? "",
  );

export function liesCsv(text: string): Auftrag[] {
  const [kopf = "", ...zeilen] = text.trim().split("\r\n");
  const namen = zellen(kopf);
  const auftraege = new Map<string, Auftrag>();
  for (const zeile of zeilen) {
    const werte = zellen(zeile);
    const von = (name: string) => werte[namen.indexOf(name)] ?? "";
    const id = von("auftrag");
    const bisher = auftraege.get(id);
    if (bisher) bisher.anteileCent += cent(von("anteil"));
    else
      auftraege.set(id, {
        id,
        mandant: von("mandant"),
        art: von("art"),
        iban: von("iban"),
        zahlbetragCent: cent(von("zahlbetrag")),
        zahlbarAm: von("zahlbar_am"),
        verwendung: von("verwendung"),
        anteileCent: cent(von("anteil")),
        betragCent: cent(von("betrag")),
      });
  }
  return [...auftraege.values()];
}

export function liesXml(text: string): Auftrag[] {
  const mandant = klartext(/mandant="([^"]*)"/.exec(text)?.[1] ?? "");
  return [...text.matchAll(/<auftrag id="([^"]+)" art="([^"]+)">(.*?)<\/auftrag>/gs)].map(
    ([, id = "", art = "", inhalt = ""]) => {
      const von = (name: string) => klartext(new RegExp(`<${name}>(.*?)</${name}>`, "s").exec(inhalt)?.[1] ?? "");
      return {
        id,
        mandant,
        art,
        iban: von("iban"),
        zahlbetragCent: cent(von("zahlbetrag")),
        zahlbarAm: von("zahlbarAm"),
        verwendung: von("verwendung"),
        anteileCent: [...inhalt.matchAll(/<anteil[^>]*>([^<]*)</g)].reduce((summe, [, teil = "0"]) => summe + cent(teil), 0),
        betragCent: cent(von("betrag")),
      };
    },
  );
}

const csvZelle = (text: string) => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export const schreibeCsv = (meldungen: readonly Meldung[]): string =>
  [
    "satz;auftrag;beleg;grund;iban;betrag;am;verwendung",
    ...meldungen
      .map((m) => {
        if (m.satz === "quittung") return [m.satz, m.auftrag, m.beleg, "", "", "", "", ""];
        if (m.satz === "ablehnung") return [m.satz, m.auftrag, "", m.grund, "", "", "", ""];
        return [m.satz, m.auftrag, m.beleg, "", m.iban, euro(m.betragCent, ","), m.am, m.verwendung];
      })
      .map((zeile) => zeile.map(csvZelle).join(";")),
  ].join("\r\n");

export const schreibeXml = (meldungen: readonly Meldung[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><meldungen xmlns="urn:fachwerk:zahlungsauftrag:1">${meldungen
    .map((m) => {
      if (m.satz === "quittung") return `<quittung auftrag="${m.auftrag}" beleg="${x(m.beleg)}"/>`;
      if (m.satz === "ablehnung") return `<ablehnung auftrag="${m.auftrag}">${x(m.grund)}</ablehnung>`;
      return `<zahlung beleg="${x(m.beleg)}"${m.auftrag ? ` auftrag="${m.auftrag}"` : ""} iban="${x(m.iban)}" betrag="${euro(m.betragCent, ".")}" am="${m.am}">${x(m.verwendung)}</zahlung>`;
    })
    .join("")}</meldungen>`;
