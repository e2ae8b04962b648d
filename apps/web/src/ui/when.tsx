import { fmt } from './words.ts';

const ORDINAL = 'er';

/** The first of a month is written with its ordinal raised: 1er, er above the line. */
export function Typo({ children }: { children: string }) {
  const [before, ...after] = children.split(/(?<=\b1)er(?!\p{L})/u);
  return (
    <>
      {before}
      {after.map((rest, at) => (
        <span key={at}>
          <sup>{ORDINAL}</sup>
          {rest}
        </span>
      ))}
    </>
  );
}

/** A date, absolute and relative together. `short` for tables. */
export function When({ at, now, short = false }: { at: string; now?: string | undefined; short?: boolean }) {
  return (
    <time dateTime={at}>
      <Typo>{short ? fmt.shortDay(at) : fmt.day(at)}</Typo>
      {now &&
        (short ? (
          <span className="small muted under">{fmt.relative(at, now)}</span>
        ) : (
          <span className="small muted">{`, ${fmt.relative(at, now)}`}</span>
        ))}
    </time>
  );
}
