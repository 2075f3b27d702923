import { describe, expect, test } from 'vitest';
import { recordChoices } from '../../source/screens/palette/record-choices.ts';
import { excerptOf } from '../../source/services/reading/excerpt.ts';
import { searchFor } from '../../source/services/reading/listing.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { makeProject, type TestProject } from '../support/project.ts';

/** Every hit, with its excerpt where it has one: the match in brackets. */
const excerpts = (project: TestProject, text: string): (string | null)[] =>
  searchFor(project, text, 20).map((hit) => {
    const found = excerptOf(project, hit, text);
    return found === null ? null : `${found.before}[${found.match}]${found.after}`;
  });

const minutes =
  'Avattiin kokous.\nKeskusteltiin pitkään siitä, miten esihenkilöiden ajanpuute estää osallistumisen valmennuksiin syksyllä.\nPäätettiin.';

describe('Where a record was found is told by a piece of its text', () => {
  const project = makeProject();
  const group = addRecord(project, 'group', { title: 'Ohjausryhmä' }).result;
  addRecord(project, 'session', {
    group,
    topic: 'Aloitus',
    startsAt: '2022-03-01T09:00',
    minutesText: minutes,
  });
  addRecord(project, 'diary', {
    text: 'Käytiin Kuhmossa.\nPäälliköt pyysivät lisää työpajoja.',
    day: '2022-03-01',
  });
  addRecord(project, 'action', { title: 'Hankintalupa', notes: 'Hankinta on kesken.' });

  test.each([
    // An inflected form, and one in the other grade.
    ['esihenkilö', ['…pitkään siitä, miten [esihenkilöiden] ajanpuute estää…']],
    ['valmennus', ['…estää osallistumisen [valmennuksiin] syksyllä.']],
    ['työpaja', ['Päälliköt pyysivät lisää [työpajoja].']],
    // The beginning of the last word.
    ['ajanpu', ['…siitä, miten esihenkilöiden [ajanpuute] estää osallistumisen…']],
    // As a keyboard without ä and ö writes it.
    ['paallikot', ['[Päälliköt] pyysivät lisää työpajoja.']],
    // Only what the heading lacks.
    ['ohjausryhmän ajanpuute', ['…siitä, miten esihenkilöiden [ajanpuute] estää osallistumisen…']],
    // One slip.
    ['ajanpuuta', ['…siitä, miten esihenkilöiden [ajanpuute] estää osallistumisen…']],
    // The heading has the words, inflected too; so does the text.
    ['hankintaluvan', [null]],
    ['hankintal', [null]],
    // A word before the last is no beginning, as long as the texts have it whole.
    ['kokous ohj', ['Avattiin [kokous].']],
    ['hankinta', [null]],
    // Days are looked for otherwise.
    ['1.3.2022', [null, null]],
  ] as const)('%s', (text, expected) => {
    expect(excerpts(project, text)).toEqual(expected);
  });

  test('in the choices of the console, which ask for it as they are drawn', () => {
    const [choice] = recordChoices(project, [], 'työpaja', 'fi');
    expect(choice?.excerpt?.()).toEqual({
      before: 'Päälliköt pyysivät lisää ',
      match: 'työpajoja',
      after: '.',
    });
  });
});

test('In a project in English the forms of English words are marked', () => {
  const project = makeProject();
  changeRecord(project, 1, { language: 'en' });
  addRecord(project, 'action', { title: 'Agenda', notes: 'Invited speakers apologised.' });
  expect(excerpts(project, 'apologises speaker')).toEqual(['Invited [speakers] apologised.']);
});
