-- Work on many things in small parts. Which part is worked on next is said by the queue (schema clausebook_queue, of pg-boss); what
-- is to be done, how far it is and what came of it stands here.

create table clausebook.job (
  id text primary key,
  what text not null,
  title text not null,
  at timestamptz not null,
  by text not null,
  -- json, not jsonb: the words as they were given.
  task json not null,
  -- The number of the last deed on it.
  version integer not null default 1,
  sha256 text not null
);
create index job_at on clausebook.job (at desc, id);

create table clausebook.job_part (
  job text not null references clausebook.job on delete cascade,
  part integer not null check (part > 0),
  first integer not null,
  last integer not null,
  things json not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed', 'cancelled')),
  attempts integer not null default 0,
  failures integer not null default 0,
  failed integer not null default 0,
  worker text,
  begun timestamptz,
  reason text,
  primary key (job, part)
);

-- A thing has one result, whoever comes with it, and however often.
create table clausebook.job_result (
  job text not null references clausebook.job on delete cascade,
  thing integer not null,
  failed boolean not null,
  said json not null,
  content bytea,
  sha256 text,
  primary key (job, thing)
);
-- A document is compressed already.
alter table clausebook.job_result alter column content set storage external;
