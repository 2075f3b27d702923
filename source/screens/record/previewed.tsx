/** What a change would do to other records, shown before it is made: what comes, goes and moves; accepted or not. */
import { useState } from 'react';
import { messages } from '../../language/index.ts';
import { laysOut, previewOf } from '../../services/writing/preview.ts';
import { endMoveRows, previewRows, type PreviewRow } from '../../services/writing/preview-words.ts';
import { previewProjectEnd, theProject } from '../../services/project/project-end.ts';
import type { Project } from '../../services/project/project.ts';
import type { Written } from '../../services/writing/write.ts';
import { useConsole } from '../../widgets/console.tsx';
import { Overlay, OverlayLayer, overlayRows, overlayWidth } from '../../widgets/overlays/overlay.tsx';
import { line, lineWidth, span, type Span, type StyledLine } from '../../widgets/lines/styled.ts';
import { safe, wrap } from '../../widgets/lines/text.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useSpeech, useTextSpeech } from '../../widgets/speech/use-speech.ts';
import { openOverlay, useWords, type App } from '../app.tsx';
import { projectRegister } from '../overrides.ts';

export interface Previewed {
  readonly register: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Makes the change, on a trial too. `keepTerms`: terms that end with the project end as they did. */
export type Work = (project: Project, keepTerms: boolean) => Written<unknown>;

export interface Told {
  readonly title: string;
  readonly rows: readonly PreviewRow[];
  readonly canKeepTerms: boolean;
}

/** Null where the change touches nothing else, or is refused: that is told where it is made. */
function toldOf(app: App, { register, values }: Previewed, work: Work): Told | null {
  const { project } = app;
  const { language } = app.session.get();
  const { title } = messages(language).plan.preview;
  const { end } = values;
  try {
    if (register === projectRegister && typeof end === 'string' && end !== theProject(project).end) {
      const move = previewProjectEnd(project, end);
      const canKeepTerms = move.preview.changes.some((one) => ['membership', 'round'].includes(one.register));
      return { title, rows: endMoveRows(project, move, language), canKeepTerms };
    }
    if (register !== projectRegister && !laysOut(register)) return null;
    const { preview } = previewOf(project, (trial) => work(trial, false));
    const touches = preview.comes.length + preview.goes.length + preview.moves.length;
    if (touches === 0) return null;
    return { title, rows: previewRows(project, { ...preview, changes: [] }, language), canKeepTerms: false };
  } catch {
    return null;
  }
}

/** What goes with rules that are removed: a line for each, and the codes of all that go. */
export function goneWith(
  app: App,
  register: string,
  work: (project: Project) => Written<unknown>,
): { readonly lines: readonly string[]; readonly codes: ReadonlySet<string> } {
  if (!laysOut(register)) return { lines: [], codes: new Set() };
  const { goes } = previewOf(app.project, work).preview;
  const preview = { comes: [], goes, moves: [], changes: [] };
  const rows = goes.length === 0 ? [] : previewRows(app.project, preview, app.session.get().language);
  return {
    lines: rows.map(({ kind, text }) => (kind === 'item' ? `  ${text}` : text)),
    codes: new Set(goes.map(({ code }) => code ?? '')),
  };
}

/** Shows what would follow, where something does, and goes on when it is accepted. */
export function withPreview(
  app: App,
  previewed: Previewed,
  work: Work,
  then: (keepTerms: boolean) => void,
): void {
  const told = toldOf(app, previewed, work);
  if (told === null) return then(false);
  const words = messages(app.session.get().language).plan.preview;
  return openOverlay(app, (close) => (
    <OverlayLayer>
      <PreviewBox
        told={told}
        labels={[words.cancel, words.accept, ...(told.canKeepTerms ? [words.acceptKeep] : [])]}
        onChoose={(choice) => {
          close();
          if (choice > 0) then(choice === 2);
        }}
      />
    </OverlayLayer>
  ));
}

export interface BoxProps {
  readonly told: Told;
  /** The first one cancels, and is chosen at first: a stray Enter changes nothing. */
  readonly labels: readonly string[];
  /** It can't be undone: the key for yes goes to its button, and does nothing by itself. */
  readonly isFinal?: boolean;
  readonly onChoose: (index: number) => void;
}

const tones = { heading: 'heading', warning: 'warn', item: undefined } as const;

function rowLines({ rows }: Told, width: number): StyledLine[] {
  return rows.flatMap(({ kind, text }): StyledLine[] =>
    kind === 'item'
      ? wrap(safe(text), width - 4).map((part, index) => [span(`${index === 0 ? '  ' : '    '}${part}`)])
      : wrap(safe(text), width).map((part) => [span(part, tones[kind])]),
  );
}

export function PreviewBox({ told, labels, isFinal = false, onChoose }: BoxProps) {
  const { columns, rows, unicode } = useConsole();
  const { language } = useWords();
  const [state, setState] = useState({ top: 0, chosen: 0 });
  const width = overlayWidth(84, columns);
  const inner = width - 4;
  const all = rowLines(told, inner);
  const height = Math.min(all.length, overlayRows(30, rows) - 3);
  const lowest = Math.max(0, all.length - height);
  const scroll = (step: number) => () =>
    setState((old) => ({ ...old, top: Math.max(0, Math.min(lowest, old.top + step)) }));
  useActions('confirm', {
    'confirm.switch': () => setState((old) => ({ ...old, chosen: (old.chosen + 1) % labels.length })),
    'confirm.choose': () => onChoose(state.chosen),
    'confirm.yes': () => (isFinal ? setState((old) => ({ ...old, chosen: 1 })) : onChoose(1)),
    'confirm.no': () => onChoose(0),
    'pick.down': scroll(1),
    'pick.up': scroll(-1),
    'pick.pageDown': scroll(height),
    'pick.pageUp': scroll(-height),
  });
  useTextSpeech(told.rows.map(({ text }) => line(safe(text))));
  useSpeech(() => ({
    kind: 'row',
    text: labels[state.chosen] ?? '',
    place: { index: state.chosen, count: labels.length },
  }));
  const buttons = labels.map((label, index): Span => {
    const isChosen = index === state.chosen;
    const sign = isChosen ? (unicode ? '›' : '>') : ' ';
    return { text: `${sign} ${safe(label)} `, ...(isChosen && { tone: 'selected' as const }) };
  });
  const more = lowest - state.top;
  const words = messages(language).plan.preview;
  const before = Math.max(0, inner - lineWidth(buttons));
  const lines: StyledLine[] = [
    ...all.slice(state.top, state.top + height),
    [span(more > 0 ? `  ${words.more(more)}` : '', 'muted')],
    [span(' '.repeat(before)), ...buttons],
  ];
  return <Overlay title={told.title} lines={lines} width={width} />;
}
