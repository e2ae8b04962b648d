import { err, ok, type Result } from '@egide/kernel/result';
import type { Condition, Rule } from '@egide/engines/rules';
import type { Content } from '../content.ts';
import type { Text } from '../lock.ts';
import { parseYaml, type ContentFault } from '../yaml-file.ts';
import { readRuleAt } from './programme.ts';

/** A rule to be tried before it is published: a whole rule file, or a bare condition. */
export function readLooseRule(
  { file, text }: Text,
  { vocabulary }: Pick<Content, 'vocabulary'>,
): Result<{ when: Condition; rule: Rule }, readonly ContentFault[]> {
  const source = parseYaml(file, text);
  if (source.faults.length > 0) return err(source.faults);
  const faults: ContentFault[] = [];
  const { data } = source;
  const [value, path] =
    typeof data === 'object' && data !== null && 'when' in data ? [data.when, ['when']] : [data, []];
  const rule = readRuleAt(value, path, { source, vocabulary, faults });
  return rule === null ? err(faults) : ok(rule);
}
