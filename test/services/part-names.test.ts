import { expect, test } from 'vitest';
import { findRecord } from '../../source/services/reading/lookup.ts';
import { callNameOf } from '../../source/services/reading/part-names.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, removeRecords } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { makeProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { addSeries, wednesdays } from '../support/series.ts';

test('A series is found by its group where that has one, else by its number there, which stays its own', () => {
  const project = makeProject();
  const first = addSeries(project);
  const find = (text: string): number => findRecord(project, ['series'], text).id;
  expect([find('RY-1'), find('ry1'), find('tsemppariklubi'), find('Tsemp'), find('RY-1/1')]).toEqual(
    Array.from({ length: 5 }, () => first),
  );
  const { group } = getRecord(project, first);
  const second = addRecord(project, 'series', { group, rule: { ...wednesdays, weekday: 5 } }).result;
  const several = refusal(() => find('Tsemppariklubi'));
  expect(several.code).toBe('several-records');
  expect(several.parameters).toMatchObject({ codes: ['RY-1/1', 'RY-1/2'] });
  expect([find('RY-1/2'), find('Tsemppariklubi/2')]).toEqual([second, second]);
  expect(callNameOf(project, findRecord(project, ['series'], 'RY-1/2'))).toBe('RY-1/2');
  removeRecords(project, [first], true);
  expect([find('RY-1'), find('RY-1/2')]).toEqual([second, second]);
  expect(refusal(() => find('RY-1/1')).code).toBe('no-such-record');
  undo(project);
  expect(find('RY-1/1')).toBe(first);
});

test('A promise is found by its line of the plan; another register is not reached through its parent', () => {
  const project = makeProject();
  const plan = addRecord(project, 'plan', { audience: 'Henkilöstö' }).result;
  const promise = addRecord(project, 'promise', { plan, rule: { kind: 'asNeeded' } }).result;
  expect(findRecord(project, ['promise'], 'V-1').id).toBe(promise);
  expect(findRecord(project, ['plan', 'promise'], 'V-1').id).toBe(plan);
  expect(refusal(() => findRecord(project, ['agenda'], 'V-1')).code).toBe('no-such-record');
});
