/** All keys that work here, narrowed as one types; Enter does what the row says. */
import type { ActionId } from '../../keys/actions.ts';
import type { KeyHint } from '../../keys/hints.ts';
import { Picker } from './picker.tsx';
import type { Choice } from './picker-state.ts';
import { fit } from '../lines/text.ts';

export interface HelpProps {
  readonly title: string;
  readonly placeholder: string;
  readonly empty: string;
  readonly hints: readonly KeyHint[];
  readonly onRun: (action: ActionId) => void;
  readonly onClose: () => void;
}

/** Wide enough for the longest list of keys most actions have. */
const keysWidth = 12;

export function helpChoices(hints: readonly KeyHint[]): readonly Choice<ActionId>[] {
  return hints.map(({ action, keys, label, help, group, whyNot }) => ({
    value: action,
    label: `${fit(keys.join(' '), keysWidth)} ${help}`,
    hint: whyNot ?? group,
    whole: whyNot === null ? help : `${help}: ${whyNot}`,
    keywords: `${label} ${keys.join(' ')} ${action}`,
  }));
}

export function Help({ title, placeholder, empty, hints, onRun, onClose }: HelpProps) {
  return (
    <Picker
      title={title}
      placeholder={placeholder}
      empty={empty}
      choices={helpChoices(hints)}
      onChoose={onRun}
      onCancel={onClose}
      context="help"
      width={96}
      height={24}
      toldRows={2}
    />
  );
}
