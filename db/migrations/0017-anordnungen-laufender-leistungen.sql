-- An order that changes or stops a payment says from which day it replaces what was ordered before. Null: it replaces nothing.
alter table anordnung add column wirksam_ab date;
