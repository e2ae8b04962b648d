/**
 * Where a word stands: ascending positions of facilities, each with a mark when the word is in the name rather than in the
 * town or postcode. Written as the gaps between `2 × position + mark`, seven bits to a byte, the high bit meaning "more".
 */
export class Postings {
  #bytes = new Uint8Array(8);
  #length = 0;
  #last = -1;
  occurrences = 0;

  /** Positions must come in ascending order; the same one twice keeps the first mark. */
  add(position: number, inName: boolean): void {
    if (this.#last >= 0 && this.#last >> 1 === position) return;
    const value = position * 2 + (inName ? 1 : 0);
    let gap = value - Math.max(this.#last, 0);
    this.#last = value;
    this.occurrences++;
    if (this.#length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    for (; gap >= 128; gap >>>= 7) this.#bytes[this.#length++] = (gap & 127) | 128;
    this.#bytes[this.#length++] = gap;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** The values `2 × position + mark`, ascending. */
export function readPostings(bytes: Uint8Array, occurrences: number): Uint32Array {
  const values = new Uint32Array(occurrences);
  let value = 0;
  let gap = 0;
  let shift = 0;
  let n = 0;
  for (const byte of bytes) {
    gap |= (byte & 127) << shift;
    if (byte >= 128) shift += 7;
    else {
      value += gap;
      values[n++] = value;
      gap = 0;
      shift = 0;
    }
  }
  return values;
}
