-- Content of a Vorgang goes when its time of retention is over. The application role may delete nothing of a log by itself; this function does
-- it, and only for a Vorgang whose log says so: the deletion is a step, and the step stays.
create function fachwerk.loesche_vorgang_inhalt(vorgang uuid) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hier int := fachwerk.mandant();   -- row security does not hold for the owner of this function
  bis  int;
  anzahl int;
begin
  select max(s.nummer) into bis from public.vorgang_schritt s
   where s.mandant_id = hier and s.vorgang_id = vorgang and s.art = 'inhaltGeloescht';
  if bis is null then
    raise exception 'no step says that the content of % is deleted', vorgang;
  end if;
  delete from public.vorgang_schritt_inhalt i where i.mandant_id = hier and i.vorgang_id = vorgang and i.nummer < bis;
  get diagnostics anzahl = row_count;
  delete from public.vorgang_beteiligter b where b.mandant_id = hier and b.vorgang_id = vorgang;
  return anzahl;
end $$;
revoke all on function fachwerk.loesche_vorgang_inhalt(uuid) from public;
grant execute on function fachwerk.loesche_vorgang_inhalt(uuid) to fachwerk_app;
