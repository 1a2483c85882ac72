-- A view is a named filter of the vendors, and a record as they are.

alter table clausebook.record drop constraint record_kind_check;
alter table clausebook.record add constraint record_kind_check check (kind in ('matter', 'vendor', 'deal', 'link', 'view'));

-- Which deals have a file of these bytes.
create index deal_file_sha256 on clausebook.deal_file (sha256);
