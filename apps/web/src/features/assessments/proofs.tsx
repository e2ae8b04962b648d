import type { Indicator } from '@egide/contract/assessments';
import { Link } from '@tanstack/react-router';
import { CLASS_WORD, TRUST_WORD } from '../../facts/fact-words.ts';
import { SOURCE, WithSource } from '../../facts/fact-source.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { fmt, m } from '../../ui/words.ts';

/** The facts that this level rests on, each with its source and its page. */
export function Proofs({ finess, indicator }: { finess: string; indicator: Indicator }) {
  return (
    <section className="field" aria-labelledby="t-proofs">
      <h2 className="label banner-title" id="t-proofs">
        {m.assess_proofs()}
      </h2>
      {indicator.facts.length === 0 && <p className="muted">{m.assess_no_proof()}</p>}
      <ul className="proof">
        {indicator.facts.map((fact) => (
          <li key={fact.id}>
            <Icon name={fact.trust === 'declared' ? 'user' : fact.trust === 'documented' ? 'file' : 'audit'} />
            <p>
              <Link to={paths.history} params={{ finess, key: fact.key }}>
                {fact.label}
              </Link>
              <br />{' '}
              <span className="small muted">
                <WithSource
                  source={fact.source.label}
                  text={m.assess_proof_from({ source: SOURCE, day: fmt.day(fact.collected) })}
                />
                {fact.about.kind !== 'entity' && <>, {fact.about.label}</>}
                {fact.coveredBy && (
                  <>
                    <br />
                    {fact.coveredBy.says}
                  </>
                )}
              </span>
            </p>
            <span className="actions">
              <b>{fact.says}</b>
              <Badge>{TRUST_WORD[fact.trust]()}</Badge>
              {fact.class === 'internal' && <Badge>{CLASS_WORD.internal()}</Badge>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
