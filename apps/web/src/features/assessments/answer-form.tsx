import type { Indicator } from '@egide/contract/assessments';
import { useState } from 'react';
import { SOURCE, WithSource } from '../../facts/fact-source.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { AreaField } from '../../ui/field.tsx';
import { LevelList } from '../../ui/level-list.tsx';
import { fmt, m } from '../../ui/words.ts';
import type { useLevelChoice } from './level-choice.ts';

/** Shortest justification that says something (contract: 10 characters). */
const SHORTEST = 10;

interface BannerProps {
  indicator: Indicator;
  choice: ReturnType<typeof useLevelChoice>;
}

/** What stands between the two answers, and how to settle it. */
export function AnswerBanner({ indicator, choice: { answer, keeping, keep, give } }: BannerProps) {
  const { state, computed, declared, declaredBy, can, deciding } = indicator;
  if (!can.answer || computed === null) return null;
  const differs = keeping !== null && keeping !== computed;
  if (differs)
    return (
      <Justify
        level={keeping}
        computed={computed}
        why={answer.draft.why}
        onType={(why) => answer.type({ why })}
        onGive={(justification) => answer.now({ level: keeping, justification })}
        onCancel={() => keep(null)}
      />
    );
  const take = (
    <Button look="main" busy={answer.pending?.state === 'sending'} onClick={() => give(computed)}>
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
            <Button onClick={() => keep(declared)}>{m.assess_keep({ level: declared })}</Button>
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

interface JustifyProps {
  level: number;
  computed: number;
  /** What was typed so far; undefined before the first letter. */
  why: string | undefined;
  onType: (why: string) => void;
  onGive: (why: string) => void;
  onCancel: () => void;
}

/** The reason for a level that the facts do not give; until it is given the level is not saved. */
function Justify({ level, computed, why = '', onType, onGive, onCancel }: JustifyProps) {
  const [short, setShort] = useState(false);
  const keep = () => {
    const enough = why.trim().length >= SHORTEST;
    setShort(!enough);
    if (enough) onGive(why.trim());
  };
  return (
    <Banner
      tone="warn"
      kind="conflict"
      title={m.assess_justify_title({ level, computed })}
      actions={
        <>
          <Button look="main" onClick={keep}>
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
          // Asked for by the choice just made; words found again on coming back do not take the focus.
          autoFocus={why === ''}
          value={why}
          error={short ? m.assess_justify_short({ n: SHORTEST }) : undefined}
          onChange={(event) => onType(event.target.value)}
        />
      </div>
    </Banner>
  );
}

interface LevelsProps {
  indicator: Indicator;
  chosen: number | null;
  /** The level that looks chosen and is not saved yet. */
  unsaved: number | null;
  onChoose: (level: number) => void;
}

/** One sentence per level, with what each answer says beside it. */
export function AnswerLevels({ indicator, chosen, unsaved, onChoose }: LevelsProps) {
  const { computed, declared, levels, can } = indicator;
  const choices = levels.map(({ level, sentence, yearAgo }) => ({
    level,
    sentence,
    tags: [
      ...(unsaved === level ? [{ word: m.assess_tag_unsaved(), tone: 'warn' as const }] : []),
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
