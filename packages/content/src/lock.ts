import { createHash } from 'node:crypto';
import type { ContentFault } from './yaml-file.ts';

/** SHA-256 of each published edition, by its folder. */
export type Lock = Readonly<Record<string, string>>;
export type Text = { readonly file: string; readonly text: string };

/** The folder of an edition: `frameworks/maturinh/2026-1`, `programmes/care-d2/2025`; null for what is not one. */
export const editionOf = (file: string): string | null =>
  /^(?:frameworks|programmes)\/[^/]+\/[^/]+(?=\/)/.exec(file)?.[0] ?? null;

/** One hash for all files of an edition, the same whatever line endings a checkout gives them. */
export function hashOf(texts: readonly Text[]): string {
  const hash = createHash('sha256');
  for (const { file, text } of [...texts].sort((a, b) => (a.file < b.file ? -1 : 1)))
    hash.update(`${file}\0${text.replaceAll('\r\n', '\n')}\0`);
  return hash.digest('hex');
}

export function editionsIn(texts: readonly Text[]): Map<string, Text[]> {
  const editions = new Map<string, Text[]>();
  for (const one of texts) {
    const edition = editionOf(one.file);
    if (edition !== null) editions.set(edition, [...(editions.get(edition) ?? []), one]);
  }
  return editions;
}

/** A published edition never changes: what is locked is there, byte for byte. */
export function checkLock(texts: readonly Text[], lock: Lock): ContentFault[] {
  const editions = editionsIn(texts);
  return Object.entries(lock).flatMap(([edition, expected]): ContentFault[] => {
    const files = editions.get(edition);
    if (files === undefined)
      return [
        { file: edition, line: 1, message: { fr: 'une édition publiée a disparu', en: 'a published edition is gone' } },
      ];
    if (hashOf(files) === expected) return [];
    return [
      {
        file: files[0]?.file ?? edition,
        line: 1,
        message: {
          fr: 'une édition publiée ne change jamais : faites une nouvelle édition dans un nouveau dossier',
          en: 'a published edition never changes: make a new edition in a new folder',
        },
      },
    ];
  });
}

/** The lock with the editions that it lacks; what is already locked is left as it is. */
export function extended(texts: readonly Text[], lock: Lock): Lock {
  const all = {
    ...Object.fromEntries([...editionsIn(texts)].map(([edition, files]) => [edition, hashOf(files)])),
    ...lock,
  };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}
