create schema access;
grant usage on schema access to egide_app;

create table access.accounts (
  id uuid primary key,
  login text not null unique check (login = lower(login)),
  name text not null,
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  password text not null,
  totp_secret text,
  totp_confirmed boolean not null default false,
  totp_last_step bigint not null default 0,
  fictional boolean not null default false,
  disabled timestamptz,
  created timestamptz not null
);

-- A role held at an organisation, dated, never deleted: revoked.
create table access.memberships (
  id uuid primary key,
  account uuid not null references access.accounts,
  role text not null,
  kind text not null,
  organisation text not null,
  since timestamptz not null,
  until timestamptz,
  revoked timestamptz,
  constraint role_fits_organisation check ((role, kind) in (
    ('facility-director', 'entity'), ('rssi', 'entity'), ('contributor', 'entity'), ('reader', 'entity'), ('auditor', 'entity'),
    ('ght-coordinator', 'group'), ('regional-officer', 'region'), ('national-officer', 'nation'), ('cert-officer', 'nation'), ('platform-administrator', 'platform'))),
  -- An auditor's mandate always ends.
  constraint mandate_ends check (role <> 'auditor' or until is not null)
);
create index on access.memberships (account);
create index on access.memberships (kind, organisation);

-- What a legal entity lets others read: a person, or the coordinators of a GHT. Dated and revocable.
create table access.grants (
  legal_entity text not null,
  id uuid not null,
  to_account uuid references access.accounts,
  to_group text,
  class text not null check (class in ('internal', 'steering')),
  reason text not null,
  given_by uuid,
  since timestamptz not null,
  until timestamptz,
  revoked timestamptz,
  revoked_by uuid,
  primary key (legal_entity, id),
  check ((to_account is null) <> (to_group is null))
);
create index on access.grants (to_account);
create index on access.grants (to_group);

create table access.sessions (
  id uuid primary key,
  token_hash text not null unique,
  account uuid not null references access.accounts,
  opened timestamptz not null,
  seen timestamptz not null,
  expires timestamptz not null,
  agent text not null,
  address text not null
);
create index on access.sessions (account);

-- A key of a service account: scoped by its memberships like a person, never interactive.
create table access.service_keys (
  id uuid primary key,
  key_hash text not null unique,
  account uuid not null references access.accounts,
  label text not null,
  created timestamptz not null,
  expires timestamptz not null,
  revoked timestamptz
);

-- Failures at the door, by login and address together: a stranger's failures do not shut the owner out.
create table access.throttle (
  bucket text primary key,
  failures integer not null,
  wait_until timestamptz not null,
  changed timestamptz not null
);

-- Puts the scope of an account into the settings of this transaction, from our own tables, and answers who it is.
create function access.open_account(who uuid, in_session uuid, at timestamptz) returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  person access.accounts%rowtype;
  holds jsonb;
  granted jsonb;
begin
  select * into person from access.accounts where id = who and disabled is null;
  if not found then return access.open_anonymous(''); end if;
  select coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'kind', m.kind, 'organisation', m.organisation) order by m.role, m.organisation), '[]') into holds
    from access.memberships m where m.account = who and m.since <= at and (m.until is null or m.until > at) and m.revoked is null;
  select coalesce(jsonb_agg(distinct jsonb_build_object('finess', g.legal_entity, 'class', g.class)), '[]') into granted
    from access.grants g where g.since <= at and (g.until is null or g.until > at) and g.revoked is null
     and (g.to_account = who or g.to_group in (select h ->> 'organisation' from jsonb_array_elements(holds) h where h ->> 'role' = 'ght-coordinator'));
  perform set_config('egide.account', who::text, true);
  perform set_config('egide.writes', (select coalesce(array_agg(h ->> 'organisation'), '{}')::text from jsonb_array_elements(holds) h where h ->> 'role' in ('facility-director', 'rssi', 'contributor')), true);
  perform set_config('egide.internal', (select coalesce(array_agg(x), '{}')::text from (
    select h ->> 'organisation' from jsonb_array_elements(holds) h where h ->> 'kind' = 'entity'
    union select g ->> 'finess' from jsonb_array_elements(granted) g where g ->> 'class' = 'internal') s(x)), true);
  perform set_config('egide.steering', (select coalesce(array_agg(g ->> 'finess'), '{}')::text from jsonb_array_elements(granted) g), true);
  perform set_config('egide.regions', (select coalesce(array_agg(h ->> 'organisation'), '{}')::text from jsonb_array_elements(holds) h where h ->> 'kind' = 'region'), true);
  perform set_config('egide.nation', case when holds @? '$[*] ? (@.kind == "nation")' then 'on' else '' end, true);
  perform set_config('egide.platform', case when holds @? '$[*] ? (@.kind == "platform")' then 'on' else '' end, true);
  perform set_config('egide.login', '', true);
  perform set_config('egide.system', '', true);
  return jsonb_build_object('account', who, 'session', in_session, 'name', person.name, 'login', person.login, 'locale', person.locale, 'holds', holds, 'grants', granted);
end $$;

