import { describe, expect, test } from 'vitest';
import { registers } from '../../source/registers/index.ts';
import { linkFieldOf, linkRecords, linkedWith, unlinkRecords } from '../../source/services/writing/links.ts';
import { openProjectAsOf } from '../../source/services/project/project-file.ts';
import { recordView } from '../../source/services/reading/record-view.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { labelWords, lastSteps } from '../../source/services/writing/step-words.ts';
import { redo, undo } from '../../source/services/writing/undo.ts';
import { fillProject, makeProject, nextDay } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';

const pageOf = (project: ReturnType<typeof makeProject>, id: number): string =>
  JSON.stringify(recordView(project, id, 'fi', false));

describe('Links', () => {
  test('Every register with a code can keep them', () => {
    const without = registers.filter((one) => one.code !== undefined && linkFieldOf(one) === null);
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test('Are shown on both pages, counted once, undone and redone', () => {
    const project = makeProject();
    const { risk, session, club } = fillProject(project);
    expect(linkRecords(project, [risk], [session, club]).codes).toEqual(['R-1']);
    expect(linkRecords(project, [session], [risk]).step).toBeNull();
    expect(new Set(linkedWith(project, risk))).toEqual(new Set([session, club]));
    expect(linkedWith(project, session)).toEqual([risk]);
    expect(pageOf(project, risk)).toContain('TK-1');
    expect(pageOf(project, session)).toContain('R-1');
    undo(project);
    expect(linkedWith(project, session)).toEqual([]);
    redo(project);
    expect(linkedWith(project, session)).toEqual([risk]);
    expect(lastSteps(project, 3, 'fi')[2]?.label).toBe('Liitetty toiseen: riski R-1');
    expect(labelWords({ verb: 'unlink', register: 'risk', codes: ['R-1'] }, 'user', 'en')).toBe(
      'Link removed: risk R-1',
    );
  });

  test('Are taken away from whichever side keeps them', () => {
    const project = makeProject();
    const { risk, session } = fillProject(project);
    linkRecords(project, [risk], [session]);
    expect(unlinkRecords(project, [session], [risk]).codes).toEqual(['R-1']);
    expect(linkedWith(project, risk)).toEqual([]);
    expect(unlinkRecords(project, [session], [risk]).step).toBeNull();
  });

  test('Of the diary are what an entry is about', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const entry = addRecord(project, 'diary', { text: 'Sovittiin sijaisesta' }).result;
    linkRecords(project, [entry], [risk]);
    expect(linkedWith(project, risk)).toEqual([entry]);
    expect(pageOf(project, risk)).toContain('Sovittiin sijaisesta');
  });

  test('Are as they were on an earlier day', () => {
    const project = makeProject();
    const { risk, session } = fillProject(project);
    const before = project.clock.today;
    nextDay(project, 2);
    linkRecords(project, [risk], [session]);
    const then = openProjectAsOf(project, before);
    expect(linkedWith(then, session)).toEqual([]);
    expect(linkedWith(openProjectAsOf(project, project.clock.today), session)).toEqual([risk]);
  });

  test('To oneself are refused', () => {
    const project = makeProject();
    const { risk, first } = fillProject(project);
    expect(refusal(() => linkRecords(project, [risk], [risk])).code).toBe('link-to-itself');
    expect(linkRecords(project, [first], [risk]).codes).toEqual(['R-1']);
  });
});

describe('Attachments', () => {
  test('Are addresses and paths, kept whole; what runs code is refused', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const field = registers.find(({ name }) => name === 'risk')?.fields['attachments'];
    const read = field?.read(
      'https://esimerkki.fi/a,b;c?d=1; C:\\Hanke\\pöytäkirja 3, liite.docx\n/tmp/x',
      {} as never,
    );
    expect(read).toEqual(['https://esimerkki.fi/a,b;c?d=1', 'C:\\Hanke\\pöytäkirja 3, liite.docx', '/tmp/x']);
    expect(field?.read(field.write(read, {} as never), {} as never)).toEqual(read);
    changeRecord(project, risk, { attachments: read });
    expect(refusal(() => field?.read('javascript:alert(1)', {} as never)).code).toBe('wrong-link');
  });
});
