/** A form for any register, new or changed. What is typed is kept as a draft until it is saved or thrown away. */
import { messages } from '../../language/index.ts';
import { keysOf } from '../../keys/keymap.ts';
import { showKeys } from '../../keys/show-keys.ts';
import { registerOf } from '../../registers/index.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useSpeech, useTypedSpeech } from '../../widgets/speech/use-speech.ts';
import { useConsole } from '../../widgets/console.tsx';
import { StyledLines } from '../../widgets/lines/styled-text.tsx';
import { line, span, spread, type StyledLine } from '../../widgets/lines/styled.ts';
import { stepWords } from '../../services/writing/step-scale.ts';
import { safe, wrap } from '../../widgets/lines/text.ts';
import { useApp, useData, useWords, type App } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { capital } from '../record/record-lines.ts';
import type { Page } from '../session/session.ts';
import { miniMonthOf } from './day-field.ts';
import { formLines, formWidths } from './form-lines.ts';
import { overrideOf } from '../overrides.ts';
import { checkForm, meaningOf, readText } from './form-model.ts';
import { besideForm, miniMonthLines, miniWeekLine } from './mini-month.ts';
import { previewHeight } from './series-preview.ts';
import { useForm, type Form } from './use-form.ts';
import { useFormKeys } from './use-form-keys.tsx';

type FormPage = Extract<Page, { readonly kind: 'form' }>;

const notesHeight = 3;

function titleLine(form: Form, width: number, draft: string): StyledLine {
  const { definition, record, language } = form;
  const kind = capital(definition.label.one[language]);
  const left =
    record === null
      ? [span(` ${form.words.newOne(kind)}`, 'title')]
      : [span(` ${record.code ?? kind}  `, 'accent'), span(safe(record.heading), 'title')];
  return spread(left, form.hasDraft ? [span(`${draft} `, 'warn')] : [], width);
}

/** What of the field one is in finds its room below the form. */
interface Beside {
  readonly steps: readonly string[] | null;
  /** What its text means, where there is no room beside it. */
  readonly meaning: string | null;
  /** The week of its day, likewise. */
  readonly week: readonly StyledLine[];
}

/** What the field one is in takes, or what is wrong with it: whole, where there is room for it. */
function noteLines(form: Form, width: number, beside: Beside): StyledLine[] {
  const { focused, state, language } = form;
  if (focused === null) return [];
  const problem = state.problems[focused.name];
  const { kind, choices, help } = focused.field;
  const hint =
    problem ??
    help?.[language] ??
    beside.steps?.map((word, index) => `${index + 1} ${word}`).join(' · ') ??
    (choices === undefined
      ? form.words.kinds[kind]
      : Object.values(choices)
          .map((label) => label[language])
          .join(' · '));
  const lines = wrap(safe(hint), width - 4).map((text) =>
    line(`   ${text}`, problem === undefined ? 'muted' : 'bad'),
  );
  const understood = beside.meaning === null ? [] : [line(`   ${safe(beside.meaning)}`, 'good')];
  return [...understood, ...beside.week, ...lines].slice(0, notesHeight - 1);
}

/** What keeping the form would come to, where its register says so: always of one height, so that nothing jumps. */
function previewOf(app: App, form: Form, width: number): StyledLine[] {
  const { page, record, fields, state, language } = form;
  const { formPreview } = overrideOf(page.register);
  if (formPreview === undefined) return [];
  const { values } = checkForm(app.project, fields, state, page.id === null, language);
  const lines = formPreview(app.project, { ...record, ...page.preset, ...values }, { width, language });
  return Array.from({ length: previewHeight }, (_, index) => lines[index] ?? []);
}

/** In words: which field of how many, what stands in it, and once the fingers rest what it means or what is wrong. */
function useFormSpeech(form: Form, note: { readonly text: string } | null): void {
  const { fields, state, focused } = form;
  const typed = state.texts[focused?.name ?? ''] ?? { text: '', cursor: 0 };
  const place = `${state.focus + 1}/${fields.length} `;
  const needed = focused?.field.required === true ? `, ${messages(form.language).console.linear.needed}` : '';
  useTypedSpeech(focused === null ? null : place + focused.label + needed, typed);
  useSpeech(() => (note === null ? null : { kind: 'note', text: note.text }));
}

export function FormScreen({ page }: { readonly page: FormPage }) {
  const app = useApp();
  const { columns, rows, unicode } = useConsole();
  const { language, words } = useWords();
  const form = useForm(page, registerOf(page.register));
  const { fields, state } = form;
  const width = Math.min(columns, 140);
  const widths = formWidths(fields, width);
  const keys = useFormKeys(form, widths.field);
  const isDay = keys.days !== null;
  useActions('form', { ...keys.handlers, ...keys.days }, { onKey: keys.onKey, onPaste: keys.onPaste });
  const { focused } = form;
  const steps = useData(
    ({ project }, spoken) => (focused === null ? null : stepWords(project, focused.field, spoken)),
    [focused],
  );
  const height = bodyHeight(rows);
  const noteOf = (field: (typeof fields)[number]) => {
    const problem = state.problems[field.name];
    if (problem !== undefined) return { text: problem, wrong: true };
    const text = state.texts[field.name]?.text ?? '';
    const meaning = meaningOf(app.project, field, text, language);
    if (meaning !== null) return { text: meaning, wrong: false };
    // While one is still typing in it, nothing is called wrong.
    if (form.focused === field || text.trim() === '') return null;
    const read = readText(app.project, field, text, language);
    return 'problem' in read ? { text: read.problem, wrong: true } : null;
  };
  useFormSpeech(form, focused === null ? null : noteOf(focused));
  const preview = previewOf(app, form, width);
  const inner = height - notesHeight - 2 - preview.length;
  const { dispatcher } = useConsole();
  const editor = showKeys(keysOf(dispatcher.keymap(), ['form'], 'form.editor')[0] ?? '', language);
  const more = (count: number): string => words.form.more(count, editor);
  const drawn = formLines({ fields, state, widths, width, unicode, noteOf, more }, inner);
  const dayText = isDay ? (state.texts[focused?.name ?? '']?.text ?? '') : '';
  const month = useData(
    ({ project }, spoken) =>
      focused === null || !isDay
        ? null
        : miniMonthOf(project, focused, dayText, { language: spoken, unicode }),
    [focused, dayText, isDay],
  );
  const isWide = widths.note > 0;
  const fieldRows =
    month === null || !isWide
      ? drawn.lines
      : besideForm(drawn.lines, miniMonthLines(month), { row: drawn.row, width, height: inner });
  const week = month === null || isWide ? [] : [miniWeekLine(month)];
  const note = isWide || focused === null ? null : noteOf(focused);
  const meaning = note?.wrong === false ? note.text : null;
  const body: StyledLine[] = [
    titleLine(form, width, words.form.draft),
    [],
    ...Array.from({ length: inner }, (_, index) => fieldRows[index] ?? []),
    ...preview,
    line((unicode ? '─' : '-').repeat(columns), 'border'),
    ...noteLines(form, width, { steps, meaning, week }),
  ];
  return <StyledLines lines={body} width={columns} height={height} />;
}
