import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoRemove } from './demo-remove.ts';

const data = join(mkdtempSync(join(tmpdir(), 'egide-demo-')), 'data');

describe('what cannot be asked opens no data folder', () => {
  it.each([[['a']], [['--unknown']], [['--data']]])('%j', async (argv) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await demoRemove([...argv, '--data', data].slice(0, argv.includes('--data') ? argv.length : undefined), { out: (text) => out.push(text), err: (text) => err.push(text), locale: 'fr', env: {} });
    expect({ code, out, err, opened: existsSync(data) }).toEqual({ code: 2, out: [], err: ['npx egide demo remove [--data DIR] [--json]'], opened: false });
  });
});

it('speaks both languages with the same places', () => {
  // Safe: the files are ours, and hold one text for each code.
  const texts = (locale: string) => JSON.parse(readFileSync(new URL(import.meta.resolve(`@egide/content/messages/terminal/demo.${locale}.json`)), 'utf8')) as Record<string, string>;
  const places = (record: Record<string, string>) => Object.fromEntries(Object.entries(record).map(([key, text]) => [key, [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()]));
  expect(places(texts('en'))).toEqual(places(texts('fr')));
});
