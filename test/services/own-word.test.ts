import { expect, test } from 'vitest';
import { manyOf as manyInEnglish } from '../../source/language/en/noun-forms.ts';
import { afterNumber, asOne, manyOf, someOfMany } from '../../source/language/fi/noun-forms.ts';
import { registerOf } from '../../source/registers/index.ts';
import { allFields } from '../../source/services/reading/outward.ts';
import { explainFilter } from '../../source/services/reading/filter-help.ts';
import { recordView } from '../../source/services/reading/record-view.ts';
import { fieldContext } from '../../source/services/reading/lookup.ts';
import { shownIn } from '../../source/services/reading/shown.ts';
import { rosterOf } from '../../source/services/meetings/roster.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { fillProject, makeProject } from '../support/project.ts';

test.each([
  ['digitsemppari', 'digitsempparit', 'digitsemppareita', 'digitsempparina', 'digitsempparia'],
  ['digimentori', 'digimentorit', 'digimentoreita', 'digimentorina', 'digimentoria'],
  ['muutosagentti', 'muutosagentit', 'muutosagentteja', 'muutosagenttina', 'muutosagenttia'],
  ['vertaistukija', 'vertaistukijat', 'vertaistukijoita', 'vertaistukijana', 'vertaistukijaa'],
  ['vertaisohjaaja', 'vertaisohjaajat', 'vertaisohjaajia', 'vertaisohjaajana', 'vertaisohjaajaa'],
  ['kehittäjä', 'kehittäjät', 'kehittäjiä', 'kehittäjänä', 'kehittäjää'],
  ['tekijä', 'tekijät', 'tekijöitä', 'tekijänä', 'tekijää'],
  ['digikummi', 'digikummit', 'digikummeja', 'digikummina', 'digikummia'],
  ['luotsi', 'luotsit', 'luotseja', 'luotsina', 'luotsia'],
  ['tukihenkilö', 'tukihenkilöt', 'tukihenkilöitä', 'tukihenkilönä', 'tukihenkilöä'],
  ['digivastaavainen', 'digivastaavaiset', 'digivastaavaisia', 'digivastaavaisena', 'digivastaavaista'],
  // Whose stem nobody tells by the ending.
  ['lähituki', null, null, null, 'lähitukia'],
  ['vertaisopas', null, null, null, null],
])('%s is declined', (word, ...forms) => {
  expect([manyOf(word), someOfMany(word), asOne(word), afterNumber(word)]).toEqual(forms);
});

test('An English word has its plural, a Finnish one has none in English', () => {
  const words = ['digital mentor', 'coach', 'buddy', 'digitsemppari', 'kehittäjä', 'vertaisopas'];
  expect(words.map(manyInEnglish)).toEqual(['digital mentors', 'coaches', 'buddies', null, null, null]);
});

test('What the project calls its champions stands in the label of a unit, in filters and in the roster', () => {
  const project = makeProject();
  const { unit, anna, club } = fillProject(project);
  const add = (register: string, values: Record<string, unknown>): number =>
    addRecord(project, register, values).result;
  add('membership', { group: club, person: anna, role: 'champion', starts: '2022-03-01' });
  const session = add('session', { group: club, startsAt: '2022-03-30T09:00' });
  const field = allFields(registerOf('unit'))['champions'];
  if (field === undefined) throw new Error('A unit counts its champions');
  const labels = (): string[] => [
    ...recordView(project, unit, 'fi', true).facts.flatMap(({ name, label }) =>
      name === 'champions' ? [label] : [],
    ),
    shownIn(project, 'en').label(field),
    explainFilter(project, registerOf('unit'), 'champions>0', 'fi'),
  ];
  expect(labels()).toEqual(['Vertaistukijoita nyt', 'Champions now', 'Vertaistukijoita nyt yli 0']);
  const roles = (): unknown[] =>
    rosterOf(project, session).members.flatMap(({ person, ownRole }) => (person === anna ? [ownRole] : []));
  const ofProject = Number(project.store.sql('SELECT id FROM project').get()?.['id']);
  changeRecord(project, ofProject, { championWord: 'muutosagentti' });
  expect(labels()).toEqual(['Muutosagentteja nyt', 'Muutosagentti now', 'Muutosagentteja nyt yli 0']);
  expect(roles()).toContain('muutosagentti');
  const ofChampions = add('report', { title: 'Agentit', kind: 'champions' });
  const [{ kind }] = [registerOf('report').fields];
  if (kind === undefined) throw new Error('A report has a kind');
  expect([
    shownIn(project, 'fi').short(kind, 'champions'),
    shownIn(project, 'en').short(kind, 'champions'),
  ]).toEqual(['muutosagentit', 'champions (muutosagentti)']);
  expect(kind.read('Muutosagentit', fieldContext(project, 'fi'))).toBe('champions');
  expect(recordView(project, ofChampions, 'fi', true).facts).toContainEqual(
    expect.objectContaining({ name: 'kind', value: 'muutosagentit' }),
  );
});
