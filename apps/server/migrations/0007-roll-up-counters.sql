-- Sums of the counters for tambons and districts: a dashboard reads a row for each area it shows, never one for each
-- village below. The same by day: a moment long past is a sum of days and of a part of one day.

create table measure_rollups (
  round_id uuid not null,
  digits smallint not null check (digits in (4, 6)),
  area_code int not null,
  measure text not null,
  detail text not null,
  eye text not null,
  due_on date,
  count int not null,
  unique nulls not distinct (round_id, digits, area_code, measure, detail, eye, due_on)
);
comment on table measure_rollups is 'measure_counts summed; area_code is the area''s first code: 49010000 for district 4901';

create table measure_rollup_days (
  round_id uuid not null,
  digits smallint not null check (digits in (4, 6)),
  area_code int not null,
  day date not null,
  measure text not null,
  detail text not null,
  eye text not null,
  due_on date,
  delta int not null,
  unique nulls not distinct (round_id, digits, area_code, day, measure, detail, eye, due_on)
);
comment on table measure_rollup_days is 'Change of each of these sums per Bangkok day';

create index counted_changes_by_moment on counted_changes (round_id, at);

-- The owner is bound by row-level security like everybody, and here has to see what is summed.
alter table measure_counts no force row level security;
alter table counted_changes no force row level security;
insert into measure_rollups
  select round_id, level.digits, area_code / level.span * level.span, measure, detail, eye, due_on, sum(count)
  from measure_counts, (values (4, 10000), (6, 100)) as level(digits, span)
  group by 1, 2, 3, 4, 5, 6, 7;
insert into measure_rollup_days
  select round_id, level.digits, area_code / level.span * level.span, (at at time zone 'Asia/Bangkok')::date, measure, detail,
    eye, due_on, sum(delta)
  from counted_changes, (values (4, 10000), (6, 100)) as level(digits, span)
  group by 1, 2, 3, 4, 5, 6, 7, 8;
alter table measure_counts force row level security;
alter table counted_changes force row level security;

-- Who writes in one village moves the sums of its tambon and district, and of no other. Who reads a sum must see the
-- whole area. Reading, the scope is asked for once a statement: asked for at each row it costs more than the row.
do $$
declare
  t text;
  span constant text := 'case digits when 4 then 10000 else 100 end';
begin
  foreach t in array array['measure_rollups', 'measure_rollup_days']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('grant select, insert, update, delete on %I to thaiqm_system', t);
    execute format('create policy system_writes on %I to thaiqm_system
      using (area_code <= scope_high() and area_code + %s > scope_low())
      with check (area_code <= scope_high() and area_code + %s > scope_low())', t, span, span);
    execute format('grant select on %I to thaiqm_area', t);
    execute format('create policy area_reads on %I for select to thaiqm_area
      using (area_code >= (select scope_low()) and area_code + %s - 1 <= (select scope_high())
        and case when (select scope_sees_restricted()) then eye <> ''open'' else eye <> ''full'' end)', t, span);
  end loop;
  foreach t in array array['measure_counts', 'measure_days', 'counted_changes']
  loop
    execute format('alter policy area_reads on %I
      using (area_code between (select scope_low()) and (select scope_high())
        and case when (select scope_sees_restricted()) then eye <> ''open'' else eye <> ''full'' end)', t);
  end loop;
end
$$;

-- Fewer than three letters make no trigram, so they are the beginning of a name; three and more are found anywhere in it.
-- The pattern is planned as it is: planned for any pattern, the whole table would look cheaper than the index.
create index households_by_name_beginning on households (search_name text_pattern_ops);
create index members_by_name_beginning on members (search_name text_pattern_ops);

create or replace function find_households_by_name(pattern text, low int, high int, most int)
  returns table (household_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan
  as $$
#variable_conflict use_column
begin
  if low < scope_low() or high > scope_high() then
    return;
  elsif length(pattern) < 3 then
    return query
      (select h.household_id from households h
        where h.search_name like pattern || '%' and h.area_code between low and high limit most)
      union
      (select m.household_id from members m
        where m.search_name like pattern || '%' and m.area_code between low and high limit most)
      limit most;
  else
    return query
      (select h.household_id from households h
        where h.search_name like '%' || pattern || '%' and h.area_code between low and high limit most)
      union
      (select m.household_id from members m
        where m.search_name like '%' || pattern || '%' and m.area_code between low and high limit most)
      limit most;
  end if;
end
$$;
