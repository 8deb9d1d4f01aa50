-- A household that goes to another village is handed over: where it was no longer reads it, but knows that it went, when
-- and why. One row for each move, beside the household; nothing of its people.

create table handed_over (
  shard_key int not null,
  household_id uuid not null,
  move_number int not null,
  area_code int not null,
  from_area int not null,
  to_area int not null,
  moved_on date not null,
  reason text not null,
  primary key (shard_key, household_id, move_number)
);
comment on table handed_over is 'Households that went from one village to another; read by both sides';
create index handed_over_from on handed_over (from_area, moved_on desc);
create index handed_over_to on handed_over (to_area, moved_on desc);

alter table handed_over enable row level security;
alter table handed_over force row level security;
revoke all on handed_over from public;
grant select, insert, update, delete on handed_over to thaiqm_system;
create policy system_writes on handed_over to thaiqm_system
  using (area_code between scope_low() and scope_high()) with check (area_code between scope_low() and scope_high());
grant select on handed_over to thaiqm_area;
create policy both_read on handed_over for select to thaiqm_area
  using (from_area between (select scope_low()) and (select scope_high())
    or to_area between (select scope_low()) and (select scope_high()));
