import { useState } from 'react';
import { ApiProblem, NoAnswer } from '../../api/problem.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { SearchList } from '../../ui/combobox.tsx';
import { Dialog, TypeToConfirm } from '../../ui/dialog.tsx';
import { DropZone, Sending } from '../../ui/drop-zone.tsx';
import { AreaField, Check, PasswordField, SelectField, TextField } from '../../ui/field.tsx';
import { FilterChips } from '../../ui/filters.tsx';
import { LevelList } from '../../ui/level-list.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { ReasonsTree } from '../../ui/reasons.tsx';
import { Facts, SidePanel } from '../../ui/side-panel.tsx';
import { MASKED, maskedWord, StackTable, type Sort } from '../../ui/stack-table.tsx';
import { Segmented, Tabs } from '../../ui/tabs.tsx';
import { say } from '../../ui/toast.tsx';
import { Empty, JobProgress, Skeleton } from '../../ui/waiting.tsx';
import { m } from '../../ui/words.ts';
import { Demo, Grid, Section } from './demo.tsx';

const REFUSAL = new ApiProblem({
  code: 'version-passed',
  status: 412,
  title: m.gallery_problem(),
  detail: m.gallery_problem_text(),
  requestId: '7F3A-21',
});

export function Fields() {
  const [level, setLevel] = useState<number | null>(2);
  return (
    <Section id="champs" title={m.gallery_fields()} text={m.gallery_fields_text()}>
      <Grid>
        <TextField label={m.access_name()} defaultValue="Camille Rouvière" />
        <TextField label={m.glossary_finess()} hint={m.gallery_finess_hint()} placeholder="96 078 001 3" />
        <TextField label={m.glossary_finess()} error={m.gallery_finess_error()} defaultValue="96 078 001 4" />
        <TextField
          label={m.access_name()}
          hint={m.gallery_fixed()}
          disabled
          defaultValue="CH de Montferrand-sur-Ombre"
        />
        <PasswordField label={m.access_password()} defaultValue="mot de passe" />
        <SelectField label={m.gallery_choice()}>
          <option>{m.shell_theme_light()}</option>
          <option>{m.shell_theme_dark()}</option>
        </SelectField>
        <AreaField label={m.gallery_comment()} defaultValue={m.gallery_sample_text()} />
        <div className="gap-16">
          <Check defaultChecked>{m.gallery_check()}</Check>
          <Check type="radio" name="g" defaultChecked>
            {m.shell_theme_light()}
          </Check>
          <Check type="radio" name="g">
            {m.shell_theme_dark()}
          </Check>
        </div>
      </Grid>
      <Grid wide>
        <LevelList
          legend={m.gallery_level()}
          name="gallery-level"
          value={level}
          onChoose={setLevel}
          choices={[0, 1, 2, 3, 4].map((n) => ({
            level: n,
            sentence: m.gallery_sample_text(),
            tags: n === 2 ? [{ word: m.parts_status_todo(), tone: 'brand' as const }] : [],
          }))}
        />
        <div className="cmdk">
          <Search />
        </div>
      </Grid>
    </Section>
  );
}

function Search() {
  const [text, setText] = useState('lis');
  const options = ['CH de Lisseray', 'EHPAD des Bords de Lisse'].map((name) => ({
    id: name,
    group: m.shell_palette_facilities(),
    text: name,
    note: 'Val-d’Ombre',
    icon: 'info' as const,
    onPick: () => setText(name),
  }));
  return (
    <SearchList
      label={m.shell_palette_label()}
      placeholder={m.shell_palette_typing()}
      value={text}
      onType={setText}
      options={options}
      nothing={m.shell_palette_nothing()}
    />
  );
}

export function Messages() {
  return (
    <Section id="bandeaux" title={m.gallery_banners()} text={m.gallery_banners_text()}>
      <div className="stack">
        <Banner actions={<a href="#bandeaux">{m.parts_show()}</a>}>{m.gallery_sample_text()}</Banner>
        <Banner tone="ok">{m.gallery_sample_text()}</Banner>
        <Banner tone="warn" kind="conflict" title={m.parts_status_conflict()}>
          <p>{m.gallery_sample_text()}</p>
        </Banner>
        <ProblemState error={REFUSAL} onRetry={() => say(m.gallery_done())} />
        <ProblemState error={new NoAnswer('gallery')} />
      </div>
    </Section>
  );
}

export function Tables() {
  const [sort, setSort] = useState<Sort>({ by: 'name', down: false });
  const [chosen, setChosen] = useState<readonly string[]>(['a']);
  const rows = [
    { name: 'CH d’Arcelles', level: '1,1', people: null },
    { name: 'CH de Briolles', level: '2,6', people: '25' },
  ].sort((a, b) => (sort.down ? -1 : 1) * a.name.localeCompare(b.name));
  return (
    <Section id="tableau" title={m.gallery_table()} text={m.gallery_table_text()}>
      <FilterChips
        address={`/territoire?statut=${chosen.join(',')}`}
        onClear={() => setChosen([])}
        filters={[
          {
            id: 's',
            name: m.gallery_status(),
            options: [
              { value: 'a', text: 'Public' },
              { value: 'b', text: 'Privé' },
            ],
            chosen,
            onChange: setChosen,
          },
          {
            id: 'g',
            name: 'GHT',
            options: [{ value: 'x', text: 'Ombre-Lisse' }],
            chosen: [],
            onChange: () => undefined,
          },
        ]}
      />
      <StackTable
        rows={rows}
        keyOf={(row) => row.name}
        sort={sort}
        onSort={setSort}
        columns={[
          { id: 'name', title: m.shell_facility(), sortable: true, cell: (row) => row.name },
          {
            id: 'level',
            title: m.glossary_level(),
            label: m.glossary_level(),
            numeric: true,
            cell: (row) => row.level,
          },
          {
            id: 'people',
            title: m.gallery_masked(),
            label: m.gallery_masked(),
            cell: (row) => row.people ?? maskedWord('small'),
            cellClass: (row) => (row.people === null ? MASKED : undefined),
          },
        ]}
      />
    </Section>
  );
}

