-- One-time links by which the owner of a plan's action answers without an account. Only the token's hash is kept.

create table task_links (
  link_id uuid primary key,
  token_hash bytea not null unique,
  household_id uuid not null,
  area_code int not null,
  plan_id uuid not null,
  plan_action_id uuid not null,
  organisation_id uuid,
  is_agency boolean not null,
  holder_name text not null,
  officer text not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  revoked_at timestamptz
);
comment on table task_links is 'One-time links to answer one action of a plan; officer is JSON with a sealed telephone';
create index task_links_by_household on task_links (household_id, issued_at);
create index task_links_by_action on task_links (plan_action_id);

alter table task_links enable row level security;
alter table task_links force row level security;
revoke all on task_links from public;
grant select, insert, update, delete on task_links to thaiqm_system;
create policy system_writes on task_links to thaiqm_system using (true) with check (true);
-- Who answered by a link is told where the household is read.
grant select (link_id, household_id, area_code, holder_name) on task_links to thaiqm_area;
grant select (link_id, holder_name) on task_links to thaiqm_partner;
create policy area_reads on task_links for select to thaiqm_area
  using (area_code between (select scope_low()) and (select scope_high()));

create trigger note_added after insert on task_links for each row execute function note_changed_row();
create trigger note_changed after update on task_links for each row
  when (old.* is distinct from new.*) execute function note_changed_row();

-- Whoever holds a link reaches its one household, and no other.
create function scope_task_household() returns uuid language sql stable parallel safe
  return nullif(current_setting('thaiqm.task_household', true), '')::uuid;
create policy task_reads on household_documents for select to thaiqm_partner
  using (household_id = (select scope_task_household()));
