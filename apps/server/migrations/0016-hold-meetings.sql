-- Meetings: their ledgers' documents stand with the office's own, and beside each a row to list it by area.

create table meetings (
  meeting_id uuid primary key,
  area_low int not null,
  area_high int not null,
  area_code text not null,
  level text not null check (level in ('VILLAGE', 'TAMBON', 'DISTRICT', 'PROVINCE')),
  state text not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
  held_on date not null,
  number text not null,
  title text not null,
  item_count int not null,
  decided_count int not null,
  came_count int not null,
  version int not null
);
comment on table meetings is 'Each meeting in a row, for lists; area_low and area_high are the villages it is about. No agenda, no names';
create index meetings_by_area on meetings (area_low, held_on desc, meeting_id);

alter table meetings enable row level security;
alter table meetings force row level security;
revoke all on meetings from public;
grant select, insert, update on meetings to thaiqm_system;
create policy system_writes on meetings to thaiqm_system
  using (area_low >= scope_low() and area_high <= scope_high())
  with check (area_low >= scope_low() and area_high <= scope_high());
-- A partner reads no meeting: it may ask, and there is none.
grant select on meetings to thaiqm_area, thaiqm_partner;
create policy area_reads on meetings for select to thaiqm_area
  using (area_low >= (select scope_low()) and area_high <= (select scope_high()));

-- A meeting's document is read where its row is; an offer's by the system only, as before.
drop policy everybody_reads on office_documents;
create policy everybody_reads on office_documents for select to thaiqm_area, thaiqm_partner
  using (ledger_kind <> 'offer' and (ledger_kind <> 'meeting' or exists (select from meetings m where m.meeting_id = office_documents.ledger_id)));
