-- What registers report by themselves, what the house offers people unasked because of it, and who objects to being addressed.

-- A register event. Content and digest are kept apart: the content goes when the event has been dealt with, the digest stays.
create table ereignis (
  mandant_id   int not null references mandant,
  id           uuid not null,               -- given by the register: the same event twice is one event
  art          text not null check (art in ('geburt')),
  register     text not null,
  empfangen_am timestamptz not null,
  digest       bytea not null,
  primary key (mandant_id, id)
);
comment on table ereignis is 'klasse: mandant';
alter table ereignis enable row level security, force row level security;
create policy mandant on ereignis using (mandant_id = (select fachwerk.mandant()));
grant select, insert on ereignis to fachwerk_app;

create table ereignis_inhalt (
  mandant_id int not null,
  id         uuid not null,
  salz       bytea not null,
  daten      jsonb not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, id) references ereignis
);
comment on table ereignis_inhalt is 'klasse: mandant';
alter table ereignis_inhalt enable row level security, force row level security;
create policy mandant on ereignis_inhalt using (mandant_id = (select fachwerk.mandant()));
grant select, insert, delete on ereignis_inhalt to fachwerk_app;

-- Offers by day are looked for once a day: which days are done, so that a missed one is made up for.
create table angebotslauf (
  mandant_id int not null references mandant,
  leistung   text not null,
  angebot    text not null,
  tag        date not null,
  art        text not null check (art in ('begonnen', 'fertig')),
  primary key (mandant_id, leistung, angebot, tag, art)
);
comment on table angebotslauf is 'klasse: mandant';
alter table angebotslauf enable row level security, force row level security;
create policy mandant on angebotslauf using (mandant_id = (select fachwerk.mandant()));
grant select, insert on angebotslauf to fachwerk_app;

-- What a person was offered. The person sees it from every town hall; only the Mandant at work writes it.
create table angebot (
  mandant_id int not null references mandant,
  id         uuid not null,
  schluessel text not null,                 -- Leistung, Angebot, Anlass and person: the same offer is made once
  person     text not null,                 -- pseudonym
  leistung   text not null,
  angebot    text not null,
  weg        text not null check (weg in ('entwurf', 'vorgang')),
  entwurf_id uuid,
  vorgang_id uuid,
  warum      text not null,
  grund      text not null,
  norm       text not null,
  am         timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, schluessel)
);
create index angebot_person on angebot (person, am desc);
comment on table angebot is 'klasse: person';
alter table angebot enable row level security, force row level security;
create policy lesen on angebot for select
  using (mandant_id = (select fachwerk.mandant_oder_person()) or person = (select fachwerk.person()));
create policy schreiben on angebot for insert with check (mandant_id = (select fachwerk.mandant()));
grant select, insert on angebot to fachwerk_app;

-- Whether a person wants to be addressed: by kind of offer, or `*` for all. The last word on a kind counts; earlier ones stay.
create table ansprachewunsch (
  person     text not null,
  nummer     bigint generated always as identity,
  art        text not null,
  erwuenscht boolean not null,
  am         timestamptz not null,
  primary key (person, nummer)
);
comment on table ansprachewunsch is 'klasse: person';
alter table ansprachewunsch enable row level security, force row level security;
create policy person on ansprachewunsch using (person = (select fachwerk.person()));
grant select, insert on ansprachewunsch to fachwerk_app;

-- Data of a person that one Mandant handed to another by itself, as the person reads it in the Datenschutzcockpit.
create table weitergabe (
  mandant_id int not null references mandant,
  id         uuid not null,                 -- of the event
  anlass     text not null,
  person     text not null,
  vertreter  text,
  von        text not null,
  an         text not null,
  zweck      text not null,
  norm       text not null,
  attribute  text[] not null,
  am         timestamptz not null,
  primary key (mandant_id, id, anlass, person)
);
create index weitergabe_person on weitergabe (person, am desc);
create index weitergabe_vertreter on weitergabe (vertreter, am desc) where vertreter is not null;
comment on table weitergabe is 'klasse: person';
alter table weitergabe enable row level security, force row level security;
create policy lesen on weitergabe for select using (
  mandant_id = (select fachwerk.mandant_oder_person()) or person = (select fachwerk.person()) or vertreter = (select fachwerk.person()));
create policy schreiben on weitergabe for insert with check (mandant_id = (select fachwerk.mandant()));
grant select, insert on weitergabe to fachwerk_app;

-- A message about an offer belongs to no Vorgang; it leads to a page of the house instead.
alter table nachricht alter column vorgang_id drop not null;
alter table nachricht add column ziel text check (ziel ~ '^/[^/\\]');
