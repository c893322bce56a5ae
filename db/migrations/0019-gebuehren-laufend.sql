-- Whether a payment at the provider is not final yet, whatever the state says: money at the counter can make a claim "bezahlt" while the person is
-- still paying online. Old processes leave the default; the jobs ask for their payments all the same.
alter table sollstellung_stand add column laeuft boolean not null default false;
update sollstellung_stand set laeuft = true
 where stand @? '$.zahlungen[*] ? (@.zustand == "begonnen" || @.zustand == "angelegt")';
create index sollstellung_stand_laeuft on sollstellung_stand (mandant_id, geaendert_am) where laeuft;
