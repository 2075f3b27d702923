import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { registerOf, registers } from '../../source/registers/index.ts';
import { recordChanges } from '../../source/services/writing/record-changes.ts';
import {
  addRecord,
  changeRecord,
  removeRecords,
  restoreRecords,
} from '../../source/services/writing/records.ts';
import { labelWords, lastSteps } from '../../source/services/writing/step-words.ts';
import { redo, undo } from '../../source/services/writing/undo.ts';
import { UserError } from '../../source/errors.ts';
import { fillProject, makeProject, nextDay } from '../support/project.ts';
import { randomValues } from '../support/random-changes.ts';

const languages = ['fi', 'en'] as const;

/** Every verb that a step of the journal can have, read off the code that writes them. */
const verbs = [
  ...new Set(
    globSync('source/{services,commands,screens}/**/*.{ts,tsx}').flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /verb: '(\w+)'|step\(project, '(\w+)'|labelled\(project, '(\w+)'/g,
        ),
      ].map(([, one, two, three]) => one ?? two ?? three ?? ''),
    ),
  ),
];

/** Names of the code, ids and days as scripts write them: none of them is a person’s word. */
const raw = /undefined|\[object|NaN|[0-9a-f]{8}-[0-9a-f]{4}-|\b[a-z]+[A-Z][a-z]+\b/;

/** A project with a record for every reference that a new one needs. */
function fillAll(project: ReturnType<typeof makeProject>): void {
  const { anna, club } = fillProject(project);
  const round = addRecord(project, 'round', { title: 'Kevään haku' }).result;
  addRecord(project, 'candidate', { round, person: anna });
  addRecord(project, 'plan', { audience: 'Henkilöstö' });
  addRecord(project, 'indicator', { title: 'Etäkäynnit' });
  addRecord(project, 'report', { title: 'Tilannekatsaus', kind: 'status' });
  addRecord(project, 'session', { group: club, startsAt: '2022-06-01T09:00' });
}

describe('History in plain words', () => {
  test.each(verbs)('knows the verb %s in both languages', (verb) => {
    for (const language of languages) {
      const words = labelWords({ verb, register: 'risk', codes: ['R-1'] }, 'user', language);
      expect(words).toMatch(/^\p{Lu}/u);
      expect(words.toLowerCase().split(' ')[0]).not.toBe(verb === 'import' ? '' : verb.toLowerCase());
    }
  });

  test.each(registers.map(({ name }) => name))('says what was done to %s, with its parts', (name) => {
    const project = makeProject(`history ${name}`);
    fillAll(project);
    let id: number | null = null;
    for (let seed = 1; seed < 120 && id === null; seed += 1) {
      try {
        id = addRecord(
          project,
          name,
          randomValues(project.store, registerOf(name), project.clock.today, seed, true),
        ).result;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        id = name === 'project' ? Number(project.store.sql('SELECT id FROM project').get()?.['id']) : null;
      }
    }
    expect(id).not.toBeNull();
    const record = id ?? 0;
    for (let seed = 140; seed < 160; seed += 1) {
      nextDay(project);
      try {
        changeRecord(
          project,
          record,
          randomValues(project.store, registerOf(name), project.clock.today, seed, false),
        );
        if (seed % 7 === 0) undo(project);
        if (seed % 14 === 0) redo(project);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    }
    try {
      removeRecords(project, [record], true);
      restoreRecords(project, [record]);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
    for (const language of languages) {
      const told = recordChanges(project, record, 100, language).flatMap(({ step, changes }) => [
        step.label,
        ...changes.flatMap(({ label, before, after }) => [label, before, after]),
      ]);
      expect(told.length).toBeGreaterThan(2);
      const all = [...told, ...lastSteps(project, 100, language).map(({ label }) => label)];
      expect(all.filter((words) => raw.test(words))).toEqual([]);
      expect(all.filter((words) => /\b\d{4}-\d\d-\d\d\b/.test(words))).toEqual([]);
    }
  });
});
