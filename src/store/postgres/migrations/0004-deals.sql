-- A deal is a record too: each version of its deal.yaml, which has every turn, is a row of clausebook.version. Its files stand here.

alter table clausebook.record drop constraint record_kind_check;
alter table clausebook.record add constraint record_kind_check check (kind in ('matter', 'vendor', 'deal'));

create table clausebook.deal_file (
  deal bigint not null references clausebook.record on delete cascade,
  -- As the folder of a deal has it: deal.key, points.json, 1-sent.docx, 1-marks.json, 1-returned.docx.
  file text not null,
  content bytea not null,
  sha256 text not null,
  primary key (deal, file)
);
-- A document is compressed already.
alter table clausebook.deal_file alter column content set storage external;
