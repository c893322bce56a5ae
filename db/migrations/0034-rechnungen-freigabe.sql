-- Who acts for whom, links in mails that order a payment, what was handed to the finance system and what it said.

create table rechnung_vertretung (
  mandant_id  int not null references mandant,
  id          uuid not null,
  fuer        text not null,
  durch       text not null,
  durch_name  text not null,
  von         date not null,
  bis         date not null,
  akteur      jsonb not null,
  zeitpunkt   timestamptz not null,
  primary key (mandant_id, id),
  check (fuer <> durch),
  check (von <= bis)
);
create index rechnung_vertretung_durch on rechnung_vertretung (mandant_id, durch, bis);
comment on table rechnung_vertretung is 'klasse: mandant';

create table rechnung_vertretung_ende (
  mandant_id    int not null,
  vertretung_id uuid not null,
  akteur        jsonb not null,
  zeitpunkt     timestamptz not null,
  primary key (mandant_id, vertretung_id),
  foreign key (mandant_id, vertretung_id) references rechnung_vertretung (mandant_id, id)
);
comment on table rechnung_vertretung_ende is 'klasse: mandant';

-- Bound to a person, an invoice at one point of its log, and an amount. The token itself is only in the mail.
create table rechnung_freigabelink (
  mandant_id   int not null,
  token_sha256 bytea not null,
  rechnung_id  uuid not null,
  nummer       int not null,
  kennung      text not null,
  name         text not null,
  betrag_cent  bigint not null,
  erstellt_am  timestamptz not null,
  gueltig_bis  timestamptz not null,
  primary key (mandant_id, token_sha256),
  foreign key (mandant_id, rechnung_id) references rechnung
);
comment on table rechnung_freigabelink is 'klasse: mandant';

create table rechnung_freigabelink_verbrauch (
  mandant_id   int not null,
  token_sha256 bytea not null,
  am           timestamptz not null,
  primary key (mandant_id, token_sha256),
  foreign key (mandant_id, token_sha256) references rechnung_freigabelink
);
comment on table rechnung_freigabelink_verbrauch is 'klasse: mandant';

-- An order to pay (or to set off, for a credit note). Its id comes from the log: repeated, it is recognised.
create table zahlungsauftrag (
  mandant_id     int not null,
  id             uuid not null,
  rechnung_id    uuid not null,
  nummer         int not null,             -- of the step that ordered it
  art            text not null check (art in ('zahlung', 'gutschrift')),
  inhalt         jsonb not null,           -- exactly what is handed over
  betrag_cent    bigint not null check (betrag_cent >= 0),
  erstellt_am    timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, rechnung_id, nummer),
  foreign key (mandant_id, rechnung_id) references rechnung
);
comment on table zahlungsauftrag is 'klasse: mandant';

create table zahlungsauftrag_antwort (
  mandant_id int not null,
  auftrag_id uuid not null,
  art        text not null check (art in ('quittiert', 'abgelehnt')),
  beleg      text,
  grund      text,
  am         timestamptz not null,
  primary key (mandant_id, auftrag_id),
  foreign key (mandant_id, auftrag_id) references zahlungsauftrag
);
comment on table zahlungsauftrag_antwort is 'klasse: mandant';

-- What the finance system reports as paid, whether we ordered it or not.
create table zahlungsmeldung (
  mandant_id  int not null references mandant,
  beleg       text not null,
  auftrag_id  uuid,
  iban        text not null,
  betrag_cent bigint not null,
  am          date not null,
  verwendung  text not null,
  gemeldet_am timestamptz not null,
  primary key (mandant_id, beleg)
);
create index zahlungsmeldung_auftrag on zahlungsmeldung (mandant_id, auftrag_id) where auftrag_id is not null;
comment on table zahlungsmeldung is 'klasse: mandant';

do $$ declare tabelle text; begin
  foreach tabelle in array array['rechnung_vertretung', 'rechnung_vertretung_ende', 'rechnung_freigabelink', 'rechnung_freigabelink_verbrauch',
                                 'zahlungsauftrag', 'zahlungsauftrag_antwort', 'zahlungsmeldung'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format('create policy mandant on %I using (mandant_id = (select fachwerk.mandant()))', tabelle);
    execute format('grant select, insert on %I to fachwerk_app', tabelle);
  end loop;
end $$;

-- How far the reports of a finance system are read. A hint: read twice, a report is recognised.
create table finanzmarke (
  mandant_id int not null references mandant,
  anschluss  text not null,
  marke      text not null,
  primary key (mandant_id, anschluss)
);
comment on table finanzmarke is 'klasse: mandant';
alter table finanzmarke enable row level security, force row level security;
create policy mandant on finanzmarke using (mandant_id = (select fachwerk.mandant()));
grant select, insert, update on finanzmarke to fachwerk_app;
