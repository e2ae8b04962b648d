import { evaluateFramework, judge, ledgerOf, momentOf, settleIndicator, type Fact } from '@egide/engines/rules';
import { shippedContent, type Content } from '@egide/content';

/** One figure beside its baseline, in the same unit. */
export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
};

const HOSPITALS = 3000;
const FACTS_EACH = 40;
const AT = momentOf('2026-03-01') ?? 0;

/** Facts of many hospitals: forty keys that the framework reads, one fact each, some ended, some refused. */
function hospitals({ vocabulary, frameworks }: Content): Fact[][] {
  const read = new Set(
    [...JSON.stringify(frameworks.map(({ text }) => text)).matchAll(/"key":"([^"]+)"/g)].map(([, key]) => key ?? ''),
  );
  const keys = [...vocabulary.values()].filter(({ key }) => read.has(key)).slice(0, FACTS_EACH);
  return Array.from({ length: HOSPITALS }, (_, h) =>
    keys.map((key, k): Fact => {
      const turn = (h * 7 + k * 13) % 10;
      const value =
        key.type === 'boolean'
          ? turn > 2
          : key.type === 'enum'
            ? (key.values?.[turn % key.values.length]?.value ?? '')
            : key.type === 'date'
              ? '2025-06-01'
              : Math.min(key.max ?? 100, (key.min ?? 0) + turn);
      const about = key.about.includes('entity')
        ? ({ kind: 'entity', id: `${h}` } as const)
        : ({ kind: key.about[0] ?? 'entity', id: 'a' } as const);
      return {
        id: `${h}-${k}`,
        key: key.key,
        value,
        about,
        collected: `202${turn > 7 ? 3 : 5}-0${(turn % 9) + 1}-1${k % 10}`,
        trust: 'documented',
        organisation: `${h}`,
      };
    }),
  );
}

/** CPU seconds of the best of three runs: the machine is shared. */
function cpu(work: () => void): number {
  const runs = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return Math.min(...runs);
}

/** One framework for 3,000 hospitals, beside a bare loop that looks once at the value and the date of each of the same facts. */
export function bench(): Row[] {
  const content = shippedContent();
  const all = hospitals(content);
  const [first] = content.frameworks;
  if (first === undefined) throw new Error('no framework is shipped');
  const indicators = first.framework.dimensions.flatMap(({ themes }) => themes.flatMap((theme) => theme.indicators));
  let seen = 0;
  const bare = cpu(() => {
    for (const facts of all)
      for (const fact of facts) if (fact.value !== 'unknown' && Date.parse(fact.collected) <= AT) seen++;
  });
  const index = cpu(() => {
    for (const facts of all) seen += ledgerOf(facts, content.vocabulary).byKey.size;
  });
  const whole = cpu(() => {
    for (const facts of all) seen += evaluateFramework(first.framework, facts, AT).coverage.known;
  });
  const ledgers = all.slice(0, 100).map((facts) => ledgerOf(facts, content.vocabulary));
  const explained = cpu(() => {
    for (const ledger of ledgers)
      for (const indicator of indicators) seen += settleIndicator(indicator, ledger, AT).levels.length;
  });
  const objectives = content.programmes.flatMap((programme) => programme.objectives);
  const judged = cpu(() => {
    for (const ledger of ledgers) for (const { rule } of objectives) seen += judge(rule, ledger, AT).because.length;
  });
  if (seen === 0) throw new Error('nothing was measured');
  const row = (name: string, value: number, baseline: number): Row => ({
    name,
    value: round(value),
    unit: 'CPU s',
    baseline: round(baseline),
    ratio: round(value / baseline),
  });
  return [
    row(`facts indexed, ${HOSPITALS} hospitals × ${FACTS_EACH}`, index, bare),
    row(`one framework of ${indicators.length} indicators for ${HOSPITALS} hospitals (budget 5)`, whole, bare),
    row(`every reason and change of ${indicators.length} indicators, 100 hospitals`, explained, bare / 30),
    row(`every reason and change of ${objectives.length} objectives, 100 hospitals`, judged, bare / 30),
  ];
}

const round = (value: number): number => Number(value.toPrecision(3));
