import { now } from '../clock.ts';
import type { Me, Workplace } from '../session.ts';
import { Typo } from '../ui/when.tsx';
import { fmt, m } from '../ui/words.ts';

/** Stands at the head of the first sheet only: a paper that left its screen says of whom it speaks, whether that is real, and when. */
export function PaperHead({ me, place }: { me: Me; place: Workplace | null }) {
  return (
    <p className="paper-head">
      {place && <b>{place.name}</b>}
      {me.fictional && <span>{m.shell_fictional()}</span>}
      <Typo>{m.shell_printed({ day: fmt.day(now()), name: me.name })}</Typo>
    </p>
  );
}
