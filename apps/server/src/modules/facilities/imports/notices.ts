import type { Notice } from '@egide/formats';

/** Remarks of one kind are counted all, and kept up to this many. */
const KEPT = 1000;
/** What has been said of one kind of remark: how often, and first where. */
export type Remark = { readonly code: string; readonly count: number; readonly first: Notice };

/** What an import refuses, all of it, and remarks upon. */
export class Notices {
  readonly rejected: Notice[] = [];
  readonly #kept: Notice[] = [];
  readonly #counts = new Map<string, { count: number; first: Notice }>();

  add(notice: Notice): void {
    if (notice.level === 'rejected') {
      this.rejected.push(notice);
      return;
    }
    const known = this.#counts.get(notice.code);
    if (known === undefined) this.#counts.set(notice.code, { count: 1, first: notice });
    else known.count++;
    if ((known?.count ?? 0) <= KEPT) this.#kept.push(notice);
  }

  get warnings(): Remark[] {
    return [...this.#counts].map(([code, { count, first }]) => ({ code, count, first }));
  }

  /** In the order of their making, refusals first. */
  get all(): readonly Notice[] {
    return [...this.rejected, ...this.#kept];
  }
}
