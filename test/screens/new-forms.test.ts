import { describe, expect, test } from 'vitest';
import { registerOf, registers } from '../../source/registers/index.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { formFields } from '../../source/screens/form/form-model.ts';
import { makeProject } from '../support/project.ts';

const project = makeProject();

const asked = (register: string, preset = {}, kept?: Record<string, string>): string[] =>
  formFields(project, registerOf(register), null, preset, 'fi', kept).map(({ name }) => name);

/** Fields that are told of a record only afterwards, by register. */
const later: Readonly<Record<string, readonly string[]>> = {
  action: ['doneOn', 'outcome'],
  activity: ['doneOn', 'reason'],
  delivery: ['reason'],
  membership: ['reason', 'successor', 'contacted'],
  payment: ['sent', 'decided'],
  report: ['handedOver', 'recipient'],
  risk: ['realisedOn', 'escalated'],
  round: ['stateSet'],
  session:
    'number recording reason startedAt endedAt closedOn reopenedFor others minutesText minutesState approvedIn minutesSent invitationSent attachmentsSent dnro'.split(
      ' ',
    ),
};

describe('The form of a new record', () => {
  test.each(registers.filter(({ name }) => name !== 'project').map(({ name }) => name))(
    'of %s does not ask for what actions set',
    (name) => {
      const all = Object.entries(registerOf(name).fields).filter(([, { internal }]) => internal !== true);
      const own = new Set(asked(name));
      expect(all.map(([field]) => field).filter((field) => !own.has(field))).toEqual(later[name] ?? []);
    },
  );

  test('leaves out nothing that it could not be kept without', () => {
    for (const { name, fields } of registers)
      for (const [field, { later: isLater, required, neededWhen }] of Object.entries(fields))
        expect([name, field, isLater === true && (required === true || neededWhen !== undefined)]).toEqual([
          name,
          field,
          false,
        ]);
  });

  test('begins with such a field all the same where it is given one, or a draft holds it', () => {
    expect(asked('action', { doneOn: '2022-03-01' })).toContain('doneOn');
    expect(asked('session', {}, { others: '4' })).toContain('others');
    expect(asked('session')).not.toContain('others');
  });

  test('The form of what is there asks for all', () => {
    const action = addRecord(project, 'action', { title: 'Tilaa kahvit' }).result;
    const names = formFields(project, registerOf('action'), getRecord(project, action), {}, 'fi').map(
      ({ name }) => name,
    );
    expect(names).toContain('outcome');
  });
});
