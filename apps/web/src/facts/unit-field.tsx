import type { Key } from '@egide/contract/evidence';
import { SelectField } from '../ui/field.tsx';
import { m } from '../ui/words.ts';

/** In which unit the value is given, where the vocabulary accepts several: it is converted by the server. */
export function UnitField({
  factKey: key,
  unit,
  onChange,
}: {
  factKey: Key;
  unit: string;
  onChange: (unit: string) => void;
}) {
  if (key.units.length < 2) return null;
  return (
    <SelectField label={m.facts_unit()} value={unit} onChange={(event) => onChange(event.target.value)}>
      {key.units.map((one) => (
        <option key={one.unit} value={one.unit}>
          {one.label}
        </option>
      ))}
    </SelectField>
  );
}
