-- Money that a bank statement shows, once each by statement and reference of the entry; and what a person made of those that found no claim.
create table kontoumsatz (
  mandant_id      int not null references mandant,
  id              uuid not null,
  iban            text not null,
  auszug          text not null,
  referenz        text not null,
  betrag_cent     bigint not null check (betrag_cent > 0),
  am              date not null,
  name            text not null,
  zweck           text not null,
  empfangen_am    timestamptz not null,
  sollstellung_id uuid,                          -- the claim it was booked to by itself
  grund           text,                          -- why not
  primary key (mandant_id, id),
  unique (mandant_id, iban, auszug, referenz),
  foreign key (mandant_id, sollstellung_id) references sollstellung,
  check ((sollstellung_id is null) = (grund is not null))
);
comment on table kontoumsatz is 'klasse: mandant';
create index kontoumsatz_offen on kontoumsatz (mandant_id, am) where sollstellung_id is null;

create table kontoumsatz_erledigt (
  mandant_id      int not null,
  umsatz_id       uuid not null,
  sollstellung_id uuid,                          -- null: set aside
  grund           text not null,
  akteur          jsonb not null,
  am              timestamptz not null,
  primary key (mandant_id, umsatz_id),
  foreign key (mandant_id, umsatz_id) references kontoumsatz,
  foreign key (mandant_id, sollstellung_id) references sollstellung
);
comment on table kontoumsatz_erledigt is 'klasse: mandant';

do $$ declare tabelle text; begin
  foreach tabelle in array array['kontoumsatz', 'kontoumsatz_erledigt'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format('create policy mandant on %I using (mandant_id = (select fachwerk.mandant()))', tabelle);
    execute format('grant select, insert on %I to fachwerk_app', tabelle);
  end loop;
end $$;
