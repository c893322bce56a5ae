import { type LogKind, tableKind } from "#protokoll";

/** The mailbox as the chain sees it: what was put there for whom, when it was announced and first retrieved. */
export const postfachKinds: readonly LogKind[] = [
  tableKind({
    name: "postfach.nachricht",
    title: "Nachrichten im Postfach",
    table: "nachricht",
    sequence: "nachricht_lfd",
    number: "lfd",
    key: "t.id::text",
    byKey: "t.id = k.key::uuid",
    instant: "bereitgestellt_am",
    columns: ["vorgang_id", "person", "betreff", "text", "bescheid_id", "ziel", "ankuendigen_an"],
    akte: "t.vorgang_id = $2::uuid",
  }),
  tableKind({
    name: "postfach.ereignis",
    title: "Ankündigung und Abruf von Nachrichten",
    table: "nachricht_ereignis",
    sequence: "nachricht_ereignis_lfd",
    number: "lfd",
    key: "t.nachricht_id || '#' || t.art",
    byKey: "t.nachricht_id = split_part(k.key, '#', 1)::uuid and t.art = split_part(k.key, '#', 2)",
    instant: "am",
    columns: ["art"],
    akte: "t.nachricht_id in (select id from nachricht where mandant_id = $1 and vorgang_id = $2::uuid)",
  }),
];
