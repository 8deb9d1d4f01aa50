-- A meeting called off may have been held after all: a phone without a signal had not heard. Lists say so.

alter table meetings add column held_after_all boolean not null default false;
comment on column meetings.held_after_all is 'It had been called off, and was opened after all';
