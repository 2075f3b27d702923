import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../source/domain/long-work.ts';
import { isUserError } from '../../source/errors.ts';
import { registerOf } from '../../source/registers/index.ts';
import { excerptOf } from '../../source/services/reading/excerpt.ts';
import { listOf, readyToFilter, readyToSearch, searchFor } from '../../source/services/reading/listing.ts';
import { openProjectAsOf, readyForLooking } from '../../source/services/project/project-file.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { foundThen, viewWithTexts } from '../support/every-text.ts';
import { fillProject, firstDay, makeProject, nextDay } from '../support/project.ts';
import { perform, randomChanges } from '../support/random-changes.ts';
import { runs } from '../support/runs.ts';
import { idsOf } from '../support/snapshot.ts';
import type { Day } from '../../source/domain/days/day.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { TestProject } from '../support/project.ts';

/** Forms of a few words, some typed wrongly, and what parts words, or does not, in unlike ways. */
const pieces = [
  ...'kokous kokouksen Kokouksessa kokuos kokoukset kauppa kaupan kaupassa katu kadun kaduilla kaut'.split(
    ' ',
  ),
  ...'rekrytointi rekrytoinnin rekrytionti vastuu vastuut vastuulla äiti aiti Äidin öljy vesi veden'.split(
    ' ',
  ),
  ...'meeting meetings met sitoutuminen sitoutumista riskejä riskien riski asiakkaan asiakas as k ko kok'.split(
    ' ',
  ),
  ...'a\u0308iti soft\u00ADhyphen naïve naive ßstraße ‘lainaus’ 10,5 ½ 5² µg ª ЙОД йод 日本語 Šakki šakki e-mail a_b'.split(
    ' ',
  ),
  ...'🙂 O’Neil R-1 t1 T-2 kk 12 1.3. 1.3.2022 2022-03-05 5.3 040 1234567 +358401234567 0401234567 007'.split(
    ' ',
  ),
  ...'Aalto aalot anna Tsemppariklubi klubi tsempari Kirjasto kirjatso ääkköset aakkoset " * AND'.split(' '),
];
const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '));
const query = fc.oneof(
  { weight: 5, arbitrary: text },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...pieces), fc.nat({ max: 8 }))
      .map(([word, most]) => word.slice(0, most + 1)),
  },
  { weight: 1, arbitrary: fc.constantFrom('x', '', '  ', 'zzzzz', 'kok kau', 'xkokous') },
);

/** What is called by another's name, names others or lends its own, and texts of all kinds. */
const writable = [
  ['risk', 'title'],
  ['action', 'title'],
  ['action', 'notes'],
  ['person', 'name'],
  ['person', 'phone'],
  ['group', 'title'],
  ['session', 'topic'],
  ['unit', 'name'],
  ['diary', 'text'],
] as const;

function writeText(project: TestProject, place: number, words: string): void {
  const [register, field] = writable[place % writable.length] ?? writable[0];
  const ids = idsOf(project.store, register);
  const id = ids[place % Math.max(1, ids.length)];
  const given = needed[register];
  if (given !== undefined && (id === undefined || place % 5 === 0))
    addRecord(project, register, { ...given, [field]: words });
  else if (id !== undefined) changeRecord(project, id, { [field]: words });
}

function unlessRefused(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isUserError(error)) throw error;
  }
}

/** What a new one must have besides; others are only changed. */
const needed: Readonly<Record<string, Record<string, unknown>>> = {
  action: { title: 'Tehtävä' },
  person: { name: 'Joku' },
  diary: { day: firstDay },
};

/** All that a command shows of a look-up. */
const shown = (view: Project, words: string, limit: number): unknown =>
  searchFor(view, words, limit).map((one) => [one, excerptOf(view, one, words)]);

function found(project: Project, day: Day, words: string, limit: number): unknown {
  const view = openProjectAsOf(project, day);
  atOnce(readyToSearch(view, words, limit));
  const all = shown(view, words, limit);
  closeStore(view.store);
  return all;
}

