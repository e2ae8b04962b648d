import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  citationSeeds,
  freeCitations,
  freePaths,
  freeWords,
  pathSeeds,
  seededPages,
  wordSeeds,
} from '../seeded/words.ts';
import type { Wall } from '../wall.ts';
import { missingPages, type Pages, pagesOf } from './citations.ts';
import { KEBAB, NAMELESS, wordRules } from './rules.ts';

const TEXT =
  /\.(?:ts|tsx|mjs|js|json|jsonc|yaml|yml|csv|md|sql|css|html|sh)$|(?:^|\/)(?:run|LICENSE|\.npmrc|\.gitignore)$/;
const CODE = /^(?:apps|packages|tools|bench)\/.*\.(?:ts|tsx|mjs)$/;
/** The rules and their seeds hold the words that they refuse. */
const ABOUT_WORDS = /^tools\/walls\/(?:words|seeded)\//;

const tracked = (root: string): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '');

function judgeText(path: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      wordRules
        .filter(({ pattern, except }) => pattern.test(line) && except?.test(path) !== true)
        .map(({ name }) => `${path}:${at + 1} ${name}: ${line.trim().slice(0, 120)}`),
    );
}

function judgeCitations(path: string, text: string, pages: Pages): string[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      missingPages(path, line, pages).map((page) => `${path}:${at + 1} cites ${page}, which is not in the tree`),
    );
}

function judgePath(path: string): string[] {
  if (!CODE.test(path)) return [];
  return [
    ...(NAMELESS.test(path) ? [`${path}: named after nothing`] : []),
    ...(KEBAB.test(basename(path)) ? [] : [`${path}: not in kebab-case`]),
  ];
}

export const wordsWall: Wall = {
  name: 'words',
  check(root) {
    const paths = tracked(root);
    const texts = paths.filter((path) => TEXT.test(path) && !ABOUT_WORDS.test(path));
    const pages = pagesOf(paths);
    return {
      faults: [
        ...paths.flatMap(judgePath),
        ...texts.flatMap((path) => {
          const text = readFileSync(join(root, path), 'utf8');
          return [...judgeText(path, text), ...judgeCitations(path, text, pages)];
        }),
      ],
      seen: `${texts.length} texts, ${paths.length} names`,
    };
  },
  prove() {
    const pages = pagesOf(seededPages);
    const seeds = wordSeeds.length + pathSeeds.length + citationSeeds.length;
    const free = freeWords.length + freePaths.length + freeCitations.length;
    return {
      faults: [
        ...wordSeeds
          .filter(({ rule, line }) => !judgeText('x.ts', line).some((fault) => fault.includes(rule)))
          .map(({ rule, line }) => `not caught: ${rule}: ${line}`),
        ...wordRules
          .filter(({ name }) => !wordSeeds.some(({ rule }) => rule === name))
          .map(({ name }) => `${name}: no seeded violation`),
        ...pathSeeds.filter((path) => judgePath(path).length === 0).map((path) => `not caught: ${path}`),
        ...citationSeeds
          .filter(({ path, line }) => judgeCitations(path, line, pages).length === 0)
          .map(({ path, line }) => `not caught: ${path}: ${line}`),
        ...freeWords.flatMap((line) => judgeText('x.ts', line)).map((fault) => `refused without reason: ${fault}`),
        ...freePaths.flatMap(judgePath).map((fault) => `refused without reason: ${fault}`),
        ...freeCitations
          .flatMap(({ path, line }) => judgeCitations(path, line, pages))
          .map((fault) => `refused without reason: ${fault}`),
      ],
      seen: `${seeds} seeds, ${free} free`,
    };
  },
};
