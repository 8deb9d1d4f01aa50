-- What partners offer, what is taken of it, and what they may read of hardships: needs without identity and without village.

alter table office_documents drop constraint office_documents_ledger_kind_check;
alter table office_documents add constraint office_documents_ledger_kind_check
  check (ledger_kind in ('round', 'person', 'organisation', 'offer', 'meeting'));

-- An offer's document names households of every district that took from it: only the system opens it. Lists read the rows below.
drop policy everybody_reads on office_documents;
create policy everybody_reads on office_documents for select to thaiqm_area, thaiqm_partner
  using (ledger_kind <> 'offer');

create function scope_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('thaiqm.organisation', true), '')::uuid;

create table published_needs (
  shard_key int not null,
  household_id uuid not null,
  need_id uuid not null,
  area_code int not null,
  tambon_code int not null,
  kind_code text not null,
  dimension text not null,
  severity int not null,
  what text not null,
  quantity int not null,
  unit text not null,
  budget_baht bigint,
  due_on date,
  published_on date not null,
  primary key (shard_key, household_id, need_id)
);
comment on table published_needs is 'What partners may read of hardships; need_id is the hardship''s. Partners are granted neither household nor village';
create unique index published_needs_by_id on published_needs (need_id);
create index published_needs_by_tambon on published_needs (tambon_code, due_on);
create index published_needs_by_area on published_needs (area_code);

create table offers (
  offer_id uuid primary key,
  organisation_id uuid not null,
  version int not null,
  what text not null,
  remedy_ids text not null,
  kind_codes text not null,
  unit text not null,
  quantity int not null,
  taken_quantity int not null,
  budget_baht bigint,
  taken_budget_baht bigint not null,
  from_on date not null,
  until_on date not null,
  area_code text not null,
  area_low int not null,
  area_high int not null,
  state text not null check (state in ('OPEN', 'ENDED')),
  check (taken_quantity between 0 and quantity),
  check (budget_baht is null or taken_budget_baht between 0 and budget_baht)
);
comment on table offers is 'Offers of partners as they stand after their ledgers, with how much of each is taken';
create index offers_by_area on offers (area_low, area_high) where state = 'OPEN';
create index offers_by_organisation on offers (organisation_id);

create table offer_allocations (
  allocation_id uuid primary key,
  offer_id uuid not null,
  organisation_id uuid not null,
  household_id uuid not null,
  problem_id uuid not null,
  tambon_code int not null,
  kind_code text not null,
  what text not null,
  unit text not null,
  quantity int not null,
  budget_baht bigint not null,
  due_on date,
  state text not null check (state in ('PLEDGED', 'CONFIRMED', 'DELIVERED', 'RELEASED')),
  note text not null,
  taken_on date not null,
  taken_by uuid not null,
  confirmed_on date,
  delivered_on date,
  assistance_id uuid,
  release_reason text not null
);
comment on table offer_allocations is 'Parts taken of offers, each for one hardship; partners read their own, without the household';
create index offer_allocations_by_offer on offer_allocations (offer_id);
create index offer_allocations_by_organisation on offer_allocations (organisation_id, taken_on);
create index offer_allocations_by_problem on offer_allocations (problem_id);
create index offer_allocations_by_household on offer_allocations (household_id);
create index offer_allocations_by_tambon on offer_allocations (tambon_code, state);

do $$
declare
  t text;
begin
  foreach t in array array['published_needs', 'offers', 'offer_allocations']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('grant select, insert, update, delete on %I to thaiqm_system', t);
    execute format('grant select on %I to thaiqm_area', t);
  end loop;
end
$$;

create policy system_writes on published_needs to thaiqm_system
  using (area_code between scope_low() and scope_high()) with check (area_code between scope_low() and scope_high());
create policy area_reads on published_needs for select to thaiqm_area
  using (area_code between scope_low() and scope_high());
grant select (need_id, tambon_code, kind_code, dimension, severity, what, quantity, unit, budget_baht, due_on, published_on)
  on published_needs to thaiqm_partner;
-- A partner whose post is a village reads the needs of its tambon: no need tells its village.
create policy partner_reads on published_needs for select to thaiqm_partner
  using (tambon_code * 100 + 99 >= (select scope_low()) and tambon_code * 100 <= (select scope_high()));

-- An offer is wider than the area of whoever takes from it, so the system writes it whole.
create policy system_writes on offers to thaiqm_system using (true) with check (true);
create policy system_writes on offer_allocations to thaiqm_system using (true) with check (true);
-- Officers read offers that may be given in their area, of which some are the whole province's.
create policy area_reads on offers for select to thaiqm_area
  using (area_low <= (select scope_high()) and area_high >= (select scope_low()));
-- They tell a household, and not its village: only who may see the whole tambon reads them.
create policy area_reads on offer_allocations for select to thaiqm_area
  using (tambon_code * 100 >= (select scope_low()) and tambon_code * 100 + 99 <= (select scope_high()));
grant select on offers to thaiqm_partner;
create policy own_reads on offers for select to thaiqm_partner using (organisation_id = (select scope_organisation()));
grant select (allocation_id, offer_id, organisation_id, problem_id, tambon_code, kind_code, what, unit, quantity, budget_baht,
  due_on, state, note, taken_on, confirmed_on, delivered_on, release_reason) on offer_allocations to thaiqm_partner;
create policy own_reads on offer_allocations for select to thaiqm_partner
  using (organisation_id = (select scope_organisation()));

-- How much of a need has been pledged by everybody together, and whether what a partner helped with is verified as solved:
-- answered by views of the owner, who sees what they let through, for partners see neither others' pledges nor the hardships.
create policy owner_sums on offer_allocations for select to thaiqm_owner using (true);
create policy owner_sums on problems for select to thaiqm_owner using (true);

create view pledged_quantities with (security_barrier) as
  select problem_id as need_id, unit, sum(quantity)::int as quantity from offer_allocations
  where state <> 'RELEASED' group by problem_id, unit;
comment on view pledged_quantities is 'What is pledged or given for each hardship, of all partners together; names nobody';

create view helped_problems with (security_barrier) as
  select a.allocation_id, p.dimension,
    case when p.state in ('RESOLVED', 'SELF_RESOLVED') then p.closed_on end as solved_on
  from offer_allocations a join problems p on p.problem_id = a.problem_id
  where a.organisation_id = scope_organisation() and not p.restricted;
comment on view helped_problems is 'Whether what a partner gave has been verified: allocation, dimension and day, of the own organisation only';

grant select on pledged_quantities to thaiqm_area, thaiqm_partner, thaiqm_system;
grant select on helped_problems to thaiqm_partner;
