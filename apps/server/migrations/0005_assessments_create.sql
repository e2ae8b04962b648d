create schema assessments;
grant usage on schema assessments to egide_app;

-- A dated picture that the director lets out of the walls. Never changed; a new one can always follow.
create table assessments.submissions (
  legal_entity text not null,
  id uuid not null,
  framework text not null,
  edition text not null,
  at timestamptz not null,
  submitted_by uuid,
  submitted_by_name text not null,
  level numeric(2, 1),
  known integer not null,
  total integer not null,
  themes jsonb not null,
  indicators jsonb not null,
  comment text,
  primary key (legal_entity, id)
);
create index on assessments.submissions (legal_entity, framework, at desc);

grant select, insert on assessments.submissions to egide_app;
alter table assessments.submissions enable row level security;
alter table assessments.submissions force row level security;
create policy owner on assessments.submissions to current_user using (true) with check (true);
create policy read on assessments.submissions for select to egide_app using (
  legal_entity = any ((select platform.setting_list('internal'))::text[])
  or legal_entity = any ((select platform.setting_list('steering'))::text[])
  or (select platform.setting('nation')) = 'on'
  or legal_entity in (select e.finess from facilities.legal_entities e where e.region = any ((select platform.setting_list('regions'))::text[])));
create policy submit on assessments.submissions for insert to egide_app with check (
  legal_entity = any ((select platform.setting_list('directs'))::text[]));
create function assessments.remove_fictional() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform platform.only_platform();
  delete from assessments.submissions where legal_entity in (select finess from facilities.legal_entities where fictional);
end $$;
revoke all on function assessments.remove_fictional from public;
grant execute on function assessments.remove_fictional to egide_app;

-- What other modules may read: the snapshots, without the person who sent them.
create view assessments.published_submissions with (security_invoker) as
  select legal_entity, id, framework, edition, at, level, known, total, themes, indicators from assessments.submissions;
grant select on assessments.published_submissions to egide_app;
