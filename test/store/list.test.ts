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
