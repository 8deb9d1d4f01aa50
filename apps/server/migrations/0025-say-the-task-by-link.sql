-- What a link's holder reads of the task, where the plan's own words would tell whose it is.

alter table task_links add column what text;
