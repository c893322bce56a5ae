-- Content of an invoice goes when its time of retention is over, in the manner of the Vorgang: only where the log says so, and the step stays.
create function fachwerk.loesche_rechnung_inhalt(rechnung uuid) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hier int := fachwerk.mandant();   -- row security does not hold for the owner of this function
  bis  int;
  anzahl int;
begin
  select max(s.nummer) into bis from public.rechnung_schritt s
   where s.mandant_id = hier and s.rechnung_id = rechnung and s.art = 'inhaltGeloescht';
  if bis is null then
    raise exception 'no step says that the content of % is deleted', rechnung;
  end if;
  delete from public.rechnung_schritt_inhalt i where i.mandant_id = hier and i.rechnung_id = rechnung and i.nummer < bis;
  get diagnostics anzahl = row_count;
  update public.zahlungsauftrag z set inhalt = '{}' where z.mandant_id = hier and z.rechnung_id = rechnung;
  return anzahl;
end $$;
revoke all on function fachwerk.loesche_rechnung_inhalt(uuid) from public;
grant execute on function fachwerk.loesche_rechnung_inhalt(uuid) to fachwerk_app;
