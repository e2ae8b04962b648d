import type { ReactNode } from 'react';
import { getLocale, setLocale } from '../../paraglide/runtime.js';
import { InsecureNotice } from '../../shell/insecure-notice.tsx';
import { Mark } from '../../shell/mark.tsx';
import { useSetup } from './setup-query.ts';
import { Badge } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { m } from '../../ui/words.ts';
import './gate.css';

const HELP = [
  { icon: 'buoy', title: m.access_help_paper, text: m.access_help_paper_text },
  { icon: 'bell', title: m.access_help_declare, text: m.access_help_declare_text },
] as const satisfies readonly { icon: IconName; title: () => string; text: () => string }[];

/** The page before the house: a form, and what can be done without an account. */
export function Gate({ children, help = true }: { children: ReactNode; help?: boolean }) {
  const fictional = useSetup()?.fictional ?? false;
  return (
    <div className={help ? 'gate' : 'gate gate--alone'}>
      <a className="skip" href="#contenu">
        {m.shell_skip()}
      </a>
      <header>
        <span className="mark">
          <Mark />
          {fictional && <Badge tone="warn">{m.shell_fictional()}</Badge>}
        </span>
      </header>
      <main id="contenu">
        <InsecureNotice />
        {children}
      </main>
      {help && (
        <aside aria-label={m.access_emergency()}>
          <div>
            <h2>{m.access_help_title()}</h2>
            <p className="muted lead">{m.access_help_lead()}</p>
            <ul className="rows">
              {HELP.map(({ icon, title, text }) => (
                <li key={icon}>
                  <Icon name={icon} />
                  <b>{title()}</b>
                  <p>{text()}</p>
                </li>
              ))}
            </ul>
          </div>
        </aside>
      )}
      <footer>
        <span>{m.access_free_software()}</span>
        <button
          className="plainlink"
          type="button"
          lang={getLocale() === 'fr' ? 'en' : 'fr'}
          onClick={() => void setLocale(getLocale() === 'fr' ? 'en' : 'fr')}
        >
          {m.shell_language()}
        </button>
      </footer>
    </div>
  );
}
