import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from '../../source/domain/long-work.ts';
import { nameFinder, namesOfPerson } from '../../source/domain/people/naming.ts';
import { anonymise, namesKnown } from '../../source/services/safety/anonymise.ts';
import { anonymiseCopies } from '../../source/services/safety/anonymise-copies.ts';
import { makeCopy } from '../../source/services/safety/backup.ts';
import { copiesIn, copyPlace } from '../../source/services/safety/copies.ts';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { keepReport, readKept } from '../../source/services/reporting/keeping.ts';
import { makeFiles } from '../../source/services/reporting/report.ts';
import { draftOf, keepDraft } from '../../source/services/writing/drafts.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { holdSession } from '../../source/services/writing/verbs.ts';
import { reportFormats } from '../../source/registers/report.ts';
import { makeProject, newPath, nextDay, openTestProject } from '../support/project.ts';
import { runs } from '../support/runs.ts';
import type { TestProject } from '../support/project.ts';
import type { Project } from '../../source/services/project/project.ts';

const [first, last, national] = ['Anelma', 'Kärkkölä', '449876543'];

/** What is left of a text for who looks for the person in it: letters and digits, whatever stands between them. */
const squeezed = (text: string): string =>
  text
    .replaceAll(/\\[nrt]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const told = ['anelmakärkkölä', 'kärkköläanelma', national];
const tracesIn = (text: string): string[] => told.filter((trace) => squeezed(text).includes(trace));

const white = fc.constantFrom(' ', '  ', '\n', '\t', ' \n ', '\u00A0');
const spelling = fc.oneof(
  fc.tuple(white).map(([gap]) => first + gap + last),
  fc.tuple(white).map(([gap]) => last + gap + first),
  fc.constantFrom(`${last}, ${first}`, `${last},${first}`, `${first} ${last}`.toUpperCase()),
  fc
    .tuple(fc.constantFrom('0', '+358', '+358 ', '00358', '+358 (0)', '(0'), fc.constantFrom('', ' ', '-'))
    .map(
      ([start, gap]) =>
        `${start}${national.slice(0, 2)}${gap}${national.slice(2, 5)}${gap}${national.slice(5)}`,
    ),
);
/** It begins a line, ends one, or stands within. */
const sentence = fc
  .tuple(
    fc.constantFrom('Avaus\n', 'Soitto: ', '', '(', '”', 'a\t'),
    spelling,
    fc.constantFrom('.', '\nLoppu', ' soitti', ''),
  )
  .map((parts) => parts.join(''));

/** Words of a file as a reader meets them, and as it is stored. */
function wordsOf(bytes: Uint8Array, format: string): string {
  if (format !== 'docx') return strFromU8(bytes).replaceAll(/<[^>]*>/gu, ' ');
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part).replaceAll(/<[^>]*>/gu, ' '))
    .join('\n');
}

const everyText = (project: Project): string =>
  ['session', 'diary', 'draft', 'redaction', 'change', 'record', 'search']
    .flatMap((table) => project.store.sql(`SELECT * FROM "${table}"`).all())
    .map((row) =>
      Object.values(row)
        .filter((value) => typeof value === 'string')
        .join('\n'),
    )
    .join('\n');

function namedIn(texts: readonly string[]) {
  const made = makeProject();
  const place = copyPlace(newPath('data'), null, made.store.path, () => {});
  const project: TestProject = { ...made, copies: place };
  const add = (register: string, values: Record<string, unknown>): number =>
    addRecord(project, register, values).result;
  const group = add('group', { title: 'Ohjausryhmä', kind: 'steering', prefix: 'OR' });
  const session = add('session', { group, startsAt: '2022-03-01T08:00', minutesText: texts.join('\n\n') });
  holdSession(project, session, {});
  for (const each of texts) add('diary', { text: each, day: '2022-03-01' });
  keepDraft(project, {
    key: 'session',
    register: 'session',
    record: null,
    version: null,
    texts: { minutesText: texts.join('\n'), topic: texts[0] ?? '' },
  });
  // A copy from before the person was in the file.
  makeCopy(project, place, 'own');
  nextDay(project);
  const person = add('person', { name: `${first} ${last}`, phone: '044 987 6543' });
  return { project, place, session, person };
}

test('However names and numbers are written, none is left in the file, its drafts, kept reports or older copies', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 3 }), async (texts) => {
      const { project, place, session, person } = namedIn(texts);
      const kept = (await keepReport(project, { kind: 'minutes', session, language: 'fi' })).result;
      const files = (): string[] =>
        reportFormats.map((format) => wordsOf(readKept(project, kept, format), format));
      for (const file of files()) expect(tracesIn(file)).not.toEqual([]);
      const whom = { uid: getRecord(project, person).uid, label: 'anonymisoitu H-1' };
      const names = namesKnown(project, person);
      const options = { force: true, texts: true, names };
      anonymise(project, person, options);
      const { left } = atOnce(anonymiseCopies(place, whom, options, {}));
      expect(left).toEqual([]);
      for (const file of files()) {
        expect(tracesIn(file)).toEqual([]);
        expect(squeezed(file)).toContain('anonymisoituh1');
      }
      expect(tracesIn(everyText(project))).toEqual([]);
      expect(Object.values(draftOf(project, 'session')?.texts ?? {}).join()).toContain('anonymisoitu H-1');
      expect(copiesIn(place.folder).length).toBeGreaterThan(1);
      for (const { path } of copiesIn(place.folder)) {
        const copy = openTestProject(path);
        expect([path, tracesIn(everyText(copy))]).toEqual([path, []]);
        copy.store.database.close();
      }
      expect(examineProject(project, false).findings.filter(({ count }) => count > 0)).toEqual([]);
      // As it is drawn anew: the same but for the words that were changed.
      const again = await makeFiles(project, { kind: 'minutes', session, language: 'fi' });
      const json = again.files.find(({ format }) => format === 'json');
      const lines = (bytes: Uint8Array): number => strFromU8(bytes).split('\n').length;
      expect(lines(readKept(project, kept, 'json'))).toBe(lines(json?.bytes ?? new Uint8Array()));
      project.store.database.close();
    }),
    runs(8),
  );
}, 120_000);

test('A draft alone in a copy is changed too', () => {
  const { project, place, person } = namedIn([]);
  keepDraft(project, {
    key: 'diary',
    register: 'diary',
    record: null,
    version: null,
    texts: { text: `Soitto\n${first} ${last}` },
  });
  const whom = { uid: getRecord(project, person).uid, label: 'anonymisoitu H-1' };
  project.store.sql(`UPDATE record SET uid = 'toinen' WHERE id = ?`).run(person);
  project.store.sql('UPDATE person SET name = ?, phone = NULL').run('Joku Muu');
  const { path } = makeCopy(project, place, 'own');
  atOnce(anonymiseCopies(place, whom, { force: true, texts: true, names: [`${first} ${last}`] }, {}));
  const copy = openTestProject(path);
  expect(draftOf(copy, 'diary')?.texts).toEqual({ text: 'Soitto\nanonymisoitu H-1' });
  copy.store.database.close();
});

test.each([
  ['0401234567', true],
  ['+358 40 1234567', true],
  ['+358 (0)40 123-4567', true],
  ['00358401234567', true],
  ['(040) 123 4567', true],
  ['0401234568', false],
  ['10401234567', false],
  ['04012345678', false],
])('the number 040 123 4567 is found in %s: %s', (text, found) => {
  const finder = nameFinder(namesOfPerson(['040 123 4567'])) ?? /$^/;
  expect(text.search(finder) !== -1).toBe(found);
});
