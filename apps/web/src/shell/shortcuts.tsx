import { Dialog } from '../ui/dialog.tsx';
import { m } from '../ui/words.ts';

const GROUPS = [
  {
    title: m.shell_keys_everywhere,
    keys: [
      { keys: ['Ctrl K'], does: m.shell_key_search },
      { keys: ['?'], does: m.shell_key_help },
      { keys: ['Échap'], does: m.shell_key_escape },
    ],
  },
  {
    title: m.shell_keys_assess,
    keys: [
      { keys: ['0', '1', '2', '3', '4'], does: m.shell_key_level },
      { keys: ['Entrée'], does: m.shell_key_enter },
      { keys: ['J', 'K'], does: m.shell_key_next },
    ],
  },
  { title: m.shell_keys_figures, keys: [{ keys: ['T'], does: m.shell_key_table }] },
] as const;
/** Keys that bear a name rather than a sign are named in the reader's language. */
const NAMED: Readonly<Record<string, () => string>> = { Entrée: m.shell_enter_key, Échap: m.shell_escape_key };

export function Shortcuts({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      title={m.shell_keys_title()}
      open={open}
      onClose={onClose}
      className="keysdialog"
      actions={
        <button className="btn" type="button" onClick={onClose}>
          {m.shell_close()}
        </button>
      }
    >
      {GROUPS.map((group) => (
        <section key={group.title()}>
          <h3>{group.title()}</h3>
          <dl>
            {group.keys.map(({ keys, does }) => (
              <div key={does()}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{NAMED[key]?.() ?? key}</kbd>
                  ))}
                </dt>
                <dd>{does()}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
