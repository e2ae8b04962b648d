import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { peopleLetIn } from './people-let-in.ts';

it.each([[[]], [['a@example.org', 'b@example.org']], [['a@example.org', '--unknown']]])(
  'what cannot be asked opens no data folder: %j',
  async (argv) => {
    const data = join(mkdtempSync(join(tmpdir(), 'egide-let-in-')), 'data');
    const [out, err]: [string[], string[]] = [[], []];
    const code = await peopleLetIn([...argv, '--data', data], {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      locale: 'en',
      env: {},
    });
    expect({ code, out, err, there: existsSync(data) }).toEqual({
      code: 2,
      out: [],
      err: ['npx egide people let-in LOGIN [--data DIR] [--json]'],
      there: false,
    });
  },
);
