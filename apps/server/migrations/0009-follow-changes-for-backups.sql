-- What a backup follows between two full copies. Commands carry an order of their own (0008); what is written beside
-- the ledgers (accounts' passwords, photos, devices, drafts, what became of parked commands) is noted here as it
-- changes, until it is in a backup.

alter table installation add column restored_from text;
alter table installation add column born_at_transaction xid8 not null default '0';
comment on column installation.restored_from is 'Epoch this database was restored from; null when it never was';
comment on column installation.born_at_transaction is 'Everything before it came from the backup this epoch began with';

create table changed_rows (
  position bigint generated always as identity primary key,
  transaction_id xid8 not null default pg_current_xact_id(),
  table_name text not null,
  is_gone boolean not null,
  content text not null
);
comment on table changed_rows is 'Rows beside the ledgers as they changed, JSON, until a backup has them';
create index changed_rows_in_order on changed_rows (transaction_id, position);

alter table changed_rows enable row level security;
alter table changed_rows force row level security;
revoke all on changed_rows from public;
grant select, insert, delete on changed_rows to thaiqm_system;
create policy system_writes on changed_rows to thaiqm_system using (true) with check (true);
grant select on migration_checksums to thaiqm_system;

create function note_changed_row() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into public.changed_rows (table_name, is_gone, content)
    values (tg_table_name, tg_op = 'DELETE', case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end::text);
  return null;
end
$$;

do $$
declare
  t text;
begin
  foreach t in array array['credentials', 'photos', 'areas', 'import_uploads', 'import_batches', 'drafts', 'devices']
  loop
    execute format('create trigger note_added after insert on %I for each row execute function note_changed_row()', t);
  end loop;
  foreach t in array array['photos', 'areas', 'drafts']
  loop
    execute format('create trigger note_changed after update on %I for each row
      when (old.* is distinct from new.*) execute function note_changed_row()', t);
  end loop;
end
$$;
create trigger note_changed after update on credentials for each row
  when ((old.username, old.password_hash, old.must_change) is distinct from (new.username, new.password_hash, new.must_change))
  execute function note_changed_row();
create trigger note_changed after update on import_batches for each row
  when (old.state is distinct from new.state) execute function note_changed_row();
create trigger note_changed after update on devices for each row
  when ((old.key_hash, old.locked_at) is distinct from (new.key_hash, new.locked_at))
  execute function note_changed_row();
create trigger note_changed after update on commands for each row
  when (old.settled_at is distinct from new.settled_at) execute function note_changed_row();
create trigger note_gone after delete on drafts for each row execute function note_changed_row();
