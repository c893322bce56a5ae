-- What leaves the house: notices, messages in the mailbox, letters to be printed, orders to the treasury. All of it only grows.

create table bescheid (
  mandant_id      int not null references mandant,
  id              uuid not null,
  vorgang_id      uuid not null,
  art             text not null check (art in ('bescheid', 'mitteilung')),
  empfaenger      text not null,                 -- the Rolle it is addressed to
  betreff         text not null,
  datum           date not null,
  postfach_sha256 text not null,
  akte_sha256     text not null,
  massgeblich     text not null check (massgeblich in ('postfach', 'akte')),
  erstellt_am     timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, vorgang_id) references vorgang
);
create index bescheid_vorgang on bescheid (mandant_id, vorgang_id);
comment on table bescheid is 'klasse: mandant';

create table nachricht (
  mandant_id       int not null references mandant,
  id               uuid not null,
  vorgang_id       uuid not null,
  person           text not null,
  betreff          text not null,
  text             text not null,
  bescheid_id      uuid,
  ankuendigen_an   text,                         -- where the mail goes that announces it
  bereitgestellt_am timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, vorgang_id) references vorgang
);
create index nachricht_person on nachricht (mandant_id, person, bereitgestellt_am desc);
comment on table nachricht is 'klasse: mandant';

create table nachricht_ereignis (
  mandant_id   int not null,
  nachricht_id uuid not null,
  art          text not null check (art in ('angekuendigt', 'abgerufen')),
  am           timestamptz not null,
  primary key (mandant_id, nachricht_id, art),
  foreign key (mandant_id, nachricht_id) references nachricht
);
comment on table nachricht_ereignis is 'klasse: mandant';

create table sendung (
  mandant_id  int not null references mandant,
  id          uuid not null,
  vorgang_id  uuid not null,
  bescheid_id uuid not null,
  empfaenger  text not null,                     -- the Rolle; the address stands on the letter only
  aktenzeichen text not null,
  betreff     text not null,
  akte_sha256 text not null,
  angelegt_am timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, bescheid_id),
  foreign key (mandant_id, vorgang_id) references vorgang
);
comment on table sendung is 'klasse: mandant';

create table sendung_versand (
  mandant_id int not null,
  sendung_id uuid not null,
  am         date not null,
  akteur     jsonb not null,
  primary key (mandant_id, sendung_id),
  foreign key (mandant_id, sendung_id) references sendung
);
comment on table sendung_versand is 'klasse: mandant';

create table anordnung (
  mandant_id   int not null references mandant,
  id           uuid not null,
  vorgang_id   uuid not null,
  anlass       text not null,                    -- the step that ordered it; one order an occasion
  art          text not null check (art in ('neu', 'aenderung', 'einstellung')),
  aktenzeichen text not null,
  empfaenger   text not null,
  iban         text not null,
  plan         jsonb not null,
  summe_cent   bigint not null check (summe_cent >= 0),
  erstellt_am  timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, vorgang_id, anlass),
  foreign key (mandant_id, vorgang_id) references vorgang
);
comment on table anordnung is 'klasse: mandant';

create table anordnung_antwort (
  mandant_id   int not null,
  anordnung_id uuid not null,
  art          text not null check (art in ('quittiert', 'abgelehnt')),
  belegnummer  text,
  grund        text,
  am           timestamptz not null,
  primary key (mandant_id, anordnung_id),
  foreign key (mandant_id, anordnung_id) references anordnung
);
comment on table anordnung_antwort is 'klasse: mandant';

do $$ declare tabelle text; begin
  foreach tabelle in array array['bescheid', 'nachricht', 'nachricht_ereignis', 'sendung', 'sendung_versand', 'anordnung', 'anordnung_antwort'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format('create policy mandant on %I using (mandant_id = (select fachwerk.mandant()))', tabelle);
    execute format('grant select, insert on %I to fachwerk_app', tabelle);
  end loop;
end $$;
