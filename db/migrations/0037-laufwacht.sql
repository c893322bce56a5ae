-- Laufwacht, first half: systems, watched jobs, their runs, what came in and what was wrong with it.
-- A fourth class of tables:
--   klasse: betrieb       rows of the operator across Mandanten: whose jobs they are is a name, seen only in a transaction of the operator.

create function fachwerk.betrieb() returns boolean language plpgsql stable parallel safe as $$
begin
  -- Without this a transaction of a Mandant would see empty tables and believe that nothing went wrong.
  if coalesce(current_setting('fachwerk.betrieb', true), '') <> 'ja' then
    raise exception 'not a transaction of the operator' using errcode = 'FW001';
  end if;
  return true;
end $$;
grant execute on function fachwerk.betrieb() to fachwerk_app;

create table wacht_system (
  name           text primary key,
  eigentuemer    text not null default '',
  angelegt_am    timestamptz not null
);
comment on table wacht_system is 'klasse: betrieb';

create table wacht_job (
  id              int generated always as identity primary key,
  system          text not null references wacht_system,
  mandant         text not null,             -- of the provider, by name; not one of this installation's
  name            text not null,
  land            text not null check (land in ('BW','BY','BE','BB','HB','HH','HE','MV','NI','NW','RP','SL','SN','ST','SH','TH')),
  plan            jsonb,                     -- when it should run; null: not known, the model alone watches
  frueh           boolean not null default true,   -- its run of the day is over before the morning
  eigentuemer     text not null default '',
  ping            uuid not null unique default gen_random_uuid(),
  angelegt_am     timestamptz not null,
  beendet_am      date,                      -- the tenant or the job has left; what it reports later is counted, not watched
  unique (system, mandant, name)
);
comment on table wacht_job is 'klasse: betrieb';

-- Who may report runs, and whether it may bring new jobs with them.
create table wacht_quelle (
  name            text primary key,
  token_sha256    bytea not null unique,
  legt_an         boolean not null default false,
  land            text not null default 'NW',
  angelegt_am     timestamptz not null
);
comment on table wacht_quelle is 'klasse: betrieb';

-- One row a run, whatever and how often was reported of it. The key is what makes a repetition harmless.
create table wacht_lauf (
  quelle          text not null,
  kennung         text not null,
  job             int not null references wacht_job,
  tag             date not null,             -- calendar day of the beginning, Berlin
  beginn          timestamptz not null,
  ende            timestamptz,
  ausgang         text check (ausgang in ('erfolg', 'fehler')),
  anzahl          bigint,
  betrag_cent     bigint,
  auszug          text,
  empfangen_am    timestamptz not null,
  primary key (quelle, kennung)
);
create index wacht_lauf_job on wacht_lauf (job, tag);
comment on table wacht_lauf is 'klasse: betrieb';

-- Days of jobs whose value must be summed up anew. Written with the runs, taken by the one who sums.
create table wacht_beruehrt (
  job             int not null references wacht_job,
  tag             date not null,
  mal             int not null default 1,
  primary key (job, tag)
);
comment on table wacht_beruehrt is 'klasse: betrieb';

create table wacht_tageswert (
  job             int not null references wacht_job,
  tag             date not null,
  anzahl          bigint not null,
  dauer_s         int,
  laeufe          int not null,
  primary key (job, tag)
);
comment on table wacht_tageswert is 'klasse: betrieb';

-- What was wrong with reports: counted by day, source and reason, with one example. Never an alarm by itself.
create table wacht_annahme (
  tag             date not null,
  quelle          text not null,
  grund           text not null,
  beispiel        text not null,
  anzahl          bigint not null,
  zuletzt_am      timestamptz not null,
  primary key (tag, quelle, grund, beispiel)
);
comment on table wacht_annahme is 'klasse: betrieb';

do $$ declare tabelle text; begin
  foreach tabelle in array array['wacht_system', 'wacht_job', 'wacht_quelle', 'wacht_lauf', 'wacht_beruehrt', 'wacht_tageswert', 'wacht_annahme'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format('create policy betrieb on %I using ((select fachwerk.betrieb()))', tabelle);
    execute format('grant select, insert, update on %I to fachwerk_app', tabelle);
  end loop;
end $$;
grant delete on wacht_beruehrt to fachwerk_app;
