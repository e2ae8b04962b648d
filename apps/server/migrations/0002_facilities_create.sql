create schema facilities;
grant usage on schema facilities to egide_app;

-- Vocabularies, brought up to date from the content by each import.
create table facilities.regions (
  code text primary key,
  name text not null,
  agency text,
  fictional boolean not null default false
);
create table facilities.departments (
  code text primary key,
  name text not null,
  -- Null: no regional agency is competent there.
  region text references facilities.regions,
  fictional boolean not null default false
);
create table facilities.categories (
  code text primary key,
  label text not null,
  aggregate text,
  -- hidden: the address may be a home or a shelter and is never shown; caution: no position on a public map.
  protection text check (protection in ('hidden', 'caution'))
);

-- One row per import that was received, whatever became of it.
create table facilities.batches (
  id uuid primary key,
  number bigint generated always as identity,
  format text not null,
  file_name text not null,
  sha256 text not null,
  size bigint not null,
  producer text,
  -- Day of the data, as the file says; the licence as whoever imports declares it.
  data_day date,
  licence text,
  encoding text,
  fictional boolean not null default false,
  state text not null check (state in ('received', 'previewed', 'waiting', 'published', 'refused', 'abandoned')),
  counts jsonb,
  guards jsonb not null default '[]',
  problem jsonb,
  received timestamptz not null,
  received_by jsonb not null,
  previewed timestamptz,
  published timestamptz,
  published_by jsonb
);
create table facilities.batch_confirmations (
  batch uuid not null references facilities.batches,
  account uuid not null,
  name text not null,
  at timestamptz not null,
  primary key (batch, account)
);
-- The file as received, gzip, until it is published or abandoned: any process may then work on it.
create table facilities.batch_pieces (
  batch uuid not null references facilities.batches,
  piece integer not null,
  bytes bytea not null,
  primary key (batch, piece)
);
alter table facilities.batch_pieces alter column bytes set storage external;
create table facilities.batch_notices (
  batch uuid not null references facilities.batches,
  line integer not null,
  level text not null check (level in ('rejected', 'warning')),
  at text not null,
  code text not null,
  params jsonb not null,
  primary key (batch, line)
);
-- What a batch changes: the preview, and afterwards the trace. before: the attributes that changed, as they were.
create table facilities.batch_changes (
  batch uuid not null references facilities.batches,
  change text not null check (change in ('added', 'changed', 'moved', 'closed', 'unseen')),
  kind text not null check (kind in ('entity', 'site', 'group')),
  id text not null,
  name text not null,
  before jsonb,
  after jsonb,
  primary key (batch, change, kind, id)
);

create table facilities.legal_entities (
  finess text primary key,
  name text not null,
  short_name text,
  siren text,
  ape text,
  status text,
  public_function text,
  -- Category of its principal open site: an entity has none of its own in the register.
  category text,
  open boolean not null,
  opened date,
  closed date,
  street text,
  place text,
  postcode text,
  town text,
  insee text,
  department text,
  region text,
  longitude double precision,
  latitude double precision,
  natural_person boolean not null default false,
  fictional boolean not null default false,
  -- Since when the present name, and the present state, are known; null: since the beginning.
  name_since date,
  unseen_since date,
  -- The import that last changed it.
  batch uuid references facilities.batches
);
create index on facilities.legal_entities (region, department);
create table facilities.sites (
  finess text primary key,
  legal_entity text not null references facilities.legal_entities,
  name text not null,
  short_name text,
  complement text,
  category text,
  tariff text,
  service text,
  siret text,
  open boolean not null,
  opened date,
  closed date,
  street text,
  place text,
  postcode text,
  town text,
  insee text,
  department text,
  region text,
  longitude double precision,
  latitude double precision,
  fictional boolean not null default false,
  name_since date,
  category_since date,
  legal_entity_since date,
  unseen_since date,
  batch uuid references facilities.batches
);
create index on facilities.sites (legal_entity);
-- Periods that ended: a name, a category, a legal entity that were. The present ones are on the facility itself.
create table facilities.past_periods (
  finess text not null,
  attribute text not null check (attribute in ('name', 'category', 'legal-entity')),
  value text,
  since date,
  until date not null,
  batch uuid not null references facilities.batches,
  primary key (finess, attribute, batch)
);
create index on facilities.past_periods (value) where attribute = 'legal-entity';

