/** Verbs of sessions: held, run item by item, closed, opened again, and their papers. What only shows is in session-views. */
import { UserError, wrongUsage } from '../../errors.ts';
import { markAttendance } from '../../services/meetings/attendance.ts';
import { closeSession, reopenSession } from '../../services/meetings/closing.ts';
import { evidenceFor } from '../../services/meetings/evidence.ts';
import { fieldContext, findRecord } from '../../services/reading/lookup.ts';
import { codeOf } from '../../services/reading/outward.ts';
import { isPaper, moveMinutes, sendPaper } from '../../services/meetings/papers.ts';
import { allMarks } from '../../services/meetings/roster.ts';
import * as running from '../../services/meetings/running.ts';
import * as verbs from '../../services/writing/verbs.ts';
import { registerOf } from '../../registers/index.ts';
import { printPreview } from '../line/previews.ts';
import { listOption, numberOption } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import { sessionViews } from './session-views.ts';
import { valuesGiven } from '../line/values.ts';
import { verb } from '../registers/verb.ts';
import { printWritten } from '../line/written.ts';
import type { Marking } from '../../services/meetings/attendance.ts';
import type { Evidence } from '../../services/meetings/evidence.ts';
import type { Mark } from '../../services/meetings/roster.ts';
import type { Project } from '../../services/project/project.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from '../registers/registers.ts';

const ownValues = (project: Project, call: Call, except: readonly string[] = []) =>
  valuesGiven(call, project, registerOf('session'), except);

const many = Number.MAX_SAFE_INTEGER;
const marksUsage = `${allMarks.map((mark) => `[--${mark} PEOPLE]`).join(' ')} [--others N]`;

/** People by mark, as the options give them. */
const peopleOf = (project: Project, call: Call): Map<Mark, number[]> =>
  new Map(
    allMarks.map((mark) => [
      mark,
      (listOption(call, mark) ?? []).map((name) => findRecord(project, ['person'], name).id),
    ]),
  );

const hold = verb(`hold CODE ${marksUsage}`, [1, 1], 1, (project, [id = 0], call) =>
  verbs.holdSession(project, id, ownValues(project, call, allMarks), peopleOf(project, call)),
);

const mark = verb(`mark CODE ${marksUsage}`, [1, 1], 1, (project, [id = 0], call) => {
  const others = numberOption(call, 'others');
  ownValues(project, call, [...allMarks, 'others']);
  const markings = [...peopleOf(project, call)].flatMap(([word, people]) =>
    people.map((person): Marking => ({ person, mark: word })),
  );
  if (markings.length === 0 && others === undefined)
    throw wrongUsage('nothing-given', { register: 'session mark' });
  return markAttendance(project, id, markings, others);
});

const start = verb('start CODE', [1, 1], 1, (project, [id = 0]) => running.startSession(project, id), []);

const reopen = verb(
  'reopen CODE --reason TEXT',
  [1, 1],
  1,
  (project, [id = 0], call) => reopenSession(project, id, call.options.value('reason') ?? ''),
  ['reason'],
);

/** The rest of the words as one text. */
const textOf = (call: Call): string => call.words.slice(1).join(' ').trim();

const note = verb(
  'note CODE TEXT',
  [2, many],
  1,
  (project, [id = 0], call) =>
    running.addNote(project, id, textOf(call), running.currentOf(running.itemsOf(project, id))?.id ?? null),
  [],
);

/** An item by its number on the agenda. @throws UserError no-such-item */
function itemCalled(project: Project, id: number, text: string): number {
  const found = running.itemsOf(project, id).find(({ position }) => String(position) === text);
  if (found === undefined) throw new UserError('no-such-item', { code: codeOf(project, id), text });
  return found.id;
}

const next = verb(
  'next CODE [ITEM]',
  [1, 2],
  1,
  (project, [id = 0], call) => {
    const [, text] = call.words;
    const item =
      text === undefined ? running.nextItem(running.itemsOf(project, id))?.id : itemCalled(project, id, text);
    return running.takeItem(project, id, item ?? null);
  },
  [],
);

