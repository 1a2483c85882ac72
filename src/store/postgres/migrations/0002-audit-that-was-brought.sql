-- A line that came with an import was not seen by this database: when it was brought tells it apart.
alter table clausebook.audit add column brought timestamptz;
