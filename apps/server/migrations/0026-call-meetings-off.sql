-- A planned meeting may be called off, and one whose day passed without anybody opening it is found at once.

alter table meetings drop constraint meetings_state_check;
alter table meetings add constraint meetings_state_check check (state in ('PLANNED', 'OPEN', 'CLOSED', 'CALLED_OFF'));
create index meetings_planned on meetings (held_on, area_low) where state = 'PLANNED';
