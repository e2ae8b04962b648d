import { posix } from 'node:path';

/** The pages of the tree, by each way of naming one: its path from the root, or its last folders and its name. */
export type Pages = ReadonlySet<string>;

/** A page of elsewhere is cited by its whole address, which is passed over. */
const CITED = /https?:\/\/[^\s"'`<>)]+|((?:[\w.@-]+\/)*\w[\w.-]*\.md)(?![\w-]|\.\w)/g;

/** `docs/a/b.md` is `docs/a/b.md` and `a/b.md`, not `b.md`: a bare name is of the root or of the folder that cites it. */
export const pagesOf = (paths: readonly string[]): Pages =>
  new Set(
    paths
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) => {
        const parts = path.split('/');
        return [path, ...parts.slice(0, -1).map((_, i) => parts.slice(i).join('/'))];
      }),
  );

/** Pages that this line of `path` cites and that nobody who has the tree can open. */
export const missingPages = (path: string, line: string, pages: Pages): string[] =>
  [...line.matchAll(CITED)].flatMap(([, cited]) =>
    cited === undefined || pages.has(cited) || pages.has(posix.join(posix.dirname(path), cited)) ? [] : [cited],
  );
