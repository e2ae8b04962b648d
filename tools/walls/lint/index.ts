import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lintFree, lintSeeds } from '../seeded/lint.ts';
import type { Wall } from '../wall.ts';

type Diagnostic = { readonly code: string; readonly filename: string; readonly message: string; readonly line: number };
type Linted = { readonly diagnostics: readonly Diagnostic[]; readonly files: number };
type Raw = {
  diagnostics: { code?: string; filename: string; message: string; labels: { span: { line: number } }[] }[];
  number_of_files: number;
};

function lint(checkout: string, folder: string): Linted {
  const oxlint = join(checkout, 'node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (!stdout.startsWith('{')) throw new Error(`oxlint gave no report: ${stdout}${stderr}`);
  // Safe: the shape of oxlint 1.94, pinned; a changed shape fails below, loudly.
  const raw = JSON.parse(stdout) as Raw;
  const diagnostics = raw.diagnostics.map(({ code = 'unreadable', filename, message, labels }) => ({
    code,
    filename,
    message,
    line: labels[0]?.span.line ?? 0,
  }));
  return { diagnostics, files: raw.number_of_files };
}

function plant(checkout: string): string {
  const root = mkdtempSync(join(tmpdir(), 'egide-lint-'));
  cpSync(join(checkout, '.oxlintrc.json'), join(root, '.oxlintrc.json'));
  cpSync(join(checkout, 'tools/walls/lint'), join(root, 'tools/walls/lint'), { recursive: true });
  for (const { file, code } of [...lintSeeds, ...lintFree]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${code}\n`);
  }
  return root;
}

/** Rules that the configuration names must each have a seed: those of a whole category are oxlint's own affair. */
function unsown(checkout: string): string[] {
  // Safe: our own file, read for its rule names only.
  const { rules } = JSON.parse(readFileSync(join(checkout, '.oxlintrc.json'), 'utf8')) as {
    rules: Record<string, unknown>;
  };
  const sown = lintSeeds.map(({ rule }) => rule.replace(/^.*\(|\)$/g, ''));
  return Object.entries(rules)
    .filter(([name, level]) => level !== 'off' && !sown.includes(name.replace(/^.*\//, '')))
    .map(([name]) => `${name}: no seeded violation`);
}

export const lintWall: Wall = {
  name: 'lint',
  check(root) {
    const { diagnostics, files } = lint(root, root);
    return {
      faults: diagnostics.map(({ code, filename, line, message }) => `${filename}:${line} ${code} ${message}`),
      seen: `${files} files`,
    };
  },
  prove(root) {
    const planted = plant(root);
    try {
      const { diagnostics } = lint(root, planted);
      const missed = lintSeeds.filter(
        ({ rule, file }) => !diagnostics.some((found) => found.code === rule && found.filename === file),
      );
      const refused = diagnostics.filter(({ filename }) => lintFree.some(({ file }) => file === filename));
      return {
        faults: [
          ...unsown(root),
          ...missed.map(({ rule, code }) => `not caught: ${rule}: ${code.slice(0, 80)}`),
          ...refused.map(({ filename, code, message }) => `refused without reason: ${filename} ${code} ${message}`),
        ],
        seen: `${lintSeeds.length} seeds, ${lintFree.length} free files`,
      };
    } finally {
      rmSync(planted, { recursive: true, force: true });
    }
  },
};
