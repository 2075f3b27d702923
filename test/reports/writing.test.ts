import { describe, expect, test } from 'vitest';
import { keepReport, readKept } from '../../source/services/reporting/keeping.ts';
import { makeReport } from '../../source/services/reporting/report.ts';
import { mentionRecords, placeOf, writeInDraft } from '../../source/services/reporting/report-writing.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { nextDay } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { hold, smallProject, status } from './small-project.ts';
import type { Project } from '../../source/services/project/project.ts';

const add = (project: Project, register: string, values: Record<string, unknown>) =>
  addRecord(project, register, values).result;

/** The part of page one under a heading. */
const under = (text: string, heading: string): string =>
  text.split(`\n## ${heading}`)[1]?.split('\n## ')[0] ?? '';

describe('What the planner writes', () => {
  test('Stands on page one: headline and summary first, own lines before what is counted', () => {
    const project = smallProject();
    writeInDraft(project, {
      headline: 'Malli on käytössä puolessa yksiköistä',
      summary: 'Haku päättyi.\nSemppareita on enemmän.\n\nRahoittaja hyväksyi muutoksen.',
      next: '- Verkkokurssin pilotti\nVerkostotapaaminen',
      asked: 'Hyväksytään jatkoaika',
    });
    const { text } = status(project);
    expect(text).toMatch(
      /\*\*Malli on käytössä puolessa yksiköistä\*\*\n\nHaku päättyi\. Semppareita on enemmän\.\n\nRahoittaja hyväksyi muutoksen\./u,
    );
    expect(under(text, 'Seuraavaksi')).toMatch(/- Verkkokurssin pilotti\n- Verkostotapaaminen\n/u);
    expect(under(text, 'Pyydetään päätöstä')).toContain('- Hyväksytään jatkoaika');
    expect(makeReport(project, { kind: 'status', language: 'en', format: 'html' }).text).toContain(
      '<strong>Malli on käytössä puolessa yksiköistä</strong>',
    );
    undo(project);
    expect(status(project).text).not.toContain('käytössä puolessa');
  });

  test('Is one draft however often it is written in, called by the meeting that it is for', () => {
    const project = smallProject();
    const first = writeInDraft(project, { headline: 'A' }).result;
    expect(writeInDraft(project, { summary: 'B' }).result).toBe(first);
    expect(getRecord(project, first)).toMatchObject({ headline: 'A', summary: 'B', state: 'draft' });
    expect(String(getRecord(project, first)['title'])).toMatch(/^Tilannekatsaus \d/u);
  });

  test('Overrides the overall state only with a reason, and the rules are told beside it', () => {
    const project = smallProject();
    expect(refusal(() => writeInDraft(project, { overall: 'green' }))).toMatchObject({
      code: 'needed-field',
    });
    const proposed = /Kokonaistilanne: (\p{Lu}+)\./u.exec(status(project).text)?.[1] ?? '';
    expect(['KELTAINEN', 'PUNAINEN']).toContain(proposed);
    writeInDraft(project, { overall: 'green', overallReason: 'Viive on jo kurottu kiinni' });
    expect(status(project).text).toContain(
      `Kokonaistilanne: VIHREÄ.** Viive on jo kurottu kiinni. (Sääntöjen mukaan ${proposed.toLowerCase()}.)`,
    );
  });

  test('Belongs to the coming report: not to days that a meeting has been told of, nor to the next one', async () => {
    const project = smallProject();
    writeInDraft(project, { headline: 'Tämä on uusi' });
    expect(status(project).text).toContain('Tämä on uusi');
    expect(status(project, { until: '2022-03-20' }).text).toContain('Tämä on uusi');
    expect(status(project, { until: '2022-03-14' }).text).not.toContain('Tämä on uusi');
    const { result } = await keepReport(project, { kind: 'status', language: 'fi' });
    expect(readKept(project, result, 'md').toString()).toContain('Tämä on uusi');
    nextDay(project);
    expect(status(project).text).not.toContain('Tämä on uusi');
  });

  test('Made again as of its step it is the same, also when it was written after the last day told of', async () => {
    const project = smallProject();
    nextDay(project, 5);
    writeInDraft(project, { headline: 'Kirjoitettu jälkikäteen', summary: 'Teksti' });
    const until = '2022-04-04';
    const { result } = await keepReport(project, { kind: 'status', language: 'fi', until });
    const kept = readKept(project, result, 'md').toString();
    expect(kept).toContain('Kirjoitettu jälkikäteen');
    writeInDraft(project, { headline: 'Seuraava' });
    add(project, 'risk', { title: 'Uusi', probability: 5, impact: 5 });
    expect(status(project, { until, atSeq: Number(getRecord(project, result)['seq']) }).text).toBe(kept);
  });

  test('Names the parts of the detail that are wanted', () => {
    const project = smallProject();
    expect(status(project).text).toContain('## Viestintä');
    writeInDraft(project, { parts: ['risks', 'actions'] });
    const { text } = status(project);
    expect(text).toContain('## Riskit');
    expect(text).not.toContain('## Viestintä');
  });
});

describe('A record put on the report', () => {
  test('Is told where it belongs, with its own line and its code; undo takes it off', () => {
    const project = smallProject();
    const action = add(project, 'action', { title: 'Kirjaa opas', state: 'done', doneOn: '2022-04-01' });
    const decision = add(project, 'decision', { title: 'Jatketaanko?', day: '2022-05-01' });
    const code = (id: number) => String(getRecord(project, id).code);
    mentionRecords(project, [action], { text: 'Opas on koko talon käytössä' });
    mentionRecords(project, [decision], { place: 'asked' });
    const { text } = status(project);
    expect(under(text, 'Tehty')).toContain(`- Opas on koko talon käytössä (${code(action)})`);
    expect(under(text, 'Pyydetään päätöstä')).toContain(`- Jatketaanko? (${code(decision)})`);
    undo(project);
    expect(status(project).text).not.toContain(`Jatketaanko? (${code(decision)})`);
  });

  test('Goes under done when it has happened or is closed, else under next', () => {
    const project = smallProject();
    const group = add(project, 'group', { title: 'Verkosto', kind: 'network' });
    const held = hold(project, group, [], {});
    expect(placeOf(project, held)).toBe('done');
    expect(placeOf(project, add(project, 'diary', { text: 'Sovittu' }))).toBe('done');
    const ahead = add(project, 'session', { group, startsAt: '2022-06-01T09:00' });
    expect(placeOf(project, ahead)).toBe('next');
    const risk = add(project, 'risk', { title: 'Riski' });
    expect(placeOf(project, risk)).toBe('next');
    changeRecord(project, risk, { state: 'closed', closingReason: 'ohi' });
    expect(placeOf(project, risk)).toBe('done');
  });

  test('Is no report and not the project', () => {
    const project = smallProject();
    const draft = writeInDraft(project, { headline: 'A' }).result;
    expect(refusal(() => mentionRecords(project, [draft]))).toMatchObject({ code: 'not-on-report' });
  });
});
