import { PageHead } from '../../ui/page-head.tsx';
import { fmt, m } from '../../ui/words.ts';

const TERMS = [
  [m.glossary_ac, m.glossary_ac_is],
  [m.glossary_ads, m.glossary_ads_is],
  [m.glossary_ans, m.glossary_ans_is],
  [m.glossary_anssi, m.glossary_anssi_is],
  [m.glossary_ars, m.glossary_ars_is],
  [m.glossary_care, m.glossary_care_is],
  [m.glossary_cert, m.glossary_cert_is],
  [m.glossary_coverage, m.glossary_coverage_is],
  [m.glossary_ej, m.glossary_ej_is],
  [m.glossary_et, m.glossary_et_is],
  [m.glossary_fact, m.glossary_fact_is],
  [m.glossary_finess, m.glossary_finess_is],
  [m.glossary_ght, m.glossary_ght_is],
  [m.glossary_internal, m.glossary_internal_is],
  [m.glossary_level, m.glossary_level_is],
  [m.glossary_maturinh, m.glossary_maturinh_is],
  [m.glossary_opssies, m.glossary_opssies_is],
  [m.glossary_ose, m.glossary_ose_is],
  [m.glossary_expired, m.glossary_expired_is],
  [m.glossary_rssi, m.glossary_rssi_is],
  [m.glossary_steering, m.glossary_steering_is],
  [m.glossary_submission, m.glossary_submission_is],
] as const;

/** The words of the field, in plain ones, in the order of the reader's alphabet. */
export function Glossary() {
  const terms = TERMS.map(([term, meaning]) => ({ term: term(), meaning: meaning() })).sort((a, b) =>
    fmt.order(a.term, b.term),
  );
  return (
    <>
      <PageHead title={m.glossary_title()} verdict={m.glossary_verdict()} />
      <dl className="glossary">
        {terms.map(({ term, meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
