import type { z } from 'zod';
import { shown } from './clean.ts';
import type { Params } from './format.ts';
import type { Path } from './strict-json.ts';

type Told = (path: Path, code: string, params: Params) => void;

/**
 * Holds a value against its schema and tells each fault at its place. A schema names its own codes by `error`; otherwise
 * `field-missing`, `field-unknown` and `wrong-type` are told. What is absent is told at the object that lacks it.
 */
export function checkShape<S extends z.ZodType>(schema: S, value: unknown, tell: Told): z.infer<S> | null {
  const result = schema.safeParse(value, {
    error: (issue) => (issue.input === undefined ? 'field-missing' : 'wrong-type'),
  });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    // Safe: names and indexes come from JSON, never symbols.
    const path = issue.path as (string | number)[];
    if (issue.code === 'unrecognized_keys')
      for (const field of issue.keys) tell([...path, field], 'field-unknown', { field: shown(field) });
    else if (issue.message.endsWith('-missing')) tell(path.slice(0, -1), issue.message, { field: String(path.at(-1)) });
    else
      tell(path, issue.message, {
        value: shown(JSON.stringify(valueAt(value, path))),
        expected: 'expected' in issue ? String(issue.expected) : issue.code,
      });
  }
  return null;
}

const valueAt = (value: unknown, path: Path): unknown =>
  // Safe: the schema found its fault by walking this very path.
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[step] : undefined,
    value,
  );

/** An `error` of a schema: our code for a wrong value, the general answer for an absent one. */
export const wrong =
  (code: string) =>
  (issue: { readonly input?: unknown }): string | undefined =>
    issue.input === undefined ? undefined : code;
