import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED } from '@egide/content';
import { describe, expect, it } from 'vitest';
import { argumentsOf, fill } from './terminal.ts';

const folder = join(SHIPPED, 'messages/terminal');
const subjects = [...new Set(globSync('*.json', { cwd: folder }).map((file) => file.split('.')[0]))].sort();
/** Every text of a catalogue by its place, with the values that it asks for. */
function placesOf(node: unknown, at = ''): [string, string[]][] {
  if (typeof node === 'string') return [[at, [...new Set(node.match(/\{\w+\}/g) ?? [])].sort()]];
  return Object.entries(node ?? {}).flatMap(([key, inner]) => placesOf(inner, `${at}/${key}`));
}
const read = (subject: string, locale: 'fr' | 'en'): unknown =>
  JSON.parse(readFileSync(join(folder, `${subject}.${locale}.json`), 'utf8'));

describe('what the command line says', () => {
  it('is there for every subject', () =>
    expect(subjects).toEqual(['cli', 'demo', 'evidence', 'facilities', 'rules', 'seal']));
  it.each(subjects)('of %s is there in both languages, with the same values', (subject = '') =>
    expect(placesOf(read(subject, 'en'))).toEqual(placesOf(read(subject, 'fr'))),
  );
});

it('fills in what is known and leaves the rest in sight', () =>
  expect(fill('{count} of {all}: {name}', { count: 0, name: undefined, all: '{name}' })).toBe('0 of {name}: {name}'));

it.each([
  [['a', '--json', 'b'], { json: true }, ['a', 'b']],
  [[], {}, []],
  [['--data', 'x'], { data: 'x' }, []],
])('reads %j', (argv, values, positionals) => {
  const given = argumentsOf(argv, { json: { type: 'boolean' }, data: { type: 'string' } });
  expect([{ ...given?.values }, given?.positionals]).toEqual([values, positionals]);
});
it.each([[['--unknown']], [['--data']], [['--json=yes']]])('knows nothing of %j', (argv) =>
  expect(argumentsOf(argv, { json: { type: 'boolean' }, data: { type: 'string' } })).toBeNull(),
);
