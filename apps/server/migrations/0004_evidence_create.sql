create schema evidence;
grant usage on schema evidence to egide_app;

-- The ledger: every fact stated once. Appended, never changed; a correction is a new one that names the old.
create table evidence.observations (
  legal_entity text not null,
  id uuid not null,
  recorded_order bigint generated always as identity,
  key text not null,
  value jsonb not null,
  unit text,
  about_kind text not null,
  about_id text not null,
  collected timestamptz not null,
  collected_day date,
  expires timestamptz,
  method text not null check (method in ('examine', 'interview', 'test')),
  trust text not null check (trust in ('declared', 'documented', 'computed', 'verified')),
  class text not null check (class in ('internal', 'steering', 'public')),
  -- Reaches those who steer when recorded; what is answered by hand waits for a submission.
  shared boolean not null,
  source_kind text not null,
  source_label text not null,
  source jsonb not null default '{}',
  recorded timestamptz not null,
  corrects uuid,
  fingerprint text not null,
  primary key (legal_entity, id),
  foreign key (legal_entity, corrects) references evidence.observations (legal_entity, id)
);
create index on evidence.observations (legal_entity, key, collected desc);
create unique index on evidence.observations (legal_entity, fingerprint);

-- What stays inside the walls whatever the class of the fact: who said it, and the words of a justification.
create table evidence.details (
  legal_entity text not null,
  observation uuid not null,
  author uuid,
  author_name text not null,
  note text,
  primary key (legal_entity, observation),
  foreign key (legal_entity, observation) references evidence.observations (legal_entity, id) on delete cascade
);

grant select, insert on evidence.observations, evidence.details to egide_app;
alter table evidence.details enable row level security;
alter table evidence.details force row level security;
create policy owner on evidence.details to current_user using (true) with check (true);
create policy read on evidence.details for select to egide_app using (
  legal_entity = any ((select platform.setting_list('internal'))::text[])
  or author::text = (select platform.setting('account')));
-- The observation beside it has already passed its own check.
create policy record on evidence.details for insert to egide_app with check (
  exists (select from evidence.observations o where o.legal_entity = details.legal_entity and o.id = details.observation));
alter table evidence.observations enable row level security;
alter table evidence.observations force row level security;
create policy owner on evidence.observations to current_user using (true) with check (true);
create policy read on evidence.observations for select to egide_app using (
  legal_entity = any ((select platform.setting_list('internal'))::text[])
  or (class <> 'internal' and shared and (
    legal_entity = any ((select platform.setting_list('steering'))::text[])
    or (select platform.setting('nation')) = 'on'
    or legal_entity in (select e.finess from facilities.legal_entities e where e.region = any ((select platform.setting_list('regions'))::text[])))));
-- A facility records its own facts; officers and the operator record official ones on their territory.
create policy record on evidence.observations for insert to egide_app with check (
  legal_entity = any ((select platform.setting_list('writes'))::text[])
  or (shared and class <> 'internal' and (
    (select platform.setting('nation')) = 'on'
    or legal_entity in (select e.finess from facilities.legal_entities e where e.region = any ((select platform.setting_list('regions'))::text[])))));
-- Only the removal of the fictional territory takes observations away.
create function evidence.remove_fictional() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform platform.only_platform();
  delete from evidence.observations where legal_entity in (select finess from facilities.legal_entities where fictional);
end $$;
revoke all on function evidence.remove_fictional from public;
grant execute on function evidence.remove_fictional to egide_app;
