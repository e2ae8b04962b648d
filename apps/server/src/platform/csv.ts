/** A spreadsheet would run a cell that begins so. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as CSV: `;`, CRLF, UTF-8 with its mark, every cell quoted; formulas neutralised with an apostrophe. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => `"${(FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(';')).join('\r\n')}\r\n`;
