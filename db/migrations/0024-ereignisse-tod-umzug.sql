-- Registers report deaths and moves as well. Widening only: old processes go on writing births.
alter table ereignis drop constraint ereignis_art_check;
alter table ereignis add constraint ereignis_art_check check (art in ('geburt', 'tod', 'umzug'));
