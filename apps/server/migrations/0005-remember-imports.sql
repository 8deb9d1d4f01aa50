-- An import goes on after a restart, so it remembers who imports under which post, into which area, and how the sheet is read.

alter table import_batches
  add column area_code text not null default '',
  add column post_id uuid,
  add column reading text not null default '{}';
comment on column import_batches.reading is 'JSON: columns, decisions and the day of the import';
