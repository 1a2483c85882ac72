-- Matters and vendors, each with every version that was saved, what persons decided of papers, and the audit.

create table clausebook.record (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('matter', 'vendor')),
  -- Names are ASCII; so sorted, a page of them is read from the index alone.
  name text collate "C" not null,
  title text,
  -- The newest.
  version integer not null check (version > 0),
  -- What is the same when one new record is sent twice.
  once text,
  words tsvector generated always as (to_tsvector('simple'::regconfig, name || ' ' || coalesce(title, ''))) stored
);
create unique index record_name on clausebook.record (kind, name) include (id);
create unique index record_once on clausebook.record (kind, once) where once is not null;
create index record_words on clausebook.record using gin (words);

create table clausebook.version (
  record bigint not null references clausebook.record on delete cascade,
  version integer not null check (version > 0),
  at timestamptz not null,
  by text not null,
  did text not null,
  sha256 text not null,
  -- What it was based on: version and digest.
  base text,
  once text,
  yaml text not null,
  primary key (record, version)
);

create table clausebook.decision (
  id bigint generated always as identity primary key,
  record bigint not null references clausebook.record on delete cascade,
  -- What one person said at once.
  batch bigint not null,
  at timestamptz not null,
  signed text not null,
  vendor text not null,
  -- json, not jsonb: the words as they were said.
  said json,
  withdrawn text,
  check ((said is null) <> (withdrawn is null))
);
create index decision_record on clausebook.decision (record, vendor, id);
create sequence clausebook.decision_batch;

-- Without a reference: what was deleted leaves its deeds.
create table clausebook.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  by text not null,
  -- The address that it came from, or the machine whose command it was.
  from_where text,
  did text not null,
  kind text not null,
  name text not null,
  version integer not null,
  sha256 text not null
);
create index audit_name on clausebook.audit (kind, name, id);

create function clausebook.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is only ever added to' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_is_added_to before update or delete or truncate on clausebook.audit
  for each statement execute function clausebook.refuse_change();
