-- Of several offices or partners under one agency code only the one that was meant reads a case.

alter table referrals add column organisation_id uuid;
comment on column referrals.organisation_id is 'The office or partner that was meant; null: whoever acts under the agency code';

drop policy own_reads on referrals;
create policy own_reads on referrals for select to thaiqm_partner
  using (agency_code = scope_agency() and area_code between scope_low() and scope_high()
    and (organisation_id is null or (select scope_organisation()) is null or organisation_id = (select scope_organisation()))
    and (not restricted or scope_sees_restricted())
    and (open_until is null or open_until >= (select scope_today())));
