// The rules live in tools/walls/imports, where their seeded violations are; `npm run walls` runs both.
import { options } from './tools/walls/imports/options.ts';
import { rules } from './tools/walls/imports/rules.ts';

export default { forbidden: [...rules], options };
