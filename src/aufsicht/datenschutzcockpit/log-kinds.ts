import { type LogKind, tableKind } from "#protokoll";

const personen = "(t.person = $2 or t.vertreter = $2)";
const cockpitKind = (spec: Omit<Parameters<typeof tableKind>[0], "person">): LogKind => tableKind({ ...spec, person: personen });

export const cockpitKinds: readonly LogKind[] = [
  cockpitKind({
    name: "cockpit.abruf",
    title: "Abrufe aus Registern",
    table: "abruf",
    sequence: "abruf_lfd",
    number: "lfd",
    key: "t.id::text",
    byKey: "t.id = k.key::uuid",
    instant: "angefragt_am",
    columns: ["vorgang_id", "person", "vertreter", "register", "auskunft", "zweck", "norm", "behoerde", "attribute"],
    akte: "t.vorgang_id = $2::uuid",
  }),
  cockpitKind({
    name: "cockpit.ausgang",
    title: "Ergebnisse der Abrufe",
    table: "abruf_ausgang",
    sequence: "abruf_ausgang_lfd",
    number: "lfd",
    key: "t.id::text",
    byKey: "t.id = k.key::uuid",
    instant: "am",
    columns: ["person", "vertreter", "ausgang", "grund"],
    akte: "t.id in (select id from abruf where mandant_id = $1 and vorgang_id = $2::uuid)",
  }),
  cockpitKind({
    name: "cockpit.einsicht",
    title: "Einsichten in Akten",
    table: "einsicht",
    sequence: "einsicht_id_seq",
    number: "id",
    key: "t.id::text",
    byKey: "t.id = k.key::bigint",
    instant: "am",
    columns: ["vorgang_id", "person", "vertreter", "stelle", "anlass"],
    akte: "t.vorgang_id = $2::uuid",
  }),
  cockpitKind({
    name: "cockpit.weitergabe",
    title: "Weitergaben an andere Stellen",
    table: "weitergabe",
    sequence: "weitergabe_lfd",
    number: "lfd",
    key: "t.id || '/' || t.person || '/' || t.anlass",
    byKey:
      "t.id = split_part(k.key, '/', 1)::uuid and t.person = split_part(k.key, '/', 2) and t.anlass = substr(k.key, length(split_part(k.key, '/', 1)) + length(split_part(k.key, '/', 2)) + 3)",
    instant: "am",
    columns: ["person", "vertreter", "von", "an", "zweck", "norm", "attribute"],
  }),
];
