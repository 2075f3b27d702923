import { beforeAll, describe, expect, test } from 'vitest';
import { defaultKeys } from '../../source/keys/default-keys.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { registers, registerOf } from '../../source/registers/index.ts';
import { createState } from '../../source/screens/state.ts';
import { overrideOf } from '../../source/screens/overrides.ts';
import { recordHandlers } from '../../source/screens/record/record-actions.tsx';
import { startOf } from '../../source/screens/session/session.ts';
import { consoleHome } from '../journeys/console-home.ts';
import type { App } from '../../source/screens/app.tsx';
import type { Language } from '../../source/language/index.ts';
import { newestStep, type Project } from '../../source/services/project/project.ts';

let project: Project;

beforeAll(async () => {
  project = openProject((await consoleHome()).file, {});
});

/** As much of the console as asking for an action needs. */
function appIn(language: Language): App {
  return { project, session: createState(startOf(language)) } as unknown as App;
}

const listActions = Object.keys(defaultKeys.list).filter((id) =>
  /^(record|risk|session|membership|copy)\./.test(id),
);
const fromTrash = new Set(['record.restore']);

describe.each(['fi', 'en'] as const)('In %s', (language) => {
  test.each(registers.filter(({ code }) => code !== undefined).map(({ name }) => name))(
    'every key of a list does something to %s, or says in a sentence why not',
    (register) => {
      const [record] = listOf(project, registerOf(register), { limit: 1 }, language);
      if (record === undefined) return;
      const handlers = recordHandlers(appIn(language), { register, ids: [record.id] });
      const mute = listActions.filter((id) => {
        if (fromTrash.has(id)) return false;
        const handler = handlers[id as keyof typeof handlers];
        if (handler === undefined) return true;
        if (typeof handler === 'function') return false;
        const why = handler.whyNot?.() ?? null;
        return why !== null && !/^\p{Lu}.{8,}[.!]$/u.test(why);
      });
      expect(mute).toEqual([]);
    },
  );
});

test.each(registers.filter(({ name }) => overrideOf(name).done !== undefined).map(({ name }) => name))(
  'done takes every marked one of %s in one step, which undo takes back whole',
  (register) => {
    const { done } = overrideOf(register);
    // In the sample every application has been sent by its last day.
    if (register === 'payment')
      addRecord(project, register, { title: '1', starts: '2022-03-01', ends: '2022-08-31' });
    if (register === 'deliverable') addRecord(project, register, { title: 'Opas' });
    const open = listOf(project, registerOf(register), {}, 'fi')
      .filter((record) => done?.settled?.(record) !== true)
      .slice(-3);
    // Every round of the sample has been decided by its last day.
    expect(open.length > 0 || register === 'round').toBe(true);
    if (open.length === 0) return;
    const ids = open.map(({ id }) => id);
    const versions = (): unknown[] => ids.map((id) => getRecord(project, id).version);
    const before = versions();
    const written = done?.run(project, ids, newestStep(project));
    expect(written?.step).not.toBeNull();
    expect(versions().every((version, index) => version !== before[index])).toBe(true);
    expect(new Set(versions()).size).toBe(1);
    undo(project);
    const own = Object.keys(registerOf(register).fields);
    const values = (record: Readonly<Record<string, unknown>>): unknown[] => own.map((name) => record[name]);
    expect(ids.map((id) => values(getRecord(project, id)))).toEqual(open.map(values));
  },
);
