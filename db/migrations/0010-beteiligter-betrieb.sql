-- A business can be a party to a Vorgang, too. The wider check takes every row there is and every row that old processes write. Not valid: reading
-- the rows under this lock would let everybody wait; the next migration does it under one that lets others write.
alter table vorgang_beteiligter
  drop constraint vorgang_beteiligter_rolle_check,
  add constraint vorgang_beteiligter_rolle_check
    check (rolle in ('antragsteller', 'kind', 'andererElternteil', 'vertreter', 'betrieb')) not valid;
