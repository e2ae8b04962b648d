import { PageHead } from '../../ui/page-head.tsx';
import { m } from '../../ui/words.ts';
import { Foundations } from './foundations.tsx';
import './gallery.css';
import { Fields, Floating, Messages, Proofs, Tables, Works } from './widgets.tsx';

const PARTS = [
  ['couleurs', m.gallery_colours],
  ['boutons', m.gallery_buttons],
  ['etats', m.gallery_states],
  ['champs', m.gallery_fields],
  ['bandeaux', m.gallery_banners],
  ['tableau', m.gallery_table],
  ['raisons', m.gallery_proofs],
  ['navigation', m.gallery_floating],
  ['travail', m.gallery_work],
] as const;

/** /dev/ui: every component in every state. */
export function Gallery() {
  return (
    <>
      <a className="skip" href="#contenu">
        {m.shell_skip()}
      </a>
      <main id="contenu" className="gallery">
        <PageHead title={m.gallery_title()} verdict={m.gallery_verdict()} />
        <nav className="toc" aria-label={m.gallery_toc()}>
          {PARTS.map(([id, word]) => (
            <a key={id} href={`#${id}`}>
              {word()}
            </a>
          ))}
        </nav>
        <Foundations />
        <Fields />
        <Messages />
        <Tables />
        <Proofs />
        <Floating />
        <Works />
      </main>
    </>
  );
}
