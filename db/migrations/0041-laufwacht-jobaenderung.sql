-- Laufwacht: who changed what is expected of a job, and how it was before.
create table wacht_job_aenderung (
  nummer       int generated always as identity primary key,
  job          int not null references wacht_job,
  am           timestamptz not null,
  wer          text not null,
  vorher       jsonb,                        -- null: the job was made here
  nachher      jsonb not null
);
create index wacht_job_aenderung_job on wacht_job_aenderung (job, nummer);
comment on table wacht_job_aenderung is 'klasse: betrieb';
alter table wacht_job_aenderung enable row level security, force row level security;
create policy betrieb on wacht_job_aenderung using ((select fachwerk.betrieb()));
grant select, insert on wacht_job_aenderung to fachwerk_app;
