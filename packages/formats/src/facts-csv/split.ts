/** One line of the table, with the number of the line of text on which it starts. */
export type Line = { readonly cells: readonly string[]; readonly line: number };
export type Split = {
  readonly lines: readonly Line[];
  /** Lines in which something follows a closing quote; the next line is read as usual. */
  readonly broken: readonly number[];
  /** Line on which a quote opens that never closes: what follows cannot be trusted. */
  readonly open: number | null;
};

/** Longest quoted cell, in characters; a quote open for longer was never meant to be one. */
const MAX_QUOTED = 65_536;

/** Cuts a table in lines and cells, RFC 4180 with any separator, counting every line of text and going on after a broken one. */
export function split(text: string, separator: string): Split {
  const reader = new Reader(text, separator);
  const lines: Line[] = [];
  const broken: number[] = [];
  while (!reader.ended) {
    const line = reader.line;
    const cells = reader.record();
    if (cells === 'open') return { lines, broken, open: line };
    if (cells === 'broken') broken.push(line);
    else if (cells.length > 1 || cells[0] !== '') lines.push({ cells, line });
  }
  return { lines, broken, open: null };
}

class Reader {
  line = 1;
  readonly #text: string;
  readonly #separator: string;
  #at = 0;

  constructor(text: string, separator: string) {
    this.#text = text;
    this.#separator = separator;
  }

  get ended(): boolean {
    return this.#at >= this.#text.length;
  }

  record(): readonly string[] | 'broken' | 'open' {
    const cells: string[] = [];
    for (;;) {
      const cell = this.#text[this.#at] === '"' ? this.#quoted() : this.#plain();
      if (cell === null) return 'open';
      if (cell === false) return this.#skip();
      cells.push(cell);
      if (this.ended) return cells;
      if (this.#text[this.#at] !== this.#separator) return this.#next(cells);
      this.#at++;
      // A separator that ends the text opens one more cell, which is empty.
      if (this.ended) return [...cells, ''];
    }
  }

  /** The text up to the separator or the end of the line; a quote inside it is a plain character, as spreadsheets read it. */
  #plain(): string {
    const from = this.#at;
    while (!this.ended && this.#text[this.#at] !== this.#separator && !this.#ending()) this.#at++;
    return this.#text.slice(from, this.#at);
  }

  /** The content of a quoted cell; null when it never closes, false when something follows its closing quote. */
  #quoted(): string | false | null {
    const from = this.#at + 1;
    let close = this.#text.indexOf('"', from);
    while (close !== -1 && this.#text[close + 1] === '"') close = this.#text.indexOf('"', close + 2);
    if (close === -1 || close - from > MAX_QUOTED) return null;
    const content = this.#text.slice(from, close);
    this.line += content.split(/\r\n|\n|\r/).length - 1;
    this.#at = close + 1;
    return this.ended || this.#text[this.#at] === this.#separator || this.#ending()
      ? content.replaceAll('""', '"')
      : false;
  }

  #ending(): boolean {
    const c = this.#text[this.#at];
    return c === '\n' || c === '\r';
  }

  #next<T>(result: T): T {
    this.#at += this.#text.startsWith('\r\n', this.#at) ? 2 : 1;
    this.line++;
    return result;
  }

  #skip(): 'broken' {
    while (!this.ended && !this.#ending()) this.#at++;
    return this.ended ? 'broken' : this.#next('broken');
  }
}
