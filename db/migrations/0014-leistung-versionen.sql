-- Which versions of a Leistung this installation has run, and which of them a Mandant has released. Each authority answers for its own
-- decisions: what one has released says nothing for another.

create table leistung_version (
  leistung      text not null,
  fingerabdruck text not null check (fingerabdruck ~ '^[0-9a-f]{128}$'),
  version       text not null,           -- as the Leistung calls itself
  dokument      jsonb not null,          -- the lawyer's view: what two versions are compared by
  erfasst_am    timestamptz not null,
  primary key (leistung, fingerabdruck)
);
comment on table leistung_version is 'klasse: installation';
grant select, insert on leistung_version to fachwerk_app;

create table leistung_freigabe (
  mandant_id    int not null references mandant,
  leistung      text not null,
  fingerabdruck text not null,
  nummer        int not null check (nummer > 0),   -- two clicks at one time: one of them finds the number taken
  art           text not null check (art in ('freigegeben', 'zurueckgenommen')),
  kennung       text not null,
  name          text not null,
  grund         text not null default '',
  am            timestamptz not null,
  primary key (mandant_id, leistung, fingerabdruck, nummer),
  foreign key (leistung, fingerabdruck) references leistung_version
);
comment on table leistung_freigabe is 'klasse: mandant';
alter table leistung_freigabe enable row level security, force row level security;
create policy mandant on leistung_freigabe using (mandant_id = (select fachwerk.mandant()));
grant select, insert on leistung_freigabe to fachwerk_app;
