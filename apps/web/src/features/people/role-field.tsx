import type { Role } from '@egide/contract/roles';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { SelectField } from '../../ui/field.tsx';
import { m } from '../../ui/words.ts';

interface RoleFieldProps<R extends Role> {
  roles: readonly R[];
  hint: string;
  value: R;
  onChoose: (role: R) => void;
}

/** One of the roles that may be given here, in words. */
export function RoleField<R extends Role>({ roles, hint, value, onChoose }: RoleFieldProps<R>) {
  return (
    <SelectField
      label={m.access_roles_role()}
      hint={hint}
      value={value}
      onChange={(event) => {
        const role = roles.find((one) => one === event.target.value);
        if (role) onChoose(role);
      }}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {ROLE_WORD[role]()}
        </option>
      ))}
    </SelectField>
  );
}
