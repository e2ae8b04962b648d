import type { Key } from '@egide/contract/evidence';
import { Check, SelectField, TextField } from '../ui/field.tsx';
import { ErrorLine } from '../ui/waiting.tsx';
import { fmt, m } from '../ui/words.ts';

export type FactValue = boolean | number | string;

/** What was typed as the value that the key asks for; null while it is not one yet. */
export function valueOf(key: Key, typed: string): FactValue | null {
  const text = typed.trim();
  if (text === '') return null;
  if (key.type === 'boolean') return text === 'true';
  if (key.type !== 'integer' && key.type !== 'number') return text;
  const number = Number(text.replace(',', '.').replace(/\s/g, ''));
  return Number.isFinite(number) && (key.type === 'number' || Number.isInteger(number)) ? number : null;
}

/** Units of the vocabulary that a person must know of to answer; a count and a level need none. */
const UNIT: Readonly<Record<string, () => string>> = {
  percent: m.facts_unit_percent,
  days: m.facts_unit_days,
  fte: m.facts_unit_fte,
  weight: m.facts_unit_weight,
};

/** Unit and bounds in words, or nothing. */
function hintOf({ unit, min, max }: Key): string | undefined {
  const said = unit === null ? undefined : UNIT[unit]?.();
  const between =
    min !== null && max !== null ? m.facts_between({ min: fmt.number(min), max: fmt.number(max) }) : undefined;
  return [said, between].filter((part) => part !== undefined).join(' ') || undefined;
}

interface ValueFieldProps {
  factKey: Key;
  typed: string;
  onType: (typed: string) => void;
  error?: string | undefined;
}

/** The right field for a key: yes or no, a number with its unit, a day, a choice, a text. */
export function ValueField({ factKey: key, typed, onType, error }: ValueFieldProps) {
  if (key.type === 'boolean') {
    return (
      <fieldset className="gap-16">
        <legend>{key.ask}</legend>
        <div className="yesno">
          {(['true', 'false'] as const).map((value) => (
            <Check
              key={value}
              type="radio"
              name="value"
              required
              checked={typed === value}
              onChange={() => onType(value)}
            >
              {value === 'true' ? m.facts_yes() : m.facts_no()}
            </Check>
          ))}
        </div>
        {error && <ErrorLine>{error}</ErrorLine>}
      </fieldset>
    );
  }
  if (key.type === 'enum') {
    return (
      <SelectField
        label={key.ask}
        required
        value={typed}
        error={error}
        onChange={(event) => onType(event.target.value)}
      >
        <option value="">{m.facts_choose()}</option>
        {key.values.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
    );
  }
  const kind = key.type === 'date' ? { type: 'date' } : key.type === 'text' ? {} : { inputMode: 'decimal' as const };
  return (
    <TextField
      {...kind}
      label={key.ask}
      hint={hintOf(key)}
      required
      value={typed}
      error={error}
      onChange={(event) => onType(event.target.value)}
    />
  );
}
