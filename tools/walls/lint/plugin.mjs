import { noChance, noClock, noEnvironment } from './ambient.mjs';
import { noComputedImport } from './computed-import.mjs';
import { noLiteralText } from './literal-text.mjs';
import { reasonBeside } from './reason-beside.mjs';
import { noSkippedTest } from './skipped-test.mjs';

/** The rules of the house that oxlint does not bring; the seeds of each are in tools/walls/seeded/lint.ts. */
export default {
  meta: { name: 'egide' },
  rules: {
    'no-clock': noClock,
    'no-chance': noChance,
    'no-environment': noEnvironment,
    'no-literal-text': noLiteralText,
    'no-skipped-test': noSkippedTest,
    'no-computed-import': noComputedImport,
    'reason-beside': reasonBeside,
  },
};
