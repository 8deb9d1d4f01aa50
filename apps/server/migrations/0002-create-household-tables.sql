-- What stands today, computed from the ledgers and rebuildable from them at any time.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table household_documents (
  shard_key int not null,
  household_id uuid not null,
  area_code int not null,
  version int not null,
  document text not null,
  primary key (shard_key, household_id)
);
comment on table household_documents is 'The whole household after its ledger, JSON with sealed fields';
create unique index household_documents_by_id on household_documents (household_id);
create index household_documents_by_area on household_documents (area_code, household_id);

create table households (
  shard_key int not null,
  household_id uuid not null,
  area_code int not null,
  village_name text not null,
  house_code text,
  house_number text not null,
  house_sort text not null,
  sequence_in_house int not null,
  head_name text not null,
  search_name text not null,
  member_count int not null,
  origin text not null,
  missed_reason text,
  status text not null,
  survey_state text not null,
  surveyed_on date,
  last_visit_outcome text,
  old_open int not null,
  rechecked_open int not null,
  live_open int not null,
  solved_open int not null,
  old_full int not null,
  rechecked_full int not null,
  live_full int not null,
  solved_full int not null,
  plan_state text,
  latitude double precision,
  longitude double precision,
  version int not null,
  last_changed_at timestamptz not null,
  primary key (shard_key, household_id)
);
create unique index households_by_id on households (household_id);
create index households_by_area on households (area_code, house_sort, household_id);
create index households_by_area_name on households (area_code, head_name collate "th-x-icu", household_id);
create index households_by_code on households (house_code) where house_code is not null;
create index households_by_search on households using gin (search_name gin_trgm_ops);

create table members (
  shard_key int not null,
  household_id uuid not null,
  member_id uuid not null,
  area_code int not null,
  name text not null,
  search_name text not null,
  is_head boolean not null,
  number_hmac bytea,
  primary key (shard_key, household_id, member_id)
);
create index members_by_number on members (number_hmac) where number_hmac is not null;
create index members_by_search on members using gin (search_name gin_trgm_ops);

create table problems (
  shard_key int not null,
  household_id uuid not null,
  problem_id uuid not null,
  area_code int not null,
  kind_code text not null,
  dimension text not null,
  member_name text,
  state text not null,
  severity int not null,
  due_on date,
  found_on date not null,
  found_in_round uuid not null,
  lead_agency text not null,
  restricted boolean not null,
  recorded_by uuid not null,
  closed_on date,
  reopened_count int not null,
  verdict text,
  referred_to text,
  referral_due_on date,
  primary key (shard_key, household_id, problem_id)
);
create unique index problems_by_id on problems (problem_id);
create index problems_by_agency on problems (referred_to, area_code) where referred_to is not null;

create table plan_actions (
  shard_key int not null,
  household_id uuid not null,
  plan_action_id uuid not null,
  area_code int not null,
  plan_id uuid not null,
  plan_state text not null,
  what text not null,
  sector text not null,
  agency_code text,
  organisation_id uuid,
  due_on date not null,
  budget_baht bigint not null,
  state text not null,
  primary key (shard_key, household_id, plan_action_id)
);

create table assistances (
  shard_key int not null,
  household_id uuid not null,
  assistance_id uuid not null,
  area_code int not null,
  sector text not null,
  agency_code text,
  organisation_id uuid,
  what text not null,
  value_baht bigint not null,
  given_on date not null,
  primary key (shard_key, household_id, assistance_id)
);

-- Names are found through one function that repeats the scope: a trigram operator is not leakproof, so under a
-- policy its index would not be used. It answers ids only; rows are then read under the policy.
create function find_households_by_name(pattern text, low int, high int, most int)
  returns table (household_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
  begin atomic
    select found.household_id
    from (
      select h.household_id from households h
      where h.search_name like '%' || pattern || '%' and h.area_code between low and high
        and low >= scope_low() and high <= scope_high()
      union
      select m.household_id from members m
      where m.search_name like '%' || pattern || '%' and m.area_code between low and high
        and low >= scope_low() and high <= scope_high()
    ) found
    limit most;
  end;
