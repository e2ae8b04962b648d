/** Windows-1252 bytes 0x80–0x9F that stand for nothing: they become U+FFFD instead of an invisible control. */
const WINDOWS = new TextDecoder('windows-1252');
const STRICT = new TextDecoder('utf-8', { fatal: true });

export type Decoded = {
  readonly text: string;
  readonly encoding: 'utf-8' | 'windows-1252' | 'mixed';
  /** Lines (1 = first) that were read as Windows-1252 inside a UTF-8 file. */ readonly repairedLines: readonly number[];
};

const strict = (bytes: Uint8Array): string | null => {
  try {
    return STRICT.decode(bytes);
  } catch {
    return null;
  }
};

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from);
    const to = end === -1 ? bytes.length : end + 1;
    lines.push(bytes.subarray(from, to));
    from = to;
  }
  return lines;
}

/**
 * Strict UTF-8; else, line by line, strict UTF-8 or Windows-1252 (ours: older FINESS and SAE files are met in either, some
 * mixed). A file in which no line with an accent is UTF-8 is Windows-1252 throughout; the encoding that was used is always told.
 */
export function decode(bytes: Uint8Array): Decoded {
  const whole = strict(bytes);
  if (whole !== null) return { text: whole, encoding: 'utf-8', repairedLines: [] };
  const lines = linesOf(bytes);
  const read = lines.map((line) => strict(line));
  const accented = lines.some((line, i) => read[i] !== null && line.some((byte) => byte >= 0x80));
  if (!accented) return { text: WINDOWS.decode(bytes), encoding: 'windows-1252', repairedLines: [] };
  return {
    text: lines.map((line, i) => read[i] ?? WINDOWS.decode(line)).join(''),
    encoding: 'mixed',
    repairedLines: read.flatMap((line, i) => (line === null ? [i + 1] : [])),
  };
}
