-- A delivery may be of a part: how much of each part taken has arrived, and how much money went with it.

alter table offer_allocations add column delivered_quantity int not null default 0;
alter table offer_allocations add column delivered_budget_baht bigint not null default 0;
comment on column offer_allocations.delivered_quantity is 'Units that have arrived; the rest of the quantity is outstanding until the state is DELIVERED or RELEASED';

-- Until now a delivery gave the whole.
alter table offer_allocations no force row level security;
update offer_allocations set delivered_quantity = quantity, delivered_budget_baht = budget_baht where state = 'DELIVERED';
alter table offer_allocations force row level security;

alter table offer_allocations alter column delivered_quantity drop default;
alter table offer_allocations alter column delivered_budget_baht drop default;
alter table offer_allocations add check (delivered_quantity between 0 and quantity);
alter table offer_allocations add check (delivered_budget_baht between 0 and budget_baht);

grant select (delivered_quantity, delivered_budget_baht) on offer_allocations to thaiqm_partner;

-- Thanks are for what has arrived, be it a part.
create or replace view thanked_photos with (security_barrier) as
  select a.allocation_id, c.photo_hash, c.consented_on
  from offer_allocations a
    join problems p on p.problem_id = a.problem_id
    join consented_photos c on c.problem_id = a.problem_id
  where a.organisation_id = scope_organisation() and (a.delivered_quantity > 0 or a.delivered_budget_baht > 0)
    and not p.restricted
    and (c.organisation_ids = '' or position(a.organisation_id::text in c.organisation_ids) > 0);
