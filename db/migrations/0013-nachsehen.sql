-- What was decided at once and still wants a look by a person: a receipt is due in three days, the licence behind it is another matter.
create index vorgang_stand_nachsehen on vorgang_stand (mandant_id, leistung, geaendert_am, vorgang_id) where stand ? 'nachsehen';
