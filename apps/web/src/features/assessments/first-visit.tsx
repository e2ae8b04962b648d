import type { Assessment } from '@egide/contract/assessments';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { useMe } from '../../session.ts';
import { buttonClass } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { m } from '../../ui/words.ts';

/** Nothing is known yet and nothing was ever sent: a page of results would only show dashes. */
export const isFirstVisit = ({ known, submissions }: Pick<Assessment, 'known' | 'submissions'>): boolean =>
  known === 0 && submissions.length === 0;

/** A facility about which nothing is known: what to do in the first five minutes, in order. */
export function FirstVisit({ assessment: { finess, name, can } }: { assessment: Assessment }) {
  const me = useMe();
  const look = (first: boolean) => buttonClass(first ? 'main' : 'plain');
  const answers = (first: boolean) => (
    <Step minutes={3} title={m.summary_first_answers()} text={m.summary_first_answers_text()}>
      <Link className={look(first)} to={paths.assess} params={{ finess }}>
        {m.summary_begin()}
      </Link>
    </Step>
  );
  return (
    <>
      <PageHead
        title={me ? m.instance_welcome({ name: me.name }) : m.summary_title()}
        crumbs={[name, m.summary_title()]}
        verdict={can.answer ? m.summary_first_verdict({ name }) : m.summary_first_verdict_reader({ name })}
      />
      {can.answer && (
        <section className="first-steps" aria-labelledby="h-first">
          <h2 id="h-first">{m.summary_first_title()}</h2>
          <ol>
            {can.submit && (
              <Step minutes={1} title={m.summary_first_invite()} text={m.summary_first_invite_text()}>
                <Link className={look(true)} to={paths.people} params={{ finess }}>
                  {m.summary_first_invite_do()}
                </Link>
              </Step>
            )}
            {answers(!can.submit)}
            <Step minutes={1} title={m.summary_first_import()} text={m.summary_first_import_text()}>
              <Link className={look(false)} to={paths.factsImport} params={{ finess }}>
                {m.summary_first_import_do()}
              </Link>
            </Step>
            {!can.submit && (
              <Step minutes={1} title={m.summary_first_read()} text={m.summary_first_read_text()}>
                <Link className={look(false)} to={paths.facility} params={{ finess }}>
                  {m.summary_first_read_do()}
                </Link>
              </Step>
            )}
          </ol>
        </section>
      )}
    </>
  );
}

interface StepProps {
  minutes: number;
  title: string;
  text: string;
  children: ReactNode;
}
function Step({ minutes, title, text, children }: StepProps) {
  return (
    <li>
      <span className="small muted">{m.summary_first_minutes({ n: minutes })}</span>
      <div>
        <h3>{title}</h3>
        <p>{text}</p>
        <p>{children}</p>
      </div>
    </li>
  );
}
