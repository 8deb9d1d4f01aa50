-- What each office's letters carry at their head. The words stand in the ledger's document; this row says whose they are,
-- so that no district reads or writes another's.

create table letterheads (
  letterhead_id uuid primary key,
  area_code text not null unique,
  area_low int not null,
  area_high int not null,
  emblem text,
  version int not null
);
comment on table letterheads is 'One row an office (province or district); emblem names the image it has chosen';

alter table letterheads enable row level security;
alter table letterheads force row level security;
revoke all on letterheads from public;
grant select, insert, update on letterheads to thaiqm_system;
create policy system_writes on letterheads to thaiqm_system
  using (area_low >= scope_low() and area_high <= scope_high())
  with check (area_low >= scope_low() and area_high <= scope_high());
-- A partner writes no letters: it may ask, and there is none.
grant select on letterheads to thaiqm_area, thaiqm_partner;
create policy area_reads on letterheads for select to thaiqm_area
  using (area_low >= (select scope_low()) and area_high <= (select scope_high()));

alter table office_documents drop constraint office_documents_ledger_kind_check;
alter table office_documents add constraint office_documents_ledger_kind_check
  check (ledger_kind in ('round', 'person', 'organisation', 'offer', 'meeting', 'letterhead'));

drop policy everybody_reads on office_documents;
create policy everybody_reads on office_documents for select to thaiqm_area, thaiqm_partner
  using (ledger_kind <> 'offer'
    and (ledger_kind <> 'meeting' or exists (select from meetings m where m.meeting_id = office_documents.ledger_id))
    and (ledger_kind <> 'letterhead' or exists (select from letterheads l where l.letterhead_id = office_documents.ledger_id)));
