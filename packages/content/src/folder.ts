import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { err, ok, type Result } from '@egide/kernel/result';
import type { Text } from './lock.ts';
import { MAX_BYTES } from './yaml-file.ts';

export type FolderFault = {
  readonly code: 'no-such-folder' | 'not-a-folder' | 'unreadable' | 'too-large' | 'too-many';
  readonly file: string;
};

/** A content folder holds far fewer; beyond, it is another folder. */
const MAX_FILES = 2000;
const SKIPPED = new Set(['node_modules', 'src', 'schemas', 'messages', 'glossary', 'golden', 'demo']);

/** Every YAML text below a folder, by its path with `/`, in order; parts that hold no content (sources, messages, glossary, golden cases, the fictional territory) are left out. */
export function readFolder(folder: string): Result<Text[], FolderFault> {
  const files: string[] = [];
  try {
    if (!statSync(folder).isDirectory()) return err({ code: 'not-a-folder', file: folder });
    walk(folder, files);
  } catch {
    return err({ code: 'no-such-folder', file: folder });
  }
  if (files.length > MAX_FILES) return err({ code: 'too-many', file: folder });
  const texts: Text[] = [];
  for (const path of files.sort()) {
    const file = relative(folder, path).split(sep).join('/');
    try {
      if (statSync(path).size > MAX_BYTES) return err({ code: 'too-large', file });
      texts.push({ file, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) });
    } catch {
      return err({ code: 'unreadable', file });
    }
  }
  return ok(texts);
}

function walk(folder: string, files: string[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || files.length > MAX_FILES) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(path, files);
    else if (entry.isFile() && /\.ya?ml$/.test(entry.name)) files.push(path);
  }
}
