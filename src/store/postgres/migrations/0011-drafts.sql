-- Documents as they were drafted. None is ever changed but for that it was sent.
create table clausebook.draft (
  id bigint generated always as identity primary key,
  name text not null unique,
  document text not null,
  title text not null,
  -- The matter by its number, as with deals and jobs: what belonged to one that is gone is nobody's who takes its name.
  matter bigint,
  matter_name text,
  matter_version integer,
  vendor text,
  format text not null,
  by text not null,
  at timestamptz not null,
  sha256 text not null,
  sent_at timestamptz,
  sent_by text,
  -- json, not jsonb: the words as they were written.
  record json,
  content bytea not null,
  words tsvector not null generated always as (to_tsvector('simple',
    replace(name, '-', ' ') || ' ' || title || ' ' || coalesce(vendor, '') || ' ' || coalesce(matter_name, '') || ' ' || by)) stored
);
-- A document is compressed already.
alter table clausebook.draft alter column content set storage external;
create index draft_sha256 on clausebook.draft (sha256);
create index draft_words on clausebook.draft using gin (words);
