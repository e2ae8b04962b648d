-- Settings of the present transaction, read by row-level security. A list is `{a,b}`; an absent setting is empty.
create function platform.setting(name text) returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('egide.' || name, true), '') $$;
create function platform.setting_list(name text) returns text[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('egide.' || name, true), ''), '{}')::text[] $$;
grant usage on schema platform to egide_app;
-- First line of what only the platform may do, whoever calls it.
create function platform.only_platform() returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if platform.setting('platform') <> 'on' then raise insufficient_privilege using message = 'only the platform may do this'; end if;
end $$;
revoke all on function platform.only_platform from public;

-- One hash chain per legal entity, and one for the instance. The application may append and read, never change.
create schema audit_log;
create table audit_log.heads (
  chain text primary key,
  seq bigint not null,
  hash text not null,
  -- Begun for an invented legal entity; said once, so that no chain of a real one ever passes for such.
  fictional boolean not null default false
);
create table audit_log.entries (
  chain text not null,
  seq bigint not null,
  entry text not null,
  hash text not null,
  -- What is searched, drawn from the entry: never hashed on its own, never written.
  action text generated always as (entry::jsonb ->> 'action') stored,
  at text generated always as (entry::jsonb ->> 'at') stored,
  primary key (chain, seq)
);
create function audit_log.append(into_chain text, entry text) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head audit_log.heads%rowtype;
  place bigint;
  sealed text;
begin
  select * into head from audit_log.heads where chain = into_chain for update;
  if not found then
    insert into audit_log.heads values (into_chain, 0, repeat('0', 64), into_chain <> 'instance' and exists (select from facilities.legal_entities where finess = into_chain and fictional)) on conflict do nothing;
    select * into head from audit_log.heads where chain = into_chain for update;
  end if;
  place := head.seq + 1;
  sealed := encode(sha256(convert_to(head.hash || E'\n' || into_chain || E'\n' || place || E'\n' || entry, 'UTF8')), 'hex');
  insert into audit_log.entries (chain, seq, entry, hash) values (into_chain, place, entry, sealed);
  update audit_log.heads set seq = place, hash = sealed where chain = into_chain;
  return place;
end $$;
revoke all on function audit_log.append from public;
grant usage on schema audit_log to egide_app;
grant execute on function audit_log.append to egide_app;
grant select on audit_log.entries, audit_log.heads to egide_app;
alter table audit_log.entries enable row level security;
alter table audit_log.entries force row level security;
alter table audit_log.heads enable row level security;
alter table audit_log.heads force row level security;
-- The owner's function above writes; it is the only writer.
create policy append_entries on audit_log.entries to current_user using (true) with check (true);
create policy append_heads on audit_log.heads to current_user using (true) with check (true);
-- The log of a facility is its people's; who reads inside by a grant is told when somebody last did.
create policy read_entries on audit_log.entries for select to egide_app using (
  chain = any ((select platform.setting_list('works'))::text[])
  or (chain = any ((select platform.setting_list('internal'))::text[]) and action like '%.internal-read')
  or (chain = 'instance' and (select platform.setting('platform')) = 'on')
  or (select platform.setting('system')) = 'on');
-- The seal covers every chain, and it is the system that seals.
create policy read_heads on audit_log.heads for select to egide_app using (
  chain = any ((select platform.setting_list('internal'))::text[])
  or (chain = 'instance' and (select platform.setting('platform')) = 'on')
  or (select platform.setting('system')) = 'on');

-- A chain ends only with the fictional territory that it speaks of; the chain of the instance says so.
create function audit_log.remove_fictional() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform platform.only_platform();
  delete from audit_log.entries where chain in (select chain from audit_log.heads where fictional);
  delete from audit_log.heads where fictional;
end $$;
revoke all on function audit_log.remove_fictional from public;
grant execute on function audit_log.remove_fictional to egide_app;

-- Facts about this instance: set-up token, whether the territory is fictional.
create table platform.instance (name text primary key, value jsonb not null);
grant select, insert, update, delete on platform.instance to egide_app;
alter table platform.instance enable row level security;
alter table platform.instance force row level security;
create policy read on platform.instance for select to egide_app using (true);
create policy write on platform.instance to egide_app using ((select platform.setting('platform')) = 'on');

-- Long work: what a screen shows of a job. The queue itself is elsewhere and knows only this id.
create table platform.jobs (
  id uuid primary key,
  kind text not null,
  account uuid,
  legal_entity text,
  payload jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  step text not null default 'queued',
  done bigint not null default 0,
  total bigint,
  result jsonb,
  problem jsonb,
  cancel_asked boolean not null default false,
  created timestamptz not null,
  changed timestamptz not null
);
grant select, insert, update, delete on platform.jobs to egide_app;
alter table platform.jobs enable row level security;
alter table platform.jobs force row level security;
-- A job carries what it read and answered: it belongs to whoever asked, and runs with their rights, so nobody asks in another's name.
create policy own_jobs on platform.jobs to egide_app using (
  account::text = (select platform.setting('account')) or (select platform.setting('system')) = 'on');
create policy owner on platform.jobs to current_user using (true) with check (true);
-- Work for invented people, about invented legal entities or on the territory itself goes with them.
create function platform.remove_fictional() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform platform.only_platform();
  delete from platform.jobs where kind like 'demo.%' or account in (select id from access.accounts where fictional) or legal_entity in (select finess from facilities.legal_entities where fictional);
end $$;
revoke all on function platform.remove_fictional from public;
grant execute on function platform.remove_fictional to egide_app;
create function platform.job_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('egide_jobs', new.id::text);
  return null;
end $$;
create trigger changed after insert or update on platform.jobs for each row execute function platform.job_changed();
