-- Phones and what they hold, forms being filled in, what became of parked commands, and an order of commands that a
-- backup can follow without skipping a late commit.

create table devices (
  device_id uuid primary key,
  person_id uuid not null,
  post_id uuid not null,
  area_low int not null,
  key_hash bytea,
  up_to int not null default 0,
  safe_up_to int not null default 0,
  device_kind text not null default '',
  app_version text not null default '',
  holds_waiting int not null default 0,
  holds_unsafe int not null default 0,
  holds_drafts int not null default 0,
  holds_photos int not null default 0,
  oldest_waiting_at timestamptz,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  locked_at timestamptz,
  locked_by uuid
);
comment on table devices is 'One person at work on one phone or browser: how far it has sent, what it still holds, whether it is locked';
comment on column devices.up_to is 'Highest sequence held here; gap-free, for no batch may skip one';
comment on column devices.safe_up_to is 'Highest sequence that is also in a backup';
create index devices_by_area on devices (area_low, last_seen_at);
create index devices_by_person on devices (person_id);
create index devices_by_key on devices (key_hash);

alter table commands add column transaction_id xid8 not null default pg_current_xact_id();
create index commands_in_order on commands (transaction_id, receipt_number);
alter table commands add column settled_at timestamptz;
alter table commands add column settled_by uuid;
alter table commands add column settled_how text check (settled_how in ('accepted', 'dismissed'));
alter table commands add column settle_reason text;
drop index commands_parked;
create index commands_parked on commands (received_at) where outcome <> 'applied' and settled_at is null;

create index commands_parked_by_ledger on commands (ledger_id) where outcome <> 'applied' and settled_at is null;

create table drafts (
  draft_id uuid primary key,
  household_id uuid not null,
  area_code int not null,
  holder_id uuid not null,
  from_person uuid,
  revision int not null,
  content text not null,
  changed_at timestamptz not null,
  kept_at timestamptz not null
);
comment on table drafts is 'Forms being filled in, as their holder’s phone last sent them; content is JSON with sealed fields';
create index drafts_by_holder on drafts (holder_id);

create index change_feed_by_area on change_feed (area_code, transaction_id, position);

do $$
declare
  t text;
begin
  foreach t in array array['devices', 'drafts']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('grant select, insert, update, delete on %I to thaiqm_system', t);
    execute format('create policy system_writes on %I to thaiqm_system using (true) with check (true)', t);
  end loop;
end
$$;
