-- Who is signed in by the company's sign-on, on whatever server.

create table clausebook.sign_in (
  -- Of what the browser keeps, which stands nowhere else.
  sha256 text primary key,
  name text not null check (name <> ''),
  until timestamptz not null
);
create index sign_in_until on clausebook.sign_in (until);
