create schema access;
grant usage on schema access to egide_app;

create table access.accounts (
  id uuid primary key,
  login text not null unique check (login = lower(login)),
  name text not null,
  kind text not null default 'person' check (kind in ('person', 'service')),
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  fictional boolean not null default false,
  disabled timestamptz,
  created timestamptz not null,
  -- Who answers for it that whoever signs in is this person: the place that made the account, or whose director later let its person
  -- in anew. Whoever handed over a link may have used it: what this place vouches for is not yet known elsewhere.
  vouched_kind text not null default 'platform' check (vouched_kind in ('entity', 'group', 'region', 'nation', 'platform')),
  vouched_organisation text not null default 'instance',
  unique (id, kind)
);

-- What proves that it is this person; none for a service, which therefore never signs in. Nobody else reads it, whatever they run.
create table access.credentials (
  account uuid primary key,
  kind text not null default 'person' check (kind = 'person'),
  password text not null,
  totp_secret text,
  totp_confirmed boolean not null default false,
  totp_last_step bigint not null default 0,
  foreign key (account, kind) references access.accounts (id, kind)
);

-- A link that lets its holder choose the password of one account, once. Reached only by the functions below.
create table access.invitations (
  account uuid primary key,
  kind text not null default 'person' check (kind = 'person'),
  token_hash text not null unique,
  made timestamptz not null,
  expires timestamptz not null,
  foreign key (account, kind) references access.accounts (id, kind)
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
  given_by uuid,
  -- Null: pending. It opens nothing until its person has accepted it, signed in, with the link of whoever gave it.
  accepted timestamptz,
  revoked timestamptz,
  revoked_by uuid,
  constraint role_fits_organisation check ((role, kind) in (
    ('facility-director', 'entity'), ('rssi', 'entity'), ('contributor', 'entity'), ('reader', 'entity'), ('auditor', 'entity'),
    ('ght-coordinator', 'group'), ('regional-officer', 'region'), ('national-officer', 'nation'), ('cert-officer', 'nation'), ('platform-administrator', 'platform'))),
  -- An auditor's mandate always ends.
  constraint mandate_ends check (role <> 'auditor' or until is not null)
);
create index on access.memberships (account);
create index on access.memberships (kind, organisation);

-- The link by which a person accepts one pending role, once. Reached only by the functions below.
create table access.acceptances (
  membership uuid primary key references access.memberships,
  token_hash text not null unique,
  made timestamptz not null,
  expires timestamptz not null
);

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
  account uuid not null,
  kind text not null default 'service' check (kind = 'service'),
  created timestamptz not null,
  created_by uuid,
  expires timestamptz not null,
  used timestamptz,
  revoked timestamptz,
  foreign key (account, kind) references access.accounts (id, kind)
);
create index on access.service_keys (account);

