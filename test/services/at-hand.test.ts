import { shownIn } from '../../source/services/reading/shown.ts';
import { describe, expect, test } from 'vitest';
import { atHand } from '../../source/services/reading/at-hand.ts';
import { fieldContext, findRecord } from '../../source/services/reading/lookup.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { registerOf } from '../../source/registers/index.ts';
import { fillProject, makeProject, nextDay } from '../support/project.ts';

const add = (project: ReturnType<typeof makeProject>, register: string, values: Record<string, unknown>) =>
  addRecord(project, register, values).result;

describe('What is at hand', () => {
  test('Of a unit: its champion and its supervisor with phone and e-mail, or who was the last', () => {
    const project = makeProject();
    const { unit, anna, olli, club } = fillProject(project);
    const told = () =>
      atHand(project, 'unit', unit, 'fi').map(({ label, value, contacts }) => [label, value, ...contacts]);
    expect(told()).toEqual([['Vertaistukija', 'ei ole']]);
    changeRecord(project, anna, { phone: '040 123 4567' });
    changeRecord(project, unit, { supervisor: olli });
    add(project, 'membership', {
      group: club,
      person: anna,
      role: 'champion',
      starts: '2022-03-01',
      ends: '2022-03-31',
    });
    const ofProject = Number(project.store.sql('SELECT id FROM project').get()?.['id']);
    changeRecord(project, ofProject, { championWord: 'digitsemppari' });
    expect(told()).toEqual([
      ['Digitsemppari', 'Anna Aalto', '040 123 4567'],
      ['Esihenkilö', 'Olli Oja', 'olli.oja@esimerkki.fi'],
    ]);
    // The role goes by the project's word where it is shown, and is taken by it; files that go out keep the common one.
    const role = registerOf('membership').fields['role'];
    if (role === undefined) throw new Error('A membership has no role');
    const context = fieldContext(project, 'fi');
    expect(shownIn(project, 'fi').short(role, 'champion')).toBe('digitsemppari');
    expect(shownIn(project, 'fi').full(role, 'chair')).toBe('puheenjohtaja');
    expect(['Digitsemppari', 'vertaistukija', 'champion'].map((text) => role.read(text, context))).toEqual([
      'champion',
      'champion',
      'champion',
    ]);
    expect(role.write('champion', context)).toBe('vertaistukija');
    expect(listOf(project, registerOf('membership'), { where: 'rooli:digitsemppari' }, 'fi')).toHaveLength(1);
    // What everybody calls a role stays that role, whatever the project's word is.
    changeRecord(project, ofProject, { championWord: 'jäsen' });
    expect(['jäsen', 'Member', 'puh'].map((text) => role.read(text, context))).toEqual([
      'member',
      'member',
      'chair',
    ]);
    changeRecord(project, ofProject, { championWord: 'puh' });
    expect(role.read('puh', context)).toBe('champion');
    changeRecord(project, ofProject, { championWord: 'digitsemppari' });
    nextDay(project, 60);
    expect(told()[0]).toEqual(['Digitsemppari', 'ei nyt; Anna Aalto 31.3.2022 asti']);
  });

  test('Of a unit that came in place of another: the champion of that one, as coverage has it', () => {
    const project = makeProject();
    const { unit, anna, club } = fillProject(project);
    add(project, 'membership', {
      group: club,
      person: anna,
      role: 'champion',
      starts: '2022-02-01',
      ends: '2022-05-31',
    });
    const successor = add(project, 'unit', { name: 'Uusi yksikkö', starts: '2022-04-01' });
    changeRecord(project, unit, { ends: '2022-03-31', successor });
    nextDay(project, 40);
    const told = () => atHand(project, 'unit', successor, 'fi').map(({ value }) => value);
    expect(getRecord(project, successor)['coverage']).toBe('ending');
    expect(told()).toEqual(['Anna Aalto']);
    nextDay(project, 60);
    expect(told()).toEqual(['ei nyt; Anna Aalto 31.5.2022 asti']);
  });

  test('Of a person: open tasks, what the person is in, and how often there', () => {
    const project = makeProject();
    const { olli, club } = fillProject(project);
    add(project, 'membership', { group: club, person: olli, role: 'chair' });
    nextDay(project, 10);
    expect(atHand(project, 'person', olli, 'en').map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Open: T-1 Sovi sijainen  Sun 20 Mar',
      'Member of: Tsemppariklubi: chair',
      'Attended: 0/1',
    ]);
  });

  test('Of a group: its next session and the link', () => {
    const project = makeProject();
    const { club } = fillProject(project);
    changeRecord(project, club, { link: 'https://teams.example/klubi' });
    expect(atHand(project, 'group', club, 'fi')).toMatchObject([
      {
        label: 'Seuraava',
        value: 'TK-1 ke 9.3. klo 9.00 · Teams',
        contacts: ['https://teams.example/klubi'],
      },
    ]);
  });

  test('Of other registers: nothing', () => {
    const project = makeProject();
    expect(atHand(project, 'risk', fillProject(project).risk, 'fi')).toEqual([]);
  });
});

test('a unit is found by a name that it had before, by its people’s filter as well', () => {
  const project = makeProject();
  const { unit, anna } = fillProject(project);
  changeRecord(project, unit, { name: 'Keskuskirjasto', formerNames: ['Pääkirjasto', 'Kirjasto'] });
  expect(findRecord(project, ['unit'], 'pääkirjasto').id).toBe(unit);
  expect(findRecord(project, ['unit'], 'Kirjasto').id).toBe(unit);
  const found = listOf(project, registerOf('person'), { where: 'yksikkö:pääkirj' }, 'fi');
  expect(found.map(({ id }) => id)).toContain(anna);
});