-- A stranger; while somebody signs in, exactly the account of the login given can be seen.
create function access.open_anonymous(signing_in text) returns jsonb language sql as $$
  select null::jsonb from (select
    set_config('egide.account', '', true), set_config('egide.writes', '', true), set_config('egide.internal', '', true), set_config('egide.steering', '', true),
    set_config('egide.regions', '', true), set_config('egide.nation', '', true), set_config('egide.platform', '', true), set_config('egide.system', '', true), set_config('egide.login', signing_in, true)) s
$$;

create function access.open_session(hash text, at timestamptz) returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_session access.sessions%rowtype;
begin
  select * into found_session from access.sessions where token_hash = hash and expires > at;
  if not found then return access.open_anonymous(''); end if;
  if found_session.seen < at - interval '1 minute' then update access.sessions set seen = at where id = found_session.id; end if;
  return access.open_account(found_session.account, found_session.id, at);
end $$;

create function access.open_service(hash text, at timestamptz) returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_key access.service_keys%rowtype;
begin
  select * into found_key from access.service_keys where key_hash = hash and expires > at and revoked is null;
  if not found then return access.open_anonymous(''); end if;
  return access.open_account(found_key.account, null, at);
end $$;

-- The operator of the machine and our own jobs: the platform, and every facility where an official file has to be recorded.
create function access.open_operator() returns jsonb language sql as $$
  select null::jsonb from (select access.open_anonymous(''), set_config('egide.platform', 'on', true), set_config('egide.nation', 'on', true), set_config('egide.system', 'on', true)) s
$$;

revoke all on all functions in schema access from public;
grant execute on all functions in schema access to egide_app;

grant select, insert, update on access.accounts, access.memberships, access.grants to egide_app;
grant select, insert, update, delete on access.sessions, access.service_keys, access.throttle to egide_app;

alter table access.accounts enable row level security;
alter table access.accounts force row level security;
alter table access.memberships enable row level security;
alter table access.memberships force row level security;
alter table access.grants enable row level security;
alter table access.grants force row level security;
alter table access.sessions enable row level security;
alter table access.sessions force row level security;
alter table access.service_keys enable row level security;
alter table access.service_keys force row level security;

create policy owner on access.accounts to current_user using (true) with check (true);
create policy owner on access.memberships to current_user using (true) with check (true);
create policy owner on access.grants to current_user using (true) with check (true);
create policy owner on access.sessions to current_user using (true) with check (true);
create policy owner on access.service_keys to current_user using (true) with check (true);

-- Of accounts: one's own, the one that is signing in, colleagues at an organisation where one reads inside, all for the platform.
create policy people on access.accounts to egide_app using (
  id::text = (select platform.setting('account'))
  or login = nullif((select platform.setting('login')), '')
  or (select platform.setting('platform')) = 'on'
  or id in (select m.account from access.memberships m where m.kind = 'entity' and m.organisation = any ((select platform.setting_list('internal'))::text[]))
  or id in (select g.to_account from access.grants g where g.legal_entity = any ((select platform.setting_list('internal'))::text[])));
create policy held on access.memberships to egide_app using (
  account::text = (select platform.setting('account'))
  or (kind = 'entity' and organisation = any ((select platform.setting_list('internal'))::text[]))
  or (select platform.setting('platform')) = 'on')
  with check ((kind = 'entity' and organisation = any ((select platform.setting_list('writes'))::text[])) or (select platform.setting('platform')) = 'on');
create policy given on access.grants for select to egide_app using (
  legal_entity = any ((select platform.setting_list('internal'))::text[])
  or to_account::text = (select platform.setting('account'))
  or (select platform.setting('system')) = 'on');
create policy give on access.grants to egide_app using (
  legal_entity = any ((select platform.setting_list('writes'))::text[]) or (select platform.setting('system')) = 'on');
create policy mine on access.sessions to egide_app using (
  account::text = (select platform.setting('account'))
  or account in (select a.id from access.accounts a where a.login = nullif((select platform.setting('login')), ''))
  or (select platform.setting('system')) = 'on');
create policy keys on access.service_keys to egide_app using (
  account::text = (select platform.setting('account')) or (select platform.setting('platform')) = 'on');

create function access.any_administrator() returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.memberships where kind = 'platform' and revoked is null)
$$;
revoke all on function access.any_administrator from public;
grant execute on function access.any_administrator to egide_app;

-- Only the removal of the fictional territory deletes people: invented ones, and what anybody held at an invented organisation.
create function access.remove_fictional() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  invented uuid[] := array(select id from access.accounts where fictional);
  places text[] := array(select finess from facilities.legal_entities where fictional union all select code from facilities.groups where fictional union all select code from facilities.regions where fictional);
begin
  perform platform.only_platform();
  delete from access.sessions where account = any (invented);
  delete from access.service_keys where account = any (invented);
  delete from access.grants where to_account = any (invented) or legal_entity = any (places);
  delete from access.memberships where account = any (invented) or (kind in ('entity', 'group', 'region') and organisation = any (places));
  delete from access.accounts where id = any (invented);
end $$;
revoke all on function access.remove_fictional from public;
grant execute on function access.remove_fictional to egide_app;
