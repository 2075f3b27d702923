/** One list of records and commands, ranked, from the first letter. It acts on Enter only. */
import { messages, type Language } from '../../language/index.ts';
import type { KeyHint } from '../../keys/hints.ts';
import type { ActionId } from '../../keys/actions.ts';
import { filterChoices, type Choice } from '../../widgets/overlays/picker-state.ts';
import { go, type App } from '../app.tsx';
import { recordIdentity } from '../../services/reading/record-view.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { openRecord, remembering } from '../session/session.ts';
import { usePart } from '../state.ts';
import { choiceOf, recordChoices } from './record-choices.ts';
import { SearchBox } from './search-box.tsx';

/** A command that has no key. */
export interface ExtraCommand {
  readonly label: string;
  readonly keywords: string;
  /** Where it leads, beside its name. */
  readonly hint?: string;
  /** It changes the project, so an earlier day has none of it. */
  readonly changes?: true;
  readonly run: () => void;
}

type Found =
  | { readonly kind: 'record'; readonly id: number }
  | { readonly kind: 'action'; readonly action: ActionId }
  | { readonly kind: 'command'; readonly run: () => void };

const leading = 4;

function commandChoices(hints: readonly KeyHint[], extras: readonly ExtraCommand[]): Choice<Found>[] {
  const actions = hints
    .filter(({ whyNot, group, action }) => whyNot === null && action !== 'palette.open' && group !== '')
    .filter(({ action }) => !/^(list\.(up|down|page|first|last)|go\.)/.test(action))
    .map(({ action, label, help, keys }): Choice<Found> => ({
      value: { kind: 'action', action },
      label: `› ${label.charAt(0).toUpperCase()}${label.slice(1)}`,
      hint: keys[0] ?? '',
      keywords: `${label} ${help}`,
    }));
  const commands = extras.map(({ label, keywords, hint = '', run }): Choice<Found> => ({
    value: { kind: 'command', run },
    label: `› ${label}`,
    hint,
    keywords,
  }));
  return [...actions, ...commands];
}

/** What was looked at or done last comes first, before a letter is typed. */
function withRecent(app: App, commands: readonly Choice<Found>[], language: Language): Choice<Found>[] {
  const recent = app.session.get().recent.flatMap((one): Choice<Found>[] => {
    const [kind, name = ''] = one.split(' ');
    if (kind === 'action')
      return commands.filter(({ value }) => value.kind === 'action' && value.action === name);
    const found = recordIdentity(app.project, Number(name));
    if (found === null || getRecord(app.project, found.id).removedStep !== null) return [];
    const { value, ...choice } = choiceOf(app.project, found, language);
    return [{ ...choice, value: { kind: 'record', id: value } }];
  });
  return [...recent, ...commands.filter((one) => !recent.includes(one))];
}

function find(
  app: App,
  commands: readonly Choice<Found>[],
  text: string,
  language: Language,
): Choice<Found>[] {
  const only = text.startsWith('>');
  const typed = only ? text.slice(1) : text;
  const fitting = filterChoices(commands, typed);
  if (only) return [...fitting];
  if (typed.trim() === '') return withRecent(app, fitting, language);
  const begins = fitting.filter(({ label }) =>
    label.slice(2).toLocaleLowerCase('fi').startsWith(typed.trim().toLocaleLowerCase('fi')),
  );
  const recent = app.session
    .get()
    .recent.flatMap((one) => (one.startsWith('action ') ? [] : Number(one.split(' ')[1])));
  const records = recordChoices(app.project, [], typed, language, recent).map((choice): Choice<Found> => ({
    ...choice,
    value: { kind: 'record', id: choice.value },
  }));
  // A code typed whole is that record, whatever command begins with the same letters.
  const isCode = /\d/.test(typed);
  const first = isCode ? [] : begins.slice(0, leading);
  return [...first, ...records, ...fitting.filter((one) => !first.includes(one))];
}

export interface PaletteProps {
  readonly app: App;
  readonly hints: readonly KeyHint[];
  readonly extras: readonly ExtraCommand[];
  readonly run: (action: ActionId) => void;
  readonly close: () => void;
}

export function Palette({ app, hints, extras, run, close }: PaletteProps) {
  const { language } = app.session.get();
  const revision = usePart(app.session, (state) => state.revision);
  const words = messages(language).console.palette;
  const commands = commandChoices(hints, extras);
  return (
    <SearchBox<Found>
      title={words.title}
      placeholder={words.placeholder}
      empty={words.empty}
      context="palette"
      revision={revision}
      find={(text) => find(app, commands, text, language)}
      onCancel={close}
      fill={({ label }) => label.replace(/^› /, '>').replace(/ {2,}/, ' ')}
      onChoose={(found) => {
        close();
        if (found.kind === 'record') go(app, openRecord(found.id));
        else if (found.kind === 'action') {
          go(app, remembering(`action ${found.action}`));
          run(found.action);
        } else found.run();
      }}
    />
  );
}
