-- What waits for somebody, and by when: computed whole from each household, read by whoever has to act. Which level sees
-- what is long overdue follows from the day, so no row is written anew when a day passes.

create table duties (
  shard_key int not null,
  household_id uuid not null,
  duty_key text not null,
  area_code int not null,
  kind text not null,
  holder text not null check (holder in ('VILLAGE', 'TAMBON', 'DISTRICT', 'CHIEF', 'PROVINCE', 'AGENCY')),
  problem_id uuid,
  agency_code text,
  due_on date not null,
  waiting_since date not null,
  severity int not null,
  restricted boolean not null,
  primary key (shard_key, household_id, duty_key)
);
comment on table duties is 'Things that wait for somebody, beside the household they are about';
create index duties_by_holder on duties (holder, area_code, due_on) include (kind, waiting_since, severity, restricted);
create index duties_by_agency on duties (agency_code, due_on) where agency_code is not null;

alter table duties enable row level security;
alter table duties force row level security;
revoke all on duties from public;
grant select, insert, update, delete on duties to thaiqm_system;
create policy system_writes on duties to thaiqm_system
  using (area_code between scope_low() and scope_high()) with check (area_code between scope_low() and scope_high());
grant select on duties to thaiqm_area, thaiqm_partner;
create policy area_reads on duties for select to thaiqm_area
  using (area_code between (select scope_low()) and (select scope_high()) and (not restricted or (select scope_sees_restricted())));
create policy own_reads on duties for select to thaiqm_partner
  using (agency_code = (select scope_agency()) and area_code between (select scope_low()) and (select scope_high())
    and (not restricted or (select scope_sees_restricted())));
