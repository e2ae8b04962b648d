import { copyText } from './clipboard.ts';
import { Icon } from './icon.tsx';
import { say } from './toast.tsx';
import { m } from './words.ts';

/** Copies a number as machines want it, without spaces. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const copy = () =>
    void copyText(text).then(
      () => say(m.parts_copied()),
      () => say(m.parts_copy_refused()),
    );
  return (
    <button className="copy" type="button" aria-label={label} onClick={copy}>
      <Icon name="copy" />
    </button>
  );
}
