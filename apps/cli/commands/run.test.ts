import { expect, it } from 'vitest';
import { language } from './run.ts';

it.each([
  [['rules', 'check'], {}, { locale: 'fr', rest: ['rules', 'check'] }],
  [['rules', 'check'], { LANG: 'en_GB.UTF-8' }, { locale: 'en', rest: ['rules', 'check'] }],
  [['rules', 'check'], { LANG: 'C.UTF-8' }, { locale: 'fr', rest: ['rules', 'check'] }],
  [['rules', 'check'], { LANG: 'en_GB.UTF-8', LC_ALL: 'fr_FR.UTF-8' }, { locale: 'fr', rest: ['rules', 'check'] }],
  [['--lang', 'en', 'rules', 'check'], {}, { locale: 'en', rest: ['rules', 'check'] }],
  [['rules', '--lang=fr', 'check'], { LANG: 'en' }, { locale: 'fr', rest: ['rules', 'check'] }],
])('%j in %j', (...[argv, env, expected]) => expect(language(argv, env)).toEqual(expected));
