-- Every hardship solved at least once is kept beside its household, whatever was done about it, as a row without a remedy:
-- relapse rates of kinds and areas count hardships, each once, instead of the uses of remedies.

comment on column remedy_trials.remedy_id is 'Empty: the hardship itself, whatever was done about it';
comment on column folded_remedy_outcomes.remedy_id is 'Empty: hardships are counted, whatever was done about them';
alter table folded_remedy_outcomes rename column households to count;
comment on column folded_remedy_outcomes.count is 'Households that used the remedy; where none is named, hardships';

drop view remedy_outcomes;
create view remedy_outcomes with (security_invoker = true) as
  select digits, area_code, kind_code, remedy_id, profile, outcome, eye, count from folded_remedy_outcomes
  union all
  select level.digits, area_code / level.span * level.span, kind_code, remedy_id, profile, outcome, eye, delta::int
  from remedy_changes, (values (4::smallint, 10000), (6::smallint, 100)) as level(digits, span)
  where transaction_id >= folded_before()
    and area_code / level.span * level.span <= scope_high() and area_code / level.span * level.span + level.span > scope_low();
comment on view remedy_outcomes is 'remedy_trials counted for tambons and districts as they are now: sum the rows';
grant select on remedy_outcomes to thaiqm_area, thaiqm_system;

-- The server computes them from the documents when it starts.
alter table household_documents no force row level security;
alter table remedy_filling no force row level security;
update remedy_filling set is_done = not exists (select from household_documents);
alter table remedy_filling force row level security;
alter table household_documents force row level security;
