-- The Datenschutzcockpit: who asked whom for whose data, for what, and what came of it. Intent and outcome are rows of their own, so
-- that neither is ever changed; an intent without outcome is an "Ausgang ungewiss".

create table abruf (
  mandant_id     int not null references mandant,
  id             uuid not null,
  vorgang_id     uuid,            -- null: prefilling a form, before there is a Vorgang
  person         text not null,   -- whose data: pseudonym
  vertreter      text,            -- who may look at it for that person, e.g. the parent for the child
  register       text not null,
  auskunft       text not null,
  zweck          text not null,
  norm           text not null,
  behoerde       text not null,
  attribute      text[] not null,
  angefragt_am   timestamptz not null,
  primary key (mandant_id, id)
);
create index abruf_person on abruf (person, angefragt_am desc);
create index abruf_vertreter on abruf (vertreter, angefragt_am desc) where vertreter is not null;
create index abruf_vorgang on abruf (mandant_id, vorgang_id);
comment on table abruf is 'klasse: person';

create table abruf_ausgang (
  mandant_id int not null,
  id         uuid not null,
  person     text not null,
  vertreter  text,
  ausgang    text not null check (ausgang in ('gefunden', 'keinEintrag', 'verweigert', 'nichtErreichbar', 'nichtAusgefuehrt', 'antwortVerloren')),
  grund      text,
  am         timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, id) references abruf
);
comment on table abruf_ausgang is 'klasse: person';

create table einsicht (
  mandant_id int not null references mandant,
  id         bigint generated always as identity,
  vorgang_id uuid not null,
  person     text not null,
  vertreter  text,
  stelle     text not null,       -- the office and the role that looked, not the clerk's name
  anlass     text not null,
  am         timestamptz not null,
  primary key (mandant_id, id)
);
create index einsicht_person on einsicht (person, am desc);
create index einsicht_vertreter on einsicht (vertreter, am desc) where vertreter is not null;
comment on table einsicht is 'klasse: person';

do $$ declare tabelle text; begin
  foreach tabelle in array array['abruf', 'abruf_ausgang', 'einsicht'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format(
      'create policy lesen on %I for select using (mandant_id = (select fachwerk.mandant_oder_person()) or person = (select fachwerk.person()) or vertreter = (select fachwerk.person()))',
      tabelle);
    execute format('create policy schreiben on %I for insert with check (mandant_id = (select fachwerk.mandant()))', tabelle);
    execute format('grant select, insert on %I to fachwerk_app', tabelle);
  end loop;
end $$;
