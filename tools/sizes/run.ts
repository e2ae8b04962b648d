import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { weigh, type Manifest } from './weigh.ts';

/** The page of whoever arrives without a session. */
const FIRST_PAGE = 'src/features/access/sign-in.tsx';

const dist = join(import.meta.dirname, '../../apps/web/dist');
// Safe: written by Vite, whose version is pinned.
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
const weights = weigh(manifest, FIRST_PAGE, (file) => gzipSync(readFileSync(join(dist, file))).length);
const kilo = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(6)} kB`;
for (const { name, bytes, budget } of weights)
  console.log(`${bytes <= budget ? 'ok ' : 'NOT'} ${kilo(bytes)} of ${kilo(budget)}  ${name}`);
process.exitCode = weights.every(({ bytes, budget }) => bytes <= budget) ? 0 : 1;
