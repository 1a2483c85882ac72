-- Who comes in, and as what; whose a matter, a deal and a job are, and with whom they are shared.

create table clausebook.person (
  -- As the sign-on names him.
  name text primary key check (name <> ''),
  role text not null check (role in ('requester', 'drafter', 'counsel', 'admin'))
);

-- Whoever saved it first.
alter table clausebook.record add column owner text;
update clausebook.record r set owner = v.by from clausebook.version v where v.record = r.id and v.version = 1;
alter table clausebook.record alter column owner set not null;

-- The matter that a deal or a job belongs to. Without a reference: what belonged to a matter that is gone is not anybody's who
-- takes its name.
alter table clausebook.record add column matter bigint;
alter table clausebook.job add column matter bigint;
update clausebook.record d set matter = m.id
  from clausebook.version v, clausebook.record m
  where d.kind = 'deal' and v.record = d.id and v.version = d.version and m.kind = 'matter'
    and m.name = (regexp_match(v.yaml, '^matter: ["'']?\.\./\.\./matters/(.+?)\.yaml["'']?$', 'n'))[1];

create table clausebook.share (
  record bigint not null references clausebook.record on delete cascade,
  kind text not null check (kind in ('everyone', 'counsel', 'person')),
  -- Of a person.
  name text not null default '',
  primary key (record, kind, name),
  check ((kind = 'person') = (name <> ''))
);
insert into clausebook.share (record, kind) select id, 'counsel' from clausebook.record where kind in ('matter', 'deal');

create function clausebook.shared(person text, counsel boolean, record bigint, owner text) returns boolean language sql stable as $$
  select owner = person or exists (
    select from clausebook.share s where s.record = shared.record
      and (s.kind = 'everyone' or (s.kind = 'counsel' and counsel) or (s.kind = 'person' and s.name = person)))
$$;

-- What belongs to a matter is seen by whoever sees that.
create function clausebook.seen(person text, counsel boolean, record bigint, owner text, matter bigint) returns boolean language sql stable as $$
  select case when matter is null then clausebook.shared(person, counsel, record, owner)
    else exists (select from clausebook.record m where m.id = seen.matter and clausebook.shared(person, counsel, m.id, m.owner)) end
$$;
