-- A document, a fact and a command of ordinary length stay in their row: PostgreSQL would compress what is beyond 2 KB
-- and move what is still too long into a table of its own, which cost more at every push and every pull than the bytes.
-- Beyond 4 KB it is compressed, as before.

alter table household_documents set (toast_tuple_target = 4080, fillfactor = 80);
alter table ledger_events set (toast_tuple_target = 4080);
alter table commands set (toast_tuple_target = 4080);
alter table households set (fillfactor = 80);
alter table problems set (fillfactor = 80);
