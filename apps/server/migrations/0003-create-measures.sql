-- What is counted: the members of each counted set, their sums per village, and every change with its moment.

create table counted_items (
  shard_key int not null,
  household_id uuid not null,
  round_id uuid not null,
  measure text not null,
  problem_id uuid,
  area_code int not null,
  due_on date,
  detail text not null,
  eye text not null check (eye in ('both', 'full', 'open')),
  unique nulls not distinct (shard_key, household_id, round_id, measure, problem_id, due_on, detail, eye)
);
comment on table counted_items is 'Each row is one household or hardship in one counted set: lists read these, counts sum them';
create index counted_items_by_area on counted_items (round_id, measure, area_code, household_id);

create table measure_counts (
  round_id uuid not null,
  measure text not null,
  area_code int not null,
  detail text not null,
  eye text not null,
  due_on date,
  count int not null,
  unique nulls not distinct (round_id, measure, area_code, detail, eye, due_on)
);
create index measure_counts_by_area on measure_counts (round_id, area_code, measure) include (count, detail, eye, due_on);

create table measure_days (
  round_id uuid not null,
  measure text not null,
  area_code int not null,
  eye text not null,
  day date not null,
  delta int not null,
  primary key (round_id, measure, area_code, eye, day)
);
comment on table measure_days is 'Change of each count per Bangkok day, for trends';

create table counted_changes (
  position bigint generated always as identity primary key,
  round_id uuid not null,
  measure text not null,
  area_code int not null,
  household_id uuid not null,
  problem_id uuid,
  due_on date,
  detail text not null,
  eye text not null,
  delta smallint not null,
  at timestamptz not null
);
comment on table counted_changes is 'Who entered and left each counted set, and when: any figure can be computed again as of any moment';
create index counted_changes_by_area on counted_changes (round_id, area_code, at) include (measure, delta, detail, eye, due_on);
