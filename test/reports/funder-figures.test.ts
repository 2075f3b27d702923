import { describe, expect, test } from 'vitest';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { makeReport } from '../../source/services/reporting/report.ts';
import { findRecord } from '../../source/services/reading/lookup.ts';
import { smallProject, status } from './small-project.ts';
import type { Project } from '../../source/services/project/project.ts';

const add = (project: Project, register: string, values: Record<string, unknown>) =>
  addRecord(project, register, values).result;

describe('Money by payment period', () => {
  test('Is told with its share of the budget beside that of the time; nothing where there is none', () => {
    const project = smallProject();
    expect(status(project).text).toMatch(
      /\| Talous +\| ei vielä arvioitavissa \| Maksatuskausia ei ole kirjattu\. +\|/u,
    );
    expect(status(project).text).not.toMatch(/^#+ Talous/mu);
    const own = findRecord(project, ['project'], 'HANKE-1').id;
    changeRecord(project, own, { start: '2022-01-01', end: '2022-12-31' });
    add(project, 'payment', {
      title: '1. kausi',
      starts: '2022-01-01',
      ends: '2022-03-31',
      budget: 40_000,
      spent: 36_000.4,
      applied: 36_000,
      due: '2022-04-02',
    });
    add(project, 'payment', { title: '2. kausi', starts: '2022-04-01', ends: '2022-06-30', budget: 60_000 });
    const { text } = status(project);
    expect(text).toMatch(
      /\| MH-1 1\. kausi \(1\.1\.–31\.3\.2022\) +\| +40\u{A0}000\u{A0}€ \| +36\u{A0}000\u{A0}€ \| +90 % \| +36\u{A0}000\u{A0}€ \| +\|/u,
    );
    expect(text).toMatch(
      /\| \*\*Koko hanke\*\* +\| +100\u{A0}000\u{A0}€ \| +36\u{A0}000\u{A0}€ \| +36 % \|/u,
    );
    expect(text).toContain('Budjetista on käytetty 36 %; ajasta on kulunut 26 %.');
    expect(text).toMatch(/\| Talous +\| \*\*keltainen\*\* +\| .*maksatushakemus myöhässä: MH-1\. +\|/u);
    expect(makeReport(project, { kind: 'status', language: 'en', format: 'md' }).text).toContain(
      '36% of the budget has been spent; 26% of the time has passed.',
    );
  });
});

describe('Indicators', () => {
  test('Stand against target and last time, with how many they tell of; few answers are flagged', () => {
    const project = smallProject();
    const indicator = add(project, 'indicator', {
      title: 'Oma osaaminen',
      unit: 'keskiarvo 1–5',
      baseline: 3.5,
      target: 4,
    });
    const observe = (day: string, value: number, n: number) =>
      add(project, 'observation', { indicator, day, value, n });
    observe('2022-03-10', 3.76, 529);
    observe('2022-04-01', 4.06, 48);
    const { text } = status(project);
    expect(text).toMatch(
      /\| MI-1 Oma osaaminen, keskiarvo 1–5 \| +3,5 \| +4 \| 4,06 \(n = 48\) \| +1\.4\. \| 3,76 \(n = 529\) \|/u,
    );
    expect(text).toContain('Vain suuntaa antava, alle 50 vastaajaa: MI-1.');
    expect(status(project, { until: '2022-03-20' }).text).not.toContain('## Mittarit');
  });
});

test('What each result needs to live on is told, those that were dropped apart', () => {
  const project = smallProject();
  const result = add(project, 'deliverable', {
    title: 'Verkkokurssi',
    state: 'inUse',
    keeper: 'HR',
    needs: 'Ylläpitoon 2 pv/kk',
  });
  add(project, 'deliverable', { title: 'Opas', state: 'dropped' });
  expect(status(project).text).toMatch(/\| TU-1 Verkkokurssi \| käytössä \| HR +\| Ylläpitoon 2 pv\/kk +\|/u);
  expect(status(project).text).not.toContain('TU-2');
  changeRecord(project, result, { keeper: null });
  expect(status(project).text).toContain('sopimatta');
});
