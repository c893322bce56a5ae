-- What differs between Mandanten changes: a new Satzung, another office. Key, name and Land stay as they were created.
grant update (einstellungen) on mandant to fachwerk_app;
alter table vorgang_beteiligter validate constraint vorgang_beteiligter_rolle_check;
