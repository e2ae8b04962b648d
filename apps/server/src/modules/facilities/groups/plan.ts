import { wordsOf } from '../search/words.ts';

export type Role = 'support' | 'member';
/** A GHT of the register with its present members. */
export type KnownGroup = {
  readonly code: string;
  readonly name: string;
  readonly open: boolean;
  readonly unseen: boolean;
  readonly aliases: readonly string[];
  readonly members: ReadonlyMap<string, Role>;
};
/** A GHT as a file names it. `complete`: every member it has could be read. */
export type NamedGroup = {
  readonly at: string;
  readonly code: string | null;
  readonly number: string | null;
  readonly shortCode: string | null;
  readonly name: string;
  readonly open: boolean;
  readonly complete: boolean;
  readonly members: readonly { readonly entity: string; readonly role: Role }[];
};
export type Alias = { readonly alias: string; readonly kind: 'sae' | 'short' | 'finess' };

/** What becomes of one GHT. `ended` and `begun` are links; a role that changes is one of each. */
export type GroupPlan = {
  readonly change: 'added' | 'changed' | 'closed' | 'unchanged';
  readonly code: string;
  readonly name: string;
  readonly open: boolean;
  readonly aliases: readonly Alias[];
  readonly ended: readonly string[];
  readonly begun: readonly { readonly entity: string; readonly role: Role }[];
};
export type GroupRemark = {
  readonly level: 'rejected' | 'warning';
  readonly at: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
};

const aliasesOf = (group: Pick<NamedGroup, 'code' | 'number' | 'shortCode'>): Alias[] => [
  ...(group.code === null ? [] : [{ alias: group.code, kind: 'sae' } as const]),
  ...(group.shortCode === null ? [] : [{ alias: group.shortCode, kind: 'short' } as const]),
  ...(group.number === null ? [] : [{ alias: group.number, kind: 'finess' } as const]),
];
const supportOf = (group: NamedGroup): string | undefined =>
  group.members.find(({ role }) => role === 'support')?.entity;

/**
 * By any code it bears or bore, else by its support establishment. Ours: FINESS+ names a GHT by its SAE code
 * (`gccIdentifiantExterne`, as its schema) in some files, and in others by eleven digits (`numFinessGcc`).
 */
function known(groups: readonly KnownGroup[], named: NamedGroup): KnownGroup | undefined {
  const codes = aliasesOf(named).map(({ alias }) => alias);
  const support = supportOf(named);
  return (
    groups.find((group) => codes.some((code) => group.aliases.includes(code))) ??
    (support === undefined ? undefined : groups.find((group) => group.members.get(support) === 'support'))
  );
}

function planOne(before: KnownGroup | undefined, named: NamedGroup): GroupPlan {
  const aliases = aliasesOf(named).filter(({ alias }) => before?.aliases.includes(alias) !== true);
  const wanted = new Map(named.open ? named.members.map(({ entity, role }) => [entity, role]) : []);
  const present = before?.members ?? new Map<string, Role>();
  const begun = [...wanted].flatMap(([entity, role]) => (present.get(entity) === role ? [] : [{ entity, role }]));
  const changedRole = begun.filter(({ entity }) => present.has(entity)).map(({ entity }) => entity);
  // A member that could not be read may be one of those that seem to have left.
  const left = named.complete || !named.open ? [...present.keys()].filter((entity) => !wanted.has(entity)) : [];
  const code = before?.code ?? aliasesOf(named)[0]?.alias ?? supportOf(named) ?? named.name;
  const same =
    before !== undefined &&
    before.name === named.name &&
    before.open === named.open &&
    !before.unseen &&
    aliases.length + begun.length + left.length === 0;
  const change =
    before === undefined ? 'added' : before.open && !named.open ? 'closed' : same ? 'unchanged' : 'changed';
  return { change, code, name: named.name, open: named.open, aliases, ended: [...left, ...changedRole], begun };
}

/** Plans each GHT of a file, and says which entity would be in two of them: possible, and worth a look. */
export function planGroups(
  groups: readonly KnownGroup[],
  named: readonly NamedGroup[],
): { plans: GroupPlan[]; remarks: GroupRemark[] } {
  const plans: GroupPlan[] = [];
  const remarks: GroupRemark[] = [];
  const seen = new Map<string, string>();
  for (const one of named) {
    const plan = planOne(known(groups, one), one);
    if (plans.some(({ code }) => code === plan.code)) {
      remarks.push({ level: 'rejected', at: one.at, code: 'conflict', params: { value: plan.code } });
      continue;
    }
    plans.push(plan);
    for (const { entity } of one.open ? one.members : []) {
      const other = seen.get(entity);
      if (other !== undefined)
        remarks.push({
          level: 'warning',
          at: one.at,
          code: 'entity-in-two-groups',
          params: { value: entity, group: other },
        });
      seen.set(entity, one.name);
    }
  }
  return { plans, remarks };
}

/** A line of the list of codes teaches a second code to a GHT known by the first, or by exactly the same words. */
export function planCodes(
  groups: readonly KnownGroup[],
  lines: readonly { readonly at: string; readonly code: string; readonly shortCode: string; readonly name: string }[],
): { plans: GroupPlan[]; remarks: GroupRemark[] } {
  const remarks: GroupRemark[] = [];
  const plans = lines.flatMap((line): GroupPlan[] => {
    const named = groups.filter((group) => wordsOf(group.name).sort().join() === wordsOf(line.name).sort().join());
    const found =
      groups.find((group) => group.aliases.includes(line.code) || group.aliases.includes(line.shortCode)) ??
      (named.length === 1 ? named[0] : undefined);
    if (found === undefined) {
      remarks.push({
        level: 'warning',
        at: line.at,
        code: 'group-unknown',
        params: { value: `${line.shortCode} ${line.name}` },
      });
      return [];
    }
    const wanted: readonly Alias[] = [
      { alias: line.code, kind: 'sae' },
      { alias: line.shortCode, kind: 'short' },
    ];
    const taken = wanted.find(({ alias }) => groups.some((group) => group !== found && group.aliases.includes(alias)));
    if (taken !== undefined) {
      remarks.push({ level: 'rejected', at: line.at, code: 'alias-taken', params: { value: taken.alias } });
      return [];
    }
    const aliases = wanted.filter(({ alias }) => !found.aliases.includes(alias));
    return [
      {
        change: aliases.length > 0 ? 'changed' : 'unchanged',
        code: found.code,
        name: found.name,
        open: found.open,
        aliases,
        ended: [],
        begun: [],
      },
    ];
  });
  return { plans, remarks };
}
