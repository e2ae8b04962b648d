import type { KeyReader } from '@egide/contract/evidence';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { paths } from '../../paths.ts';
import type { StatusKind } from '../../ui/glyph.tsx';
import { ANSWER_KIND, ANSWER_WORD } from '../../ui/reasons.tsx';
import { Level } from '../../ui/ruler.tsx';
import { StackTable } from '../../ui/stack-table.tsx';
import { Status } from '../../ui/status.tsx';
import { fmt, m } from '../../ui/words.ts';

type Reader = z.infer<typeof KeyReader>;
type Standing = NonNullable<Reader['standing']>;
type State = Extract<Standing, { state: unknown }>['state'];
const KIND = {
  confirmed: 'ok',
  'to-confirm': 'todo',
  'to-decide': 'conflict',
  expired: 'expired',
  unanswered: 'unknown',
} as const satisfies Record<State, StatusKind>;
const WORD = {
  confirmed: m.assess_state_confirmed,
  'to-confirm': m.assess_state_to_confirm,
  'to-decide': m.assess_state_to_decide,
  expired: m.assess_state_expired,
  unanswered: m.assess_state_unanswered,
} as const satisfies Record<State, () => string>;

function StandingCell({ standing }: { standing: Standing }) {
  if ('verdict' in standing)
    return standing.toConfirm ? (
      <Status kind="todo">
        {m.history_answer_to_confirm({ answer: fmt.capital(ANSWER_WORD[standing.verdict]()) })}
      </Status>
    ) : (
      <Status kind={ANSWER_KIND[standing.verdict]}>{fmt.capital(ANSWER_WORD[standing.verdict]())}</Status>
    );
  return (
    <span className="actions">
      <Level level={standing.level} width={52} />
      <Status kind={KIND[standing.state]}>{fmt.capital(WORD[standing.state]())}</Status>
    </span>
  );
}

/** One fact, many answers: every indicator, objective and gate that reads this key, and where each stands today. */
export function KeyReaders({ finess, readers }: { finess: string; readers: readonly Reader[] }) {
  if (readers.length === 0) return null;
  const known = readers.some((reader) => reader.standing !== null || reader.withheld !== null);
  return (
    <section className="block block--far" aria-labelledby="h-readers">
      <div className="line">
        <h2 id="h-readers">{m.history_readers()}</h2>
        <p className="small">{m.history_readers_n({ n: readers.length })}</p>
      </div>
      <StackTable
        rows={readers}
        keyOf={(reader) => `${reader.of} ${reader.id}`}
        caption={m.history_readers()}
        columns={[
          {
            id: 'title',
            title: m.history_reader(),
            cell: ({ kind, id, title, standing }) =>
              standing === null ? (
                fmt.typeset(title)
              ) : kind === 'indicator' ? (
                <Link to={paths.indicator} params={{ finess, indicator: id }}>
                  {fmt.typeset(title)}
                </Link>
              ) : (
                <Link to={paths.funding} params={{ finess }}>
                  {fmt.typeset(title)}
                </Link>
              ),
          },
          ...(known
            ? [
                {
                  id: 'standing',
                  title: m.history_standing(),
                  label: m.history_standing(),
                  cell: ({ standing, withheld }: Reader) =>
                    standing ? <StandingCell standing={standing} /> : withheld && fmt.typeset(withheld),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
