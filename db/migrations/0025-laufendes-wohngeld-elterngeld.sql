-- Wohngeld and Elterngeld live on since this version. Grants of before: due at once, so that the next round of a worker finds out when each is
-- looked at, and orders what was never ordered. Safe while old processes run: to them the rows are benefits they do not look at.
insert into dauerleistung (mandant_id, vorgang_id, leistung, naechster_termin, parameterstand)
select mandant_id, vorgang_id, leistung, date '1970-01-01', ''
  from vorgang_stand
 where leistung in ('wohngeld', 'elterngeld') and stand ->> 'ergebnis' = 'bewilligt' and stand ->> 'aendert' is null
   and phase in ('beschieden', 'zugestellt', 'bekanntgegeben', 'imWiderspruch', 'vorgelegt', 'beklagt', 'bestandskraeftig')
on conflict do nothing;
