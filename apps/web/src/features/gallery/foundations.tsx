import { Badge, Button } from '../../ui/button.tsx';
import { DotPlot, LevelTicks } from '../../ui/dot-plot.tsx';
import { FreshnessBar } from '../../ui/freshness.tsx';
import { STATUS_KINDS } from '../../ui/glyph.tsx';
import { KeyFigure, Provenance, Verdict } from '../../ui/page-head.tsx';
import { Level } from '../../ui/ruler.tsx';
import { LegendSquare, UnitSquares } from '../../ui/squares.tsx';
import { SavedNote, Status } from '../../ui/status.tsx';
import { m } from '../../ui/words.ts';
import { Demo, Grid, Section } from './demo.tsx';

const COLOURS = [
  'text',
  'muted',
  'brand',
  'control',
  'bg-subtle',
  'ok',
  'warn',
  'crit',
  'info',
  'fig-good',
  'fig-mid',
  'fig-bad',
  'fig-unknown',
  'ramp-0',
  'ramp-1',
  'ramp-2',
  'ramp-3',
  'ramp-4',
];
const NOW = '2026-10-12';

export function Foundations() {
  return (
    <>
      <Section id="couleurs" title={m.gallery_colours()} text={m.gallery_colours_text()}>
        <Swatches />
        <TypeScale />
      </Section>
      <Section id="boutons" title={m.gallery_buttons()} text={m.gallery_buttons_text()}>
        <Buttons />
      </Section>
      <Section id="etats" title={m.gallery_states()} text={m.gallery_states_text()}>
        <Grid>
          <Marks />
          <Conclusions />
          <Figures />
        </Grid>
        <Grid wide>
          <Dots />
        </Grid>
      </Section>
    </>
  );
}

function Swatches() {
  return (
    <ul className="sw">
      {COLOURS.map((name) => (
        <li key={name}>
          <i style={{ background: `var(--${name})` }} />
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

function TypeScale() {
  return (
    <div className="type">
      <p style={{ fontSize: 'var(--fs-28)', fontWeight: 600 }}>
        <small className="small">28, 600</small>
        {m.gallery_sample_title()}
      </p>
      <p style={{ fontSize: 'var(--fs-20)', fontWeight: 600 }}>
        <small className="small">20, 600</small>
        {m.gallery_sample_title()}
      </p>
      <p style={{ fontSize: 'var(--fs-16)' }}>
        <small className="small">16, 400</small>
        {m.gallery_sample_text()}
      </p>
      <p>
        <small className="small">14, 400</small>
        {m.gallery_sample_text()}
      </p>
      <p className="small muted">
        <small className="small">13, 400</small>
        {m.gallery_sample_text()}
      </p>
    </div>
  );
}

function Buttons() {
  return (
    <Grid>
      <Demo title={m.gallery_looks()}>
        <div className="actions">
          <Button look="main">{m.access_sign_in()}</Button>
          <Button icon="download">{m.parts_show()}</Button>
          <Button look="quiet">{m.parts_cancel()}</Button>
          <Button look="crit">{m.gallery_delete()}</Button>
          <Button small icon="link">
            {m.parts_copy_link()}
          </Button>
          <Button iconOnly icon="more" aria-label={m.gallery_more()} />
        </div>
      </Demo>
      <Demo title={m.gallery_busy()}>
        <div className="actions">
          <Button busy>{m.parts_sending()}</Button>
        </div>
      </Demo>
      <Demo title={m.gallery_refused()}>
        <div className="actions">
          <Button refusal={m.gallery_refused_why()}>{m.gallery_submit()}</Button>
        </div>
      </Demo>
      <Demo title={m.gallery_focus()}>
        <div className="actions">
          <button className="btn btn--main" data-focus type="button">
            {m.parts_show()}
          </button>
          <button className="btn" data-focus type="button">
            {m.parts_show()}
          </button>
        </div>
      </Demo>
    </Grid>
  );
}

/** What stands beside a word: a state, a badge, a level. */
function Marks() {
  return (
    <>
      <Demo title={m.gallery_seven()}>
        <ul className="legend">
          {STATUS_KINDS.map((kind) => (
            <li key={kind}>
              <Status kind={kind} />
            </li>
          ))}
        </ul>
      </Demo>
      <Demo title={m.gallery_badges()}>
        <div className="actions">
          <Badge>{m.glossary_internal()}</Badge>
          <Badge tone="brand">{m.glossary_steering()}</Badge>
          <Badge tone="warn">{m.shell_fictional()}</Badge>
        </div>
      </Demo>
      <Demo title={m.gallery_ruler()}>
        <div className="actions">
          <Level level={2} goal={3} />
          <Level level={2.4} goal={2.9} />
          <Level level={4} goal={4} />
          <Level level={0} goal={0.5} />
          <Level level={null} />
        </div>
      </Demo>
    </>
  );
}

/** What a page says first, and what it says of one's work. */
function Conclusions() {
  return (
    <>
      <Demo title={m.gallery_figure_of()}>
        <KeyFigure label={m.gallery_coverage()} value="22" of={m.gallery_of_27()} />
      </Demo>
      <Demo title={m.gallery_conclusion()}>
        <Verdict>{m.gallery_sample_text()}</Verdict>
        <Provenance icon="audit">{m.gallery_source()}</Provenance>
      </Demo>
      <Demo title={m.gallery_saving()}>
        <div className="gap-16">
          <SavedNote saving={{ state: 'saving' }} />
          <SavedNote saving={{ state: 'saved', at: Date.parse('2026-10-12T12:32:00Z') }} />
          <SavedNote saving={{ state: 'waiting', count: 3 }} />
          <SavedNote saving={{ state: 'unsaved', why: m.assess_unsaved({ level: 4 }) }} />
        </div>
      </Demo>
    </>
  );
}

function Figures() {
  return (
    <>
      <Demo title={m.gallery_squares()}>
        <UnitSquares kinds={['good', 'good', 'mid', 'bad', 'unknown', 'late', 'expired']} />
        <UnitSquares kinds={Array.from({ length: 72 }, () => 'good')} />
        <ul className="legend">
          <LegendSquare kind="good">{m.parts_status_ok()}</LegendSquare>
          <LegendSquare kind="unknown">{m.parts_status_unknown()}</LegendSquare>
        </ul>
      </Demo>
      <Demo title={m.gallery_freshness()}>
        <div className="gap-16">
          <FreshnessBar collected="2026-03-01" expires="2027-03-01" now={NOW} />
          <FreshnessBar collected="2025-11-01" expires="2026-11-01" now={NOW} />
          <FreshnessBar collected="2025-06-01" expires="2026-06-01" now={NOW} />
          <FreshnessBar collected="2026-01-01" expires={null} now={NOW} />
        </div>
      </Demo>
    </>
  );
}

function Dots() {
  return (
    <Demo title={m.gallery_dots()}>
      <LevelTicks />
      <DotPlot
        now={1.8}
        before={1.3}
        goal={2.8}
        peers={{ low: 1.3, median: 1.9, high: 2.4 }}
        label={m.gallery_dots()}
      />
      <DotPlot now={3} goal={3} label={m.gallery_dots()} />
      <DotPlot now={null} goal={2} label={m.parts_level_unknown()} />
    </Demo>
  );
}