-- Failures at the door, by login and address together: a stranger's failures do not shut the owner out.
create table access.throttle (
  bucket text primary key,
  failures integer not null,
  wait_until timestamptz not null,
  changed timestamptz not null
);
create index on access.throttle (changed);

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
    from access.memberships m where m.account = who and m.accepted <= at and m.since <= at and (m.until is null or m.until > at) and m.revoked is null;
  select coalesce(jsonb_agg(distinct jsonb_build_object('finess', g.legal_entity, 'class', g.class)), '[]') into granted
    from access.grants g where g.since <= at and (g.until is null or g.until > at) and g.revoked is null
     and (g.to_account = who or g.to_group in (select h ->> 'organisation' from jsonb_array_elements(holds) h where h ->> 'role' = 'ght-coordinator'));
  perform set_config('egide.account', who::text, true);
  -- Works there, an auditor by mandate too; who only holds a grant does not.
  perform set_config('egide.works', (select coalesce(array_agg(h ->> 'organisation'), '{}')::text from jsonb_array_elements(holds) h where h ->> 'kind' = 'entity'), true);
  perform set_config('egide.writes', (select coalesce(array_agg(h ->> 'organisation'), '{}')::text from jsonb_array_elements(holds) h where h ->> 'role' in ('facility-director', 'rssi', 'contributor')), true);
  perform set_config('egide.gives', (select coalesce(array_agg(h ->> 'organisation'), '{}')::text from jsonb_array_elements(holds) h where h ->> 'role' in ('facility-director', 'rssi')), true);
  perform set_config('egide.directs', (select coalesce(array_agg(h ->> 'organisation'), '{}')::text from jsonb_array_elements(holds) h where h ->> 'role' = 'facility-director'), true);
  perform set_config('egide.groups', (select coalesce(array_agg(h ->> 'organisation'), '{}')::text from jsonb_array_elements(holds) h where h ->> 'kind' = 'group'), true);
  perform set_config('egide.internal', (select coalesce(array_agg(x), '{}')::text from (
    select h ->> 'organisation' from jsonb_array_elements(holds) h where h ->> 'kind' = 'entity'
    union select g ->> 'finess' from jsonb_array_elements(granted) g where g ->> 'class' = 'internal') s(x)), true);
  perform set_config('egide.steering', (select coalesce(array_agg(g ->> 'finess'), '{}')::text from jsonb_array_elements(granted) g), true);
  perform set_config('egide.regions', (select coalesce(array_agg(h ->> 'organisation'), '{}')::text from jsonb_array_elements(holds) h where h ->> 'kind' = 'region'), true);
  perform set_config('egide.nation', case when holds @? '$[*] ? (@.kind == "nation")' then 'on' else '' end, true);
  perform set_config('egide.platform', case when holds @? '$[*] ? (@.kind == "platform")' then 'on' else '' end, true);
  perform set_config('egide.login', '', true);
  perform set_config('egide.system', '', true);
  return jsonb_build_object('account', who, 'kind', person.kind, 'session', in_session, 'name', person.name, 'login', person.login, 'locale', person.locale, 'holds', holds, 'grants', granted);
end $$;

-- A stranger; while somebody signs in, exactly the account of the login given can be seen.
create function access.open_anonymous(signing_in text) returns jsonb language sql as $$
  select null::jsonb from (select
    set_config('egide.account', '', true), set_config('egide.works', '', true), set_config('egide.writes', '', true), set_config('egide.gives', '', true), set_config('egide.directs', '', true), set_config('egide.groups', '', true), set_config('egide.internal', '', true), set_config('egide.steering', '', true),
    set_config('egide.regions', '', true), set_config('egide.nation', '', true), set_config('egide.platform', '', true), set_config('egide.system', '', true), set_config('egide.login', signing_in, true)) s
$$;

create function access.open_session(hash text, at timestamptz) returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_session access.sessions%rowtype;
begin
  select * into found_session from access.sessions where token_hash = hash and expires > at;
  if not found then return access.open_anonymous(''); end if;
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

-- Notes, to the minute, that a session or a key is in use, and waits for nobody.
create function access.note_session(hash text, at timestamptz) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update access.sessions set seen = at
  where id = (select id from access.sessions where token_hash = hash and expires > at and seen < at - interval '1 minute' for update skip locked)
$$;
create function access.note_key(hash text, at timestamptz) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update access.service_keys set used = at
  where id = (select id from access.service_keys where key_hash = hash and expires > at and revoked is null and (used is null or used < at - interval '1 minute') for update skip locked)
$$;

-- The operator of the machine and our own jobs: the platform, and every facility where an official file has to be recorded.
create function access.open_operator() returns jsonb language sql as $$
  select null::jsonb from (select access.open_anonymous(''), set_config('egide.platform', 'on', true), set_config('egide.nation', 'on', true), set_config('egide.system', 'on', true)) s
$$;

