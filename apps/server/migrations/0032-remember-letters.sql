-- The official letter with which a case went to an agency, and the one before it: what the dialog of the next letter proposes,
-- and whether a number was used before.

alter table referrals add column letter_number text;
alter table referrals add column letter_on date;
alter table referrals add column letter_office text;
alter table referrals add column letter_cases int;
alter table referrals add column earlier_letter_number text;
alter table referrals add column earlier_letter_on date;
comment on column referrals.letter_number is 'Number of the last letter as it stands on the paper; null while none was given one';
comment on column referrals.letter_office is 'The province or district whose office wrote it';
comment on column referrals.letter_cases is 'How many cases that letter lists, with those that are not here any more';

create index referrals_by_letter on referrals (letter_number, letter_office, letter_on) where letter_number is not null;
