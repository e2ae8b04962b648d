/** How a promise is shown: by a test that passes, or by a command that ends well. */
export type Proof =
  | { readonly kind: 'test'; readonly file: string; readonly name: string; readonly line: number }
  | { readonly kind: 'command'; readonly command: string; readonly line: number };
export type Read = { readonly proofs: readonly Proof[]; readonly faults: readonly string[]; readonly promises: number };

const PROMISE = /^- (?!test |command )/;
const TEST = /^ {2}- test `([^`]+)` › `([^`]+)`$/;
const COMMAND = /^ {2}- command `([^`]+)`$/;

/**
 * Reads docs/promises.md: each line `- promise` is followed by one or more proofs, `  - test `file` › `name`` or
 * `  - command `…``. A promise without proof is a fault.
 */
export function readPromises(markdown: string): Read {
  const proofs: Proof[] = [];
  const faults: string[] = [];
  let promises = 0;
  let open: number | null = null;
  const close = (): void => {
    if (open !== null) faults.push(`line ${open}: a promise without proof`);
  };
  for (const [at, text] of markdown.split('\n').entries()) {
    const line = at + 1;
    const [, file, name] = TEST.exec(text) ?? [];
    const [, command] = COMMAND.exec(text) ?? [];
    if (file !== undefined && name !== undefined) proofs.push({ kind: 'test', file, name, line });
    else if (command !== undefined) proofs.push({ kind: 'command', command, line });
    else if (PROMISE.test(text)) {
      close();
      promises += 1;
      open = line;
      continue;
    } else {
      if (/^\s+- /.test(text)) faults.push(`line ${line}: neither a test nor a command: ${text.trim()}`);
      continue;
    }
    open = null;
  }
  close();
  return { proofs, faults, promises };
}
