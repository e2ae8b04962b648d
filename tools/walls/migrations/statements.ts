const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|;|[^'$;\-/]+|[\s\S]/g;

/** The statements of a migration, without comments, in lower case, with single spaces; quoted bodies stay whole. */
export function statements(sql: string): string[] {
  const found: string[] = [];
  let current = '';
  for (const [token] of sql.matchAll(TOKEN)) {
    if (token.startsWith('--') || token.startsWith('/*')) current += ' ';
    else if (token === ';') {
      found.push(current);
      current = '';
    } else current += token;
  }
  return [...found, current]
    .map((text) => text.replace(/\s+/g, ' ').trim().toLowerCase())
    .filter((text) => text !== '');
}

/** Splits at commas that are not inside brackets: `a, primary key (b, c)` → two parts. */
export function parts(list: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at += 1) {
    const letter = list[at];
    if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
    else if (letter === ',' && depth === 0) {
      found.push(list.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...found, list.slice(start).trim()];
}

export const names = (list: string): string[] => list.split(',').map((name) => name.trim().replaceAll('"', ''));
