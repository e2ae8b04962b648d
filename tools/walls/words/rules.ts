/** Text that must not be in the tree; `except` names files that may hold it, with the reason in a comment. */
export type WordRule = { readonly name: string; readonly pattern: RegExp; readonly except?: RegExp };

export const wordRules: readonly WordRule[] = [
  { name: 'path of one machine', pattern: /(?<![\w.@-])\/(?:work|root|farm|home\/\w+|Users\/\w+)\/[\w.]/ },
  // Not where npm or Debian put it: a mirror of one house, met in lock files and settings.
  {
    name: 'registry host',
    pattern:
      /https?:\/\/(?!registry\.npmjs\.org\b)[\w.:-]*(?:registry|npm|artifactory|nexus|verdaccio|proxy|mirror)[\w.:-]*\//i,
  },
  { name: 'unfinished work', pattern: /\b(?:TODO|FIXME|XXX|HACK)\b(?!\(#\d+\))/ },
  // A lint rule may be lifted where the reason follows: `oxlint-disable-next-line rule -- reason`.
  {
    name: 'compiler silenced',
    pattern: /@ts-(?:ignore|nocheck|expect-error)(?! \w+ \w+)|(?:oxlint|eslint)-disable(?!-next-line [\w/-]+ -- \w)/,
  },
  { name: 'not built', pattern: /\bnot (?:yet )?implemented\b|\bcoming soon\b|\blorem ipsum\b/i },
  { name: 'secret', pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/ },
];

/** Files named after nothing. Ours: a name says the subject, then the role (CONTRIBUTING.md, "How we write"). */
export const NAMELESS = /(?:^|\/)(?:[\w-]*[-.])?(?:utils?|helpers?|common|manager|impl|misc)(?:\.[\w.]+)?(?=\/|$)/i;
/** `RecordAnswer.ts` or `record_answer.ts`: our files are in kebab-case. */
export const KEBAB = /^[a-z0-9.[\]$-]+$/;
