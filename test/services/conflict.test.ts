import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRecord, changeRecord, getRecord } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/open.ts';
import { fillProject, makeProject, openTestProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { everything } from '../support/snapshot.ts';
import { runs } from '../support/runs.ts';

const word = fc.constantFrom('a', 'b', 'c', null);
const anyPatch = fc.record(
  {
    title: fc.constantFrom('a', 'b', 'Avainhenkilö lähtee'),
    cause: word,
    state: fc.constantFrom('open', 'handled'),
    owner: fc.constantFrom('suunnittelija', 'esihenkilö', null),
    tags: fc.subarray(['x', 'y']),
    // Kept by entries of a log.
    probability: fc.constantFrom(1, 5),
    impact: fc.constantFrom(4, 5),
  },
  { requiredKeys: [] },
);

test('Two who change a record from the same version keep both changes, or the second is told of the clash', () => {
  fc.assert(
    fc.property(anyPatch, anyPatch, fc.boolean(), (first, second, isNear) => {
      const one = makeProject();
      const { risk } = fillProject(one);
      const other = isNear ? one : openTestProject(one.store.path, one.clock);
      const before = getRecord(one, risk);
      const { version } = before;
      changeRecord(one, risk, first, version);
      const between = getRecord(other, risk);
      const differs = (mine: unknown, theirs: unknown): boolean =>
        JSON.stringify(mine) !== JSON.stringify(theirs);
      const clashes = Object.entries(second)
        .filter(([name]) => Object.hasOwn(first, name) && differs(before[name], between[name]))
        .filter(([name, value]) => differs(value, between[name]))
        .map(([name]) => name);
      if (clashes.length > 0) {
        const all = everything(one.store);
        expect(refusal(() => changeRecord(other, risk, second, version))).toMatchObject({
          code: 'conflict',
          parameters: { code: 'R-1', fields: clashes },
        });
        expect(everything(one.store)).toEqual(all);
      } else {
        changeRecord(other, risk, second, version);
        expect(getRecord(one, risk)).toMatchObject({ ...first, ...second });
      }
      if (!isNear) closeStore(other.store);
      closeStore(one.store);
    }),
    runs(60, 20220309),
  );
});

test('A version from before the record was there gives no leave to write over it', () => {
  const project = makeProject();
  const { risk } = fillProject(project);
  expect(refusal(() => changeRecord(project, risk, { title: 'Toinen' }, 1)).code).toBe('conflict');
});

test('A judgement and a stage that came between are told too, those that were seen are not', () => {
  const one = makeProject();
  const { risk, anna } = fillProject(one);
  const seen = getRecord(one, risk).version;
  const other = openTestProject(one.store.path, one.clock);
  addRecord(other, 'assessment', { risk, probability: 5, impact: 5, reason: 'toinen' });
  expect(refusal(() => changeRecord(one, risk, { probability: 1, title: 'Uusi' }, seen))).toMatchObject({
    code: 'conflict',
    parameters: { fields: ['probability'], labels: [{ fi: 'Todennäköisyys' }] },
  });
  expect(getRecord(one, risk)).toMatchObject({ probability: 5, title: 'Avainhenkilö lähtee' });
  const now = getRecord(one, risk).version;
  expect(now).toBeGreaterThan(seen);
  changeRecord(one, risk, { probability: 1 }, now);
  expect(getRecord(one, risk)).toMatchObject({ probability: 1, impact: 5 });
  const round = addRecord(one, 'round', { title: 'Kevät' }).result;
  const candidate = addRecord(one, 'candidate', { round, person: anna }).result;
  const fresh = getRecord(one, candidate).version;
  changeRecord(other, candidate, { stage: 'selected' });
  const withdraw = () => changeRecord(one, candidate, { stage: 'withdrawn', reason: 'Kiire' }, fresh);
  expect(refusal(withdraw)).toMatchObject({ code: 'conflict', parameters: { fields: ['stage'] } });
  changeRecord(one, candidate, { stage: 'selected' }, fresh);
  closeStore(other.store);
  closeStore(one.store);
});
