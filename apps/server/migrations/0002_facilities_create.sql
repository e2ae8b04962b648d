create schema facilities;
grant usage on schema facilities to egide_app;

create table facilities.regions (
  code text primary key,
  name text not null,
  fictional boolean not null default false
);
create table facilities.departments (
  code text primary key,
  name text not null,
  region text references facilities.regions
);
create table facilities.legal_entities (
  finess text primary key,
  name text not null,
  long_name text,
  siren text,
  status text,
  category text,
  opened date,
  closed date,
  open boolean not null,
  town text,
  postcode text,
  insee text,
  department text,
  region text,
  natural_person boolean not null default false,
  fictional boolean not null default false
);
create index on facilities.legal_entities (region);
create table facilities.sites (
  finess text primary key,
  legal_entity text not null references facilities.legal_entities,
  name text not null,
  category text,
  opened date,
  closed date,
  open boolean not null,
  town text,
  postcode text,
  insee text,
  fictional boolean not null default false
);
create index on facilities.sites (legal_entity);
create table facilities.groups (
  code text primary key,
  name text not null,
  region text,
  fictional boolean not null default false
);
create table facilities.group_members (
  group_code text not null references facilities.groups,
  legal_entity text not null references facilities.legal_entities,
  role text not null check (role in ('support', 'member')),
  since date,
  until date,
  primary key (group_code, legal_entity)
);
create index on facilities.group_members (legal_entity);

-- A register is read by everybody who is signed in and written by whoever runs the platform.
do $$
declare t text;
begin
  foreach t in array array['regions', 'departments', 'legal_entities', 'sites', 'groups', 'group_members'] loop
    execute format('grant select, insert, update, delete on facilities.%I to egide_app', t);
    execute format('alter table facilities.%I enable row level security', t);
    execute format('alter table facilities.%I force row level security', t);
    execute format('create policy read on facilities.%I for select to egide_app using (true)', t);
    execute format('create policy write on facilities.%I to egide_app using ((select platform.setting(''platform'')) = ''on'') with check ((select platform.setting(''platform'')) = ''on'')', t);
    -- Functions of the owner read it too.
    execute format('create policy owner on facilities.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
