import type { Indicator } from '@egide/contract/assessments';
import { Link } from '@tanstack/react-router';
import { Changes } from '../../facts/changes.tsx';
import { FactSource } from '../../facts/fact-source.tsx';
import { CLASS_READERS, METHOD_WORD, TRUST_WORD } from '../../facts/fact-words.ts';
import { reasonOf } from '../../facts/reason-view.ts';
import type { FactToState } from '../../facts/record-fact.tsx';
import { paths } from '../../paths.ts';
import { answerKey } from './queries.ts';
import { ReasonsTree, type Reason } from '../../ui/reasons.tsx';
import { Facts, SidePanel } from '../../ui/side-panel.tsx';
import { When } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';

/** The level held, and the next one with what it lacks. */
function branchesOf({ level, levels }: Indicator): readonly Reason[] {
  const held = level ?? 0;
  return levels
    .filter((one) => one.reasons && (one.level === held || one.level === held + 1))
    .map(({ level: n, verdict, reasons }): Reason => {
      const answer = verdict ?? 'unknown';
      const tree = reasons ? reasonOf(reasons) : null;
      const parts = tree ? (tree.parts && tree.parts.length > 0 ? tree.parts : [tree]) : [];
      return {
        answer,
        text:
          answer === 'met'
            ? m.assess_level_met({ level: n })
            : answer === 'not-met'
              ? m.assess_level_not_met({ level: n })
              : m.assess_level_open({ level: n }),
        parts,
      };
    });
}

interface WhyProps {
  finess: string;
  indicator: Indicator;
  now: string;
  onClose: () => void;
  onState: (fact: FactToState) => void;
}

/** Why this level: conditions, what would change it, the fact that decides, what else that fact answers. */
export function WhyPanel({ finess, indicator, now, onClose, onState }: WhyProps) {
  const { deciding, changesText, alsoServes, can } = indicator;
  // The answer to this very indicator is given beside, not stated as a fact.
  const changes = indicator.changes.filter(({ key }) => key !== answerKey(indicator.id));
  const branches = branchesOf(indicator);
  return (
    <SidePanel title={m.assess_why()} onClose={onClose}>
      <p>{indicator.verdict}</p>
      {branches.length > 0 && <ReasonsTree reasons={branches} />}
      {(changes.length > 0 || changesText) && (
        <>
          <h3>{m.assess_changes()}</h3>
          <Changes changes={changes} changesText={changesText} may={can.answer} onState={onState} />
        </>
      )}
      {deciding && (
        <>
          <h3>{m.assess_deciding()}</h3>
          <Facts
            facts={[
              [
                m.assess_fact(),
                <Link key="k" to={paths.history} params={{ finess, key: deciding.key }}>
                  {deciding.label}
                </Link>,
              ],
              [m.assess_value(), deciding.says],
              [m.assess_source(), <FactSource key="s" fact={deciding} />],
              [m.assess_collected(), fmt.moment(deciding.collected)],
              deciding.expires ? [m.assess_holds_until(), <When key="e" at={deciding.expires} now={now} />] : null,
              [
                m.assess_trust(),
                m.assess_trust_by({ trust: TRUST_WORD[deciding.trust](), method: METHOD_WORD[deciding.method]() }),
              ],
              [m.assess_class(), CLASS_READERS[deciding.class]()],
            ]}
          />
        </>
      )}
      {alsoServes.length > 0 && (
        <>
          <h3>{m.assess_also()}</h3>
          <p className="small">{fmt.list(alsoServes)}</p>
        </>
      )}
      <h3>{m.assess_reference()}</h3>
      <p className="small">
        {fmt.typeset(indicator.reference)}
        {indicator.proposed && <span className="muted"> {m.assess_proposed()}</span>}
      </p>
    </SidePanel>
  );
}
