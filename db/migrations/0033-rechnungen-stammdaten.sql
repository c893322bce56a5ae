-- What invoices are held against: where they belong, whom we owe, what was ordered, who may order payment.

-- A Leitweg-ID names one body of the public administration and is printed on every order: nothing about people, and needed before it is
-- known whose invoice it is.
create table leitweg (
  leitweg_id text primary key,
  mandant_id int not null references mandant,
  amt        text not null
);
comment on table leitweg is 'klasse: installation';
grant select, insert, update, delete on leitweg to fachwerk_app;

create table kreditor (
  mandant_id   int not null references mandant,
  id           uuid not null,
  nummer       text not null,
  name         text not null,
  name_norm    text not null,
  ust_id       text,
  steuernummer text,
  email        text,
  gesperrt     boolean not null default false,
  primary key (mandant_id, id),
  unique (mandant_id, nummer)
);
create index kreditor_ust_id on kreditor (mandant_id, ust_id);
create index kreditor_steuernummer on kreditor (mandant_id, steuernummer);
create index kreditor_name on kreditor (mandant_id, name_norm);
comment on table kreditor is 'klasse: mandant';

-- Only accounts that two people have seen, or that came with the take-over from the finance system.
create table kreditor_konto (
  mandant_id  int not null,
  kreditor_id uuid not null,
  iban        text not null,
  seit        timestamptz not null,
  herkunft    jsonb not null,
  primary key (mandant_id, kreditor_id, iban),
  foreign key (mandant_id, kreditor_id) references kreditor
);
create index kreditor_konto_iban on kreditor_konto (mandant_id, iban);
comment on table kreditor_konto is 'klasse: mandant';

-- `bestellung`: positions with quantities and prices; `vertrag`, `festlegung` (commitment): an amount that may be called up.
create table bestellung (
  mandant_id  int not null references mandant,
  id          uuid not null,
  nummer      text not null,
  art         text not null check (art in ('bestellung', 'vertrag', 'festlegung', 'marktplatz')),
  amt         text not null,
  kreditor_id uuid,
  kostenstelle text,
  summe_cent  bigint not null check (summe_cent >= 0),
  abgeschlossen boolean not null default false,
  primary key (mandant_id, id),
  unique (mandant_id, nummer),
  foreign key (mandant_id, kreditor_id) references kreditor
);
comment on table bestellung is 'klasse: mandant';

create table bestellposition (
  mandant_id    int not null,
  bestellung_id uuid not null,
  position      text not null,
  artikel       text not null,
  menge         numeric not null,
  preis         numeric not null,          -- net, for one unit
  kostenstelle  text,
  primary key (mandant_id, bestellung_id, position),
  foreign key (mandant_id, bestellung_id) references bestellung
);
comment on table bestellposition is 'klasse: mandant';

-- What invoices have called up of an order; those that were refused later do not count (joined with their state).
create table bestellung_abruf (
  mandant_id    int not null,
  bestellung_id uuid not null,
  rechnung_id   uuid not null,
  position      text not null,             -- empty: the order as a whole
  menge         numeric not null,
  betrag_cent   bigint not null,
  primary key (mandant_id, bestellung_id, rechnung_id, position),
  foreign key (mandant_id, bestellung_id) references bestellung,
  foreign key (mandant_id, rechnung_id) references rechnung
);
create index bestellung_abruf_rechnung on bestellung_abruf (mandant_id, rechnung_id);
comment on table bestellung_abruf is 'klasse: mandant';

create table dauerrechnung (
  mandant_id       int not null,
  id               uuid not null,
  kreditor_id      uuid not null,
  bezeichnung      text not null,
  amt              text not null,
  vertrag          text,
  erwartet_cent    bigint not null check (erwartet_cent > 0),
  toleranz_cent    bigint not null check (toleranz_cent >= 0),
  rhythmus_monate  int not null check (rhythmus_monate > 0),
  beginn           date not null,
  ende             date,
  primary key (mandant_id, id),
  foreign key (mandant_id, kreditor_id) references kreditor
);
create index dauerrechnung_kreditor on dauerrechnung (mandant_id, kreditor_id);
comment on table dauerrechnung is 'klasse: mandant';

create table kostenstelle (
  mandant_id  int not null references mandant,
  nummer      text not null,
  bezeichnung text not null,
  amt         text not null,
  primary key (mandant_id, nummer)
);
comment on table kostenstelle is 'klasse: mandant';

-- Up to which amount a person may order payment, and for which office (`*`: all).
create table anordnungsbefugnis (
  mandant_id int not null references mandant,
  kennung    text not null,
  name       text not null,
  email      text,
  amt        text not null,
  bis_cent   bigint not null check (bis_cent >= 0),
  primary key (mandant_id, kennung, amt)
);
comment on table anordnungsbefugnis is 'klasse: mandant';

create table rechnung_zugang (
  mandant_id   int not null references mandant,
  token_sha256 bytea not null,
  bezeichnung  text not null,
  rechte       text[] not null,
  gueltig_bis  timestamptz not null,
  primary key (mandant_id, token_sha256)
);
comment on table rechnung_zugang is 'klasse: mandant';

do $$ declare tabelle text; begin
  foreach tabelle in array array['kreditor', 'kreditor_konto', 'bestellung', 'bestellposition', 'bestellung_abruf', 'dauerrechnung', 'kostenstelle',
                                 'anordnungsbefugnis', 'rechnung_zugang'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format('create policy mandant on %I using (mandant_id = (select fachwerk.mandant()))', tabelle);
    execute format('grant select, insert on %I to fachwerk_app', tabelle);
  end loop;
end $$;
grant update on kreditor, bestellung, bestellposition, dauerrechnung, kostenstelle, anordnungsbefugnis, rechnung_zugang to fachwerk_app;
grant delete on anordnungsbefugnis, rechnung_zugang, kostenstelle to fachwerk_app;
