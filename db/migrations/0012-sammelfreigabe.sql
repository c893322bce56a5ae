-- Many prepared cases released by one person in one go: what was chosen is written before anything is done, what came of each after it.
-- Both only grow. The selection holds ids and numbers of steps, nothing of the people.

create table sammelfreigabe (
  mandant_id  int not null references mandant,
  id          uuid not null,                 -- key of the form that was sent: sent twice, it is the same one
  leistung    text not null,
  art         text not null check (art in ('entscheiden', 'freigeben')),
  akteur      jsonb not null,
  auswahl     jsonb not null,
  begonnen_am timestamptz not null,
  primary key (mandant_id, id)
);
comment on table sammelfreigabe is 'klasse: mandant';

create table sammelfreigabe_ergebnis (
  mandant_id        int not null,
  sammelfreigabe_id uuid not null,
  vorgang_id        uuid not null,
  ergebnis          text not null check (ergebnis in ('freigegeben', 'ueberholt', 'unzulaessig')),
  grund             text,
  am                timestamptz not null,
  primary key (mandant_id, sammelfreigabe_id, vorgang_id),
  foreign key (mandant_id, sammelfreigabe_id) references sammelfreigabe
);
comment on table sammelfreigabe_ergebnis is 'klasse: mandant';

do $$ declare tabelle text; begin
  foreach tabelle in array array['sammelfreigabe', 'sammelfreigabe_ergebnis'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format('create policy mandant on %I using (mandant_id = (select fachwerk.mandant()))', tabelle);
    execute format('grant select, insert on %I to fachwerk_app', tabelle);
  end loop;
end $$;

-- What waits for release only, oldest first. Partial: of all cases these are few, and the list of ten thousand is read page by page.
create index vorgang_stand_vorbereitet on vorgang_stand (mandant_id, leistung, phase, geaendert_am, vorgang_id)
  where stand->>'vorbereitet' = 'true';
