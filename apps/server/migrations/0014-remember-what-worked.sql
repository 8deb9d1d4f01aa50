-- What came of remedies: one row for each remedy used against one kind of hardship in one household, every change of
-- these without the household, and their sums for tambons and districts, folded together with the counters (0010).

create table remedy_trials (
  shard_key int not null,
  household_id uuid not null,
  area_code int not null,
  kind_code text not null,
  remedy_id text not null,
  profile text not null,
  outcome text not null check (outcome in ('SOLVED', 'RELAPSED', 'UNRESOLVED', 'PENDING')),
  eye text not null check (eye in ('both', 'full', 'open')),
  trial text not null,
  primary key (shard_key, household_id, trial)
);
comment on table remedy_trials is 'A remedy used against one kind of hardship in one household, and what came of it; computed from the household';
comment on column remedy_trials.profile is 'What the household was like when the plan was approved: one letter a feature, y, n or u';

create table remedy_changes (
  transaction_id xid8 not null default pg_current_xact_id(),
  position bigint generated always as identity,
  area_code int not null,
  kind_code text not null,
  remedy_id text not null,
  profile text not null,
  outcome text not null,
  eye text not null,
  delta smallint not null,
  primary key (transaction_id, position)
);
comment on table remedy_changes is 'Which trials came and went, without the household; the sums follow in folds';

create table folded_remedy_outcomes (
  digits smallint not null check (digits in (4, 6)),
  area_code int not null,
  kind_code text not null,
  remedy_id text not null,
  profile text not null,
  outcome text not null,
  eye text not null,
  households int not null,
  primary key (digits, area_code, kind_code, remedy_id, profile, outcome, eye)
);
comment on table folded_remedy_outcomes is 'remedy_trials counted; area_code is the area''s first code: 49010000 for district 4901';
alter table folded_remedy_outcomes set (fillfactor = 70);

do $$
declare
  t text;
begin
  foreach t in array array['remedy_trials', 'remedy_changes', 'folded_remedy_outcomes']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('grant select, insert, update, delete on %I to thaiqm_system', t);
    execute format('grant select on %I to thaiqm_area', t);
  end loop;
end
$$;

create policy system_writes on remedy_trials to thaiqm_system
  using (area_code between scope_low() and scope_high()) with check (area_code between scope_low() and scope_high());
create policy area_reads on remedy_trials for select to thaiqm_area
  using (area_code between (select scope_low()) and (select scope_high())
    and case when (select scope_sees_restricted()) then eye <> 'open' else eye <> 'full' end);

-- What worked is learnt from a whole district by everybody who works in it: these rows name no household and no village
-- below the tambon, and numbers under three are told to nobody.
create policy system_writes on remedy_changes to thaiqm_system
  using (area_code between scope_low() and scope_high()) with check (area_code between scope_low() and scope_high());
create policy district_reads on remedy_changes for select to thaiqm_area
  using (area_code / 10000 * 10000 <= (select scope_high()) and area_code / 10000 * 10000 + 10000 > (select scope_low())
    and (select scope_low()) <= (select scope_high())
    and case when (select scope_sees_restricted()) then eye <> 'open' else eye <> 'full' end);
create policy system_writes on folded_remedy_outcomes to thaiqm_system
  using (area_code <= scope_high() and area_code + case digits when 4 then 10000 else 100 end > scope_low())
  with check (area_code <= scope_high() and area_code + case digits when 4 then 10000 else 100 end > scope_low());
create policy district_reads on folded_remedy_outcomes for select to thaiqm_area
  using (area_code <= (select scope_high()) and area_code + case digits when 4 then 10000 else 100 end > (select scope_low())
    and (select scope_low()) <= (select scope_high())
    and case when (select scope_sees_restricted()) then eye <> 'open' else eye <> 'full' end);

create view remedy_outcomes with (security_invoker = true) as
  select digits, area_code, kind_code, remedy_id, profile, outcome, eye, households from folded_remedy_outcomes
  union all
  select level.digits, area_code / level.span * level.span, kind_code, remedy_id, profile, outcome, eye, delta::int
  from remedy_changes, (values (4::smallint, 10000), (6::smallint, 100)) as level(digits, span)
  where transaction_id >= folded_before()
    and area_code / level.span * level.span <= scope_high() and area_code / level.span * level.span + level.span > scope_low();
comment on view remedy_outcomes is 'remedy_trials counted for tambons and districts as they are now: sum the rows';
grant select on remedy_outcomes to thaiqm_area, thaiqm_system;

-- Households that are there already have no trials yet: the server computes them from their documents when it starts.
create table remedy_filling (
  only_one boolean primary key default true check (only_one),
  is_done boolean not null
);
comment on table remedy_filling is 'Whether the trials of households recorded before this table are there';
alter table household_documents no force row level security;
insert into remedy_filling (is_done) select not exists (select from household_documents);
alter table household_documents force row level security;
alter table remedy_filling enable row level security;
alter table remedy_filling force row level security;
revoke all on remedy_filling from public;
grant select, update on remedy_filling to thaiqm_system;
create policy system_writes on remedy_filling to thaiqm_system using (true) with check (true);
