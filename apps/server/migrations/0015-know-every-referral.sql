-- A hardship may be with several agencies at once: the lead one and those that contribute. Each has a clock of its own,
-- and each agency reads the case while its own referral lets it.

create table referrals (
  shard_key int not null,
  household_id uuid not null,
  problem_id uuid not null,
  agency_code text not null,
  area_code int not null,
  is_lead boolean not null,
  state text not null check (state in ('SENT', 'ACCEPTED', 'DONE')),
  answer_by date not null,
  due_on date not null,
  restricted boolean not null,
  primary key (shard_key, household_id, problem_id, agency_code)
);
comment on table referrals is 'What lies with an agency, or did until its part was done; what came back or lapsed is in the ledger';
create index referrals_by_agency on referrals (agency_code, state, due_on);
create index referrals_by_answer_day on referrals (answer_by) where state = 'SENT';

alter table referrals enable row level security;
alter table referrals force row level security;
revoke all on referrals from public;
grant select, insert, update, delete on referrals to thaiqm_system;
create policy system_writes on referrals to thaiqm_system
  using (area_code between scope_low() and scope_high()) with check (area_code between scope_low() and scope_high());
grant select on referrals to thaiqm_area, thaiqm_partner;
create policy area_reads on referrals for select to thaiqm_area
  using (area_code between scope_low() and scope_high() and (not restricted or scope_sees_restricted()));
create policy own_reads on referrals for select to thaiqm_partner
  using (agency_code = scope_agency() and area_code between scope_low() and scope_high()
    and (not restricted or scope_sees_restricted()));

alter table problems no force row level security;
alter table referrals no force row level security;
insert into referrals
  select shard_key, household_id, problem_id, referred_to, area_code, true,
    case when state = 'REFERRED' then 'SENT' else 'ACCEPTED' end, referral_due_on, referral_due_on, restricted
  from problems where referred_to is not null and referral_due_on is not null;
alter table problems force row level security;
alter table referrals force row level security;

drop policy referred_reads on problems;
create policy referred_reads on problems for select to thaiqm_partner
  using (exists (select from referrals r where r.shard_key = problems.shard_key and r.household_id = problems.household_id
    and r.problem_id = problems.problem_id));

drop index problems_by_agency;
alter table problems drop column referred_to;
alter table problems drop column referral_due_on;
