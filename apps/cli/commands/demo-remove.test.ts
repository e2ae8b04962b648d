import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoRemove } from './demo-remove.ts';

const data = join(mkdtempSync(join(tmpdir(), 'egide-demo-')), 'data');

describe('what cannot be asked opens no data folder', () => {
  it.each([[['a']], [['--unknown']], [['--data']]])('%j', async (argv) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await demoRemove(
      [...argv, '--data', data].slice(0, argv.includes('--data') ? argv.length : undefined),
      { out: (text) => out.push(text), err: (text) => err.push(text), locale: 'fr', env: {} },
    );
    expect({ code, out, err, opened: existsSync(data) }).toEqual({
      code: 2,
      out: [],
      err: ['npx egide demo remove [--data DIR] [--json]'],
      opened: false,
    });
  });
});
