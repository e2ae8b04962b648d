import type { Ran } from '../run/reports.ts';
import type { Proof } from './read.ts';

/** The name itself, or its beginning up to the end of a word: a group, or a table of cases. */
const begins = (whole: string, name: string): boolean =>
  whole.startsWith(name) && !/^[\p{L}\p{N}]/u.test(whole.slice(name.length));

/** Holds the named tests against what ran: present, run and passed. */
export function judgeTests(proofs: readonly Proof[], ran: readonly Ran[]): string[] {
  return proofs.flatMap((proof) => {
    if (proof.kind !== 'test') return [];
    const matching = ran.filter(({ file, name }) => file === proof.file && begins(name, proof.name));
    if (matching.length === 0) return [`line ${proof.line}: did not run: ${proof.file} › ${proof.name}`];
    return matching.every(({ passed }) => passed)
      ? []
      : [`line ${proof.line}: did not pass: ${proof.file} › ${proof.name}`];
  });
}

/** Commands that the project knows: npm scripts and the commands of `npx egide`. */
export function judgeCommands(
  proofs: readonly Proof[],
  known: { readonly scripts: readonly string[]; readonly subjects: readonly string[] },
): string[] {
  return proofs.flatMap((proof) => {
    if (proof.kind !== 'command') return [];
    const [, script] = /^npm (?:run )?([\w-]+)/.exec(proof.command) ?? [];
    const [, subject, verb] = /^npx egide ([\w-]+) ([\w-]+)/.exec(proof.command) ?? [];
    const exists =
      subject !== undefined
        ? known.subjects.includes(`${subject}-${verb}`)
        : script !== undefined
          ? ['ci', ...known.scripts].includes(script)
          : proof.command === '.ci/run';
    return exists ? [] : [`line ${proof.line}: no such command: ${proof.command}`];
  });
}
