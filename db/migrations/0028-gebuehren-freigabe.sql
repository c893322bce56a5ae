-- Whether a second person must release something of the claim: a refund or a waiver. Old processes leave the default; the page of the claim shows it
-- all the same.
alter table sollstellung_stand add column freizugeben boolean not null default false;
update sollstellung_stand set freizugeben = true
 where stand @? '$.erstattungen[*] ? (@.zustand == "wartetAufFreigabe")';
create index sollstellung_stand_freizugeben on sollstellung_stand (mandant_id) where freizugeben;
