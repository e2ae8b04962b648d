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
  -- Of a key that no GHT and no peer is shown: its own people and its officers read it, nobody by a grant or because it covers them.
  withheld boolean not null,
  source_kind text not null,
  source_label text not null,
  source jsonb not null default '{}',
  recorded timestamptz not null,
  corrects uuid,
  -- Takes back what it corrects and says nothing in its place.
  withdraws boolean not null default false check (corrects is not null or not withdraws),
  fingerprint text not null,
  primary key (legal_entity, id),
  foreign key (legal_entity, corrects) references evidence.observations (legal_entity, id)
);
create index on evidence.observations (legal_entity, key, collected desc);
create index on evidence.observations (legal_entity, corrects) where corrects is not null;
create unique index on evidence.observations (legal_entity, fingerprint);
-- What waits for an officer, over a whole territory.
create index on evidence.observations (recorded) where trust = 'documented' and source_kind = 'opssies';

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

-- A fact about a whole GHT belongs to its support entity (owner); each member that it covers reads that one fact, until it is revoked.
-- No foreign key to the observation: the row belongs to the member, the observation to another tenant.
create table evidence.coverings (
  legal_entity text not null,
  owner text not null,
  observation uuid not null,
  since timestamptz not null,
  until timestamptz,
  revoked timestamptz,
  revoked_by uuid,
  primary key (legal_entity, owner, observation)
);
create index on evidence.coverings (owner, observation);

grant select, insert on evidence.observations, evidence.details to egide_app;
grant select, insert, update (revoked, revoked_by) on evidence.coverings to egide_app;
alter table evidence.coverings enable row level security;
alter table evidence.coverings force row level security;
create policy owner on evidence.coverings to current_user using (true) with check (true);
-- Seen from both sides, and by those who steer the member. Names no observation: the policies of observations read this table.
create policy read on evidence.coverings for select to egide_app using (
  owner = any ((select platform.setting_list('internal'))::text[])
  or legal_entity = any ((select platform.setting_list('internal'))::text[])
  or legal_entity = any ((select platform.setting_list('steering'))::text[])
  or (select platform.setting('nation')) = 'on'
  or legal_entity in (select e.finess from facilities.legal_entities e where e.region = any ((select platform.setting_list('regions'))::text[])));
-- Only the support entity of a GHT covers, and only those who are its members today.
create policy cover on evidence.coverings for insert to egide_app with check (
  owner = any ((select platform.setting_list('writes'))::text[])
  and legal_entity in (
    select m.legal_entity from facilities.current_members m join facilities.current_members s on s.group_code = m.group_code
    where s.legal_entity = owner and s.role = 'support' and m.legal_entity <> owner));
create policy revoke on evidence.coverings for update to egide_app using (owner = any ((select platform.setting_list('writes'))::text[]));
alter table evidence.details enable row level security;
alter table evidence.details force row level security;
create policy owner on evidence.details to current_user using (true) with check (true);
-- Who reads inside by a grant reads beside what the grant shows.
create policy read on evidence.details for select to egide_app using (
  legal_entity = any ((select platform.setting_list('works'))::text[])
  or author::text = (select platform.setting('account'))
  or (legal_entity = any ((select platform.setting_list('internal'))::text[])
    and exists (select from evidence.observations o where o.legal_entity = details.legal_entity and o.id = details.observation)));
-- The observation beside it has already passed its own check.
create policy record on evidence.details for insert to egide_app with check (
  exists (select from evidence.observations o where o.legal_entity = details.legal_entity and o.id = details.observation));
alter table evidence.observations enable row level security;
alter table evidence.observations force row level security;
create policy owner on evidence.observations to current_user using (true) with check (true);
create policy read on evidence.observations for select to egide_app using (
  legal_entity = any ((select platform.setting_list('works'))::text[])
  or (not withheld and legal_entity = any ((select platform.setting_list('internal'))::text[]))
  or (class <> 'internal' and shared and (
    (not withheld and legal_entity = any ((select platform.setting_list('steering'))::text[]))
    or (select platform.setting('nation')) = 'on'
    or legal_entity in (select e.finess from facilities.legal_entities e where e.region = any ((select platform.setting_list('regions'))::text[]))))
  -- The people of a member that it covers read it as the owner's do, those who steer the member as they would the owner.
  or (not withheld and (legal_entity, id) in (select c.owner, c.observation from evidence.coverings c where c.revoked is null and c.legal_entity = any ((select platform.setting_list('internal'))::text[])))
  or (not withheld and class <> 'internal' and shared and (legal_entity, id) in (select c.owner, c.observation from evidence.coverings c where c.revoked is null)));
-- A facility records its own facts; officers and the operator record official ones on their territory.
create policy record on evidence.observations for insert to egide_app with check (
  legal_entity = any ((select platform.setting_list('writes'))::text[])
  or (shared and class <> 'internal' and (
    (select platform.setting('nation')) = 'on'
    or legal_entity in (select e.finess from facilities.legal_entities e where e.region = any ((select platform.setting_list('regions'))::text[])))));
-- Corrections cover whom the corrected covered. Whoever recorded them passed the policies above, perhaps an officer who covers nobody.
create function evidence.carry_coverings(of_owner text, corrections uuid[], at timestamptz) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into evidence.coverings (legal_entity, owner, observation, since, until)
    select c.legal_entity, c.owner, o.id, at, c.until from evidence.observations o join evidence.coverings c on c.owner = o.legal_entity and c.observation = o.corrects
    where o.legal_entity = of_owner and o.id = any (corrections) and c.revoked is null
  on conflict do nothing
$$;
-- How many members a fact covers: a number, no name, for the members themselves.
create function evidence.covered(of_owner text, of_observations uuid[], at timestamptz) returns table (observation uuid, members integer) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.observation, count(*)::integer from evidence.coverings c
  where c.owner = of_owner and c.observation = any (of_observations) and c.revoked is null and (c.until is null or c.until > at) group by c.observation
$$;
revoke all on function evidence.carry_coverings, evidence.covered from public;
grant execute on function evidence.carry_coverings, evidence.covered to egide_app;
-- Only the removal of the fictional territory takes observations away.
create function evidence.remove_fictional() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform platform.only_platform();
  delete from evidence.coverings where legal_entity in (select finess from facilities.legal_entities where fictional) or owner in (select finess from facilities.legal_entities where fictional);
  delete from evidence.observations where legal_entity in (select finess from facilities.legal_entities where fictional);
end $$;
revoke all on function evidence.remove_fictional from public;
grant execute on function evidence.remove_fictional to egide_app;