export function Proofs() {
  return (
    <Section id="raisons" title={m.gallery_proofs()} text={m.gallery_proofs_text()}>
      <Grid wide>
        <SidePanel title={m.gallery_why()} onClose={() => undefined}>
          <ReasonsTree
            reasons={[
              {
                answer: 'met',
                text: m.gallery_reason_met(),
                parts: [
                  { answer: 'met', text: m.gallery_reason_fresh(), detail: m.gallery_reason_until() },
                  { answer: 'expired', text: m.gallery_reason_old() },
                ],
              },
              {
                answer: 'not-met',
                text: m.gallery_reason_missing(),
                decides: true,
                parts: [
                  {
                    answer: 'not-met',
                    text: m.gallery_reason_level(),
                    detail: m.gallery_reason_measured(),
                    decides: true,
                  },
                  { answer: 'unknown', text: m.gallery_reason_old() },
                ],
              },
            ]}
          />
          <h3>{m.gallery_why()}</h3>
          <Facts
            facts={[
              [m.gallery_status(), m.parts_status_ok()],
              [m.gallery_coverage(), m.gallery_of_27()],
            ]}
          />
        </SidePanel>
      </Grid>
    </Section>
  );
}

export function Floating() {
  const [open, setOpen] = useState<'plain' | 'typed' | null>(null);
  const [tab, setTab] = useState('a');
  const tabs = [
    { id: 'a', text: m.shell_theme_light() },
    { id: 'b', text: m.shell_theme_dark() },
  ];
  return (
    <Section id="navigation" title={m.gallery_floating()} text={m.gallery_floating_text()}>
      <Grid>
        <Demo title={m.gallery_tabs()}>
          <Tabs label={m.gallery_tabs()} tabs={tabs} chosen={tab} onChoose={setTab} />
          <Segmented label={m.gallery_tabs()} choices={tabs} chosen={tab} onChoose={setTab} />
        </Demo>
        <Demo title={m.shell_menu()}>
          <Menu
            label={m.shell_menu()}
            button={<Button icon="down">{m.shell_menu()}</Button>}
            entries={[
              { kind: 'item', id: 'a', text: m.parts_show(), icon: 'eye', onPick: () => say(m.gallery_done()) },
              { kind: 'rule', id: 'r' },
              {
                kind: 'item',
                id: 'b',
                text: m.gallery_delete(),
                icon: 'x',
                crit: true,
                onPick: () => setOpen('typed'),
              },
            ]}
          />
        </Demo>
        <Demo title={m.gallery_dialog()}>
          <div className="actions">
            <Button onClick={() => setOpen('plain')}>{m.gallery_dialog()}</Button>
            <Button onClick={() => say(m.gallery_done(), () => say(m.parts_undo()))}>{m.gallery_toast()}</Button>
          </div>
        </Demo>
      </Grid>
      <Dialog
        title={m.gallery_dialog()}
        open={open === 'plain'}
        onClose={() => setOpen(null)}
        actions={<Button onClick={() => setOpen(null)}>{m.shell_close()}</Button>}
      >
        <p className="dialog-text">{m.gallery_sample_text()}</p>
      </Dialog>
      <TypeToConfirm
        title={m.gallery_delete()}
        word="2025"
        doIt={m.gallery_delete()}
        open={open === 'typed'}
        onClose={() => setOpen(null)}
        onConfirm={() => setOpen(null)}
      >
        <p>{m.gallery_sample_text()}</p>
      </TypeToConfirm>
    </Section>
  );
}

export function Works() {
  const nothing = () => undefined;
  return (
    <Section id="travail" title={m.gallery_work()} text={m.gallery_work_text()}>
      <Grid wide>
        <JobProgress
          title={m.gallery_job()}
          job={{ state: 'running', percent: 62, words: m.gallery_job_step(), seconds: 24 }}
          onStop={nothing}
        />
        <JobProgress title={m.gallery_job_done()} job={{ state: 'done', words: m.gallery_sample_text() }} />
        <JobProgress
          title={m.gallery_job_stopped()}
          job={{ state: 'interrupted', words: m.gallery_sample_text() }}
          onResume={nothing}
        />
        <Skeleton />
        <DropZone asks={m.gallery_drop()} hint={m.gallery_drop_hint()} onFile={nothing} />
        <Sending name="finess-2026-10-09.json.gz" sent={34e6} total={48e6} onCancel={nothing} />
        <Empty title={m.gallery_empty()} actions={<Button>{m.parts_clear_all()}</Button>}>
          {m.shell_palette_nothing()}
        </Empty>
      </Grid>
    </Section>
  );
}
