import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..');
const css = readFileSync(join(SRC, 'ui/tokens.css'), 'utf8');

/** Tokens of the first rule whose selector holds this text. */
function tokensOf(selector: string): Map<string, string> {
  const at = css.indexOf('{', css.indexOf(selector));
  const rule = css.slice(at + 1, css.indexOf('}', at));
  return new Map(
    [...rule.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  );
}
function luminance(hex: string): number {
  const part = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}
/** Contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = [
  ...['bg', 'bg-subtle', 'bg-sunken', 'bg-raised', 'brand-soft', 'ok-bg', 'warn-bg', 'crit-bg', 'info-bg'].map(
    (ground) => ['text', ground],
  ),
  ...['bg', 'bg-subtle', 'bg-sunken', 'bg-raised', 'crit-bg', 'brand-soft'].map((ground) => ['muted', ground]),
  ...['bg', 'bg-subtle', 'brand-soft', 'warn-bg', 'info-bg'].map((ground) => ['brand', ground]),
  ...['ok', 'warn', 'crit', 'info'].flatMap((state) => [
    [state, 'bg'],
    [state, `${state}-bg`],
    [state, 'bg-subtle'],
    [state, 'brand-soft'],
  ]),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['bg', 'text'],
] as [string, string][];
const INTERFACE = [
  ['control', 'bg'],
  ['control', 'bg-subtle'],
  ['focus', 'bg'],
  ['focus', 'bg-subtle'],
  ['fig-good', 'bg'],
  ['fig-bad', 'bg'],
  ['fig-mid-edge', 'bg'],
  ['fig-unknown-edge', 'bg'],
  ['fig-axis', 'bg'],
] as [string, string][];

describe.each([
  ['light', ":root[data-mantine-color-scheme='light']"],
  ['dark', ":root[data-mantine-color-scheme='dark']"],
  ['dark by the system', ":root:not([data-mantine-color-scheme='light'])"],
])('contrasts, %s', (_, selector) => {
  const tokens = tokensOf(selector);
  const ratio = (a: string, b: string) => contrast(tokens.get(a) ?? '#000000', tokens.get(b) ?? '#000000');
  it.each(TEXT)('%s on %s is readable', (a, b) => expect(ratio(a, b)).toBeGreaterThanOrEqual(4.5));
  it.each(INTERFACE)('%s on %s is visible', (a, b) => expect(ratio(a, b)).toBeGreaterThanOrEqual(3));
});

it('names a colour nowhere else', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(css|tsx?)$/.test(file) && !/paraglide|tokens\.|\.test\./.test(file),
  );
  const offenders = files.flatMap((file) =>
    [
      ...readFileSync(join(SRC, file), 'utf8').matchAll(
        /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b(?=[;"'\s)])|\b(?:rgb|hsl|oklch)a?\(/gi,
      ),
    ].map((hit) => `${file}: ${hit[0]}`),
  );
  // A hover over any ground: grey with transparency.
  expect(offenders.filter((hit) => hit !== join('ui', 'css', 'dialogs.css') + ': rgb(')).toEqual([]);
});
it('keeps the same tokens in both dark rules', () => {
  expect([...tokensOf(":root[data-mantine-color-scheme='dark']")]).toEqual([
    ...tokensOf(":root:not([data-mantine-color-scheme='light'])"),
  ]);
});
