import { type LogKind, tableKind } from "#protokoll";

/** What happens to money, as the chain sees it: events of claims, what bank statements showed, what a person made of it. */
export const gebuehrenKinds: readonly LogKind[] = [
  tableKind({
    name: "gebuehren.ereignis",
    title: "Ereignisse der Forderungen",
    table: "sollstellung_ereignis",
    sequence: "sollstellung_ereignis_lfd",
    number: "lfd",
    key: "t.sollstellung_id || '#' || t.nummer",
    byKey: "t.sollstellung_id = split_part(k.key, '#', 1)::uuid and t.nummer = split_part(k.key, '#', 2)::int",
    instant: "zeitpunkt",
    columns: ["art", "daten", "akteur", "transaktion", "zahlung_id"],
    akte: "t.sollstellung_id in (select id from sollstellung where mandant_id = $1 and vorgang_id = $2::uuid)",
  }),
  tableKind({
    name: "gebuehren.kontoumsatz",
    title: "Zahlungen aus Kontoauszügen",
    table: "kontoumsatz",
    sequence: "kontoumsatz_lfd",
    number: "lfd",
    key: "t.id::text",
    byKey: "t.id = k.key::uuid",
    instant: "empfangen_am",
    columns: ["iban", "auszug", "referenz", "betrag_cent", "am", "name", "zweck", "sollstellung_id", "grund"],
  }),
  tableKind({
    name: "gebuehren.kontoumsatz-erledigt",
    title: "Zuordnung von Zahlungen durch eine Person",
    table: "kontoumsatz_erledigt",
    sequence: "kontoumsatz_erledigt_lfd",
    number: "lfd",
    key: "t.umsatz_id::text",
    byKey: "t.umsatz_id = k.key::uuid",
    instant: "am",
    columns: ["sollstellung_id", "grund", "akteur"],
  }),
];
