import {
  useId,
  useState,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { Icon } from './icon.tsx';
import { ErrorLine } from './waiting.tsx';
import { m } from './words.ts';

interface Around {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}
interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

function Field({ label, hint, error, render }: Around & { render: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}-h` : '', error ? `${id}-e` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {render({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p className="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      {error && <ErrorLine id={`${id}-e`}>{error}</ErrorLine>}
    </div>
  );
}

/** Label above, help below, an error that says what to do. */
export function TextField({
  label,
  hint,
  error,
  className = '',
  ...input
}: Around & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      render={(wiring) => <input className={`input ${className}`.trim()} {...input} {...wiring} />}
    />
  );
}

export function PasswordField({ label, hint, error, ...input }: Around & InputHTMLAttributes<HTMLInputElement>) {
  const [shown, setShown] = useState(false);
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      render={(wiring) => (
        <div className="withbtn">
          <input className="input" {...input} {...wiring} type={shown ? 'text' : 'password'} />
          <button
            className="btn btn--quiet btn--small"
            type="button"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Icon name="eye" />
            {m.parts_show()}
          </button>
        </div>
      )}
    />
  );
}

export function AreaField({ label, hint, error, ...area }: Around & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      render={(wiring) => <textarea className="area" {...area} {...wiring} />}
    />
  );
}

export function Select({ children, ...select }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <span className="pick">
      <select className="select" {...select}>
        {children}
      </select>
      <Icon name="down" />
    </span>
  );
}
export function SelectField({
  label,
  hint,
  error,
  children,
  ...select
}: Around & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      render={(wiring) => (
        <Select {...select} {...wiring}>
          {children}
        </Select>
      )}
    />
  );
}

export function Check({
  children,
  type = 'checkbox',
  ...input
}: InputHTMLAttributes<HTMLInputElement> & { type?: 'checkbox' | 'radio'; children: ReactNode }) {
  return (
    <label className="check">
      <input type={type} {...input} />
      <span>{children}</span>
    </label>
  );
}
