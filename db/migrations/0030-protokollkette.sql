-- The chain over all log rows of a Mandant. Rows are taken into batches (Stapel) later, by a job: writing a log row costs what it cost
-- before. Membership is a row of kette_glied, never "number greater than the last": a slow transaction can commit a smaller number later.

-- Where the job looks for new rows. Rows from before have no number and are taken in by their keys. BRIN: a log only grows at its end, and
-- an index over ranges of pages costs an insert nothing.
create sequence vorgang_schritt_lfd;
create sequence abruf_lfd;
create sequence abruf_ausgang_lfd;
create sequence weitergabe_lfd;
do $$ declare tabelle text; begin
  foreach tabelle in array array['vorgang_schritt', 'abruf', 'abruf_ausgang', 'weitergabe'] loop
    -- Column and default apart: together they would write the whole table anew and keep everybody out meanwhile.
    execute format('alter table %I add column lfd bigint', tabelle);
    execute format('alter table %I alter column lfd set default nextval(%L)', tabelle, tabelle || '_lfd');
    execute format('create index %I on %I using brin (lfd)', tabelle || '_lfd_brin', tabelle);
    execute format('grant usage, select on sequence %I to fachwerk_app', tabelle || '_lfd');
  end loop;
end $$;
grant select on sequence protokoll_id_seq, einsicht_id_seq to fachwerk_app;

create table kette_stapel (
  mandant_id     int not null references mandant,
  nummer         int not null check (nummer > 0),
  anzahl         int not null check (anzahl > 0),
  wurzel         bytea not null,            -- of the tree over the leaves of its rows
  kopf           bytea not null,            -- SHA-512(hex(head before) + hex(SHA-512(batch)))
  geschlossen_am timestamptz not null,
  primary key (mandant_id, nummer)
);
comment on table kette_stapel is 'klasse: mandant';

create table kette_glied (
  mandant_id int not null,
  art        text not null,
  schluessel text not null,
  stapel     int not null,
  stelle     int not null check (stelle > 0),
  blatt      bytea not null,
  primary key (mandant_id, art, schluessel),
  foreign key (mandant_id, stapel) references kette_stapel
);
create unique index kette_glied_stelle on kette_glied (mandant_id, stapel, stelle);
comment on table kette_glied is 'klasse: mandant';

-- For rows of logs that keep no digest of their own; made when the row is taken in.
create table kette_salz (
  mandant_id int not null,
  art        text not null,
  schluessel text not null,
  salz       bytea not null,
  digest     bytea not null,
  primary key (mandant_id, art, schluessel)
);
comment on table kette_salz is 'klasse: mandant';

create table kette_unterschrift (
  mandant_id   int not null,
  stapel       int not null,
  schluessel   text not null,
  unterschrift text not null,
  am           timestamptz not null,
  primary key (mandant_id, stapel, schluessel),
  foreign key (mandant_id, stapel) references kette_stapel
);
comment on table kette_unterschrift is 'klasse: mandant';

-- How far the search for new rows of a kind is done. A hint and no part of the proof: losing it costs time only.
create table kette_stand (
  mandant_id     int not null references mandant,
  art            text not null,
  alte_bis       text,                      -- rows without a number are taken in up to this key; null: all of them
  fertig_bis     bigint not null,           -- every row up to here is in, or will never be there
  kandidat_bis   bigint,
  kandidat_xmax  bigint,
  primary key (mandant_id, art)
);
comment on table kette_stand is 'klasse: mandant';

do $$ declare tabelle text; begin
  foreach tabelle in array array['kette_stapel', 'kette_glied', 'kette_salz', 'kette_unterschrift', 'kette_stand'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format('create policy mandant on %I using (mandant_id = (select fachwerk.mandant()))', tabelle);
    execute format('grant select, insert on %I to fachwerk_app', tabelle);
  end loop;
end $$;
grant update on kette_stand to fachwerk_app;

-- Public halves of the keys that signed heads; a new one is confirmed by the one before it.
create table kette_schluessel (
  kennung         text primary key,
  oeffentlich     text not null,
  seit            timestamptz not null,
  bestaetigt_von  text,
  bestaetigung    text
);
comment on table kette_schluessel is 'klasse: installation';
grant select, insert on kette_schluessel to fachwerk_app;
