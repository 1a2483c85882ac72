-- A link by which a vendor answers its questionnaire is a record too: who made it, until when, and what came by it; of its token the digest.

alter table clausebook.record drop constraint record_kind_check;
alter table clausebook.record add constraint record_kind_check check (kind in ('matter', 'vendor', 'deal', 'link'));
