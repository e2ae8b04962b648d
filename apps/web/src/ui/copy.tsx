import { Icon } from './icon.tsx';
import { say } from './toast.tsx';
import { m } from './words.ts';

/** Copies a number as machines want it, without spaces. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  // Over plain HTTP away from this machine the browser offers no clipboard at all.
  const copy = () => void (navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard'))).then(() => say(m.parts_copied()), () => say(m.parts_copy_refused()));
  return <button className="copy" type="button" aria-label={label} onClick={copy}><Icon name="copy" /></button>;
}
