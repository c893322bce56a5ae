-- Laufwacht: runs are kept for a time and then deleted, the values of their days stay; a job may have a minimum volume of its own.
alter table wacht_job add column mindestmenge int check (mindestmenge >= 0);   -- null: that of the thresholds
grant delete on wacht_lauf to fachwerk_app;
-- Runs come in nearly by day: what is due is found without reading every run there is.
create index wacht_lauf_tag on wacht_lauf using brin (tag);
