import { argumentsOf, EXIT, type Terminal } from '../terminal.ts';
import { verifyExport, type Asked } from '../audit-log/verify-export.ts';
import { faultWords, limitWords, readWords, unreadableWords, verdictWords } from '../audit-log/words.ts';

const USAGE = 'npx egide audit-log verify EXPORT [--heads FILE]… [--key FINGERPRINT] [--json]';
const OPTIONS = {
  heads: { type: 'string', multiple: true },
  key: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Verifies an export of the audit log, with no server and no database. Exit codes: 0 sound, 1 found wanting, 2 usage, 3 unreadable. */
export async function auditLogVerify(argv: readonly string[], terminal: Terminal): Promise<number> {
  const asked = readArguments(argv);
  if (asked === null) {
    terminal.err(USAGE);
    return EXIT.usage;
  }
  const words = readWords(terminal.locale);
  const verified = await verifyExport(asked);
  if (!verified.ok) {
    terminal.err(unreadableWords(words, verified.error));
    return EXIT.unreadable;
  }
  const { faults, limits } = verified.value;
  terminal.out(
    asked.json
      ? JSON.stringify({
          ...verified.value,
          faults: faults.map((fault) => ({ ...fault, message: faultWords(words, fault) })),
          limits: limits.map((limit) => ({ ...limit, message: limitWords(words, limit) })),
        })
      : verdictWords(words, verified.value),
  );
  return verified.value.sound ? EXIT.done : EXIT.wanting;
}

function readArguments(argv: readonly string[]): (Asked & { readonly json: boolean }) | null {
  const given = argumentsOf(argv, OPTIONS);
  if (given === null) return null;
  const { values, positionals } = given;
  const [exportFile, ...more] = positionals;
  if (exportFile === undefined || more.length > 0) return null;
  if (values.key !== undefined && !/^[0-9a-f]{64}$/i.test(values.key)) return null;
  return { exportFile, headsFiles: values.heads ?? [], key: values.key ?? null, json: values.json ?? false };
}
