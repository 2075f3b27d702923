/** The whole first screen as lines, from one look at the file: drawn before Ink is loaded, and the same as Ink draws. */
import type { Language } from '../../language/index.ts';
import { overviewOf } from '../../services/project/overview.ts';
import type { Project } from '../../services/project/project.ts';
import { recordView } from '../../services/reading/record-view.ts';
import { canUndo } from '../../services/writing/can-undo.ts';
import { todayView } from '../../services/reading/today.ts';
import type { ActionId } from '../../keys/actions.ts';
import type { AvailableAction } from '../../keys/dispatcher.ts';
import type { Context } from '../../keys/default-keys.ts';
import { footerHints, keyHints, type KeyHint } from '../../keys/hints.ts';
import type { Keymap } from '../../keys/keymap.ts';
import { footerLine, ruleLine } from '../../widgets/lines/bars.ts';
import { fitLine, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { overrideOf } from '../overrides.ts';
import { ownActionsOf } from '../record/own-action-ids.ts';
import { canHoldOthers } from '../record/places.ts';
import { recordPage } from '../record/record-lines.ts';
import { daysAhead, todayLines } from '../today/today-lines.ts';
import { bodyHeight, bodyWidths, headOf, isTooSmall, screenTabs, tooSmallLine } from './frame-lines.ts';

export interface FirstFrame {
  readonly columns: number;
  readonly rows: number;
  readonly language: Language;
  readonly unicode: boolean;
  readonly keymap: Keymap;
}

const here: readonly (readonly [ActionId, Context])[] = [
  ['list.open', 'list'],
  ['list.preview', 'list'],
  ['record.new', 'list'],
  ['record.edit', 'list'],
  ['record.done', 'list'],
  ['record.newUnder', 'list'],
  ['palette.open', 'global'],
  ['help.open', 'global'],
  ['undo', 'global'],
  ['calendar.open', 'global'],
];

/** The footer of Today with the cursor on a record of this register; null where there is nothing. */
export function todayHints(
  register: string | null,
  undoable: boolean,
  keymap: Keymap,
  language: Language,
): readonly KeyHint[] {
  const { done } = register === null ? {} : overrideOf(register);
  const own = register === null ? [] : ownActionsOf(register);
  const all = [...here, ...own.map((action): (typeof here)[number] => [action, 'list'])];
  const able = all.filter(([action]) => {
    if (action === 'undo') return undoable;
    if (action === 'record.done') return done !== undefined;
    if (action === 'record.newUnder') return register !== null && canHoldOthers(register);
    return register !== null || !['list.open', 'record.edit'].includes(action);
  });
  const available = able.map(([action, context]): AvailableAction => ({ action, context, whyNot: null }));
  return footerHints(keyHints(available, keymap, language));
}

export function footerOf(hints: readonly KeyHint[], width: number): StyledLine {
  return footerLine(
    hints,
    width,
    hints.find(({ action }) => action === 'help.open'),
  );
}

export function firstFrame(project: Project, frame: FirstFrame): StyledLine[] {
  const { columns, rows, language, unicode, keymap } = frame;
  if (isTooSmall(columns, rows)) return [tooSmallLine(columns, rows, language)];
  const height = bodyHeight(rows);
  const { left, right } = bodyWidths(columns, true);
  const view = todayView(project, daysAhead, height);
  const first = view.items[0];
  const list = todayLines({
    rows: view.items,
    begun: view.begun,
    today: view.day,
    cursor: 0,
    top: 0,
    width: left,
    height,
    language,
    unicode,
  });
  const preview =
    first === undefined || right === null
      ? []
      : recordPage(recordView(project, first.id, language, true), {
          project,
          width: right,
          language,
          unicode,
        });
  const body = list.map((line, index) =>
    right === null
      ? line
      : [
          ...fitLine(line, left),
          span(unicode ? '│' : '|', 'border'),
          ...fitLine(preview[index]?.content ?? [], right),
        ],
  );
  const joint = right === null ? null : left;
  return [
    headOf(overviewOf(project), language, columns),
    screenTabs('today', language, columns),
    ruleLine(columns, joint, '┬', unicode),
    ...body,
    ruleLine(columns, joint, '┴', unicode),
    footerOf(todayHints(first?.register ?? null, canUndo(project), keymap, language), columns),
  ];
}
