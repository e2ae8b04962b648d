import { useId, type ReactNode } from 'react';
import { Glyph, type StatusKind } from './glyph.tsx';

const LOOK = { ok: 'banner--ok', warn: 'banner--warn', crit: 'banner--crit', info: '' } as const;

interface BannerProps {
  tone?: keyof typeof LOOK;
  kind?: StatusKind;
  title?: string;
  children: ReactNode;
  actions?: ReactNode;
  /** Read out at once: an error that has just happened. */
  alert?: boolean;
}

/** What happened, where, what to do. Never more than one per view, the loss of the network apart. */
export function Banner({
  tone = 'info',
  kind = tone === 'info' ? 'todo' : tone,
  title,
  children,
  actions,
  alert = false,
}: BannerProps) {
  const id = useId();
  return (
    <div
      className={`banner ${LOOK[tone]}`.trim()}
      role={alert ? 'alert' : title ? 'group' : undefined}
      aria-labelledby={title ? id : undefined}
    >
      <Glyph kind={kind} plain />
      {title ? (
        <div>
          <h2 className="banner-title" id={id}>
            {title}
          </h2>
          {children}
        </div>
      ) : (
        <p>{children}</p>
      )}
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}
