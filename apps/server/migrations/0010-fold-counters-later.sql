-- Sums are brought up to date in folds of many changes at once. A push only writes down its changes: it waits for no
-- counter of its tambon or district, and nobody waits for it. Who reads adds the changes that no fold has reached yet,
-- in the same snapshot, so that a number equals its list at every moment.

alter table counted_changes add column transaction_id xid8 not null default '0';
alter table counted_changes alter column transaction_id set default pg_current_xact_id();
alter table counted_changes drop constraint counted_changes_pkey;
alter table counted_changes add primary key (transaction_id, position);

create table counted_fold (
  only_one boolean primary key default true check (only_one),
  folded_before xid8 not null,
  epoch text
);
comment on table counted_fold is 'Changes of transactions before this one are in the sums; true in this epoch only, for transactions are numbered anew elsewhere';
-- The owner is bound by row-level security like everybody, and here has to see the epoch.
alter table installation no force row level security;
insert into counted_fold (folded_before, epoch) select pg_current_xact_id(), (select epoch from installation);
alter table installation force row level security;
alter table counted_fold enable row level security;
alter table counted_fold force row level security;
revoke all on counted_fold from public;
grant select, update on counted_fold to thaiqm_system;
create policy system_writes on counted_fold to thaiqm_system using (true) with check (true);
grant select on counted_fold to thaiqm_area;
create policy everybody_reads on counted_fold for select to thaiqm_area using (true);

-- Asked for while planning too, so that the few changes behind it are found by their transaction and not by their area.
create function folded_before() returns xid8 language sql stable parallel safe
  return (select folded_before from counted_fold);

-- The sums as kept go by another name; under the old ones stand the sums as they are now.
alter table measure_counts rename to folded_counts;
alter table measure_days rename to folded_days;
alter table measure_rollups rename to folded_rollups;
alter table measure_rollup_days rename to folded_rollup_days;

-- An index that holds the count is written anew with each count; without it a count changes in its own place.
drop index measure_counts_by_area;
create index folded_counts_by_area on folded_counts (round_id, area_code, measure);
alter table folded_counts set (fillfactor = 70);
alter table folded_days set (fillfactor = 70);
alter table folded_rollups set (fillfactor = 70);
alter table folded_rollup_days set (fillfactor = 70);

create view measure_counts with (security_invoker = true) as
  select round_id, measure, area_code, detail, eye, due_on, count from folded_counts
  union all
  select round_id, measure, area_code, detail, eye, due_on, delta::int from counted_changes
  where transaction_id >= folded_before();
comment on view measure_counts is 'What is counted in each village now: sum the rows';

create view measure_days with (security_invoker = true) as
  select round_id, measure, area_code, eye, day, delta from folded_days
  union all
  select round_id, measure, area_code, eye, (at at time zone 'Asia/Bangkok')::date, delta::int from counted_changes
  where transaction_id >= folded_before();
comment on view measure_days is 'Change of each count per Bangkok day, for trends: sum the rows';

-- Who reads a sum must see the whole area, also in the changes that are not in it yet.
create view measure_rollups with (security_invoker = true) as
  select round_id, digits, area_code, measure, detail, eye, due_on, count from folded_rollups
  union all
  select round_id, level.digits, area_code / level.span * level.span, measure, detail, eye, due_on, delta::int
  from counted_changes, (values (4::smallint, 10000), (6::smallint, 100)) as level(digits, span)
  where transaction_id >= folded_before()
    and area_code / level.span * level.span >= scope_low() and area_code / level.span * level.span + level.span - 1 <= scope_high();
comment on view measure_rollups is 'measure_counts of tambons and districts: sum the rows; area_code is the area''s first code';

create view measure_rollup_days with (security_invoker = true) as
  select round_id, digits, area_code, day, measure, detail, eye, due_on, delta from folded_rollup_days
  union all
  select round_id, level.digits, area_code / level.span * level.span, (at at time zone 'Asia/Bangkok')::date, measure,
    detail, eye, due_on, delta::int
  from counted_changes, (values (4::smallint, 10000), (6::smallint, 100)) as level(digits, span)
  where transaction_id >= folded_before()
    and area_code / level.span * level.span >= scope_low() and area_code / level.span * level.span + level.span - 1 <= scope_high();
comment on view measure_rollup_days is 'Change of each of these sums per Bangkok day: sum the rows';

grant select on measure_counts, measure_days, measure_rollups, measure_rollup_days to thaiqm_area, thaiqm_system;
