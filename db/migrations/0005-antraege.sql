-- Drafts of applications: saved page by page, gone when they are submitted, withdrawn or too old.

create table entwurf (
  mandant_id   int not null references mandant,
  id           uuid not null,
  leistung     text not null,
  person       text,                    -- pseudonym; null for a guest, who keeps a code
  code_sha256  bytea not null,          -- of the code with which a guest goes on, and which stands on the printed application
  antworten    jsonb not null default '{}',
  herkunft     jsonb not null default '{}',   -- by page: which register filled it in, and when
  vorschlaege  jsonb not null default '{}',   -- by page: what a register offered, until the person has chosen
  geaendert_am timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, code_sha256)
);
create index entwurf_person on entwurf (mandant_id, person);
comment on table entwurf is 'klasse: mandant';
alter table entwurf enable row level security, force row level security;
create policy mandant on entwurf using (mandant_id = (select fachwerk.mandant()));
grant select, insert, update, delete on entwurf to fachwerk_app;