const postpone = verb(
  'postpone CODE ITEM',
  [2, 2],
  1,
  (project, [id = 0], call) =>
    running.postponeItem(project, id, itemCalled(project, id, call.words[1] ?? '')),
  [],
);

const papers = ['invitation', 'attachments', 'minutes'];

const sent: Verb = ({ definition, word }) => ({
  usage: `${word} sent CODE… invitation|attachments|minutes [--day DAY]`,
  changes: true,
  options: ['day', 'preview'],
  words: [2, many],
  run: async (call) =>
    withProject(call, (project) => {
      const paper = call.words.at(-1);
      if (!isPaper(paper))
        throw wrongUsage('wrong-option', { option: 'sent', text: paper ?? '', forms: papers });
      const ids = call.words.slice(0, -1).map((code) => findRecord(project, ['session'], code).id);
      const said = call.options.value('day');
      const day = said === undefined ? undefined : fieldContext(project, call.language).day(said);
      if (call.options.has('preview'))
        return printPreview(call, project, (trial) => sendPaper(trial, ids, paper, { day }), ids);
      const { step } = sendPaper(project, ids, paper, { day });
      printWritten(call, project, definition, ids, step === null ? 'same' : 'changed');
      return 0;
    }),
});

const minutes = verb(
  'minutes CODE STATE [--in SESSION]',
  [2, 2],
  1,
  (project, [id = 0], call) => {
    const state = registerOf('session').fields['minutesState']?.read(
      call.words[1] ?? '',
      fieldContext(project, call.language),
    );
    const approvedIn = call.options.value('in');
    return moveMinutes(project, id, String(state), {
      approvedIn: approvedIn === undefined ? null : findRecord(project, ['session'], approvedIn).id,
    });
  },
  ['in'],
);

/** A record that a verb makes is what it prints. */
function making(
  usage: string,
  register: string,
  work: (project: Project, id: number, text: string) => number,
): Verb {
  return ({ word }) => ({
    usage: `${word} ${usage}`,
    changes: true,
    options: [],
    words: [2, many],
    run: async (call) =>
      withProject(call, (project) => {
        const { id } = findRecord(project, ['session'], call.words[0] ?? '');
        printWritten(call, project, registerOf(register), [work(project, id, textOf(call))], 'added');
        return 0;
      }),
  });
}

const decide = making(
  'decide CODE TEXT',
  'decision',
  (project, id, text) =>
    running.addDecision(project, id, text, running.currentOf(running.itemsOf(project, id))?.id ?? null)
      .result,
);
const promise = making(
  'promise CODE "WHO WHAT WHEN"',
  'action',
  (project, id, text) => running.addPromise(project, id, text).result,
);

/** The proposals that are accepted: all, none, or those whose codes are named. @throws UserError wrong-option for others */
function accepted(proposals: readonly Evidence[], words: readonly string[] | undefined): readonly Evidence[] {
  if (words === undefined || words.includes('none')) return [];
  if (words.includes('all')) return proposals;
  const named = words.map((word) => proposals.find(({ code }) => code === word.toUpperCase()));
  const wrong = words.find((_, index) => named[index] === undefined);
  if (wrong !== undefined)
    throw wrongUsage('wrong-option', {
      option: 'evidence',
      text: wrong,
      forms: ['all', 'none', ...proposals.map(({ code }) => code)],
    });
  return proposals.filter((one) => named.includes(one));
}

const close = verb(
  'close CODE [--evidence all|none|CODES]',
  [1, 1],
  1,
  (project, [id = 0], call) =>
    closeSession(
      project,
      id,
      accepted(evidenceFor(project, id, call.language), listOption(call, 'evidence')),
    ),
  ['evidence'],
);

export const meetingVerbs = {
  hold,
  start,
  next,
  note,
  decide,
  promise,
  postpone,
  mark,
  close,
  reopen,
  ...sessionViews,
  sent,
  minutes,
} satisfies Readonly<Record<string, Verb>>;
