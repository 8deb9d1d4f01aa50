-- What households asked about their data (PDPA s.30-36): days and codes beside the household; the words stay in its document.

create table data_requests (
  shard_key int not null,
  household_id uuid not null,
  request_id uuid not null,
  area_code int not null,
  kind text not null check (kind in ('SEE', 'CORRECT', 'OBJECT')),
  received_on date not null,
  due_on date not null,
  answer text check (answer in ('DONE', 'PARTLY', 'DECLINED')),
  answered_on date,
  primary key (shard_key, household_id, request_id)
);
comment on table data_requests is 'Requests of households about their data, without anything personal';
create index data_requests_open on data_requests (due_on, area_code) where answered_on is null;
create index data_requests_answered on data_requests (answered_on desc, area_code) where answered_on is not null;

alter table data_requests enable row level security;
alter table data_requests force row level security;
revoke all on data_requests from public;
grant select, insert, update, delete on data_requests to thaiqm_system;
create policy system_writes on data_requests to thaiqm_system
  using (area_code between scope_low() and scope_high()) with check (area_code between scope_low() and scope_high());
grant select on data_requests to thaiqm_area;
create policy area_reads on data_requests for select to thaiqm_area
  using (area_code between (select scope_low()) and (select scope_high()));
