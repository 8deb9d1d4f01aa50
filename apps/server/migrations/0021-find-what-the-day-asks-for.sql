-- The daily round reads what was closed since the last one, and what an agency has left unanswered (0015).

create index problems_by_closing on problems (closed_on) where state in ('RESOLVED', 'SELF_RESOLVED');
