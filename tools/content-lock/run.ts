import { writeFileSync } from 'node:fs';
import { SHIPPED, checkLock, extended, readFolder, readLock } from '@egide/content';

// npm run content:lock: publishes the editions that are not locked yet. A locked one never changes: this never replaces a hash.
const texts = readFolder(SHIPPED);
if (!texts.ok) throw new Error(`${texts.error.code}: ${texts.error.file}`);
const lock = readLock();
const faults = checkLock(texts.value, lock);
for (const { file, message } of faults) console.error(`${file}: ${message.en}`);
if (faults.length === 0) {
  const next = extended(texts.value, lock);
  const added = Object.keys(next).filter((edition) => !Object.hasOwn(lock, edition));
  if (added.length > 0) writeFileSync(`${SHIPPED}locked.json`, `${JSON.stringify(next, null, 2)}\n`);
  console.log(added.length === 0 ? `${Object.keys(lock).length} editions, all locked` : `locked: ${added.join(', ')}`);
}
process.exitCode = faults.length === 0 ? 0 : 1;
