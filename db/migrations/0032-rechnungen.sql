-- The incoming invoice: an append-only log and its folded state, written in one transaction, in the manner of the Vorgang.

create sequence rechnung_lfd;
create sequence rechnung_schritt_lfd;
grant usage, select on sequence rechnung_lfd, rechnung_schritt_lfd to fachwerk_app;

create table rechnung (
  mandant_id     int not null references mandant,
  id             uuid not null,
  eingangsnummer text not null,
  sha256         text not null,            -- of the original, which lies in the blobs before this row exists
  dateiname      text not null,
  groesse        int not null check (groesse > 0),
  kanal          text not null,
  eingegangen_am timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, eingangsnummer)
);
create index rechnung_datei on rechnung (mandant_id, sha256);
comment on table rechnung is 'klasse: mandant';

create table rechnung_schritt (
  mandant_id  int not null,
  rechnung_id uuid not null,
  nummer      int not null check (nummer > 0),
  art         text not null,
  akteur      jsonb not null,
  zeitpunkt   timestamptz not null,
  transaktion text not null,
  digest      bytea not null,
  lfd         bigint not null default nextval('rechnung_schritt_lfd'),
  primary key (mandant_id, rechnung_id, nummer),
  unique (mandant_id, transaktion),
  foreign key (mandant_id, rechnung_id) references rechnung
);
create index rechnung_schritt_lfd_brin on rechnung_schritt using brin (lfd);
comment on table rechnung_schritt is 'klasse: mandant';

create table rechnung_schritt_inhalt (
  mandant_id  int not null,
  rechnung_id uuid not null,
  nummer      int not null,
  salz        bytea not null,
  daten       jsonb not null,
  primary key (mandant_id, rechnung_id, nummer),
  foreign key (mandant_id, rechnung_id, nummer) references rechnung_schritt
);
comment on table rechnung_schritt_inhalt is 'klasse: mandant';

create table rechnung_stand (
  mandant_id     int not null,
  rechnung_id    uuid not null,
  nummer         int not null,
  phase          text not null,
  amt            text,
  zustaendig     text,
  lieferant      text,                     -- VAT id, else tax number, else the name, in one spelling
  lieferantname  text,
  kreditor_id    uuid,
  rechnungsnummer text,
  betrag_cent    bigint,
  rechnungsdatum date,
  faellig_am     date,
  skonto_bis     date,                     -- of the terms that can still be used
  skonto_cent    bigint,
  eingegangen_am timestamptz not null,
  geaendert_am   timestamptz not null,
  stand          jsonb not null,
  primary key (mandant_id, rechnung_id),
  foreign key (mandant_id, rechnung_id) references rechnung
) with (fillfactor = 70);
create index rechnung_stand_phase on rechnung_stand (mandant_id, phase, geaendert_am);
create index rechnung_stand_lieferant on rechnung_stand (mandant_id, lieferant, betrag_cent);
create index rechnung_stand_kreditor on rechnung_stand (mandant_id, kreditor_id, rechnungsnummer);
create index rechnung_stand_skonto on rechnung_stand (mandant_id, skonto_bis) where skonto_bis is not null;
comment on table rechnung_stand is 'klasse: mandant';

-- What can exist once only, claimed by the invoice that came first: the same file, the same number of the same supplier in the same year.
-- Two workers that look at the same time would both find nothing; a key lets one of them win.
create table rechnung_merkmal (
  mandant_id  int not null,
  art         text not null check (art in ('datei', 'nummer')),
  wert        text not null,
  rechnung_id uuid not null,
  primary key (mandant_id, art, wert),
  foreign key (mandant_id, rechnung_id) references rechnung
);
comment on table rechnung_merkmal is 'klasse: mandant';

do $$ declare tabelle text; begin
  foreach tabelle in array array['rechnung', 'rechnung_schritt', 'rechnung_schritt_inhalt', 'rechnung_stand', 'rechnung_merkmal'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format('create policy mandant on %I using (mandant_id = (select fachwerk.mandant()))', tabelle);
    execute format('grant select, insert on %I to fachwerk_app', tabelle);
  end loop;
end $$;
grant update on rechnung_stand to fachwerk_app;
