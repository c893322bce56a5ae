-- Laufwacht, second half: models, judgements, incidents, people's words, calendar, messages. All of class betrieb (see 0037).

create table wacht_modell (
  nummer       int generated always as identity primary key,
  bytes        bytea not null,
  guete        jsonb not null,
  gelernt_am   timestamptz not null
);
comment on table wacht_modell is 'klasse: betrieb';

-- Every training with what came of it; the newest one that names a model says which judges.
create table wacht_lernlauf (
  nummer       int generated always as identity primary key,
  am           timestamptz not null,
  ausgang      text not null check (ausgang in ('uebernommen', 'schlechter', 'gescheitert', 'zuWenig')),
  satz         text not null,
  guete        jsonb,
  modell       int references wacht_modell
);
comment on table wacht_lernlauf is 'klasse: betrieb';

create table wacht_bewertung (
  job          int not null references wacht_job,
  tag          date not null,
  wert         double precision not null,
  erwartet     double precision not null,
  streuung     double precision not null,
  laeuft       real not null,
  score        real not null,
  quelle       text not null,
  dauer        jsonb,
  erklaerung   jsonb,                        -- why, kept for what stands out
  modell       int not null references wacht_modell,
  primary key (job, tag)
);
create index wacht_bewertung_tag on wacht_bewertung (tag);
comment on table wacht_bewertung is 'klasse: betrieb';

create table wacht_befund (
  job          int not null references wacht_job,
  morgen       date not null,
  art          text not null,
  faellig      timestamptz,
  satz         text not null,
  stumm        text,
  primary key (job, morgen, art, satz)
);
create index wacht_befund_morgen on wacht_befund (morgen);
comment on table wacht_befund is 'klasse: betrieb';

create table wacht_vorfall (
  id             int generated always as identity primary key,
  schluessel     text not null,
  art            text not null check (art in ('mandant', 'system', 'job')),
  mandant        text,
  system         text,
  satz           text not null,
  rang           real not null,
  stufe          text not null check (stufe in ('alarm', 'grau')),
  auffaelligkeiten jsonb not null,
  eroeffnet      date not null,
  zuletzt        date not null,
  eigentuemer    text,
  still_bis      date,
  geschlossen_am timestamptz
);
create unique index wacht_vorfall_offen on wacht_vorfall (schluessel) where geschlossen_am is null;
comment on table wacht_vorfall is 'klasse: betrieb';

create table wacht_vorfall_schritt (
  vorfall      int not null references wacht_vorfall,
  nummer       int generated always as identity,
  am           timestamptz not null,
  art          text not null,
  wer          text not null,
  text         text not null,
  primary key (vorfall, nummer)
);
comment on table wacht_vorfall_schritt is 'klasse: betrieb';

create table wacht_rueckmeldung (
  nummer       int generated always as identity primary key,
  job          int references wacht_job,
  mandant      text,
  tag          date not null,
  art          text not null check (art in ('erwartet', 'echt', 'neuesNiveau')),
  grund        text not null default '',
  wer          text not null,
  am           timestamptz not null
);
comment on table wacht_rueckmeldung is 'klasse: betrieb';

create table wacht_kalender (
  id             int generated always as identity primary key,
  art            text not null check (art in ('schliessung', 'wartung', 'wartungWiederkehrend')),
  job            int references wacht_job,
  mandant        text,
  system         text,
  von            timestamptz,
  bis            timestamptz,
  cron           text,
  dauer_min      int,
  grund          text not null,
  stand          text not null check (stand in ('vorgeschlagen', 'gilt', 'abgelehnt')),
  eingetragen_von text not null,
  entschieden_von text,
  am             timestamptz not null
);
comment on table wacht_kalender is 'klasse: betrieb';

create table wacht_empfaenger (
  id           int generated always as identity primary key,
  name         text not null,
  weg          text not null check (weg in ('mail', 'webhook', 'matrix', 'mattermost')),
  ziel         text not null,
  mandant      text,
  system       text,
  stufe        int not null default 1 check (stufe in (1, 2)),   -- 2: only when nobody has taken an incident over
  aktiv        boolean not null default true
);
comment on table wacht_empfaenger is 'klasse: betrieb';

-- One message an incident, recipient and occasion; the row is there before the message goes.
create table wacht_nachricht (
  vorfall      int not null references wacht_vorfall,
  empfaenger   int not null references wacht_empfaenger,
  anlass       text not null check (anlass in ('neu', 'erinnerung', 'eskalation')),
  angelegt_am  timestamptz not null,
  gesendet_am  timestamptz,
  primary key (vorfall, empfaenger, anlass)
);
comment on table wacht_nachricht is 'klasse: betrieb';

create table wacht_abzeichnung (
  morgen       date not null,
  wer          text not null,
  name         text not null,
  bemerkung    text not null,
  am           timestamptz not null,
  primary key (morgen, wer)
);
comment on table wacht_abzeichnung is 'klasse: betrieb';

-- The newest row counts.
create table wacht_einstellung (
  nummer       int generated always as identity primary key,
  schwelle     real not null,
  budget       int not null,
  mindestmenge int not null,
  wer          text not null,
  am           timestamptz not null
);
comment on table wacht_einstellung is 'klasse: betrieb';

-- What a day brings by itself, once, however many workers look.
create table wacht_tagwerk (
  tag          date not null,
  art          text not null,
  begonnen_am  timestamptz not null,
  fertig_am    timestamptz,
  primary key (tag, art)
);
comment on table wacht_tagwerk is 'klasse: betrieb';

do $$ declare tabelle text; begin
  foreach tabelle in array array['wacht_modell', 'wacht_lernlauf', 'wacht_bewertung', 'wacht_befund', 'wacht_vorfall', 'wacht_vorfall_schritt',
      'wacht_rueckmeldung', 'wacht_kalender', 'wacht_empfaenger', 'wacht_nachricht', 'wacht_abzeichnung', 'wacht_einstellung', 'wacht_tagwerk'] loop
    execute format('alter table %I enable row level security, force row level security', tabelle);
    execute format('create policy betrieb on %I using ((select fachwerk.betrieb()))', tabelle);
    execute format('grant select, insert on %I to fachwerk_app', tabelle);
  end loop;
end $$;
grant update on wacht_modell, wacht_bewertung, wacht_vorfall, wacht_kalender, wacht_empfaenger, wacht_nachricht, wacht_tagwerk to fachwerk_app;
grant delete on wacht_befund to fachwerk_app;
