-- A part may be of one file, such as a paper that is reviewed: its bytes, which whoever works on it is handed.
alter table clausebook.job_part add column file bytea;
-- Most files are compressed already.
alter table clausebook.job_part alter column file set storage external;
