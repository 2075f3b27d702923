/** Choosing one of many by typing a few letters: matching, ranking and the reducer. Pure. */
import type { KeyEvent } from '../../keys/events.ts';
import { emptyList, moveCursor, type ListMove, type ListState } from '../lists/list-state.ts';
import { editing, edit, insertLine, type EditState } from '../typing/text-editing.ts';

/** A piece of a text in which something was found, with what was found in its middle. */
export interface FoundText {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  /** Shown beside it, muted. */
  readonly hint?: string;
  /** All that it says, where its row may be too short for it. */
  readonly whole?: string;
  /** Where in its texts it was found, when its label does not tell; asked for when its row is drawn. */
  readonly excerpt?: () => FoundText | null;
  /** Said beside the count: that it is the last of those shown, and there are more. */
  readonly more?: string;
  /** Other words by which it is found. */
  readonly keywords?: string;
}

/** `ä` typed means ä; `a` typed finds both, since not everyone finds ä on a borrowed keyboard. */
function folded(text: string, fold: boolean): string {
  const lower = text.toLocaleLowerCase('fi').normalize('NFC');
  return fold ? lower.normalize('NFD').replaceAll(/\p{M}/gu, '') : lower;
}

/** The better, the smaller; null when a word is not found. A word at the start of the label counts most. */
function rank(label: string, rest: string, words: readonly string[]): number | null {
  let sum = 0;
  for (const word of words) {
    const at = label.indexOf(word);
    if (at === 0) continue;
    if (at > 0) sum += /[\p{L}\p{N}]/u.test(label.charAt(at - 1)) ? 2 : 1;
    else if (rest.includes(word)) sum += 4;
    else return null;
  }
  return sum;
}

/** The choices that have every typed word, the best first; equal ones keep their order. */
export function filterChoices<Value>(
  choices: readonly Choice<Value>[],
  typed: string,
): readonly Choice<Value>[] {
  const fold = !/[åäö]/iu.test(typed.normalize('NFC'));
  const words = folded(typed, fold)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return choices;
  return choices
    .map((choice) => ({
      choice,
      rank: rank(
        folded(choice.label, fold),
        folded(`${choice.keywords ?? ''} ${choice.hint ?? ''}`, fold),
        words,
      ),
    }))
    .filter((one) => one.rank !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map((one) => one.choice);
}

export interface PickerState {
  readonly filter: EditState;
  readonly list: ListState;
}

export const emptyPicker: PickerState = { filter: editing(''), list: emptyList };

export type PickerEvent =
  | { readonly type: 'key'; readonly event: KeyEvent }
  | { readonly type: 'fill'; readonly text: string }
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'move'; readonly move: ListMove; readonly count: number; readonly height: number };

/** A change of the filter puts the cursor on the first, best choice: Enter takes what one sees. */
export function pickerReducer(state: PickerState, event: PickerEvent): PickerState {
  if (event.type === 'move') return { ...state, list: moveCursor(state.list, event.move, event) };
  if (event.type === 'fill') return { filter: editing(event.text), list: emptyList };
  const filter =
    event.type === 'paste'
      ? insertLine(state.filter, event.text)
      : (edit(state.filter, event.event) ?? state.filter);
  if (filter === state.filter) return state;
  return { filter, list: filter.text === state.filter.text ? state.list : emptyList };
}
