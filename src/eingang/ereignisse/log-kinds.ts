import { tableKind } from "#protokoll";

/**
 * Register events as the chain sees them: that one came, from which register, and the digest of what it said. What it said goes after some
 * days, and the digest binds it as long as it is there.
 */
export const ereignisKind = tableKind({
  name: "register.ereignis",
  title: "Meldungen der Register",
  table: "ereignis",
  sequence: "ereignis_lfd",
  number: "lfd",
  key: "t.id::text",
  byKey: "t.id = k.key::uuid",
  instant: "empfangen_am",
  columns: ["art", "register"],
  more: { digest: "encode(t.digest, 'hex')" },
});
