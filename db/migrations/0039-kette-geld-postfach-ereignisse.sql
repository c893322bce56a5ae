-- The chain takes in the logs of claims, bank statements, the mailbox and register events as well: a number each, by which the job finds new
-- rows. Rows from before have none and are taken in by their keys; what old processes write gets one by the default.
do $$ declare tabelle text; begin
  foreach tabelle in array array['ereignis', 'nachricht', 'nachricht_ereignis', 'sollstellung_ereignis', 'kontoumsatz', 'kontoumsatz_erledigt'] loop
    execute format('create sequence %I', tabelle || '_lfd');
    -- Column and default apart: together they would write the whole table anew and keep everybody out meanwhile.
    execute format('alter table %I add column lfd bigint', tabelle);
    execute format('alter table %I alter column lfd set default nextval(%L)', tabelle, tabelle || '_lfd');
    execute format('create index %I on %I using brin (lfd)', tabelle || '_lfd_brin', tabelle);
    execute format('grant usage, select on sequence %I to fachwerk_app', tabelle || '_lfd');
  end loop;
end $$;

-- Whether a payment that a statement shows was in another statement already.
create index kontoumsatz_gleich on kontoumsatz (mandant_id, iban, am, betrag_cent);
