-- The frame: whose rows a transaction may see, the Mandanten, sessions, accounts, and the log of accesses.
-- Every table states its class in its comment (test/mandanten.test.ts holds each class to its policy):
--   klasse: mandant       rows of one Mandant; the primary key begins with mandant_id
--   klasse: person        rows of one person across Mandanten, seen by that person, written by the Mandant at work
--   klasse: installation  rows of the installation; nothing about people

create function fachwerk.mandant() returns int language plpgsql stable parallel safe as $$
declare wert text := current_setting('fachwerk.mandant', true);
begin
  -- Without this a forgotten Mandant would look like an empty table.
  if wert is null or wert = '' then
    raise exception 'no Mandant set for this transaction' using errcode = 'FW001';
  end if;
  return wert::int;
end $$;

create function fachwerk.mandant_oder_person() returns int language plpgsql stable parallel safe as $$
declare wert text := nullif(current_setting('fachwerk.mandant', true), '');
begin
  if wert is null and nullif(current_setting('fachwerk.person', true), '') is null then
    raise exception 'neither Mandant nor person set for this transaction' using errcode = 'FW001';
  end if;
  return wert::int;
end $$;

create function fachwerk.person() returns text language sql stable parallel safe as $$
  select nullif(current_setting('fachwerk.person', true), '')
$$;

grant usage on schema fachwerk to fachwerk_app;
grant execute on all functions in schema fachwerk to fachwerk_app;

create table mandant (
  id            int generated always as identity primary key,
  schluessel    text not null unique check (schluessel ~ '^[a-z][a-z0-9-]{1,40}$'),
  name          text not null,
  land          text not null check (land in ('BW','BY','BE','BB','HB','HH','HE','MV','NI','NW','RP','SL','SN','ST','SH','TH')),
  einstellungen jsonb not null
);
comment on table mandant is 'klasse: installation';
grant select, insert on mandant to fachwerk_app;

create table sitzung (
  mandant_id   int not null references mandant,
  token_sha256 bytea not null,
  art          text not null check (art in ('gast', 'buerger', 'amt')),
  daten        jsonb not null,
  gueltig_bis  timestamptz not null,
  primary key (mandant_id, token_sha256)
);
create index sitzung_ablauf on sitzung (gueltig_bis);
comment on table sitzung is 'klasse: mandant';
alter table sitzung enable row level security, force row level security;
create policy mandant on sitzung using (mandant_id = (select fachwerk.mandant()));
grant select, insert, update, delete on sitzung to fachwerk_app;

create table konto (
  person       text primary key,   -- pseudonym of the Identifikationsnummer, or of issuer and subject
  daten        jsonb not null,
  zuletzt_am   timestamptz not null
);
comment on table konto is 'klasse: person';
alter table konto enable row level security, force row level security;
create policy person on konto using (person = (select fachwerk.person()));
grant select, insert, update on konto to fachwerk_app;

-- Accesses and other acts that are no step of a Vorgang. Content and digest are kept apart: the content may lawfully be
-- deleted, the digest stays, and its salt goes with the content so that nobody can guess short values from it.
create table protokoll (
  mandant_id int not null references mandant,
  id         bigint generated always as identity,
  art        text not null,
  zeitpunkt  timestamptz not null,
  digest     bytea not null,
  primary key (mandant_id, id)
);
comment on table protokoll is 'klasse: mandant';
alter table protokoll enable row level security, force row level security;
create policy mandant on protokoll using (mandant_id = (select fachwerk.mandant()));
grant select, insert on protokoll to fachwerk_app;

create table protokoll_inhalt (
  mandant_id int not null,
  id         bigint not null,
  salz       bytea not null,
  daten      jsonb not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, id) references protokoll
);
comment on table protokoll_inhalt is 'klasse: mandant';
alter table protokoll_inhalt enable row level security, force row level security;
create policy mandant on protokoll_inhalt using (mandant_id = (select fachwerk.mandant()));
grant select, insert on protokoll_inhalt to fachwerk_app;
