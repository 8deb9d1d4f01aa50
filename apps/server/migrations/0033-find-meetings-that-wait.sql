-- What waits of the meetings in an area is read off their own rows by one index: planned, or opened and not closed.

drop index meetings_planned;
create index meetings_unfinished on meetings (area_low, held_on) where state in ('PLANNED', 'OPEN');
