-- An agency reads a case while it lies with it, and some days after it is over; then the case is not there for it.

alter table referrals add column open_until date;
comment on column referrals.open_until is 'Last day on which the agency reads the case; null while it lies there';

alter table problems no force row level security;
alter table referrals no force row level security;
-- The day a part was done stands in the household''s document: such rows are given theirs when the household is next written.
update referrals r set open_until = p.closed_on + 30 from problems p
  where p.shard_key = r.shard_key and p.household_id = r.household_id and p.problem_id = r.problem_id and p.closed_on is not null;
alter table problems force row level security;
alter table referrals force row level security;

-- The day it is on this server: in the practice province its own.
create function scope_today() returns date language sql stable parallel safe
  return coalesce((select practice_day from installation), (now() at time zone 'Asia/Bangkok')::date);

drop policy own_reads on referrals;
create policy own_reads on referrals for select to thaiqm_partner
  using (agency_code = scope_agency() and area_code between scope_low() and scope_high()
    and (not restricted or scope_sees_restricted())
    and (open_until is null or open_until >= (select scope_today())));
