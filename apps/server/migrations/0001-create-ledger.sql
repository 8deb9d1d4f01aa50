-- The truth: facts in order, the commands they came from, the feed others learn of them by, and who looked or acted.
-- Scope of a transaction: thaiqm.low and thaiqm.high bound the village codes; unset means none at all.

create function scope_low() returns int language sql stable parallel safe
  return coalesce(nullif(current_setting('thaiqm.low', true), ''), '1')::int;
create function scope_high() returns int language sql stable parallel safe
  return coalesce(nullif(current_setting('thaiqm.high', true), ''), '0')::int;
create function scope_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('thaiqm.person', true), '')::uuid;
create function scope_agency() returns text language sql stable parallel safe
  return nullif(current_setting('thaiqm.agency', true), '');
create function scope_sees_restricted() returns boolean language sql stable parallel safe
  return coalesce(current_setting('thaiqm.restricted', true), '') = 'on';

create table installation (
  only_one boolean primary key default true check (only_one),
  mode text not null check (mode in ('empty', 'real', 'practice')),
  province_code text,
  epoch text not null,
  practice_day date,
  created_at timestamptz not null default now()
);
comment on table installation is 'What this server is; epoch is new after each restore';

create table ledger_events (
  shard_key int not null,
  ledger_kind text not null,
  ledger_id uuid not null,
  version int not null,
  type text not null,
  data text not null,
  area_code int,
  command_id uuid not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (shard_key, ledger_id, version)
);
comment on table ledger_events is 'Facts in order; never changed. shard_key is given at birth; data is JSON with sealed fields';
create index ledger_events_by_ledger on ledger_events (ledger_id, version);

create table commands (
  command_id uuid primary key,
  receipt_number bigint generated always as identity,
  device_id uuid not null,
  sequence int not null,
  ledger_kind text not null,
  ledger_id uuid not null,
  type text not null,
  body text not null,
  body_hash bytea not null,
  based_on_version int,
  made_at timestamptz not null,
  person_id uuid not null,
  post_id uuid not null,
  area_code int,
  received_at timestamptz not null,
  outcome text not null check (outcome in ('received', 'applied', 'parked')),
  version int,
  refusal_code text,
  refusal_details text
);
comment on table commands is 'Every command a device ever sent, stored before it is judged';
create index commands_parked on commands (received_at) where outcome <> 'applied';
create index commands_by_device on commands (device_id, sequence);

create table change_feed (
  position bigint generated always as identity primary key,
  transaction_id xid8 not null default pg_current_xact_id(),
  ledger_kind text not null,
  ledger_id uuid not null,
  version int not null,
  area_code int
);
create index change_feed_in_order on change_feed (transaction_id, position);
comment on table change_feed is 'Read only up to the oldest open transaction, so that a late commit is never skipped';

create table audit (
  position bigint generated always as identity primary key,
  at timestamptz not null,
  person_id uuid not null,
  post_id uuid,
  role text,
  act text not null,
  object_kind text not null,
  object_id text,
  area_code int,
  details text not null default '{}'
);
comment on table audit is 'Who acted or looked, on what; only ever added to';
create index audit_by_object on audit (object_id, position);

create table office_documents (
  ledger_kind text not null check (ledger_kind in ('round', 'person', 'organisation')),
  ledger_id uuid not null,
  version int not null,
  document text not null,
  primary key (ledger_kind, ledger_id)
);
comment on table office_documents is 'Rounds, people with accounts, and partners as they stand after their ledgers';

create table credentials (
  person_id uuid primary key,
  username text not null unique,
  password_hash text,
  must_change boolean not null default false,
  failed_count int not null default 0,
  locked_until timestamptz,
  last_sign_in_at timestamptz
);

create table sessions (
  token_hash bytea primary key,
  person_id uuid not null,
  post_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_person on sessions (person_id);

create table areas (
  area_code text primary key,
  code int not null,
  level text not null check (level in ('PROVINCE', 'DISTRICT', 'TAMBON', 'VILLAGE')),
  name_th text not null,
  name_en text not null,
  parent_code text,
  latitude double precision,
  longitude double precision
);
create index areas_by_parent on areas (parent_code);

create table photos (
  photo_hash text primary key,
  size_bytes int not null,
  content_type text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null
);

create table import_uploads (
  upload_id uuid primary key,
  file_name text not null,
  sheet_name text not null,
  person_id uuid not null,
  uploaded_at timestamptz not null
);

create table import_batches (
  batch_id uuid primary key,
  upload_id uuid not null,
  file_name text not null,
  person_id uuid not null,
  by_name text not null,
  started_at timestamptz not null,
  state text not null check (state in ('RUNNING', 'DONE', 'UNDOING', 'UNDONE', 'FAILED')),
  done int not null default 0,
  of_households int not null default 0,
  totals text not null,
  report text not null,
  household_ids uuid[] not null default '{}',
  new_households int not null default 0,
  new_problems int not null default 0,
  unchanged_households int not null default 0
);
