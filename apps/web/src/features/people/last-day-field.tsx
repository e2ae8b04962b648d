import { today } from '../../clock.ts';
import { TextField } from '../../ui/field.tsx';
import { m } from '../../ui/words.ts';

interface LastDayProps {
  hint: string;
  value: string;
  error: string | undefined;
  onChange: (day: string) => void;
}

/** Until when a role or a key holds, that day included. */
export function LastDayField({ hint, value, error, onChange }: LastDayProps) {
  return (
    <TextField
      label={m.people_last_day()}
      hint={hint}
      type="date"
      min={today()}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
