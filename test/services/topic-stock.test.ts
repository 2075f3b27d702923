import { describe, expect, test } from 'vitest';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { registerOf } from '../../source/registers/index.ts';
import { planSession, topicsFor, voteTopics } from '../../source/services/meetings/topic-stock.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { holdSession } from '../../source/services/writing/verbs.ts';
import { openAsOf } from '../../source/store/as-of/as-of.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { makeProject, nextDay } from '../support/project.ts';
import { addSeries, at } from '../support/series.ts';
import type { TestProject } from '../support/project.ts';

function stock(project: TestProject) {
  addSeries(project);
  const group = Number(getRecord(project, at(project, '03-02'))['group']);
  const add = (title: string, votes: number): number =>
    addRecord(project, 'topic', { title, group, votes }).result;
  return {
    group,
    teams: add('Teams-vinkit', 3),
    chat: add('Chatin kiireaika', 5),
    hidden: add('Oma · aihe', 1),
  };
}

describe('The stock of topics', () => {
  test('Counts wishes and keeps whose they were', () => {
    const project = makeProject();
    const { teams } = stock(project);
    const anna = addRecord(project, 'person', { name: 'Anna Aalto' }).result;
    voteTopics(project, [teams]);
    voteTopics(project, [teams], anna);
    voteTopics(project, [teams], anna, 2);
    voteTopics(project, [teams], 'kotihoito');
    expect(getRecord(project, teams)).toMatchObject({ votes: 8, askedBy: [anna, 'kotihoito'] });
    undo(project);
    expect(getRecord(project, teams)).toMatchObject({ votes: 7, askedBy: [anna] });
  });

  test('Offers what the group has in stock, the most wished for first; a session takes from it', () => {
    const project = makeProject();
    const { teams, chat } = stock(project);
    const [first, second] = [at(project, '03-02'), at(project, '03-09')];
    expect(topicsFor(project, first).map(({ title }) => title)).toEqual([
      'Chatin kiireaika',
      'Teams-vinkit',
      'Oma · aihe',
    ]);
    planSession(project, first, [chat, teams], { guest: 'IT-tuki' });
    expect(getRecord(project, first)).toMatchObject({
      topic: 'Chatin kiireaika · Teams-vinkit',
      guest: 'IT-tuki',
    });
    expect(getRecord(project, chat)).toMatchObject({ status: 'planned', covered: null, session: first });
    expect(topicsFor(project, second)).toHaveLength(1);
    nextDay(project, 2);
    holdSession(project, first, {});
    expect(getRecord(project, chat)).toMatchObject({ status: 'covered', covered: '2022-03-02' });
    undo(project);
    changeRecord(project, first, { state: 'cancelled' });
    expect(getRecord(project, chat)).toMatchObject({ status: 'open', covered: null });
    planSession(project, second, [chat]);
    expect(getRecord(project, chat)).toMatchObject({ status: 'planned', session: second });
  });

  test('A topic written in a form or a table is taken from the stock too, and goes back when it is written over', () => {
    const project = makeProject();
    const { teams, hidden } = stock(project);
    const first = at(project, '03-02');
    changeRecord(project, first, { topic: 'teams-vinkit' });
    expect(getRecord(project, teams)).toMatchObject({ status: 'planned', session: first });
    changeRecord(project, first, { topic: 'Oma · aihe' });
    expect(getRecord(project, teams)).toMatchObject({ status: 'open', session: null });
    expect(getRecord(project, hidden)).toMatchObject({ status: 'planned' });
    undo(project);
    expect(getRecord(project, teams)).toMatchObject({ status: 'planned', session: first });
    removeRecords(project, [first], true);
    expect(getRecord(project, teams)).toMatchObject({ status: 'open' });
  });

  test('Is listed with what is in stock first, the most wished for at the top', () => {
    const project = makeProject();
    const { chat, teams } = stock(project);
    planSession(project, at(project, '03-09'), [chat]);
    holdSession(project, at(project, '03-09'), {});
    planSession(project, at(project, '03-16'), [teams]);
    const listed = listOf(project, registerOf('topic'), {}, 'fi');
    expect(listed.map((topic) => topic['status'])).toEqual(['open', 'planned', 'covered']);
  });

  test('Is as it was on an earlier day', () => {
    const project = makeProject();
    const { chat } = stock(project);
    planSession(project, at(project, '03-02'), [chat]);
    nextDay(project, 2);
    holdSession(project, at(project, '03-02'), {});
    const before = openAsOf(project.store.path, '2022-03-02');
    const row = before.sql('SELECT status, covered FROM topic WHERE id = ?').get(chat);
    expect(row).toEqual({ status: 'planned', covered: null });
    closeStore(before);
  });
});
