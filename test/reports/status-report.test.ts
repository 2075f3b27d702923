import { describe, expect, test } from 'vitest';
import { openProjectAsOf } from '../../source/services/project/project-file.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { makeReport } from '../../source/services/reporting/report.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { nextDay } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { hold, smallProject, status } from './small-project.ts';

describe('The span', () => {
  test('Is since the last steering group meeting, since a day, or since the start', () => {
    const project = smallProject();
    expect(status(project)).toMatchObject({ from: '2022-03-15', to: '2022-04-04' });
    expect(status(project, { since: '2022-03-22' })).toMatchObject({ from: '2022-03-22', to: '2022-04-04' });
    expect(status(project, { since: null })).toMatchObject({ from: '2022-03-01', to: '2022-04-04' });
    // On the day of a meeting it is told since the one before; there is none here.
    expect(status(project, { until: '2022-03-15' })).toMatchObject({ from: '2022-03-01', to: '2022-03-15' });
  });

  test('A day that was given belongs to it', () => {
    const project = smallProject();
    expect(status(project, { since: '2022-03-22' }).text).toContain('Lähetetty 1 viesti');
    expect(status(project, { since: '2022-03-23' }).text).not.toContain('Lähetetty 1 viesti');
  });

  test('Can not begin after its end, nor end after today', () => {
    const project = smallProject();
    expect(refusal(() => status(project, { since: '2022-04-05' }))).toMatchObject({ code: 'report-span' });
    expect(refusal(() => status(project, { until: '2022-04-05' }))).toMatchObject({ code: 'as-of-future' });
  });
});

describe('Made again', () => {
  test('The same day gives the same bytes', () => {
    const project = smallProject();
    expect(status(project).text).toBe(status(project).text);
    expect(status(smallProject()).text).toBe(status(smallProject()).text);
  });

  test('So does an earlier day after later changes, and today by the step', () => {
    const project = smallProject();
    const first = status(project);
    const early = status(project, { until: '2022-03-20' });
    const risk = addRecord(project, 'risk', { title: 'Uusi riski', probability: 5, impact: 5 }).result;
    const sameDay = status(project, { atSeq: first.seq });
    expect(sameDay).toEqual(first);
    expect(status(project).text).not.toBe(first.text);
    nextDay(project, 30);
    changeRecord(project, risk, { title: 'Toinen nimi' });
    removeRecords(project, [risk], true);
    expect(status(project, { until: first.to, atSeq: first.seq })).toEqual(first);
    expect(status(project, { until: '2022-03-20' })).toEqual(early);
  });

  test('An as-of view of the day gives what the day gave', () => {
    const project = smallProject();
    const early = status(project, { until: '2022-03-20' });
    const view = openProjectAsOf(project, '2022-03-20');
    expect(makeReport(view, { kind: 'status', language: 'fi', format: 'md' })).toEqual(early);
    closeStore(view.store);
  });

  test('What was undone is not told', () => {
    const project = smallProject();
    const body = (text: string): string => text.slice(0, text.lastIndexOf('\n---\n'));
    const before = body(status(project).text);
    addRecord(project, 'risk', { title: 'Vahinko', probability: 5, impact: 5 });
    undo(project);
    expect(body(status(project).text)).toBe(before);
  });
});

test('What users write can not break the page', () => {
  const project = smallProject();
  const nasty = 'A | B <b>c</b> # *d* `e` [f](javascript:g) \u202Eh &amp; \u0007';
  const text = `${nasty}\n\n# Väärä otsikko\n| x | y |\n---`;
  const add = (register: string, values: Record<string, unknown>) =>
    addRecord(project, register, values).result;
  add('risk', { title: nasty, owner: nasty, probability: 5, impact: 5 });
  const activity = add('activity', { title: nasty, due: '2022-03-02' });
  changeRecord(project, activity, { state: 'underWay', account: text });
  const group = add('group', { title: nasty, kind: 'club' });
  hold(project, group, [], { topic: nasty });
  add('plan', { audience: nasty });
  add('unit', { name: nasty, area: nasty });
  add('action', { title: nasty, due: '2022-03-05', owner: nasty });
  const plain = smallProject();
  addRecord(plain, 'risk', { title: 'A', owner: 'A', probability: 5, impact: 5 });
  const made = status(project).text;
  expect(made).toContain(
    String.raw`A \| B &lt;b&gt;c&lt;/b&gt; # \*d\* \`e\` \[f\](javascript:g) h &amp;amp;`,
  );
  expect(made).not.toMatch(/<b>|\u202E|\u0007|Väärä otsikko\n#/u);
  expect(made.match(/^# /gmu)).toHaveLength(1);
  expect(made.match(/^---$/gmu)).toHaveLength(2);
  // Every row of a table has as many cells as its heading.
  for (const table of made.split('\n\n').filter((block) => block.startsWith('|'))) {
    const cells = table.split('\n').map((line) => line.replaceAll(String.raw`\|`, '').split('|').length);
    expect(new Set(cells).size).toBe(1);
  }
});

test('Risks say what is aimed at, which warnings stand and what the steering group was told', () => {
  const project = smallProject();
  addRecord(project, 'risk', {
    title: 'Avainhenkilö lähtee',
    probability: 5,
    impact: 5,
    targetProbability: 2,
    targetImpact: 3,
    escalated: '2022-03-30',
  });
  const { text } = status(project);
  expect(text).toMatch(/\| R-2 Avainhenkilö lähtee +\| +25 \| +6 \(kohtalainen\) \|/u);
  expect(text).toContain('### Viety ohjausryhmään\n\n- R-2 Avainhenkilö lähtee, 30.3.2022\n');
  // It became very high after the steering group was told.
  expect(text).toContain('Ei omistajaa: R-2. Ei hallintatoimia: R-2, R-1. Viemättä ohjausryhmään: R-2.');
});
