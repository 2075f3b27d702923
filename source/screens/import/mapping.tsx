/** The columns of a table that is to be imported: what each holds, and what it is taken for. */
import { useState } from 'react';
import { registerOf } from '../../registers/index.ts';
import {
  fieldChoices,
  shownTable,
  type ShownColumn,
  type ShownTable,
} from '../../services/tables/import-view.ts';
import { useConsole } from '../../widgets/console.tsx';
import { Overlay, OverlayLayer, overlayRows, overlayWidth } from '../../widgets/overlays/overlay.tsx';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { fitLine, line, span, wholeLine, type StyledLine } from '../../widgets/lines/styled.ts';
import { fit, safe, wrap } from '../../widgets/lines/text.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { messages, type Language, type Messages } from '../../language/index.ts';
import { openOverlay, type App } from '../app.tsx';
import { capital } from '../record/record-lines.ts';
import { sentenceOf } from '../sentence.ts';
import { optionsOf, type ImportJob } from './import-job.ts';

type Words = Messages['importing'];

interface MappingView {
  readonly cursor: number;
  readonly width: number;
  readonly height: number;
  readonly unicode: boolean;
  readonly language: Language;
}

function fieldText(
  { field, label, isIdentity, isGuess }: ShownColumn,
  register: string,
  words: Words,
  language: Language,
): string {
  if (isIdentity) return words.identity;
  if (field === null || label === null) return words.out;
  const [of = ''] = field.split('.');
  const name = field.includes('.')
    ? `${registerOf(register).fields[of]?.label[language] ?? of} · ${label[language]}`
    : label[language];
  return isGuess ? words.guess(name) : name;
}

/** `Työyksikkösi    → Yksikkö    Osasto 3 · Kotihoito`, the cursor's row whole. */
export function mappingLines(table: ShownTable, words: Words, view: MappingView): StyledLine[] {
  const { cursor, width, height, unicode, language } = view;
  const wide = Math.max(12, Math.floor(width * 0.3));
  const said = [
    line(words.intro(capital(registerOf(table.register).label.many[language]), table.rows)),
    ...problemLines(table, words, view),
    [],
  ];
  const room = Math.max(1, height - said.length - 2);
  const top = Math.max(0, Math.min(cursor - Math.floor(room / 2), table.columns.length - room));
  const arrow = unicode ? '→' : '>';
  const rows = table.columns.slice(top, top + room).map((column, index): StyledLine => {
    const isHere = top + index === cursor;
    const field = fit(safe(fieldText(column, table.register, words, language)), wide);
    const row = [
      span(`${isHere ? (unicode ? '›' : '>') : ' '} ${fit(safe(column.heading), wide)} ${arrow} `),
      span(field, column.field === null && !column.isIdentity ? 'muted' : undefined),
      span(`  ${safe(column.values.join(' · '))}`, 'muted'),
    ];
    return isHere ? wholeLine(row, width, 'selected') : fitLine(row, width);
  });
  return [...said, ...rows, [], ...wrap(words.keys, width).map((one) => line(one, 'muted'))];
}

function problemLines(
  { missing, problem }: ShownTable,
  words: Words,
  { width, language }: MappingView,
): StyledLine[] {
  const needed = missing.map(({ label }) => label[language].toLowerCase()).join(', ');
  const texts = [
    ...(problem === null ? [] : [sentenceOf(problem, language).text]),
    ...(needed === '' ? [] : [words.missing(needed)]),
  ];
  return texts.flatMap((text) => wrap(safe(text), width)).map((one) => line(one, 'warn'));
}

export interface MappingProps {
  readonly app: App;
  readonly job: ImportJob;
  /** Gives the columns as they were told so far. */
  readonly onRegister: (job: ImportJob) => void;
  /** The columns are as they should be. */
  readonly onCheck: (job: ImportJob, table: ShownTable) => void;
  readonly onCancel: () => void;
}

function MappingBox({ app, job: begun, onRegister, onCheck, onCancel }: MappingProps) {
  const { columns, rows, unicode } = useConsole();
  const [job, setJob] = useState(begun);
  const [cursor, setCursor] = useState(0);
  const { language } = app.session.get();
  const words = messages(language).importing;
  const table = shownTable(
    app.project,
    job.source,
    optionsOf(job, language, { dryRun: true, skipBad: true }),
  );
  const here = table.columns[cursor];
  const move = (step: number) => () =>
    setCursor((old) => Math.max(0, Math.min(table.columns.length - 1, old + step)));
  const take = (heading: string, field: string): void =>
    setJob((old) => ({ ...old, maps: new Map([...old.maps, [heading, field]]) }));
  useActions('mapping', {
    'list.down': move(1),
    'list.up': move(-1),
    'import.field': () => {
      if (here !== undefined) askField(app, job.register, here, (field) => take(here.heading, field));
    },
    'import.drop': () => {
      if (here !== undefined) take(here.heading, '');
    },
    'import.register': () => onRegister(job),
    'import.check': () => onCheck(job, table),
    'pick.cancel': onCancel,
  });
  const width = overlayWidth(110, columns);
  const height = overlayRows(24, rows - 2);
  const lines = mappingLines(table, words, { cursor, width: width - 4, height, unicode, language });
  return <Overlay title={words.columns} lines={lines} width={width} />;
}

function askField(
  app: App,
  register: string,
  { heading }: ShownColumn,
  onChosen: (field: string) => void,
): void {
  const { language } = app.session.get();
  const words = messages(language);
  const choices = fieldChoices(registerOf(register)).map(({ name, label, of }) => ({
    value: name,
    label: of === null ? label[language] : `${of[language]} · ${label[language]}`,
    keywords: name,
  }));
  openOverlay(app, (close) => (
    <Picker
      title={words.importing.which(safe(heading))}
      choices={[...choices, { value: '', label: words.importing.leaveOut }]}
      empty={words.console.list.none}
      width={56}
      onCancel={close}
      onChoose={(field) => {
        close();
        onChosen(field);
      }}
    />
  ));
}

export function Mapping(props: MappingProps) {
  return (
    <OverlayLayer>
      <MappingBox {...props} />
    </OverlayLayer>
  );
}
