import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { beginningOf, type Bytes, type Format, formatOf, formats } from './registry.ts';
import { everything, stream } from './testing.ts';

const SAMPLES = Object.fromEntries(
  formats.map(({ id }) => {
    const folder = new URL(`${id}/samples/`, import.meta.url);
    return [id, readdirSync(folder).map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }))];
  }),
);
const MiB = 1024 * 1024;
/** What a sound reader takes at most for a small file, in milliseconds; hostile files must not cost more. */
const PATIENCE = 2000;

async function answer(format: Format, content: Uint8Array | string): Promise<'refused' | 'read' | 'nothing'> {
  const { records, fault, notices } = await everything(format, content);
  for (const notice of notices)
    expect(notice).toMatchObject({
      level: expect.stringMatching(/^(rejected|warning)$/),
      at: expect.any(String),
      code: expect.stringMatching(/^[a-z0-9-]+$/),
      params: expect.any(Object),
    });
  if (fault !== null)
    expect(fault).toMatchObject({ code: expect.stringMatching(/^[a-z0-9-]+$/), params: expect.any(Object) });
  return fault !== null ? 'refused' : records.length > 0 ? 'read' : 'nothing';
}

afterEach(() => expect(Object.keys(Object.prototype)).toEqual([]));

describe.each(formats.map((format): [string, Format] => [format.id, format as Format]))('%s', (id, format) => {
  const samples = SAMPLES[id] ?? [];
  const [first] = samples;
  const bytes = first?.bytes ?? Buffer.alloc(0);

  it('has a folder, a title in both languages and a sample', () => {
    expect(existsSync(new URL(`${id}/README.md`, import.meta.url))).toBe(true);
    expect([format.title.fr.length > 0, format.title.en.length > 0, samples.length > 0]).toEqual([true, true, true]);
  });

  it('knows its samples, and no other format takes them', async () => {
    for (const sample of samples) {
      const beginning = await beginningOf(sample.name, stream(sample.bytes));
      expect('head' in beginning && formatOf({ ...beginning, name: 'anonymous' })?.id).toBe(id);
      expect('head' in beginning && formatOf(beginning)?.id).toBe(id);
    }
  });

  it('says the same twice, packed or not, however the bytes come', async () => {
    const once = await everything(format, bytes);
    expect(once.fault).toBeNull();
    expect(once.records.length).toBeGreaterThan(0);
    for (const [content, size] of [
      [bytes, undefined],
      [bytes, 1],
      [gzipSync(bytes), 3],
    ] as const)
      expect(await everything(format, content, size)).toEqual(once);
  });

  it.each([
    ['an empty file', ''],
    ['spaces', ' \n\t\n '],
    ['a packed nothing', gzipSync('')],
    ['an archive', 'PK\x03\x04../../etc/passwd'],
    ['a PDF', '%PDF-1.7\n'],
    ['a web page', '<!doctype html><html>'],
    ['an entity bomb', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>'],
    ['UTF-16', Buffer.from('\ufeff[{}]', 'utf16le')],
    ['zeros', Buffer.alloc(5000)],
    ['a packed archive', gzipSync('PK\x03\x04')],
  ])('refuses %s', async (_, content) => expect(await answer(format, content)).not.toBe('read'));

  it('refuses a packed file that is cut, at every place', async () => {
    const packed = gzipSync(bytes);
    for (const at of [10, Math.floor(packed.length / 2), packed.length - 5])
      expect((await everything(format, packed.subarray(0, at))).fault?.code).toBe('file-truncated');
  });

  it('survives a cut at every place', async () => {
    const step = Math.max(1, Math.floor(bytes.length / 200));
    const whole = (await everything(format, bytes)).records.length;
    for (let at = 0; at < bytes.length; at += step) {
      const { records, fault } = await everything(format, bytes.subarray(0, at));
      expect(fault !== null || records.length <= whole).toBe(true);
    }
  });

  it('survives a changed byte at every place', async () => {
    const step = Math.max(1, Math.floor(bytes.length / 200));
    for (let at = 0; at < bytes.length; at += step) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x95;
      await answer(format, changed);
    }
  });

  it('takes no prototype name for a field', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const text = bytes.toString('utf8');
      await answer(format, text.replace('{', `{"${name}":{"admin":true},`).replace(/^key/, `${name};key`));
      expect({}).not.toHaveProperty('admin');
    }
  });

  it('bounds what it holds: gigabytes of nothing are stopped, packed and plain', async () => {
    let pulled = 0;
    async function* nothing(): Bytes & AsyncGenerator<Uint8Array> {
      const piece = Buffer.alloc(MiB, 0x20);
      for (; pulled < 8192; pulled++) yield piece;
    }
    const before = process.memoryUsage().arrayBuffers;
    const read = await format.read(nothing(), () => undefined);
    expect(read.ok).toBe(false);
    expect(pulled).toBeLessThan(8192);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(256 * MiB);
  });
});

/** Hostile files lie beside the checkout; they are not part of it. */
const HOSTILE = fileURLToPath(new URL('../../../../shared/data/hostile/', import.meta.url));
const here = existsSync(HOSTILE);
const hostile = here
  ? readdirSync(HOSTILE, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !name.endsWith('.md') && statSync(HOSTILE + name).isFile(),
    )
  : [];

describe.runIf(here)('hostile files', () => {
  it.each(hostile)('%s is recorded by no format', async (name) => {
    const bytes = readFileSync(HOSTILE + name);
    const began = performance.now();
    for (const format of formats) expect(await answer(format as Format, bytes)).not.toBe('read');
    const beginning = await beginningOf(name, stream(bytes));
    if ('head' in beginning) formatOf(beginning);
    expect(performance.now() - began).toBeLessThan(PATIENCE * formats.length);
  });
});
it.runIf(!here)('hostile files are not beside this checkout: they are not checked here', () =>
  expect(here).toBe(false),
);
