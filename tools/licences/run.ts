import { readFileSync } from 'node:fs';
import { refused, shipped } from './judge.ts';

// Safe: npm wrote it, and its version 3 has this shape.
const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Parameters<typeof refused>[0];
};
const faults = refused(packages);
for (const fault of faults) console.log(`not accepted: ${fault}`);
console.log(`${shipped(packages).length} shipped packages, ${faults.length} under a licence that is not accepted`);
process.exitCode = faults.length === 0 && shipped(packages).length > 0 ? 0 : 1;
