/** What can be done with records from a list, a record's page or Today: the same keys everywhere. */
import type { ActionHandlers } from '../../keys/dispatcher.ts';
import type { Language } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { canBeMentioned } from '../../services/reporting/report-writing.ts';
import { fieldNamed } from '../register/columns.ts';
import { formatDay } from '../../services/reading/days.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { editLongText, hasLongText } from '../editor/edit-text.tsx';
import { go, openOverlay, type App } from '../app.tsx';
import { screenNames, tabsOfScreen } from '../session/navigation.ts';
import { overrideOf, projectRegister } from '../overrides.ts';
import { askNamed, askNewUnder, askNewUnderMany } from './new-under.tsx';
import { canHoldOthers } from './places.ts';
import { capital } from './record-lines.ts';
import { formPage, open } from '../session/session.ts';
import { askDay } from './ask-day.tsx';
import {
  askOwner,
  askState,
  fieldFor,
  markDone,
  wordsOf,
  type SeenTarget,
  type Target,
} from './change-actions.tsx';
import { askRemove } from './remove-action.tsx';
import { askLink } from './link-actions.tsx';
import { ownHandlers } from './own-actions.tsx';
import { copyCode, copyContact, copyMarkdown, copyReminder } from './copy-actions.tsx';

export type { Target } from './change-actions.tsx';

/** What Today wants of a record is another thing than the record itself: the minutes of a session that is held. */
function whyNotDone(app: App, { register, ids, kind }: Target): string | null {
  const words = wordsOf(app).whyNot;
  const { done } = overrideOf(register);
  if (done === undefined) return words.done;
  const { settled, settledOn, runOf } = done;
  const other = runOf?.[kind ?? ''] !== undefined;
  const [id = 0, ...more] = ids;
  const isOver = !other && settled !== undefined && ids.every((one) => settled(getRecord(app.project, one)));
  if (!isOver) return null;
  const label = fieldNamed(registerOf(register), settledOn ?? '')?.label;
  const day = getRecord(app.project, id)[settledOn ?? ''];
  if (typeof day !== 'string' || more.length > 0 || label === undefined) return words.settled('');
  const { language } = app.session.get();
  return words.settled(`${label[language].toLowerCase()} ${formatDay(day, language)}`);
}

/** Actions that change or copy the target; those that make no sense for its register are not there. */
function changes(app: App, target: Target, first: number): ActionHandlers {
  const { register, ids } = target;
  const words = wordsOf(app).whyNot;
  const seen = (): SeenTarget => ({ ...target, seen: app.seen.step });
  return {
    'record.done': { run: () => markDone(app, seen()), whyNot: () => whyNotDone(app, target) },
    'record.date': {
      run: () => askDay(app, seen()),
      whyNot: () => (fieldFor(register, 'day') === null ? words.field : null),
    },
    'record.state': {
      run: () => askState(app, seen()),
      whyNot: () => (fieldFor(register, 'state') === null ? words.field : null),
    },
    'record.owner': {
      run: () => askOwner(app, seen()),
      whyNot: () => (fieldFor(register, 'owner') === null ? words.field : null),
    },
    'record.link': () => askLink(app, target),
    'record.tag': () => void import('./ask-tags.tsx').then(({ askTags }) => askTags(app, target)),
    'record.remove': () => askRemove(app, target),
    'record.newUnder': {
      run: () => (ids.length > 1 ? askNewUnderMany(app, target) : askNewUnder(app, register, first)),
      whyNot: () => (canHoldOthers(register) ? null : words.under),
    },
    'record.edit': () => go(app, open(formPage(register, first))),
    'record.editor': {
      run: () => editLongText(app, seen()),
      whyNot: () => (hasLongText(register) ? null : words.longText),
    },
    'record.history': () => go(app, open({ kind: 'history', id: first, cursor: 0, top: 0 })),
    ...ownHandlers(app, target),
    'report.mention': {
      run: () => void import('./mention.tsx').then(({ askMention }) => askMention(app, target)),
      whyNot: () => (canBeMentioned(register) ? null : wordsOf(app).reports.notThis),
    },
    'record.open': () => void import('./open-link.tsx').then(({ askOpen }) => askOpen(app, first)),
    'copy.code': () => copyCode(app, ids),
    'copy.markdown': () => copyMarkdown(app, ids),
    'copy.contact': () => copyContact(app, first),
    'copy.reminder': () => copyReminder(app, first),
  };
}

export function recordHandlers(app: App, target: Target | null): ActionHandlers {
  const [first] = target?.ids ?? [];
  return {
    ...(target !== null && {
      'record.new': () =>
        target.naming === undefined
          ? go(app, open(formPage(target.register, null)))
          : askNamed(app, target.register, target.naming),
    }),
    ...(target !== null && first !== undefined && changes(app, target, first)),
  };
}

/** What can be added from anywhere, by name. */
function addable(language: Language): { value: string; label: string; keywords: string }[] {
  return (
    screenNames
      .flatMap((name) => tabsOfScreen[name])
      // A tab that is another cut of a register's list offers nothing that its own tab does not.
      .filter(
        ({ kind, register, id }) => kind === 'register' && register === id && register !== projectRegister,
      )
      .map(({ register }) => {
        const { label, aliases = [] } = registerOf(register);
        const keywords = [register, label.one.fi, label.one.en, ...aliases].join(' ');
        return { value: register, label: capital(label.one[language]), keywords };
      })
  );
}

/** The same as commands of the palette: `Uusi ryhmä`. */
export function newCommands(app: App): { label: string; keywords: string; changes: true; run: () => void }[] {
  const { language } = app.session.get();
  return addable(language).map(({ value, label, keywords }) => ({
    label: wordsOf(app).form.newOne(label),
    keywords: `uusi lisää new add ${keywords}`,
    changes: true,
    run: () => go(app, open(formPage(value, null))),
  }));
}

/** Where the screen is of no one register, what to add is asked first. */
export function askNew(app: App): void {
  const { language } = app.session.get();
  const choices = addable(language);
  openOverlay(app, (close) => (
    <Picker
      title={wordsOf(app).prompt.newTitle}
      choices={choices}
      empty={wordsOf(app).list.none}
      width={48}
      height={Math.min(16, choices.length)}
      onCancel={close}
      onChoose={(register) => {
        close();
        go(app, open(formPage(register, null)));
      }}
    />
  ));
}
