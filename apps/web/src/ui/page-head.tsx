import { useEffect, type ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { fmt } from './words.ts';

/** Where a statement comes from: what, when, by which rule. */
export function Provenance({ icon = 'clock', children }: { icon?: IconName; children: ReactNode }) {
  return (
    <p className="prov">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}

/** The conclusion of the page in one or two sentences with figures. */
export function Verdict({ children }: { children: ReactNode }) {
  return <p className="verdict">{typeof children === 'string' ? fmt.typeset(children) : children}</p>;
}

export function Crumbs({ trail }: { trail: readonly ReactNode[] }) {
  return (
    <ol className="crumbs">
      {trail.map((step, at) => (
        <li key={at}>{step}</li>
      ))}
    </ol>
  );
}

interface PageHeadProps {
  title: string;
  crumbs?: readonly ReactNode[];
  verdict?: ReactNode;
  provenance?: ReactNode;
  /** At most one of them is filled. */
  actions?: ReactNode;
}

/** Top of every page: where, what, the conclusion, its source, the one thing to do. */
export function PageHead({ title, crumbs = [], verdict, provenance, actions }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} – Égide`;
  }, [title]);
  return (
    <div className="head">
      <div>
        {crumbs.length > 0 && <Crumbs trail={crumbs} />}
        <h1>{fmt.typeset(title)}</h1>
        {verdict && <Verdict>{verdict}</Verdict>}
        {provenance}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}

/** One figure with what it counts and out of how many. */
export function KeyFigure({ label, value, of }: { label: ReactNode; value: ReactNode; of: ReactNode }) {
  return (
    <div>
      <p className="muted">{label}</p>
      <p className="big">
        {value} <small className="small">{of}</small>
      </p>
    </div>
  );
}
