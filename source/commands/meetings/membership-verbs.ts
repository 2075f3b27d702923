/** A successor takes a member's seat on a day. */
import { fieldContext, findRecord } from '../../services/reading/lookup.ts';
import { todayOf } from '../../services/project/project.ts';
import { succeed } from '../../services/meetings/succession.ts';
import { verb } from '../registers/verb.ts';
import type { Verb } from '../registers/registers.ts';

const succession = verb(
  'succeed CODE PERSON [DAY] [--reason TEXT]',
  [2, 3],
  1,
  (project, [id = 0], call) => {
    const [, person = '', text] = call.words;
    const day = text === undefined ? todayOf(project) : fieldContext(project, call.language).day(text);
    return succeed(project, id, findRecord(project, ['person'], person).id, day, {
      reason: call.options.value('reason') ?? null,
    });
  },
  ['reason'],
);

export const membershipVerbs = { succeed: succession } satisfies Readonly<Record<string, Verb>>;
