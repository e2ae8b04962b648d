import { existsSync, readFileSync } from 'node:fs';
import { findFramework, findProgramme, readLooseRule, type Content, type ContentFault } from '@egide/content';
import { reaching, settleIndicator, weighs, type IndicatorAnswer, type Ledger, type Rule } from '@egide/engines/rules';
import { err, ok, type Result } from '@egide/kernel/result';

/** What is to be explained: a rule, or an indicator, whose rule is that of its next level. */
export type Target = { readonly rule: Rule; readonly weighs: boolean; readonly indicator: IndicatorAnswer | null };

/** `RULE.yaml`, `R3`, `care-d2/O3.A`, `maturinh/5.2.1` or one of its levels, `maturinh/5.2.1/3`. Null when nothing bears that name. */
export function findTarget(
  what: string,
  content: Content,
  { ledger, at }: { ledger: Ledger; at: number },
): Result<Target, readonly ContentFault[]> | null {
  if (/\.ya?ml$/.test(what)) return fromFile(what, content);
  const [id = '', part = '', level] = what.split('/');
  if (part === '') {
    const rule = content.rules.find((one) => one.id === id);
    return rule === undefined ? null : ok({ rule: rule.rule, weighs: weighs(rule.when), indicator: null });
  }
  const objective = findProgramme(content, id)?.objectives.find((one) => one.id === part);
  if (objective !== undefined) return ok({ rule: objective.rule, weighs: weighs(objective.when), indicator: null });
  const [framework = '', version] = id.split('@');
  const indicator = findFramework(content, framework, version)
    ?.framework.dimensions.flatMap(({ themes }) => themes.flatMap(({ indicators }) => indicators))
    .find((one) => one.id === part);
  if (indicator === undefined || (level !== undefined && !/^[1-4]$/.test(level))) return null;
  const settled = settleIndicator(indicator, ledger, at);
  const rules = indicator.kind === 'asked' ? indicator.declared : indicator.computed;
  return ok({
    rule: reaching(rules, level === undefined ? Math.min(4, (settled.level ?? 0) + 1) : Number(level)),
    weighs: false,
    indicator: settled,
  });
}

function fromFile(file: string, content: Content): Result<Target, readonly ContentFault[]> {
  const refuse = (fr: string, en: string) => err([{ file, line: 1, message: { fr, en } }]);
  if (!existsSync(file)) return refuse('ce fichier n’existe pas', 'there is no such file');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    const rule = readLooseRule({ file, text }, content);
    return rule.ok ? ok({ rule: rule.value.rule, weighs: weighs(rule.value.when), indicator: null }) : rule;
  } catch {
    return refuse('ce fichier ne peut pas être lu comme un texte en UTF-8', 'this file cannot be read as UTF-8 text');
  }
}
