import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Text } from './lock.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

/** Beside what other tools keep between two runs; removing it costs one slower start. */
export const KEPT = fileURLToPath(new URL('../../../node_modules/.cache/egide/', import.meta.url));

/**
 * Parses the texts, or takes what the same bytes gave before: YAML is two thirds of the start of a command
 * (measured: 0.25 of 0.38 CPU s). Only the parsing is kept; every check is done again. Lines are found by parsing when asked.
 */
export function parseTexts(texts: readonly Text[], folder: string = KEPT): YamlFile[] {
  const path = `${folder}content-${hashOf(texts)}.json`;
  const kept = readKept(path);
  if (kept?.length === texts.length) return texts.map((text, i) => fromKept(text, kept[i]));
  const sources = texts.map(({ file, text }) => parseYaml(file, text));
  if (sources.every(({ faults }) => faults.length === 0)) keep(path, folder, sources);
  return sources;
}

function fromKept({ file, text }: Text, data: unknown): YamlFile {
  let parsed: YamlFile | null = null;
  return { file, data, faults: [], at: (...place) => (parsed ??= parseYaml(file, text)).at(...place) };
}

function hashOf(texts: readonly Text[]): string {
  const hash = createHash('sha256');
  for (const { file, text } of texts) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}

function readKept(path: string): unknown[] | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return Array.isArray(kept) ? kept : null;
  } catch {
    // Not kept yet, or cut short by a full disk: parsed again.
    return null;
  }
}

function keep(path: string, folder: string, sources: readonly YamlFile[]): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, JSON.stringify(sources.map(({ data }) => data)));
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // An installation that may not be written to starts a little slower, and works the same.
  }
}
