import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '@egide/kernel/result';
import { z } from 'zod';
import { readContent, type Checked, type Content } from './content.ts';
import { readFolder, type FolderFault } from './folder.ts';
import { checkLock, type Lock } from './lock.ts';
import { parseTexts } from './parsed.ts';
import type { ContentFault } from './yaml-file.ts';

/** The content that the product ships. */
export const SHIPPED = fileURLToPath(new URL('../', import.meta.url));

const LockFile = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

/** Hashes of the published editions of a content folder; none where there is no lock. */
export function readLock(folder: string = SHIPPED): Lock {
  try {
    return LockFile.parse(JSON.parse(readFileSync(`${folder}/locked.json`, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

/** Reads a whole content folder, checks everything in it, and that no published edition has changed. */
export function loadContent(folder: string = SHIPPED): Result<Content, readonly ContentFault[] | FolderFault> {
  const texts = readFolder(folder);
  if (!texts.ok) return texts;
  const { content, faults } = readContent(texts.value, null, folder === SHIPPED ? parseTexts : undefined);
  const all = [...faults, ...checkLock(texts.value, readLock(folder))];
  return all.length > 0 ? err(all) : ok(content);
}

/** Checks a folder that may hold only a part, a new programme for instance: it then speaks the shipped vocabulary. */
export function checkFolder(folder: string, shipped: () => Content = shippedContent): Result<Checked, FolderFault> {
  const texts = readFolder(folder);
  if (!texts.ok) return texts;
  const checked = readContent(texts.value, shipped);
  return ok({ ...checked, faults: [...checked.faults, ...checkLock(texts.value, readLock(folder))] });
}

let loaded: Content | null = null;

/** The shipped content, read once for the process. It is part of the product: if it is wrong, nothing starts. */
export function shippedContent(): Content {
  if (loaded !== null) return loaded;
  const content = loadContent();
  if (!content.ok)
    throw new Error(
      Array.isArray(content.error)
        ? content.error.map(({ file, line, message }) => `${file}:${line} ${message.en}`).join('\n')
        : JSON.stringify(content.error),
    );
  return (loaded = content.value);
}

export const findFramework = (content: Content, id: string, version?: string) =>
  content.frameworks
    .filter(({ text }) => text.id === id && (version === undefined || text.version === version))
    .at(-1) ?? null;
export const findProgramme = (content: Content, id: string, call?: string) =>
  content.programmes.filter((one) => one.id === id && (call === undefined || one.call === call)).at(-1) ?? null;
