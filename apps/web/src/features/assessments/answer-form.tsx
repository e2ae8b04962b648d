import type { Indicator } from '@egide/contract/assessments';
import { useState } from 'react';
import { SOURCE, WithSource } from '../../facts/fact-source.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { AreaField } from '../../ui/field.tsx';
import { LevelList } from '../../ui/level-list.tsx';
import { fmt, m } from '../../ui/words.ts';
import type { Answer } from './answer.ts';

/** Shortest justification that says something (contract: 10 characters). */
const SHORTEST = 10;

interface FormProps {
  indicator: Indicator;
  chosen: number | null;
  /** The level, between two thoughts, that differs from what the facts give and waits for its reason. */
  keeping: number | null;
  busy: boolean;
  onChoose: (level: number) => void;
  onKeep: (level: number | null) => void;
  onAnswer: (answer: Answer) => void;
}

/** What stands between the two answers, and how to settle it. */
export function AnswerBanner({ indicator, keeping, busy, onKeep, onAnswer }: Omit<FormProps, 'chosen' | 'onChoose'>) {
  const { state, computed, declared, declaredBy, can, deciding } = indicator;
  if (!can.answer || computed === null) return null;
  const differs = keeping !== null && keeping !== computed;
  if (differs)
    return (
      <Justify level={keeping} computed={computed} busy={busy} onAnswer={onAnswer} onCancel={() => onKeep(null)} />
    );
  const take = (
    <Button look="main" busy={busy} onClick={() => onAnswer({ level: computed })}>
      {m.assess_take({ level: computed })}
    </Button>
  );
  if (state === 'to-decide' && declared !== null) {
    const said = declaredBy
      ? m.assess_conflict_declared({
          name: declaredBy.name ?? m.assess_someone(),
          level: declared,
          day: fmt.day(declaredBy.at),
        })
      : m.assess_conflict_declared_plain({ level: declared });
    const found = deciding ? (
      <WithSource
        source={deciding.source.label}
        text={m.assess_conflict_computed({ source: SOURCE, day: fmt.day(deciding.collected), level: computed })}
      />
    ) : (
      m.assess_conflict_computed_plain({ level: computed })
    );
    return (
      <Banner
        tone="warn"
        kind="conflict"
        title={m.assess_conflict()}
        actions={
          <>
            {take}
            <Button onClick={() => onKeep(declared)}>{m.assess_keep({ level: declared })}</Button>
          </>
        }
      >
        <p>
          {said} {found} {m.assess_conflict_history()}
        </p>
      </Banner>
    );
  }
  if (state !== 'to-confirm') return null;
  return (
    <Banner title={m.assess_proposed_title({ level: computed })} actions={take}>
      <p>
        {deciding ? (
          <WithSource
            source={deciding.source.label}
            text={m.assess_proposed_by({ source: SOURCE, day: fmt.day(deciding.collected) })}
          />
        ) : (
          m.assess_proposed_plain()
        )}
      </p>
    </Banner>
  );
}

function Justify({
  level,
  computed,
  busy,
  onAnswer,
  onCancel,
}: {
  level: number;
  computed: number;
  busy: boolean;
  onAnswer: (answer: Answer) => void;
  onCancel: () => void;
}) {
  const [why, setWhy] = useState('');
  const [short, setShort] = useState(false);
  const keep = () => {
    const enough = why.trim().length >= SHORTEST;
    setShort(!enough);
    if (enough) onAnswer({ level, justification: why.trim() });
  };
  return (
    <Banner
      tone="warn"
      kind="conflict"
      title={m.assess_justify_title({ level, computed })}
      actions={
        <>
          <Button look="main" busy={busy} onClick={keep}>
            {m.assess_keep_now({ level })}
          </Button>
          <Button onClick={onCancel}>{m.parts_cancel()}</Button>
        </>
      }
    >
      <p>{m.assess_justify_text()}</p>
      <div className="justify">
        <AreaField
          label={m.assess_justification()}
          autoFocus
          value={why}
          error={short ? m.assess_justify_short({ n: SHORTEST }) : undefined}
          onChange={(event) => setWhy(event.target.value)}
        />
      </div>
    </Banner>
  );
}

/** One sentence per level, with what each answer says beside it. */
export function AnswerLevels({ indicator, chosen, onChoose }: Pick<FormProps, 'indicator' | 'chosen' | 'onChoose'>) {
  const { computed, declared, levels, can } = indicator;
  const choices = levels.map(({ level, sentence, yearAgo }) => ({
    level,
    sentence,
    tags: [
      ...(computed === level ? [{ word: m.assess_tag_computed(), tone: 'brand' as const }] : []),
      ...(declared === level && computed !== level
        ? [{ word: m.assess_tag_declared(), ...(computed === null ? {} : { tone: 'warn' as const }) }]
        : []),
      ...(yearAgo ? [{ word: m.assess_tag_year_ago() }] : []),
    ],
  }));
  return (
    <LevelList
      legend={m.assess_your_level()}
      name="level"
      choices={choices}
      value={chosen}
      onChoose={onChoose}
      refusal={can.answer ? undefined : (can.why ?? m.assess_read_only())}
    />
  );
}
