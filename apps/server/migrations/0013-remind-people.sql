-- What the system does by its own hand: one round a day, and reminders that leave the house. All of it stands beside the
-- ledgers: nothing here is a fact about anybody's hardship.

create table daily_rounds (
  round_day date primary key,
  begun_at timestamptz not null,
  finished_at timestamptz,
  steps jsonb not null default '{}'
);
comment on table daily_rounds is 'The work of the system’s own hand, day by day: each step with its state, tries and how much it did';

create table reminder_choices (
  person_id uuid not null,
  channel text not null check (channel in ('email', 'line')),
  address text not null,
  is_on boolean not null,
  quiet_until_hour int not null check (quiet_until_hour between 0 and 23),
  confirmed_at timestamptz,
  code_hash bytea,
  code_made_at timestamptz,
  code_tries int not null default 0,
  codes_on date,
  codes_sent int not null default 0,
  primary key (person_id, channel)
);
comment on table reminder_choices is 'How a person wants to be reminded: an address of their own, used only after they have repeated the code that was sent to it';
comment on column reminder_choices.quiet_until_hour is 'Nothing is sent before this hour of the day in Bangkok';

create table reminders (
  person_id uuid not null,
  reminder_day date not null,
  channel text not null check (channel in ('email', 'line')),
  reminder_id uuid not null unique,
  counts jsonb not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'given-up', 'withdrawn')),
  due_at timestamptz not null,
  tries int not null default 0,
  doubts int not null default 0,
  claimed_at timestamptz,
  sent_at timestamptz,
  last_fault text,
  primary key (person_id, reminder_day, channel)
);
comment on table reminders is 'Outbox of reminders: one for each person, day and channel. Holds numbers only, no address and no text';
comment on column reminders.doubts is 'How often a try ended without our knowing whether it arrived';
create index reminders_to_send on reminders (due_at) where state in ('waiting', 'sending');
create index reminders_by_day on reminders (reminder_day, channel, state);

do $$
declare
  t text;
begin
  foreach t in array array['daily_rounds', 'reminder_choices', 'reminders']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('grant select, insert, update, delete on %I to thaiqm_system', t);
    execute format('create policy system_writes on %I to thaiqm_system using (true) with check (true)', t);
    execute format('create trigger note_added after insert on %I for each row execute function note_changed_row()', t);
    execute format('create trigger note_changed after update on %I for each row
      when (old.* is distinct from new.*) execute function note_changed_row()', t);
    execute format('create trigger note_gone after delete on %I for each row execute function note_changed_row()', t);
  end loop;
end
$$;
