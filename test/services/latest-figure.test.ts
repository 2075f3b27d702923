import { expect, test } from 'vitest';
import { recordChoices } from '../../source/screens/palette/record-choices.ts';
import { nameWithFigure } from '../../source/services/reading/latest-figure.ts';
import { searchFor } from '../../source/services/reading/listing.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { makeProject } from '../support/project.ts';

test('An indicator is looked up with its latest figure, in the form and unit that people write', () => {
  const project = makeProject();
  const indicator = addRecord(project, 'indicator', {
    title: 'Osaamisen keskiarvo',
    unit: 'pistettä',
  }).result;
  addRecord(project, 'indicator', { title: 'Osaamisen jatko' });
  const named = (language: 'fi' | 'en'): string[] =>
    searchFor(project, 'osaamisen', 5).map((one) => nameWithFigure(project, one, language));
  expect(named('fi')).toEqual(['Osaamisen jatko', 'Osaamisen keskiarvo']);
  addRecord(project, 'observation', { indicator, day: '2022-02-01', value: 3.1 });
  addRecord(project, 'observation', { indicator, day: '2022-03-01', value: 3.76 });
  expect(named('fi')).toEqual(['Osaamisen jatko', 'Osaamisen keskiarvo: 3,76 pistettä']);
  expect(named('en')).toEqual(['Osaamisen jatko', 'Osaamisen keskiarvo: 3.76 pistettä']);
  expect(recordChoices(project, [], 'keskiarvo', 'fi').map(({ label }) => label)).toEqual([
    'MI-1    Osaamisen keskiarvo: 3,76 pistettä',
  ]);
});
