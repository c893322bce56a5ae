-- What people owe: the claim, what happened to it, and where it stands. Claim and log only grow; the folded state moves with the log.

create table sollstellung (
  mandant_id    int not null references mandant,
  id            uuid not null,
  vorgang_id    uuid not null,
  anlass        text not null,                   -- what made it due, e.g. a notice; the same occasion opens it once
  aktenzeichen  text not null,
  leistung      text not null,
  bezeichnung   text not null,
  kassenzeichen text not null check (kassenzeichen ~ '^[1-9][0-9]{11}$'),
  person        text,                            -- pseudonym of who owes, where known beyond doubt
  schuldner     text not null,
  ueber_postfach boolean not null,
  posten        jsonb not null,
  betrag_cent   bigint not null check (betrag_cent > 0),
  faellig_am    date not null,
  eroeffnet_am  timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, kassenzeichen),
  unique (mandant_id, vorgang_id, anlass),
  foreign key (mandant_id, vorgang_id) references vorgang
);
create index sollstellung_person on sollstellung (mandant_id, person) where person is not null;
comment on table sollstellung is 'klasse: mandant';

create table sollstellung_ereignis (
  mandant_id      int not null,
  sollstellung_id uuid not null,
  nummer          int not null check (nummer > 0),
  art             text not null,
  daten           jsonb not null,
  akteur          jsonb not null,
  zeitpunkt       timestamptz not null,
  transaktion     text not null,
  zahlung_id      uuid,                          -- our id of a payment at the provider
  primary key (mandant_id, sollstellung_id, nummer),
  unique (mandant_id, transaktion),
  foreign key (mandant_id, sollstellung_id) references sollstellung
);
-- A payment begins once in the whole house: the id is the key at the provider.
create unique index sollstellung_ereignis_zahlung on sollstellung_ereignis (mandant_id, zahlung_id) where art = 'zahlungBegonnen';
comment on table sollstellung_ereignis is 'klasse: mandant';

create table sollstellung_stand (
  mandant_id      int not null,
  sollstellung_id uuid not null,
  nummer          int not null,
  zustand         text not null,
  offen_cent      bigint not null check (offen_cent >= 0),
  geaendert_am    timestamptz not null,
  stand           jsonb not null,
  primary key (mandant_id, sollstellung_id),
  foreign key (mandant_id, sollstellung_id) references sollstellung
) with (fillfactor = 70);
create index sollstellung_stand_zustand on sollstellung_stand (mandant_id, zustand);
comment on table sollstellung_stand is 'klasse: mandant';

do $$ declare tabelle text; begin
  foreach tabelle in array array['sollstellung', 'sollstellung_ereignis', 'sollstellung_stand'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format('create policy mandant on %I using (mandant_id = (select fachwerk.mandant()))', tabelle);
    execute format('grant select, insert on %I to fachwerk_app', tabelle);
  end loop;
end $$;
grant update on sollstellung_stand to fachwerk_app;
