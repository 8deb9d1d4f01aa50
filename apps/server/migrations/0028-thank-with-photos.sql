-- Photos that whoever is in them lets a helper see: rows of a standing consent, and what of them one partner is shown.

create table consented_photos (
  shard_key int not null,
  household_id uuid not null,
  problem_id uuid not null,
  photo_hash text not null,
  area_code int not null,
  organisation_ids text not null,
  consented_on date not null,
  primary key (shard_key, household_id, problem_id, photo_hash)
);
comment on table consented_photos is 'Photos helpers may see, by hardship; organisation_ids with spaces between, empty for all who helped';
create index consented_photos_by_problem on consented_photos (problem_id);

alter table consented_photos enable row level security;
alter table consented_photos force row level security;
revoke all on consented_photos from public;
grant select, insert, update, delete on consented_photos to thaiqm_system;
create policy system_writes on consented_photos to thaiqm_system
  using (area_code between scope_low() and scope_high()) with check (area_code between scope_low() and scope_high());
create policy owner_sums on consented_photos for select to thaiqm_owner using (true);

-- Answered by the owner, as helped_problems is: a partner sees neither hardships nor households.
create view thanked_photos with (security_barrier) as
  select a.allocation_id, c.photo_hash, c.consented_on
  from offer_allocations a
    join problems p on p.problem_id = a.problem_id
    join consented_photos c on c.problem_id = a.problem_id
  where a.organisation_id = scope_organisation() and a.state = 'DELIVERED' and not p.restricted
    and (c.organisation_ids = '' or position(a.organisation_id::text in c.organisation_ids) > 0);
comment on view thanked_photos is 'Photos of what the own organisation delivered, whose people let it see them; names nobody';
grant select on thanked_photos to thaiqm_partner;
