-- The Vorgang: an append-only log and its folded state, written in one transaction.

create table vorgang (
  mandant_id      int not null references mandant,
  id              uuid not null,
  aktenzeichen    text not null,
  leistung        text not null,
  leistung_version text not null,
  eroeffnet_am    timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, aktenzeichen)
);
comment on table vorgang is 'klasse: mandant';

create table vorgang_schritt (
  mandant_id  int not null,
  vorgang_id  uuid not null,
  nummer      int not null check (nummer > 0),
  art         text not null,
  akteur      jsonb not null,
  zeitpunkt   timestamptz not null,
  transaktion text not null,
  digest      bytea not null,
  primary key (mandant_id, vorgang_id, nummer),
  unique (mandant_id, transaktion),
  foreign key (mandant_id, vorgang_id) references vorgang
);
comment on table vorgang_schritt is 'klasse: mandant';

create table vorgang_schritt_inhalt (
  mandant_id int not null,
  vorgang_id uuid not null,
  nummer     int not null,
  salz       bytea not null,
  daten      jsonb not null,
  primary key (mandant_id, vorgang_id, nummer),
  foreign key (mandant_id, vorgang_id, nummer) references vorgang_schritt
);
comment on table vorgang_schritt_inhalt is 'klasse: mandant';

create table vorgang_stand (
  mandant_id   int not null,
  vorgang_id   uuid not null,
  nummer       int not null,
  phase        text not null,
  leistung     text not null,
  zustaendig   text,
  frist        date,
  geaendert_am timestamptz not null,
  stand        jsonb not null,
  primary key (mandant_id, vorgang_id),
  foreign key (mandant_id, vorgang_id) references vorgang
) with (fillfactor = 70);
create index vorgang_stand_arbeitsliste on vorgang_stand (mandant_id, phase, leistung, geaendert_am);
create index vorgang_stand_frist on vorgang_stand (mandant_id, frist) where frist is not null;
comment on table vorgang_stand is 'klasse: mandant';

create table vorgang_beteiligter (
  mandant_id int not null,
  vorgang_id uuid not null,
  rolle      text not null check (rolle in ('antragsteller', 'kind', 'andererElternteil', 'vertreter')),
  person     text,              -- pseudonym, where the person is known beyond doubt
  daten      jsonb not null,
  primary key (mandant_id, vorgang_id, rolle),
  foreign key (mandant_id, vorgang_id) references vorgang
);
create index vorgang_beteiligter_person on vorgang_beteiligter (mandant_id, person);
comment on table vorgang_beteiligter is 'klasse: mandant';

do $$ declare tabelle text; begin
  foreach tabelle in array array['vorgang', 'vorgang_schritt', 'vorgang_schritt_inhalt', 'vorgang_stand', 'vorgang_beteiligter'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format('create policy mandant on %I using (mandant_id = (select fachwerk.mandant()))', tabelle);
    execute format('grant select, insert on %I to fachwerk_app', tabelle);
  end loop;
end $$;
-- Logs take only inserts. The folded state and what is known of a person involved may move.
grant update on vorgang_stand, vorgang_beteiligter to fachwerk_app;
