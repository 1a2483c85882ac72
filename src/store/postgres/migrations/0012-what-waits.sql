-- Of what came of a thing, whether it waits for somebody's word before it goes out. The words themselves are in the audit.

alter table clausebook.job_result add column waits boolean not null default false;
create index job_result_waits on clausebook.job_result (job, thing) where waits;
