-- Lists too long to be sorted are read by their own order: the sums tell in which villages a page lies, and this index
-- where it lies among hardships by their day. Nothing of a province is read to show fifty rows of it.

create index counted_items_by_day on counted_items (round_id, measure, due_on, area_code, household_id, problem_id)
  include (eye, shard_key) where measure in ('live-problem', 'problem-to-revisit');

-- Reading, the scope is asked for once a statement: asked for at each row it costs more than the row.
alter policy area_reads on counted_items
  using (area_code between (select scope_low()) and (select scope_high())
    and case when (select scope_sees_restricted()) then eye <> 'open' else eye <> 'full' end);

-- A number is looked for by its beginning, the shortest first: 12, 12/1, 120. `like` may not look behind the wall, so no
-- index would serve it there; this function keeps the wall itself, as the search by name does.
create index households_by_number_beginning on households (house_number text_pattern_ops, area_code);

create function find_households_by_number(beginning text, low int, high int, most int)
  returns table (household_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan
  as $$
#variable_conflict use_column
begin
  if low < scope_low() or high > scope_high() then
    return;
  end if;
  return query
    select h.household_id from households h
    where h.house_number like beginning || '%' and h.area_code between low and high
    order by h.house_number using ~<~ limit most;
end
$$;
grant execute on function find_households_by_number to thaiqm_area, thaiqm_system;
revoke execute on function find_households_by_number from public;
