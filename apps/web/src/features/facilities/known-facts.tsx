import type { Observation } from '@egide/contract/evidence';
import { Link } from '@tanstack/react-router';
import { FactSource } from '../../facts/fact-source.tsx';
import { CLASS_WORD, FRESHNESS_SQUARE, TRUST_WORD } from '../../facts/fact-words.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { LegendSquare, UnitSquares } from '../../ui/squares.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { Typo } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import { totalsOf, type Domain } from './known.ts';

/** Counts of a domain in words, for those who do not see the squares. */
const said = ({ valid, ending, ended }: Domain) =>
  fmt.list([
    ...(valid ? [m.facility_valid_n({ n: valid })] : []),
    ...(ending ? [m.facility_ending_n({ n: ending })] : []),
    ...(ended ? [m.facility_ended_n({ n: ended })] : []),
  ]);

interface KnownProps {
  finess: string;
  domains: readonly Domain[];
  open: string | undefined;
  onOpen: (domain: string | undefined) => void;
}

/** What is known: one square per fact, the main fact of each domain, its next end; a domain opens on its facts. */
export function KnownFacts({ finess, domains, open, onOpen }: KnownProps) {
  return (
    <section className="block block--far" id="faits" aria-labelledby="h-f">
      <div className="line">
        <h2 id="h-f">{m.history_facts()}</h2>
        <Legend domains={domains} />
      </div>
      <StackTable
        className="know"
        rows={domains}
        keyOf={(domain) => domain.id}
        caption={m.history_facts()}
        rowClass={(domain) => (domain.id === open ? 'open' : undefined)}
        below={(domain) => domain.id === open && <DomainFacts finess={finess} domain={domain} />}
        columns={domainColumns(open, onOpen)}
      />
    </section>
  );
}

function Legend({ domains }: { domains: readonly Domain[] }) {
  const { valid, ending, ended } = totalsOf(domains);
  return (
    <ul className="legend">
      <LegendSquare kind="good">{m.facility_legend_valid({ n: valid })}</LegendSquare>
      <LegendSquare kind="late">{m.facility_legend_ending({ n: ending })}</LegendSquare>
      <LegendSquare kind="expired">{m.facility_legend_ended({ n: ended })}</LegendSquare>
    </ul>
  );
}

function domainColumns(open: KnownProps['open'], onOpen: KnownProps['onOpen']): readonly Column<Domain>[] {
  return [
    {
      id: 'domain',
      title: m.facility_domain(),
      cell: ({ id, label }) => (
        <button
          className="tg"
          type="button"
          aria-expanded={id === open}
          onClick={() => onOpen(id === open ? undefined : id)}
        >
          <Icon name={id === open ? 'down' : 'right'} />
          {label}
        </button>
      ),
    },
    {
      id: 'squares',
      title: m.facility_squares(),
      cell: (domain) => (
        <>
          <UnitSquares size={12} kinds={domain.facts.map((fact) => FRESHNESS_SQUARE[fact.freshness])} />
          <span className="sr">{said(domain)}</span>
        </>
      ),
    },
    {
      id: 'count',
      title: m.facility_facts(),
      label: m.facility_facts(),
      numeric: true,
      cell: ({ facts }) => fmt.number(facts.length),
    },
    {
      id: 'main',
      title: m.facility_main(),
      label: m.facility_main_short(),
      cell: ({ main }) => main && m.facility_main_says({ label: main.label, says: main.says }),
    },
    {
      id: 'next',
      title: m.facility_next(),
      label: m.facility_next_short(),
      cell: (domain) => <NextEnd next={domain.next} ended={domain.ended} />,
    },
  ];
}

/** When the next fact ends, and how many ended already. */
function NextEnd({ next, ended }: Pick<Domain, 'next' | 'ended'>) {
  return (
    <>
      <Typo>{next ? fmt.shortDay(next) : m.facts_fresh_endless()}</Typo>
      {ended > 0 && (
        <span className="small late">
          <Glyph kind="expired" /> {m.facility_late({ n: ended })}
        </span>
      )}
    </>
  );
}

function DomainFacts({ finess, domain }: { finess: string; domain: Domain }) {
  return (
    <Scroll label={m.facility_domain_facts({ domain: domain.label })}>
      <StackTable<Observation>
        className="inner pairs"
        rows={domain.facts}
        keyOf={(fact) => fact.id}
        columns={[
          {
            id: 'fact',
            title: m.assess_fact(),
            cell: (fact) => (
              <>
                <Link to={paths.history} params={{ finess, key: fact.key }}>
                  {fact.label}
                </Link>
                {fact.about.kind !== 'entity' && <span className="muted">, {fact.about.label}</span>}
              </>
            ),
          },
          {
            id: 'value',
            title: m.assess_value(),
            label: m.assess_value(),
            className: 'value',
            cell: (fact) => <b>{fact.says}</b>,
          },
          {
            id: 'source',
            title: m.assess_source(),
            label: m.assess_source(),
            cell: (fact) => <FactSource fact={fact} />,
          },
          {
            id: 'collected',
            title: m.assess_collected(),
            label: m.assess_collected(),
            cell: (fact) => <Typo>{fmt.shortDay(fact.collected)}</Typo>,
          },
          {
            id: 'until',
            title: m.assess_holds_until(),
            label: m.facility_until_short(),
            cell: (fact) => (fact.expires ? <Typo>{fmt.shortDay(fact.expires)}</Typo> : '–'),
          },
          { id: 'trust', title: m.assess_trust(), label: m.assess_trust(), cell: (fact) => TRUST_WORD[fact.trust]() },
          {
            id: 'class',
            title: m.assess_class(),
            label: m.assess_class(),
            cell: (fact) => <Badge>{CLASS_WORD[fact.class]()}</Badge>,
          },
        ]}
      />
    </Scroll>
  );
}
