-- A restricted hardship (drugs, violence, no civil status) may be referred to a body that partners share an agency code
-- with: the responsible agency reads it, a partner does not, and without a hardship it may read the house is not there.

drop policy referred_reads on problems;
create policy referred_reads on problems for select to thaiqm_partner
  using (referred_to = scope_agency() and area_code between scope_low() and scope_high()
    and (not restricted or scope_sees_restricted()));
