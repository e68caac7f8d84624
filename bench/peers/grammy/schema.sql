create table if not exists activity (
  id integer primary key,
  person_id integer not null,
  number integer not null,
  name text not null
);
create index if not exists activity_of_person on activity (person_id, number);
create table if not exists report (
  id integer primary key,
  activity_id integer not null references activity (id),
  person_id integer not null,
  percentage integer not null check (percentage between 0 and 100),
  observation text not null
);
create index if not exists report_of_activity on report (activity_id);
create table if not exists conversation (key text primary key, state text not null);