-- Whether this reader may let others into that account: the platform; or a director, when everything that the account holds or was
-- granted is at facilities that they direct. Otherwise the director of one hospital could enter another by a colleague's account.
-- A role that is still pending elsewhere does not count: nobody enters by it, and it wants a link that they do not have.
create function access.manages(who uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select platform.setting('platform') = 'on' or (
    exists (select from access.memberships m where m.account = who and m.accepted is not null)
    and not exists (select from access.memberships m where m.account = who and m.accepted is not null and not (m.kind = 'entity' and m.organisation = any (platform.setting_list('directs'))))
    and not exists (select from access.grants g where g.to_account = who and g.revoked is null and not g.legal_entity = any (platform.setting_list('directs'))))
$$;
create function access.only_who_manages(who uuid) returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if not access.manages(who) then raise insufficient_privilege using message = 'this account is not managed from here'; end if;
end $$;
-- Before somebody is let in anew. A director who does so answers for that person from then on, instead of the platform.
create function access.vouch(who uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from access.accounts a where a.id = who for no key update;
  perform access.only_who_manages(who);
  if platform.setting('platform') = 'on' then return; end if;
  update access.accounts a set vouched_kind = 'entity', vouched_organisation = (
      select m.organisation from access.memberships m where m.account = who and m.accepted is not null order by m.since, m.organisation limit 1)
    where a.id = who and a.vouched_kind = 'platform';
end $$;

-- The account of a login, for whoever may give a role or a grant; made when it is new. Null: there is none, and none was asked for.
create function access.account_of(wanted text) returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.setting('platform') <> 'on' and platform.setting_list('gives') = '{}' then raise insufficient_privilege using message = 'gives nothing'; end if;
  return (select id from access.accounts where login = wanted and kind = 'person' and disabled is null);
end $$;
-- Who answers for what a machine reads, and therefore may hold its key: inside a facility its director; outside, those who hold that
-- place themselves. Never the platform, which would read by the key what it may not read itself.
create function access.answers_for(of_kind text, place text) returns boolean language sql stable as $$
  select (of_kind = 'entity' and place = any (platform.setting_list('directs'))) or (of_kind = 'region' and place = any (platform.setting_list('regions')))
    or (of_kind = 'group' and place = any (platform.setting_list('groups'))) or (of_kind = 'nation' and platform.setting('nation') = 'on')
$$;
create function access.is_service(who uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.accounts where id = who and kind = 'service')
$$;
create function access.answers_for_service(who uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select access.is_service(who) and exists (select from access.memberships m where m.account = who)
    and not exists (select from access.memberships m where m.account = who and not access.answers_for(m.kind, m.organisation))
$$;

-- `of_kind` and `place`: where the first role will be held. The platform answers for whom it makes; others for that place, which is theirs.
create function access.add_account(who uuid, new_login text, new_name text, new_kind text, new_locale text, of_kind text, place text, at timestamptz) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  by_platform boolean := new_kind = 'person' and platform.setting('platform') = 'on';
begin
  if not by_platform and not (access.answers_for(of_kind, place) and (new_kind = 'service' or of_kind = 'entity')) then raise insufficient_privilege using message = 'makes no account'; end if;
  insert into access.accounts (id, login, name, kind, locale, created, vouched_kind, vouched_organisation)
    values (who, new_login, new_name, new_kind, new_locale, at, case when by_platform then 'platform' else of_kind end, case when by_platform then 'instance' else place end) on conflict (login) do nothing;
  return (select id from access.accounts where login = new_login and kind = new_kind and disabled is null);
end $$;

-- Whether a role given there to this account counts at once: the platform vouches for its person, or that place itself does, or the
-- person has accepted a role there before. Otherwise whoever holds the account might be a stranger whom another hospital let in.
create function access.counts_at_once(who uuid, of_kind text, place text) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.accounts a where a.id = who and (a.vouched_kind = 'platform' or (a.vouched_kind = of_kind and a.vouched_organisation = place)))
    or exists (select from access.memberships m where m.account = who and m.kind = of_kind and m.organisation = place and m.accepted is not null)
$$;
-- A link for a pending role, shown to whoever may give that role and never to the person's own session; it replaces the one before.
create function access.ask_acceptance(of_membership uuid, hash text, at timestamptz, until timestamptz) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from access.memberships m where m.id = of_membership and m.accepted is null and m.revoked is null and m.account::text <> platform.setting('account')
      and (platform.setting('platform') = 'on' or (m.kind = 'entity' and m.organisation = any (platform.setting_list('directs'))))) then
    raise insufficient_privilege using message = 'this role is not given from here';
  end if;
  insert into access.acceptances (membership, token_hash, made, expires) values (of_membership, hash, at, until)
    on conflict (membership) do update set token_hash = excluded.token_hash, made = excluded.made, expires = excluded.expires;
end $$;
-- What this link asks, and whom: it opens nothing by itself.
create function access.asked(hash text, at timestamptz) returns table (membership uuid, account uuid, login text, name text, role text, kind text, organisation text, until timestamptz, giver text, vouched_kind text, vouched_organisation text, expires timestamptz) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.id, a.id, a.login, a.name, m.role, m.kind, m.organisation, m.until, g.name, a.vouched_kind, a.vouched_organisation, l.expires
  from access.acceptances l join access.memberships m on m.id = l.membership join access.accounts a on a.id = m.account left join access.accounts g on g.id = m.given_by
  where l.token_hash = hash and l.expires > at and m.accepted is null and m.revoked is null and (m.until is null or m.until > at) and a.disabled is null
$$;
-- Uses the link, in the person's own session; false when it is not theirs, or was used. A link that another place made before, to
-- choose the password of this account, must not open what is accepted here: it ends.
create function access.answer_asked(hash text, accepts boolean, at timestamptz) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked uuid := (select a.membership from access.asked(hash, at) a where a.account::text = platform.setting('account'));
begin
  -- Whoever makes a link into this account meanwhile waits, and then finds that it is no longer theirs to make.
  perform from access.accounts a where a.id::text = platform.setting('account') for no key update;
  delete from access.acceptances l where l.membership = asked and l.token_hash = hash;
  if not found then return false; end if;
  if accepts then
    update access.memberships m set accepted = at where m.id = asked and m.accepted is null and m.revoked is null;
    delete from access.invitations i where i.account::text = platform.setting('account');
  else
    update access.memberships m set revoked = at, revoked_by = m.account where m.id = asked and m.accepted is null and m.revoked is null;
  end if;
  return true;
end $$;
-- Until when the links of pending roles work, of those that this reader sees anyway.
create function access.asked_until(memberships uuid[]) returns table (membership uuid, expires timestamptz) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.membership, l.expires from access.acceptances l where l.membership = any (memberships)
$$;

-- A new link replaces the one before.
create function access.invite(who uuid, hash text, at timestamptz, until timestamptz) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.vouch(who);
  insert into access.invitations (account, token_hash, made, expires) values (who, hash, at, until)
    on conflict (account) do update set token_hash = excluded.token_hash, made = excluded.made, expires = excluded.expires;
end $$;
-- The token is the proof: whoever holds it learns for whom it is, and may use it once.
create function access.invited(hash text, at timestamptz) returns table (account uuid, login text, name text, locale text, expires timestamptz, roles jsonb) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, a.login, a.name, a.locale, i.expires,
    (select coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'kind', m.kind, 'organisation', m.organisation) order by m.since), '[]') from access.memberships m where m.account = a.id and m.accepted is not null and m.revoked is null)
  from access.invitations i join access.accounts a on a.id = i.account where i.token_hash = hash and i.expires > at and a.disabled is null
