import { expect, test } from 'vitest';
import { registerOf } from '../../source/registers/index.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { makeProject } from '../support/project.ts';

test.each([
  ['due:2022-03', ['maalis']],
  ['due!=2022-03', ['helmi', 'huhti', 'joulu']],
  ['due<=2022-03', ['helmi', 'maalis']],
  ['due<2022-03', ['helmi']],
  ['due>2022-03', ['huhti', 'joulu']],
  ['due>=2022-03', ['maalis', 'huhti', 'joulu']],
  ['due:2022', ['helmi', 'maalis', 'huhti']],
  ['due>2022', ['joulu']],
  ['due:15.3.2022', ['maalis']],
  ['tag:Kevät', ['maalis', 'huhti']],
  ['-tunniste:kevät', ['helmi', 'joulu']],
])('%s', (where, titles) => {
  const project = makeProject();
  addRecord(project, 'action', { title: 'helmi', due: '2022-02-28' });
  addRecord(project, 'action', { title: 'maalis', due: '2022-03-15', tags: ['kevät'] });
  addRecord(project, 'action', { title: 'huhti', due: '2022-04-01', tags: ['kevät'] });
  addRecord(project, 'action', { title: 'joulu', due: '2023-12-24' });
  const found = listOf(project, registerOf('action'), { where, sort: 'code' }, 'fi');
  expect(found.map(({ heading }) => heading)).toEqual(titles);
});

test('a part of a name finds all whose name holds it, a code only its own; a number is no word of a name', () => {
  const project = makeProject();
  const units = ['Kuhmo', 'Vuokatti-Kuhmo'].map(
    (title) => addRecord(project, 'unit', { name: title }).result,
  );
  units.forEach((unit, index) => addRecord(project, 'person', { name: `Henkilö ${index + 1}`, unit }));
  const owner = addRecord(project, 'person', { name: 'Kaisa Koivu' }).result;
  addRecord(project, 'action', { title: 'tehtävä', owner });
  const found = (register: string, where: string): string[] =>
    listOf(project, registerOf(register), { where, sort: 'code' }, 'fi').map(({ heading }) => heading);
  expect(found('person', 'unit:Kuhmo')).toEqual(['Henkilö 1', 'Henkilö 2']);
  expect(found('person', 'unit:uhmo')).toEqual(['Henkilö 1', 'Henkilö 2']);
  expect(found('person', 'unit:Y-1')).toEqual(['Henkilö 1']);
  expect(found('action', 'owner:koivu')).toEqual(['tehtävä']);
  expect(found('action', `owner:${owner}`)).toEqual([]);
});
