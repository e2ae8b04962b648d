import { describe, expect, it } from 'vitest';
import { statementName } from './statement-name.ts';

describe('names of prepared statements', () => {
  it('are the same for the same text, and different for another', () => {
    const first = statementName('select 1');
    expect(first.name).toMatch(/^q\d+$/);
    expect(statementName('select 1')).toEqual(first);
    expect(statementName('select 2')).not.toEqual(first);
  });

  it('are not given to bulk writing', () => {
    expect(statementName(`insert into t values ${'($1), '.repeat(2_000)}`)).toEqual({});
  });

  it('come to an end, so that no connection keeps plans without limit; known ones stay', () => {
    const known = statementName('select known');
    for (let i = 0; i < 600; i++) statementName(`select ${i} from many`);
    expect(statementName('one too many')).toEqual({});
    expect(statementName('select known')).toEqual(known);
  });
});
