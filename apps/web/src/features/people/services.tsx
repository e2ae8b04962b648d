import { listServices, revokeServiceKey, type Service } from '@egide/contract/services';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { about, ask } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem, ProblemState } from '../../ui/problem-state.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { Status } from '../../ui/status.tsx';
import { say } from '../../ui/toast.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { Typo } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import { now } from '../../clock.ts';
import './people.css';
import { EndService } from './end-service.tsx';
import { NewKey, NewService } from './service-dialogs.tsx';

type Key = Service['keys'][number];
type Opened = { what: 'service' } | { what: 'key' | 'end'; service: Service } | null;

const useServices = (finess: string | null) =>
  useQuery(ask(listServices, { query: finess ? { organisation: finess } : {} }));

/** Service accounts of the whole instance, for those who keep the accounts. */
export function ServicesPage() {
  const { error, refetch } = useServices(null);
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead title={m.people_services()} crumbs={[m.shell_administration()]} verdict={m.people_services_verdict()} />
      <Services finess={null} />
    </>
  );
}

/** Machines that speak to Égide with a key: of a facility, or, without one, of the instance. */
export function Services({ finess }: { finess: string | null }) {
  const list = useServices(finess);
  const [opened, setOpened] = useState<Opened>(null);
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: ({ service, key }: { service: Service; key: Key }) =>
      call(revokeServiceKey, { params: { account: service.account, key: key.id } }),
    onSuccess: async (_, { service }) => {
      say(m.people_key_revoked({ name: service.name }));
      await client.invalidateQueries({ queryKey: about(listServices) });
    },
  });
  if (list.error) return <ProblemState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton />;
  const { services, can } = list.data;
  const close = () => setOpened(null);
  const columns = columnsOf({
    platform: finess === null,
    may: can.give,
    onKey: (service) => setOpened({ what: 'key', service }),
    onEnd: (service) => setOpened({ what: 'end', service }),
    onRevoke: (service, key) => revoke.mutate({ service, key }),
    pending: revoke.isPending ? revoke.variables.key.id : undefined,
  });
  return (
    <section className={finess ? 'block block--far' : undefined} aria-labelledby="h-services">
      <div className="line">
        <h2 id="h-services">{finess ? m.people_services() : m.people_services_list()}</h2>
        <Button
          icon="plus"
          look={finess === null && can.give ? 'main' : 'plain'}
          refusal={can.give ? undefined : (can.why ?? m.facts_read_only())}
          onClick={() => setOpened({ what: 'service' })}
        >
          {m.people_service_add()}
        </Button>
      </div>
      {revoke.error && <ProblemState error={revoke.error} />}
      {services.length === 0 ? (
        <p className="muted">{m.people_services_none()}</p>
      ) : (
        <StackTable
          className="people"
          rows={services}
          keyOf={(row) => row.account}
          caption={m.people_services()}
          columns={columns}
        />
      )}
      <NewService finess={finess} open={opened?.what === 'service'} onClose={close} />
      <NewKey service={opened?.what === 'key' ? opened.service : null} onClose={close} />
      <EndService service={opened?.what === 'end' ? opened.service : null} onClose={close} />
    </section>
  );
}

interface Acts {
  platform: boolean;
  may: boolean;
  onKey: (service: Service) => void;
  onEnd: (service: Service) => void;
  onRevoke: (service: Service, key: Key) => void;
  pending: string | undefined;
}

const works = (key: Key): boolean => key.revoked === null && key.expires > now();

function columnsOf({ platform, may, onKey, onEnd, onRevoke, pending }: Acts): readonly Column<Service>[] {
  return [
    {
      id: 'name',
      title: m.people_service(),
      cell: (row) => (
        <>
          {row.name}
          <span className="small muted under">
            {ROLE_WORD[row.role]()}
            {platform && <>{m.people_service_at({ name: row.organisation.name })}</>}
          </span>
        </>
      ),
    },
    {
      id: 'keys',
      title: m.people_keys(),
      label: m.people_keys(),
      cell: (row) => (
        <ul className="keys">
          {row.keys.map((key) => (
            <li key={key.id}>
              <span>
                <KeyState serviceKey={key} />
                <span className="small muted under">
                  {key.used ? m.people_key_used({ when: fmt.instant(key.used) }) : m.people_key_unused()}
                </span>
              </span>
              {may && works(key) && (
                <Button
                  small
                  busy={pending === key.id}
                  aria-label={m.people_key_revoke_of({ name: row.name, day: fmt.day(key.made) })}
                  onClick={() => onRevoke(row, key)}
                >
                  {m.people_key_revoke()}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: 'act',
      title: <span className="sr">{m.access_session_action()}</span>,
      numeric: true,
      cell: (row) =>
        row.ended === null ? (
          may && (
            <span className="buttons">
              <Button small aria-label={m.people_key_add_of({ name: row.name })} onClick={() => onKey(row)}>
                {m.people_key_add()}
              </Button>
              <Button small aria-label={m.people_service_end_of({ name: row.name })} onClick={() => onEnd(row)}>
                {m.people_service_end()}
              </Button>
            </span>
          )
        ) : (
          <Status kind="unknown">
            <Typo>{m.people_service_over({ day: fmt.day(row.ended) })}</Typo>
          </Status>
        ),
    },
  ];
}

function KeyState({ serviceKey: { revoked, expires } }: { serviceKey: Key }) {
  if (revoked)
    return (
      <Status kind="unknown">
        <Typo>{m.people_key_gone({ day: fmt.day(revoked) })}</Typo>
      </Status>
    );
  if (expires <= now())
    return (
      <Status kind="expired">
        <Typo>{m.people_key_over({ day: fmt.day(expires) })}</Typo>
      </Status>
    );
  return (
    <Status kind="ok">
      <Typo>{m.people_key_until({ day: fmt.day(expires) })}</Typo>
    </Status>
  );
}