$$;
create function access.accept_invitation(hash text, new_password text, at timestamptz) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid;
begin
  delete from access.invitations i using access.accounts a where i.token_hash = hash and i.expires > at and a.id = i.account and a.disabled is null returning i.account into who;
  if who is null then return null; end if;
  insert into access.credentials (account, password) values (who, new_password) on conflict (account) do update set password = excluded.password;
  delete from access.sessions where account = who;
  return who;
end $$;

-- A lost phone: the next sign-in enrols a new one. Whoever holds the old one is out.
create function access.forget_codes(who uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.vouch(who);
  update access.credentials set totp_secret = null, totp_confirmed = false where account = who;
  delete from access.sessions where account = who;
end $$;
create function access.end_sessions(who uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.only_who_manages(who);
  delete from access.sessions where account = who;
end $$;

-- Where accounts stand on their way in, of those that this reader sees anyway.
create function access.standings(who uuid[]) returns table (account uuid, password boolean, codes boolean, invited_until timestamptz) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, c.account is not null, coalesce(c.totp_confirmed, false), i.expires
  from access.accounts a left join access.credentials c on c.account = a.id left join access.invitations i on i.account = a.id where a.id = any (who)
$$;
-- How many people read somewhere by right: a number, no name.
create function access.readers(of_kind text, at_organisation text, at timestamptz) returns integer language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(distinct m.account)::integer from access.memberships m join access.accounts a on a.id = m.account
  where m.kind = of_kind and m.organisation = at_organisation and m.accepted <= at and m.since <= at and (m.until is null or m.until > at) and m.revoked is null and a.disabled is null
$$;

create function access.any_administrator(at timestamptz) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.memberships m join access.accounts a on a.id = m.account
    where m.kind = 'platform' and m.accepted is not null and m.revoked is null and (m.until is null or m.until > at) and a.disabled is null)
$$;

revoke all on all functions in schema access from public;
grant execute on all functions in schema access to egide_app;

-- Columns that make the history of a role or a grant are written once.
grant select, insert, update (locale, disabled) on access.accounts to egide_app;
grant select, insert, update (password, totp_secret, totp_confirmed, totp_last_step) on access.credentials to egide_app;
grant select, insert, update (revoked, revoked_by) on access.memberships, access.grants to egide_app;
grant select, insert, delete on access.sessions to egide_app;
grant select, insert, update (revoked) on access.service_keys to egide_app;
grant select, insert, update, delete on access.throttle to egide_app;

do $$
declare t text;
begin
  foreach t in array array['accounts', 'credentials', 'invitations', 'memberships', 'acceptances', 'sessions', 'service_keys'] loop
    execute format('alter table access.%I enable row level security', t);
    execute format('alter table access.%I force row level security', t);
    -- The functions above are the owner's.
    execute format('create policy owner on access.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
alter table access.grants enable row level security;
alter table access.grants force row level security;
create policy owner on access.grants to current_user using (true) with check (true);

-- Of accounts: one's own, the one that is signing in, colleagues at an organisation where one reads inside, all for the platform.
create policy see on access.accounts for select to egide_app using (
  id::text = (select platform.setting('account'))
  or login = nullif((select platform.setting('login')), '')
  or (select platform.setting('platform')) = 'on'
  or id in (select m.account from access.memberships m where m.kind = 'entity' and m.organisation = any ((select platform.setting_list('internal'))::text[]))
  or id in (select g.to_account from access.grants g where g.legal_entity = any ((select platform.setting_list('internal'))::text[]))
  or (kind = 'service' and access.answers_for_service(id)));
create policy add on access.accounts for insert to egide_app with check ((select platform.setting('system')) = 'on');
create policy change on access.accounts for update to egide_app using (id::text = (select platform.setting('account')) or (select platform.setting('platform')) = 'on');

create policy own on access.credentials for select to egide_app using (
  account::text = (select platform.setting('account'))
  or account in (select a.id from access.accounts a where a.login = nullif((select platform.setting('login')), '')));
create policy change on access.credentials for update to egide_app using (
  account::text = (select platform.setting('account'))
  or account in (select a.id from access.accounts a where a.login = nullif((select platform.setting('login')), '')));
create policy add on access.credentials for insert to egide_app with check ((select platform.setting('system')) = 'on');

create policy held on access.memberships for select to egide_app using (
  account::text = (select platform.setting('account'))
  or (kind = 'entity' and organisation = any ((select platform.setting_list('internal'))::text[]))
  or (select platform.setting('platform')) = 'on'
  or (kind <> 'entity' and access.answers_for(kind, organisation) and access.is_service(account)));
-- Nobody gives a role to oneself, least of all who runs the platform; and nobody accepts for somebody whom another place let in.
create policy give on access.memberships for insert to egide_app with check (
  account::text <> (select platform.setting('account'))
  and (accepted is null or access.counts_at_once(account, kind, organisation))
  and ((kind = 'entity' and organisation = any ((select platform.setting_list('directs'))::text[]))
    or case when access.is_service(account) then access.answers_for(kind, organisation) else (select platform.setting('platform')) = 'on' end));
create policy revoke on access.memberships for update to egide_app using (
  (kind = 'entity' and organisation = any ((select platform.setting_list('directs'))::text[])) or (select platform.setting('platform')) = 'on'
  or (access.is_service(account) and access.answers_for(kind, organisation)));

create policy given on access.grants for select to egide_app using (
  legal_entity = any ((select platform.setting_list('internal'))::text[])
  or to_account::text = (select platform.setting('account'))
  or to_group = any ((select platform.setting_list('groups'))::text[])
  or (select platform.setting('system')) = 'on');
create policy give on access.grants for insert to egide_app with check (
  legal_entity = any ((select platform.setting_list('gives'))::text[]) or (select platform.setting('system')) = 'on');
create policy revoke on access.grants for update to egide_app using (
  legal_entity = any ((select platform.setting_list('gives'))::text[]) or (select platform.setting('system')) = 'on');

create policy mine on access.sessions to egide_app using (account::text = (select platform.setting('account')));

create policy see on access.service_keys for select to egide_app using (
  (select platform.setting('platform')) = 'on'
  or account in (select m.account from access.memberships m where m.kind = 'entity' and m.organisation = any ((select platform.setting_list('internal'))::text[]))
  or access.answers_for_service(account));
create policy add on access.service_keys for insert to egide_app with check (
  access.answers_for_service(account) and exists (select from access.memberships m where m.account = service_keys.account and m.revoked is null));
-- Taking a key away opens nothing: the platform may, where nobody else is left.
create policy revoke on access.service_keys for update to egide_app using ((select platform.setting('platform')) = 'on' or access.answers_for_service(account));

-- Only the removal of the fictional territory deletes people: invented ones, and what anybody held at an invented organisation.
create function access.remove_fictional() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  invented uuid[] := array(select id from access.accounts where fictional);
  places text[] := array(select finess from facilities.legal_entities where fictional union all select code from facilities.groups where fictional union all select code from facilities.regions where fictional);
  more uuid[];
begin
  perform platform.only_platform();
  -- The accounts of a published list may have made others: who holds nothing but what invented people gave, or a place that is
  -- invented, is of the territory too; so, in turn, is what these gave.
  loop
    select array_agg(a.id) into more from access.accounts a
    where not a.id = any (invented)
      and (exists (select from access.memberships m where m.account = a.id) or exists (select from access.grants g where g.to_account = a.id))
      and not exists (select from access.memberships m where m.account = a.id
        and not (m.kind in ('entity', 'group', 'region') and m.organisation = any (places)) and (m.given_by is null or not m.given_by = any (invented)))
      and not exists (select from access.grants g where g.to_account = a.id
        and not g.legal_entity = any (places) and (g.given_by is null or not g.given_by = any (invented)));
    exit when more is null;
    invented := invented || more;
  end loop;
  delete from access.sessions where account = any (invented);
  delete from access.service_keys where account = any (invented);
  delete from access.invitations where account = any (invented);
  delete from access.credentials where account = any (invented);
  delete from access.grants where to_account = any (invented) or legal_entity = any (places) or given_by = any (invented);
  delete from access.acceptances where membership in (select id from access.memberships where account = any (invented) or given_by = any (invented) or (kind in ('entity', 'group', 'region') and organisation = any (places)));
  delete from access.memberships where account = any (invented) or given_by = any (invented) or (kind in ('entity', 'group', 'region') and organisation = any (places));
  delete from access.accounts where id = any (invented);
end $$;
revoke all on function access.remove_fictional from public;
grant execute on function access.remove_fictional to egide_app;
