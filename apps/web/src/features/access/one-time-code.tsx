import { useEffect, useState } from 'react';
import { nowMs } from '../../clock.ts';
import { TextField } from '../../ui/field.tsx';
import { ProgressBar } from '../../ui/waiting.tsx';
import { m } from '../../ui/words.ts';

/** Seconds that a code lasts (RFC 6238). */
const PERIOD = 30;
const left = () => PERIOD - (Math.floor(nowMs() / 1000) % PERIOD);

/** Six digits, and how long the present ones still hold. */
export function OneTimeCode({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (code: string) => void;
  error?: string | undefined;
}) {
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <TextField
        label={m.access_code_label()}
        className="otp"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        required
        autoFocus
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value.replace(/[^\d ]/g, ''))}
      />
      <p className="left">
        <ProgressBar label={m.access_code_time()} done={seconds} total={PERIOD} />
        {m.access_code_next({ n: seconds })}
      </p>
    </>
  );
}
