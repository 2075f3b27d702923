import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeRecord, getRecord } from '../../source/services/writing/records.ts';
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
