import { readFileSync } from 'node:fs';
import { missing } from './missing.ts';

// Safe: npm wrote it, and its version 3 has this shape.
const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Parameters<typeof missing>[0];
};
const wanting = missing(packages);
for (const line of wanting) console.log(`missing ${line}`);
console.log(`${Object.keys(packages).length} entries, ${wanting.length} missing`);
process.exitCode = wanting.length === 0 ? 0 : 1;
