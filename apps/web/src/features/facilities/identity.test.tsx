import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Happenings } from './identity.tsx';

it('dates what only a list shows by that list, “at the latest”, and what the register dates by its day', () => {
  const markup = renderToStaticMarkup(
    <Happenings
      facility={{
        opened: '1994-01-01',
        closed: null,
        history: [
          { day: '2026-08-13', exact: false, says: 'Membre du GHT Ombre' },
          { day: '1994-01-01', exact: true, says: 'Ouverture' },
        ],
      }}
    />,
  );
  const lines = [...markup.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = '']) =>
    line
      .replace(/<[^>]+>/g, ' ')
      .replace(/[\s\u00a0\u202f]+/g, ' ')
      .trim(),
  );
  expect(lines).toEqual([
    'au plus tard le 13 août 2026, date de la liste Membre du GHT Ombre',
    '1 er janv. 1994 Ouverture',
  ]);
});
