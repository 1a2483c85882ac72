-- What was begun with a matter goes with it. What is left of matters that are gone already goes now; what was sent stays.

insert into clausebook.audit (at, by, did, kind, name, version, sha256)
  select now(), 'store migrate', 'removed with its matter', 'job', j.id, j.version + 1, j.sha256 from clausebook.job j
  where j.matter is not null and not exists (select from clausebook.record m where m.id = j.matter);
delete from clausebook.job j
  where j.matter is not null and not exists (select from clausebook.record m where m.id = j.matter);
insert into clausebook.audit (at, by, did, kind, name, version, sha256)
  select now(), 'store migrate', 'removed with its matter', 'draft', d.name, 1, d.sha256 from clausebook.draft d
  where d.sent_at is null and d.matter is not null and not exists (select from clausebook.record m where m.id = d.matter);
delete from clausebook.draft d
  where d.sent_at is null and d.matter is not null and not exists (select from clausebook.record m where m.id = d.matter);

create index job_matter on clausebook.job (matter) where matter is not null;
create index draft_matter on clausebook.draft (matter) where matter is not null;

-- Whether it tells the register, which a requester does not see. Of older batches the title tells it.
alter table clausebook.job add column of_register boolean not null default false;
update clausebook.job set of_register = true
  where what = 'watch' or (what = 'draft' and title ~ ' for (one vendor|[0-9]+ vendors)$');

-- What one person has in the queue.
create index job_by on clausebook.job (by);
