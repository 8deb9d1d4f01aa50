-- The third wall. Everything is closed, then opened to three kinds of hand:
--   thaiqm_area     reads within an area range, restricted hardships only where permitted
--   thaiqm_partner  reads households with a hardship referred to its agency, within its area range
--   thaiqm_system   writes what was decided, within the area range of the transaction

do $$
declare
  t text;
begin
  foreach t in array array['ledger_events', 'commands', 'change_feed', 'audit', 'office_documents', 'credentials', 'sessions',
    'areas', 'photos', 'import_uploads', 'import_batches', 'installation', 'household_documents', 'households', 'members',
    'problems', 'plan_actions', 'assistances', 'counted_items', 'measure_counts', 'measure_days', 'counted_changes']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
  end loop;

  -- Household tables: by village code.
  foreach t in array array['household_documents', 'households', 'members', 'plan_actions', 'assistances',
    'measure_counts', 'measure_days', 'counted_changes', 'counted_items', 'problems']
  loop
    execute format('grant select, insert, update, delete on %I to thaiqm_system', t);
    execute format('create policy system_writes on %I to thaiqm_system
      using (area_code between scope_low() and scope_high()) with check (area_code between scope_low() and scope_high())', t);
    execute format('grant select on %I to thaiqm_area', t);
  end loop;

  foreach t in array array['household_documents', 'households', 'members', 'plan_actions', 'assistances']
  loop
    execute format('create policy area_reads on %I for select to thaiqm_area
      using (area_code between scope_low() and scope_high())', t);
  end loop;

  foreach t in array array['counted_items', 'measure_counts', 'measure_days', 'counted_changes']
  loop
    execute format('create policy area_reads on %I for select to thaiqm_area
      using (area_code between scope_low() and scope_high()
        and case when scope_sees_restricted() then eye <> ''open'' else eye <> ''full'' end)', t);
  end loop;

  -- Tables without households: the office's own.
  foreach t in array array['office_documents', 'areas', 'photos', 'installation', 'credentials', 'sessions', 'import_uploads', 'import_batches']
  loop
    execute format('grant select, insert, update, delete on %I to thaiqm_system', t);
    execute format('create policy system_writes on %I to thaiqm_system using (true) with check (true)', t);
  end loop;
  foreach t in array array['office_documents', 'areas', 'photos', 'installation']
  loop
    execute format('grant select on %I to thaiqm_area, thaiqm_partner', t);
    execute format('create policy everybody_reads on %I for select to thaiqm_area, thaiqm_partner using (true)', t);
  end loop;
end
$$;

create policy area_reads on problems for select to thaiqm_area
  using (area_code between scope_low() and scope_high()
    and (not restricted or scope_sees_restricted() or recorded_by = scope_person()));

-- Facts and commands of a household are read where the household is; those of the office by everyone who may act for it.
grant select, insert on ledger_events to thaiqm_system;
grant update (area_code) on ledger_events to thaiqm_system;
grant select on ledger_events to thaiqm_area;
create policy system_writes on ledger_events to thaiqm_system
  using (area_code is null or area_code between scope_low() and scope_high())
  with check (area_code is null or area_code between scope_low() and scope_high());
create policy area_reads on ledger_events for select to thaiqm_area
  using (area_code between scope_low() and scope_high());

grant select, insert, update on commands to thaiqm_system;
grant select on commands to thaiqm_area, thaiqm_partner;
create policy system_writes on commands to thaiqm_system using (true) with check (true);
create policy area_reads on commands for select to thaiqm_area
  using (person_id = scope_person() or area_code between scope_low() and scope_high());
create policy own_reads on commands for select to thaiqm_partner using (person_id = scope_person());

grant select, insert on change_feed to thaiqm_system;
grant select on change_feed to thaiqm_area;
create policy system_writes on change_feed to thaiqm_system using (true) with check (true);
create policy area_reads on change_feed for select to thaiqm_area
  using (area_code is null or area_code between scope_low() and scope_high());

grant insert on audit to thaiqm_system, thaiqm_area, thaiqm_partner;
grant select on audit to thaiqm_system;
create policy everybody_adds on audit for insert to thaiqm_system, thaiqm_area, thaiqm_partner with check (true);
create policy system_reads on audit for select to thaiqm_system using (true);

-- A partner sees a household while one of its hardships is with the partner's agency.
grant select on household_documents, households, problems to thaiqm_partner;
create policy referred_reads on problems for select to thaiqm_partner
  using (referred_to = scope_agency() and area_code between scope_low() and scope_high());
create policy referred_reads on household_documents for select to thaiqm_partner
  using (exists (select from problems p where p.household_id = household_documents.household_id));
create policy referred_reads on households for select to thaiqm_partner
  using (exists (select from problems p where p.household_id = households.household_id));

grant execute on function find_households_by_name to thaiqm_area, thaiqm_system;
revoke execute on function find_households_by_name from public;

-- The name search runs as the tables' owner, who sees what the function's own scope lets through.
create policy owner_finds on households for select to thaiqm_owner using (true);
create policy owner_finds on members for select to thaiqm_owner using (true);
