-- Jobs that are begun again and again: whoever begins one says in the same transaction when the next is due.
create table clausebook.watch (
  id text primary key,
  title text not null,
  every text not null,
  task json not null,
  by text not null,
  next timestamptz not null
);
