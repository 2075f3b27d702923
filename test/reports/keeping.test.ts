import { describe, expect, test } from 'vitest';
import { keepReport, readKept } from '../../source/services/reporting/keeping.ts';
import { makeFiles } from '../../source/services/reporting/report.ts';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { redo, undo } from '../../source/services/writing/undo.ts';
import { findRecord } from '../../source/services/reading/lookup.ts';
import { atOnce } from '../../source/domain/long-work.ts';
import { exportJson } from '../../source/services/tables/json-export.ts';
import { readProjectDocument } from '../../source/services/tables/json-document.ts';
import { makingFromDocument } from '../../source/services/tables/json-import.ts';
import { registers } from '../../source/registers/index.ts';
import { newPath, nextDay, openTestProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { smallProject } from './small-project.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { Language } from '../../source/language/index.ts';
import type { ReportFormat } from '../../source/registers/report.ts';

const formats = ['md', 'html', 'docx', 'json'] as const satisfies readonly ReportFormat[];

const bytesOf = (project: Project, id: number): string[] =>
  formats.map((format) => readKept(project, id, format).toString('base64'));

const keep = async (project: Project, language: Language = 'fi') =>
  (await keepReport(project, { kind: 'status', language, recipient: 'Ohjausryhmä' })).result;

describe('A report that was handed over', () => {
  test.each(['fi', 'en'] as const)('Keeps the bytes of every format, %s', async (language) => {
    const project = smallProject();
    const made = await makeFiles(project, { kind: 'status', language });
    const id = await keep(project, language);
    expect(getRecord(project, id)).toMatchObject({
      kind: 'status',
      state: 'kept',
      language,
      starts: made.from,
      ends: made.to,
      seq: made.seq,
      handedOver: '2022-04-04',
      recipient: 'Ohjausryhmä',
    });
    expect(bytesOf(project, id)).toEqual(
      made.files.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
    );
  });

  test('Stays what it was whatever comes later, and made again as of its step it is the same', async () => {
    const project = smallProject();
    const id = await keep(project);
    const before = bytesOf(project, id);
    addRecord(project, 'risk', { title: 'Uusi riski', probability: 5, impact: 5 });
    nextDay(project, 30);
    addRecord(project, 'action', { title: 'Uusi tehtävä' });
    expect(bytesOf(project, id)).toEqual(before);
    const { ends, seq } = getRecord(project, id);
    const again = await makeFiles(project, {
      kind: 'status',
      language: 'fi',
      until: String(ends),
      atSeq: Number(seq),
    });
    expect(again.files.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(before);
  });

  test('Is taken back by undo and comes back by redo, bytes and all', async () => {
    const project = smallProject();
    const id = await keep(project);
    const before = bytesOf(project, id);
    undo(project);
    expect(getRecord(project, id).removedStep).not.toBeNull();
    redo(project);
    expect(bytesOf(project, id)).toEqual(before);
    removeRecords(project, [id]);
    undo(project);
    expect(bytesOf(project, id)).toEqual(before);
  });

  test('Was a draft: undo makes it one again, with what was written', async () => {
    const project = smallProject();
    const draft = addRecord(project, 'report', { title: 'Huhtikuu', headline: 'Malli on käytössä' }).result;
    expect(await keep(project)).toBe(draft);
    expect(refusal(() => changeRecord(project, draft, { headline: 'Toinen' }))).toMatchObject({
      code: 'report-kept',
    });
    changeRecord(project, draft, { recipient: 'Johtoryhmä', notes: 'Sähköpostilla' });
    undo(project);
    undo(project);
    expect(getRecord(project, draft)).toMatchObject({
      state: 'draft',
      headline: 'Malli on käytössä',
      files: null,
    });
    changeRecord(project, draft, { headline: 'Toinen' });
    expect(await keep(project)).toBe(draft);
  });

  test('Of an older period leaves the draft of the coming meeting alone', async () => {
    const project = smallProject();
    const draft = addRecord(project, 'report', { title: 'Huhtikuu', headline: 'Malli on käytössä' }).result;
    const options = { kind: 'status', language: 'fi', until: '2022-03-14' } as const;
    const { result } = await keepReport(project, options);
    expect(result).not.toBe(draft);
    expect(getRecord(project, result)).toMatchObject({ state: 'kept', headline: null });
    expect(getRecord(project, draft)).toMatchObject({ state: 'draft', headline: 'Malli on käytössä' });
    expect(await keep(project)).toBe(draft);
  });

  test('By two at once has the texts in one of them', async () => {
    const project = smallProject();
    const draft = addRecord(project, 'report', { title: 'Huhtikuu', headline: 'Kaksi konsolia' }).result;
    const ids = await Promise.all([keep(project), keep(project)]);
    expect(ids).toContain(draft);
    for (const id of ids)
      expect(readKept(project, id, 'md').toString().includes('Kaksi konsolia')).toBe(id === draft);
  });

  test('Takes no lines any more, and an earlier step of its texts can not be taken back', async () => {
    const project = smallProject();
    const draft = addRecord(project, 'report', { title: 'Huhtikuu' }).result;
    const line = addRecord(project, 'reportLine', { report: draft, text: 'Koulutus alkoi' }).result;
    const { step } = changeRecord(project, draft, { headline: 'Ensin' });
    await keep(project);
    const add = () => addRecord(project, 'reportLine', { report: draft, text: 'Liian myöhään' });
    expect(refusal(add)).toMatchObject({ code: 'report-kept' });
    expect(refusal(() => changeRecord(project, line, { text: 'Muu' }))).toMatchObject({
      code: 'report-kept',
    });
    expect(refusal(() => removeRecords(project, [line]))).toMatchObject({ code: 'report-kept' });
    expect(refusal(() => undo(project, step ?? 0))).toMatchObject({ code: 'report-kept' });
  });

  test('Says so when a byte of it is no longer what it was, and so does doctor', async () => {
    const project = smallProject();
    const id = await keep(project);
    expect(examineProject(project, false).sound).toBe(true);
    project.store.database.exec(`UPDATE reportFile SET content = x'00' WHERE format = 'html'`);
    expect(refusal(() => readKept(project, id, 'html'))).toMatchObject({ code: 'damaged-report' });
    const { findings } = examineProject(project, false);
    expect(findings.filter(({ count }) => count > 0)).toEqual([
      { check: 'reports', count: 1, faults: [{ where: 'RA-1 html', what: 'reportFile' }] },
    ]);
    expect(readKept(project, id, 'md').length).toBeGreaterThan(0);
  });

  test('Goes along when the project goes out as JSON and comes into another file', async () => {
    const project = smallProject();
    const id = await keep(project);
    const { content } = exportJson(project, registers, 'fi');
    const file = newPath('remade');
    atOnce(makingFromDocument(file, readProjectDocument(Buffer.from(content), 'hanke.json'), 'fi', project));
    const other = openTestProject(file, project.clock);
    const there = findRecord(other, ['report'], String(getRecord(project, id).code)).id;
    expect(bytesOf(other, there)).toEqual(bytesOf(project, id));
    expect(examineProject(other, false).sound).toBe(true);
    expect(String(exportJson(other, registers, 'fi').content)).toBe(String(content));
  });
});
