-- Running benefits: which grants live on and when each is looked at next, and the Vorgaenge that change them. Both are folded state: the
-- log of the Vorgaenge tells the same, more slowly.

create table dauerleistung (
  mandant_id       int not null references mandant,
  vorgang_id       uuid not null,                 -- the Vorgang of the grant
  leistung         text not null,
  naechster_termin date,                          -- null: nothing is to come
  termin           jsonb,
  parameterstand   text not null,                 -- print of the figures of the law it was last decided or looked at with
  erledigt         text[] not null default '{}',  -- days that were looked at already
  offene_aenderung uuid,                          -- one change at a time
  endet_ab         date,
  primary key (mandant_id, vorgang_id),
  foreign key (mandant_id, vorgang_id) references vorgang
) with (fillfactor = 80);
create index dauerleistung_termin on dauerleistung (mandant_id, leistung, naechster_termin) where offene_aenderung is null and endet_ab is null;
create index dauerleistung_parameterstand on dauerleistung (mandant_id, leistung, parameterstand) where offene_aenderung is null and endet_ab is null;
comment on table dauerleistung is 'klasse: mandant';

create table aenderung (
  mandant_id         int not null references mandant,
  vorgang_id         uuid not null,               -- the Vorgang of the change
  bezug_id           uuid not null,               -- the Vorgang of the grant that it changes
  anlass             text not null,
  offen              boolean not null default true,   -- not decided yet; the oldest open one comes first
  angelegt_am        timestamptz not null,
  reihe              bigint generated always as identity,  -- in which order they came
  rueckforderung_cent bigint not null default 0 check (rueckforderung_cent >= 0),
  gefordert          boolean not null default false,  -- the treasury has the demand: only when the notice is final
  primary key (mandant_id, vorgang_id),
  foreign key (mandant_id, vorgang_id) references vorgang,
  foreign key (mandant_id, bezug_id) references vorgang
);
create index aenderung_bezug on aenderung (mandant_id, bezug_id, reihe);
create index aenderung_offene_forderung on aenderung (mandant_id) where rueckforderung_cent > 0 and not gefordert;
comment on table aenderung is 'klasse: mandant';

do $$ declare tabelle text; begin
  foreach tabelle in array array['dauerleistung', 'aenderung'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format('create policy mandant on %I using (mandant_id = (select fachwerk.mandant()))', tabelle);
    execute format('grant select, insert, update on %I to fachwerk_app', tabelle);
  end loop;
end $$;

-- Grants of before: due at once, so that the next round of a worker finds out when each is looked at.
insert into dauerleistung (mandant_id, vorgang_id, leistung, naechster_termin, parameterstand)
select mandant_id, vorgang_id, leistung, date '1970-01-01', ''
  from vorgang_stand
 where stand ->> 'ergebnis' = 'bewilligt' and phase in ('beschieden', 'zugestellt', 'bekanntgegeben', 'imWiderspruch', 'vorgelegt', 'beklagt', 'bestandskraeftig');