-- A GHT. code is the first identifier it came under and never changes; those it bears or bore are its aliases.
create table facilities.groups (
  code text primary key,
  name text not null,
  region text,
  open boolean not null default true,
  fictional boolean not null default false,
  unseen_since date,
  batch uuid references facilities.batches
);
create table facilities.group_aliases (
  alias text primary key,
  group_code text not null references facilities.groups,
  kind text not null check (kind in ('sae', 'short', 'finess')),
  since date not null
);
create index on facilities.group_aliases (group_code);
create table facilities.group_members (
  group_code text not null references facilities.groups,
  legal_entity text not null references facilities.legal_entities,
  role text not null check (role in ('support', 'member')),
  -- Day of the data in which the link was first, and no longer, seen.
  since date not null default current_date,
  until date,
  batch uuid references facilities.batches,
  primary key (group_code, legal_entity, since)
);
create index on facilities.group_members (legal_entity);
create view facilities.current_members with (security_invoker) as
  select group_code, legal_entity, role, since from facilities.group_members where until is null;

-- Search: facilities in the order in which they are shown, and for each word where it stands (see search/README.md).
create table facilities.search_documents (
  position integer primary key,
  finess text not null,
  kind text not null check (kind in ('entity', 'site'))
);
-- For numbers of which only the beginning is known, whatever the collation of the database.
create index on facilities.search_documents (finess text_pattern_ops);
create table facilities.search_words (
  word text collate "C" primary key,
  occurrences integer not null,
  postings bytea not null,
  -- Hashes of the word with one letter left out: two words share one when a slip of the hand separates them.
  slips integer[] not null
);
alter table facilities.search_words alter column postings set storage external;
create index on facilities.search_words using gin (slips);
-- Positions from which facilities are closed, then natural persons. One row.
create table facilities.search_bounds (
  one boolean primary key default true check (one),
  closed_from integer not null,
  persons_from integer not null
);

-- A register is read by everybody who is signed in and written by whoever runs the platform.
do $$
declare t text;
begin
  foreach t in array array['regions', 'departments', 'categories', 'batches', 'batch_confirmations', 'batch_pieces', 'batch_notices', 'batch_changes', 'legal_entities', 'sites', 'past_periods',
    'groups', 'group_aliases', 'group_members', 'search_documents', 'search_words', 'search_bounds'] loop
    execute format('grant select, insert, update, delete on facilities.%I to egide_app', t);
    execute format('alter table facilities.%I enable row level security', t);
    execute format('alter table facilities.%I force row level security', t);
    if t not like 'batch%' then
      execute format('create policy read on facilities.%I for select to egide_app using (true)', t);
    end if;
    execute format('create policy write on facilities.%I to egide_app using ((select platform.setting(''platform'')) = ''on'') with check ((select platform.setting(''platform'')) = ''on'')', t);
    -- Functions of the owner read it too.
    execute format('create policy owner on facilities.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
-- Fictional is said once, and only what is fictional is ever taken away: whatever runs here, nothing real passes for invented.
do $$
declare t text;
begin
  foreach t in array array['regions', 'departments', 'legal_entities', 'sites', 'groups'] loop
    execute format('revoke update on facilities.%I from egide_app', t);
    execute format('grant update (%s) on facilities.%I to egide_app',
      (select string_agg(quote_ident(column_name), ', ') from information_schema.columns where table_schema = 'facilities' and table_name = t and column_name <> 'fictional'), t);
    execute format('create policy remove on facilities.%I as restrictive for delete to egide_app using (fictional)', t);
  end loop;
end $$;
-- What was published is attributed on every page; what waits is the business of those who run the platform.
create policy read on facilities.batches for select to egide_app using (state = 'published');
grant select on facilities.current_members to egide_app;

-- Only an owner may refresh the planner's statistics, and the first import turns empty tables into large ones.
create function facilities.refresh_statistics() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.setting('platform') = 'on' then
    analyze facilities.legal_entities, facilities.sites, facilities.search_documents, facilities.search_words;
  end if;
end $$;
revoke all on function facilities.refresh_statistics from public;
grant execute on function facilities.refresh_statistics to egide_app;
