/** The filter as it is typed: the list follows each letter, and what can't be read is said beside it. */
import { useEffect, useRef, useState } from 'react';
import { messages } from '../../language/index.ts';
import type { Definition } from '../../registers/index.ts';
import { explainFilter, filterCompletions } from '../../services/reading/filter-help.ts';
import { countOf } from '../../services/reading/listing.ts';
import { useConsole } from '../../widgets/console.tsx';
import { moveCursor, type ListMove } from '../../widgets/lists/list-state.ts';
import { StyledText } from '../../widgets/lines/styled-text.tsx';
import { fitLine, lineWidth, span, type Span, type StyledLine } from '../../widgets/lines/styled.ts';
import { cellWidth, safe } from '../../widgets/lines/text.ts';
import { edit, editing, insertLine, type EditState } from '../../widgets/typing/text-editing.ts';
import { fieldLine } from '../../widgets/typing/text-field.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useSpeech, useTypedSpeech } from '../../widgets/speech/use-speech.ts';
import { go, useApp, useWords, type App } from '../app.tsx';
import { sentenceOf } from '../sentence.ts';
import type { ScreenTab } from '../session/navigation.ts';
import { begunAnew } from './list-start.ts';
import { changeList, memoryOf, type ListMemory } from '../session/session.ts';

export interface FilterBarProps {
  readonly tab: ScreenTab;
  readonly definition: Definition;
  readonly width: number;
  readonly count: number;
  readonly rows: number;
  readonly onClose: () => void;
}

/** Puts the filter in force, unless it can't be read: then the list stays, and the sentence says why. */
function apply(app: App, tab: ScreenTab, definition: Definition, text: string): string | null {
  const { language } = app.session.get();
  let problem: string | null = null;
  try {
    countOf(app.project, definition, { where: text }, language);
  } catch (error) {
    const { text: why, hint } = sentenceOf(error, language);
    // Advice of commands is no advice here.
    problem = hint === '' || hint.includes('luotsi ') ? why : `${why} ${hint}`;
  }
  go(
    app,
    changeList(tab.id, (old) =>
      problem !== null || text === old.applied
        ? { ...old, filter: text }
        : begunAnew(app, tab, old, { filter: text, applied: text }),
    ),
  );
  return problem;
}

const cleared = (app: App, tab: ScreenTab, old: ListMemory): ListMemory =>
  old.applied === '' ? { ...old, filter: '' } : begunAnew(app, tab, old, { filter: '', applied: '' });

/** As it stood before the filter was typed; what has been marked meanwhile stays marked. */
const restored = (old: ListMemory, { filter, applied, list }: ListMemory): ListMemory =>
  applied === old.applied
    ? { ...old, filter }
    : { ...old, filter, applied, list: { ...list, marks: old.list.marks } };

/** Below the list: what may follow what is typed, else what the filter means or why it can't be read. */
function useFilterHint(definition: Definition, { text }: EditState, problem: string | null): void {
  const { project, hint } = useApp();
  const { language, words } = useWords();
  useEffect(() => {
    const found = filterCompletions(definition, text, language).map((one) =>
      one.slice(one.lastIndexOf(' ') + 1),
    );
    const means = problem ?? explainFilter(project, definition, text, language);
    const shown = found.length > 0 ? `${words.filter.complete} ${found.slice(0, 12).join('  ')}` : means;
    hint.set(() => shown);
  }, [project, hint, definition, text, problem, language, words]);
  useEffect(() => () => hint.set(() => ''), [hint]);
}

/** Tab: the first that may follow, then the next; again goes on from what was typed, not from what Tab made of it. */
function useCompletion(
  definition: Definition,
  { text }: EditState,
  change: (next: EditState) => void,
): () => void {
  const { language } = useWords();
  const completed = useRef<{ readonly from: string; readonly to: string } | null>(null);
  return () => {
    const again = completed.current?.to === text ? completed.current : null;
    const from = again?.from ?? text;
    const found = filterCompletions(definition, from, language);
    const to = found[(again === null ? 0 : found.indexOf(again.to) + 1) % Math.max(1, found.length)];
    if (to === undefined) return;
    completed.current = { from, to };
    change(editing(to));
  };
}

export function FilterBar({ tab, definition, width, count, rows, onClose }: FilterBarProps) {
  const app = useApp();
  const { id } = tab;
  const { unicode } = useConsole();
  const { language } = useWords();
  const [before] = useState(() => memoryOf(app.session.get(), id));
  const [state, setState] = useState<EditState>(() => editing(before.filter));
  const [problem, setProblem] = useState<string | null>(null);
  const change = (next: EditState): void => {
    setState(next);
    if (next.text !== state.text) setProblem(apply(app, tab, definition, next.text));
  };
  const changeThis = (next: (old: ListMemory) => ListMemory): void => go(app, changeList(id, next));
  const move = (name: ListMove) => () =>
    changeThis((old) => ({ ...old, list: moveCursor(old.list, name, { count, height: rows }) }));
  const complete = useCompletion(definition, state, change);
  useFilterHint(definition, state, problem);
  useActions(
    'picker',
    {
      'pick.down': move('down'),
      'pick.up': move('up'),
      'pick.pageDown': move('pageDown'),
      'pick.pageUp': move('pageUp'),
      'pick.choose': onClose,
      'pick.cancel': () => {
        changeThis((old) => (state.text === before.filter ? cleared(app, tab, old) : restored(old, before)));
        onClose();
      },
    },
    {
      onKey: (event) => {
        if (event.name === 'Tab') {
          complete();
          return true;
        }
        const next = edit(state, event);
        if (next === null) return false;
        change(next);
        return true;
      },
      onPaste: (text) => {
        change(insertLine(state, text));
        return true;
      },
    },
  );
  const note = problem ?? messages(language).console.list.found(count);
  useTypedSpeech('/', state);
  useSpeech(() => ({ kind: 'note', text: note }));
  const placeholder = messages(language).console.list.filterHint;
  // What is too long to stand beside what is typed is told below the list.
  const shown = cellWidth(safe(note)) <= width * 0.6 ? safe(note) : unicode ? '✗' : 'x';
  const right = span(`  ${shown} `, problem === null ? 'muted' : 'warn');
  return <StyledText line={typedLine(state, right, { width, placeholder })} />;
}

/** What is typed, and at the right what came of it. */
function typedLine(
  state: EditState,
  right: Span,
  { width, placeholder }: { readonly width: number; readonly placeholder: string },
): StyledLine {
  const room = Math.max(8, width - lineWidth([right]) - 3);
  const field = fieldLine(state, { width: room, focused: true, placeholder });
  return fitLine([span(' / ', 'key'), ...field, right], width);
}