function listed(project: Project, day: Day, register: string, where: string): unknown {
  const view = openProjectAsOf(project, day);
  const work = readyToFilter(view, registerOf(register), where);
  if (work !== null) atOnce(work);
  const all = listOf(view, registerOf(register), { where }, 'fi');
  closeStore(view.store);
  return all;
}

describe('A look-up as of an earlier day', () => {
  test('Finds and shows what it finds among all texts of that day, made anew', () => {
    const change = fc.oneof(
      randomChanges(2).map((changes) => ({ changes })),
      fc.record({ place: fc.nat({ max: 1000 }), words: text }),
    );
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 10, maxLength: 40, size: 'max' }),
        fc.array(query, { minLength: 8, maxLength: 8 }),
        fc.nat({ max: 1000 }),
        (changes, queries, pick) => {
          const project = makeProject();
          fillProject(project);
          const language = pick % 3 === 0 ? 'en' : 'fi';
          const days = new Set<Day>([project.clock.today]);
          for (const one of changes) {
            if ('changes' in one) for (const random of one.changes) perform(project, random);
            else unlessRefused(() => writeText(project, one.place, one.words));
            if (pick % 4 === 0) nextDay(project);
            days.add(project.clock.today);
          }
          const [own] = idsOf(project.store, 'project');
          if (own !== undefined) changeRecord(project, own, { language });
          for (const day of new Set([[...days][pick % days.size] ?? firstDay, project.clock.today])) {
            const all = viewWithTexts(project, day);
            // Looked at for a while: what one search has put in is there for the next, and the rest is read behind them.
            const kept = openProjectAsOf(project, day);
            const behind = readyForLooking(kept);
            for (const [index, words] of queries.entries()) {
              const limit = 1 + ((pick + index) % 7);
              const expected = shown(all, words, limit);
              expect([words, found(project, day, words, limit)]).toEqual([words, expected]);
              for (let step = 0; step < pick % 30; step += 1) behind.next();
              expect([words, shown(kept, words, limit)]).toEqual([words, expected]);
            }
            closeStore(kept.store);
            for (const register of ['action', 'risk', 'person']) {
              const where =
                `${queries[pick % queries.length] ?? ''} -${pieces[pick % pieces.length] ?? ''}`.replaceAll(
                  /["*:<>=]/g,
                  ' ',
                );
              expect([where, listed(project, day, register, where)]).toEqual([
                where,
                listOf(all, registerOf(register), { where }, 'fi'),
              ]);
            }
            closeStore(all.store);
          }
          closeStore(project.store);
        },
      ),
      runs(5, 20220309),
    );
  });

  test('Goes as far as is looked at among many that have the words, and no shorter', () => {
    const project = makeProject();
    // The newest have the words in their notes alone, and the oldest is called just so.
    const ids = Array.from({ length: 130 }, (_, place) => {
      const values = place > 50 ? { title: 'Kauppa', notes: 'kokouksen' } : { title: `Kokous ${place}` };
      return addRecord(project, 'action', place === 0 ? { title: 'Kokous' } : values).result;
    });
    nextDay(project);
    for (const id of ids) changeRecord(project, id, { title: 'Toinen', due: '2022-04-01' });
    const all = viewWithTexts(project, firstDay);
    for (const words of [
      'kokous',
      'kok',
      'k',
      'kauppa kokous',
      'kokous 12',
      'kokuos',
      'kopkous',
      'T-3',
      'xokous',
    ])
      for (const limit of [1, 5, 60])
        expect([words, found(project, firstDay, words, limit)]).toEqual([words, shown(all, words, limit)]);
    const names = (words: string) => foundThen(project, firstDay, words, 1);
    expect([names('kokous'), names('kokuos'), names('xokous')]).toEqual([['Kokous'], ['Kokous 50'], []]);
    closeStore(all.store);
    closeStore(project.store);
  });

  test('Tells how far it has come, first with what was, then with the words', () => {
    const project = makeProject();
    fillProject(project);
    const told = [...readyToSearch(openProjectAsOf(project, firstDay), 'anna', 5)];
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual(['past', 'words']);
    for (const { done, total } of told) expect(done).toBeLessThanOrEqual(total ?? -1);
    closeStore(project.store);
  });
});
