import { describe, expect, test } from 'vitest';
import { registerOf } from '../../source/registers/index.ts';
import { listOf, searchFor } from '../../source/services/reading/listing.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { searchFaults } from '../../source/store/safety/examine.ts';
import { makeProject, type TestProject } from '../support/project.ts';

function inEnglish(): TestProject {
  const project = makeProject();
  changeRecord(project, 1, { language: 'en' });
  addRecord(project, 'action', {
    title: 'Prepare the agendas of the meetings',
    notes: 'Invited speakers apologised.',
  });
  addRecord(project, 'action', { title: 'Tilaa kahvit kokoukseen' });
  return project;
}

const found = (project: TestProject, text: string): string[] =>
  searchFor(project, text, 20).map(({ heading }) => heading);

describe('In a project in English', () => {
  const project = inEnglish();

  test.each(['meeting', 'meets agenda', 'preparing', 'prepared meetings', 'invites speaker', 'apologises'])(
    'words meet their inflected forms: %s',
    (text) => {
      expect(found(project, text)).toEqual(['Prepare the agendas of the meetings']);
      const filtered = listOf(project, registerOf('action'), { where: `${text} agenda` }, 'en');
      expect(filtered).toHaveLength(1);
    },
  );

  test('Finnish words are found as in Finnish', () => {
    expect(found(project, 'kokouksessa')).toEqual(['Tilaa kahvit kokoukseen']);
  });
});

describe('When the language of a project changes', () => {
  test('what is there is found by its stems, in the same step; undone, as before', () => {
    const project = makeProject();
    addRecord(project, 'action', { title: 'Preparing budgets' });
    // An s in the middle of a word is no ending in Finnish.
    expect(found(project, 'prepares budgeting')).toEqual([]);
    const { step } = changeRecord(project, 1, { language: 'en' });
    expect(step).not.toBeNull();
    expect(found(project, 'prepares budgeting')).toEqual(['Preparing budgets']);
    expect(searchFaults(project.store)).toEqual([]);
    undo(project);
    expect(found(project, 'prepares budgeting')).toEqual([]);
    expect(searchFaults(project.store)).toEqual([]);
  });
});
