import { useId, type ButtonHTMLAttributes, type ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  look?: 'plain' | 'main' | 'quiet' | 'crit';
  small?: boolean;
  icon?: IconName;
  /** An icon alone: `aria-label` then says what it does. */
  iconOnly?: boolean;
  busy?: boolean;
  /** Why it cannot be used now: the button stays in reach and says so. */
  refusal?: string | undefined;
  children?: ReactNode;
}

export const buttonClass = (look: NonNullable<ButtonProps['look']> = 'plain', small = false): string =>
  ['btn', look === 'plain' ? '' : `btn--${look}`, small ? 'btn--small' : ''].filter(Boolean).join(' ');

/** A forbidden action is shown disabled with its reason; a running one says so and takes no second click. */
export function Button({
  look = 'plain',
  small = false,
  icon,
  iconOnly = false,
  busy = false,
  refusal,
  children,
  className = '',
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const why = useId();
  const closed = busy || refusal !== undefined;
  const button = (
    <button
      {...rest}
      type={closed && type === 'submit' ? 'button' : type}
      className={`${buttonClass(look, small)}${iconOnly ? ' btn--icon' : ''} ${className}`.trim()}
      aria-disabled={closed || undefined}
      aria-busy={busy || undefined}
      aria-describedby={refusal === undefined ? rest['aria-describedby'] : why}
      onClick={closed ? undefined : onClick}
    >
      {busy ? <Icon name="clock" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
  return refusal === undefined ? (
    button
  ) : (
    <span className="refused">
      {button}
      <span className="hint" id={why}>
        {refusal}
      </span>
    </span>
  );
}

export function Badge({ tone, children }: { tone?: 'warn' | 'brand'; children: ReactNode }) {
  return <span className={tone ? `badge badge--${tone}` : 'badge'}>{children}</span>;
}
