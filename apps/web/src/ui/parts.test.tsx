import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { FreshnessBar } from './freshness.tsx';
import { LevelList } from './level-list.tsx';
import { ReasonsTree } from './reasons.tsx';
import { Level, LevelRuler } from './ruler.tsx';
import { UnitSquares } from './squares.tsx';
import { StackTable } from './stack-table.tsx';
import { Status } from './status.tsx';
import { ProgressBar } from './waiting.tsx';
import { Typo, When } from './when.tsx';

const html = renderToStaticMarkup;
const words = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const all = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map((hit) => hit[1]);

describe('status', () => {
  it('says its word beside a shape that is only drawn', () => {
    const markup = html(<Status kind="conflict" />);
    expect(words(markup)).toBe('À trancher');
    expect(markup).toContain('aria-hidden="true"');
  });
});

describe('level ruler', () => {
  const filled = (markup: string) => all(markup, /class="on"[^>]*width="([\d.]+)"/g).map(Number);
  it('fills segments up to the level and says it', () => {
    const markup = html(<LevelRuler level={2.4} goal={3} width={88} />);
    expect(markup).toContain('aria-label="Niveau 2,4 sur 4, cible 3"');
    expect(filled(markup).map((width) => Math.round(width * 10) / 10)).toEqual([18.5, 18.5, 7.4]);
    expect(markup).toContain('d="M61 1.5h7l-3.5 5z"');
  });
  it('draws nobody knows as nothing filled, in words', () => {
    const markup = html(<Level level={null} />);
    expect(filled(markup)).toEqual([]);
    expect(markup).toContain('aria-label="Niveau inconnu"');
    expect(words(markup)).toBe('inconnu');
  });
  it('shows the decimal of a mean, even when it is zero', () =>
    expect([words(html(<Level level={2} mean />)), words(html(<Level level={2} />))]).toEqual(['2,0', '2']));
  it('shows zero as a level, not as unknown', () => expect(words(html(<Level level={0} />))).toBe('0'));
});

describe('button', () => {
  it('stays in reach with its reason when it is refused', () => {
    const markup = html(
      <Button refusal="Il manque deux objectifs." type="submit">
        Déposer
      </Button>,
    );
    expect(markup).toMatch(
      /<button type="button"[^>]*aria-disabled="true"[^>]*aria-describedby="([^"]+)"[^>]*>Déposer<\/button><span class="hint" id="\1">/,
    );
    expect(markup).not.toContain(' disabled');
  });
});

describe('stacked table', () => {
  it('writes its roles out, heads its rows, sorts by button', () => {
    const markup = html(
      <StackTable
        rows={[{ n: 'CH', l: 2 }]}
        keyOf={(row) => row.n}
        sort={{ by: 'l', down: true }}
        onSort={() => undefined}
        columns={[
          { id: 'n', title: 'Nom', cell: (row) => row.n },
          { id: 'l', title: 'Niveau', label: 'Niveau', sortable: true, cell: (row) => row.l },
        ]}
      />,
    );
    expect(all(markup, /role="(\w+)"/g)).toEqual([
      'table',
      'rowgroup',
      'row',
      'columnheader',
      'columnheader',
      'rowgroup',
      'row',
      'rowheader',
      'cell',
    ]);
    expect(markup).toContain('aria-sort="descending"');
    expect(markup).toContain('data-label="Niveau"');
  });
});

describe('reasons', () => {
  it('says the answer of each condition and marks the deciding one', () => {
    const markup = html(
      <ReasonsTree
        reasons={[
          {
            answer: 'not-met',
            text: 'Niveau 3',
            parts: [{ answer: 'expired', text: 'Audit', detail: 'trop ancien', decides: true }],
          },
        ]}
      />,
    );
    expect(words(markup)).toBe('Niveau 3 , non rempli Audit , périmé trop ancien');
    expect(all(markup, /<li class="(\w+)"/g)).toEqual(['decide']);
  });
});

describe('choices of a level', () => {
  it('is one group of radios under a legend', () => {
    const markup = html(
      <LevelList
        legend="Votre niveau"
        name="l"
        value={1}
        onChoose={() => undefined}
        choices={[
          { level: 0, sentence: 'Rien.' },
          { level: 1, sentence: 'Un peu.', tags: [{ word: 'Calculé', tone: 'brand' }] },
        ]}
      />,
    );
    expect(markup).toMatch(/^<fieldset[^>]*><legend>Votre niveau<\/legend>/);
    expect(all(markup, /<input type="radio"[^>]*value="(\d)"/g)).toEqual(['0', '1']);
    expect(all(markup, /checked=""[^>]*value="(\d)"|value="(\d)"[^>]*checked=""/g)).toHaveLength(1);
  });
});

describe('figures', () => {
  it('counts squares up to sixty, then draws a bar with its number', () => {
    expect(all(html(<UnitSquares kinds={['good', 'unknown', 'expired']} />), /(<rect)/g)).toHaveLength(3);
    expect(words(html(<UnitSquares kinds={Array.from({ length: 61 }, () => 'good')} />))).toBe('61');
  });
  it('says until when a fact holds', () => {
    expect(html(<FreshnessBar collected="2026-01-01" expires="2026-10-16" now="2026-10-12" />)).toContain(
      'aria-label="Valable jusqu’au 16\u00a0octobre 2026, dans 4\u00a0jours"',
    );
    expect(html(<FreshnessBar collected="2025-01-01" expires="2026-01-01" now="2026-10-12" />)).toContain(
      'aria-label="Périmé depuis le 1er\u00a0janvier 2026"',
    );
    expect(words(html(<FreshnessBar collected="2025-01-01" expires={null} now="2026-10-12" />))).toBe('Sans échéance');
  });
  it('gives a progress bar its name and its bounds', () =>
    expect(html(<ProgressBar label="Indicateurs connus" done={22} total={27} />)).toContain(
      'role="progressbar" aria-label="Indicateurs connus" aria-valuemin="0" aria-valuemax="27" aria-valuenow="22"',
    ));
});

describe('banner and dates', () => {
  it('is read out at once when something failed', () =>
    expect(
      html(
        <Banner tone="crit" title="Refusé" alert>
          <p>Pourquoi.</p>
        </Banner>,
      ),
    ).toMatch(
      /^<div class="banner banner--crit" role="alert" aria-labelledby="([^"]+)">.*<h2 class="banner-title" id="\1">Refusé<\/h2>/,
    ));
  it('raises the ordinal and keeps both forms of a date', () => {
    expect(html(<Typo>{'1er\u00a0octobre 2026'}</Typo>)).toBe('1<span><sup>er</sup>\u00a0octobre 2026</span>');
    expect(words(html(<When at="2026-10-16" now="2026-10-12" />))).toBe('16 octobre 2026 , dans 4 jours');
  });
});
