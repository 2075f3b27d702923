import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../source/domain/long-work.ts';
import { holdsIn, without, wordFinder } from '../../source/domain/people/forgetting.ts';
import { anonymise, foreseeAnonymising } from '../../source/services/safety/anonymise.ts';
import { anonymiseActs } from '../../source/services/safety/anonymise-log.ts';
import { anonymiseCopies } from '../../source/services/safety/anonymise-copies.ts';
import { makeCopy } from '../../source/services/safety/backup.ts';
import { copyPlace } from '../../source/services/safety/copies.ts';
import { reportFormats } from '../../source/registers/report.ts';
import { keepReport, readKept } from '../../source/services/reporting/keeping.ts';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { recordsToKeep } from '../../source/services/safety/records-to-keep.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { nextToRedo, redo, undo } from '../../source/services/writing/undo.ts';
import { rememberName } from '../../source/store/kept/import-memory.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { verifyChain } from '../../source/store/journal/verify.ts';
import { fillProject, makeProject, newPath, nextDay, openTestProject } from '../support/project.ts';
import { numbers, perform, randomChanges } from '../support/random-changes.ts';
import { refusal } from '../support/refusal.ts';
import { runs } from '../support/runs.ts';
import type { TestProject } from '../support/project.ts';

const all = { force: true, texts: true, names: [] };
const plain = { force: false, texts: false, names: [] };

const projectId = ({ store }: TestProject): number =>
  Number(store.sql('SELECT id FROM project').all()[0]?.['id']);

const bytesOf = ({ store }: TestProject): string =>
  ['', '-wal'].map((ending) => readFileSync(store.path + ending).toString('latin1')).join('');

describe('Whatever is done before and after', () => {
  test('An anonymised person never comes back, the chain holds, and figures stay', () => {
    fc.assert(
      fc.property(randomChanges(25), randomChanges(25), fc.nat(), (before, after, seed) => {
        const project = makeProject();
        const next = numbers(seed);
        const { session } = fillProject(project);
        const people = Array.from({ length: 4 }, (_, nth) => {
          const person = addRecord(project, 'person', { name: `Salainen Nimi${nth}`, notes: `kuiske${nth}` });
          addRecord(project, 'attendance', { session, person: person.result });
          changeRecord(project, person.result, { phone: `050 77${nth} 1234` });
          return person.result;
        });
        for (const change of before) perform(project, change);
        const gone = people.filter(() => next(2) === 0);
        const present = (): unknown =>
          project.store
            .sql('SELECT count(*) AS count FROM attendance WHERE person IN (SELECT value FROM json_each(?))')
            .get(JSON.stringify(people));
        const attended = present();
        for (const id of gone) anonymise(project, id, all);
        expect(present()).toEqual(attended);
        for (const change of after) perform(project, change);
        const last = Number(project.store.sql('SELECT max(seq) AS seq FROM step').get()?.['seq']);
        for (let step = last; step > 0; step -= 1 + next(3)) attempt(() => undo(project, step));
        while (attempt(() => nextToRedo(project)) !== null && attempt(() => redo(project)) !== null);
        expect(verifyChain(project.store)).toEqual([]);
        const bytes = bytesOf(project);
        for (const id of gone) {
          const nth = people.indexOf(id);
          for (const secret of [`Salainen Nimi${nth}`, `kuiske${nth}`, `77${nth} 1234`])
            expect([secret, bytes.includes(secret)]).toEqual([secret, false]);
        }
        closeStore(project.store);
      }),
      runs(12, 20221122),
    );
  });

  test('What anonymising left in its place can’t be altered unseen', () => {
    const project = makeProject();
    const { anna } = fillProject(project);
    changeRecord(project, anna, { phone: '050 1' });
    anonymise(project, anna, all);
    expect(verifyChain(project.store)).toEqual([]);
    const { changes } = project.store.database
      .prepare("UPDATE redaction SET image = replace(image, 'anonymisoitu', 'joku muu')")
      .run();
    expect(changes).toBeGreaterThan(1);
    expect(new Set(verifyChain(project.store).map(({ fault }) => fault))).toEqual(new Set(['redacted']));
  });

  test('Undoing stops at it and says so; a change before it is undone by its number', () => {
    const project = makeProject();
    const { anna, risk } = fillProject(project);
    const { step: before } = changeRecord(project, risk, { title: 'Toinen' });
    const { step } = anonymise(project, anna, all);
    changeRecord(project, risk, { notes: 'jälkeen' });
    undo(project);
    expect(getRecord(project, risk)['notes']).toBeNull();
    expect(refusal(() => undo(project))).toMatchObject({ code: 'anonymised-stays', parameters: { step } });
    undo(project, before ?? 0);
    expect(getRecord(project, risk)['title']).toBe('Avainhenkilö lähtee');
  });
});

function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}

describe('Evidence', () => {
  test('Is kept until a day that is counted from the funding decision, kind by kind', () => {
    const project = makeProject();
    const { anna, club } = fillProject(project);
    addRecord(project, 'membership', { group: club, person: anna });
    changeRecord(project, projectId(project), {
      decisionDay: '2021-09-15',
      recordYears: { attendance: 10, membership: 0, risk: 2 },
    });
    expect(recordsToKeep(project, anna)).toMatchObject([
      { what: { en: 'attendance' }, count: 1, until: '2031-09-15', codes: ['TK-1'] },
      { what: { en: 'risks' }, count: 1, until: '2023-09-15', codes: ['R-1'] },
    ]);
    expect(refusal(() => anonymise(project, anna, plain))).toMatchObject({
      code: 'keep-until',
      parameters: { code: 'H-1', until: '2031-09-15' },
    });
    expect(foreseeAnonymising(project, anna, plain).kept.length).toBe(2);
    nextDay(project, 4000);
    expect(anonymise(project, anna, plain).step).not.toBeNull();
  });

  test('That somebody was anonymised is kept without a word of who it was', () => {
    const project = makeProject();
    const { anna, olli } = fillProject(project);
    addRecord(project, 'diary', { text: 'Anna Aalto soitti', day: '2022-03-01' });
    expect(anonymiseActs(project)).toEqual([]);
    const first = anonymise(project, anna, all);
    nextDay(project);
    const second = anonymise(project, olli, all);
    expect(anonymiseActs(project)).toEqual([
      { step: second.step, day: '2022-03-02', person: 'H-2', images: second.images, others: [] },
      { step: first.step, day: '2022-03-01', person: 'H-1', images: first.images, others: ['PK-1'] },
    ]);
    expect(getRecord(project, anna)).toMatchObject({ anonymised: '2022-03-01', keptTo: null });
  });
});

describe('Beside the file', () => {
  const finder = wordFinder(['Veera Verraton', 'Verraton, Veera', 'veera@esimerkki.fi', '050 999 1122']);

  test.each([
    ['veera', true],
    ['owner:"Veeran"', true],
    ['verrattoman', false],
    ['050 999 1122', true],
    ['seveera', false],
    ['esimerkki', false],
  ])('%s: %s', (text, found) => {
    expect(holdsIn(text, finder ?? /$^/)).toBe(found);
  });

  test('Filters, saved views and words looked up go as wholes, all else stays', () => {
    const kept = {
      preview: true,
      lists: {
        action: { filter: 'owner:Veera', sort: 'due', cursor: 3 },
        'person/Veeran': { cursor: 1 },
        risk: { filter: 'state:open' },
      },
      saved: [
        { tab: 'action', name: 'Omat', filter: 'owner:"Veera Verraton"' },
        { tab: 'risk', name: 'Avoimet', filter: 'state:open' },
      ],
      recent: ['kokous', 'verraton'],
    };
    expect(without(kept, finder ?? /$^/)).toEqual({
      preview: true,
      lists: { action: { sort: 'due', cursor: 3 }, risk: { filter: 'state:open' } },
      saved: [{ tab: 'risk', name: 'Avoimet', filter: 'state:open' }],
      recent: ['kokous'],
    });
    expect(wordFinder(['', 'ab'])).toBeNull();
  });
});

describe('Reports that were handed over', () => {
  test('Are kept anew without the name, byte for byte the same elsewhere, and the change is noted', async () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const person = addRecord(project, 'person', { name: 'Veera "V" Verraton' }).result;
    changeRecord(project, risk, {
      owner: person,
      title: 'Veera "V" Verraton lähtee',
      probability: 5,
      impact: 5,
    });
    const { result: id } = await keepReport(project, { kind: 'status', language: 'fi' });
    const texts = (): string[] =>
      reportFormats.map((format) => {
        const bytes = readKept(project, id, format);
        if (format !== 'docx') return bytes.toString('utf8');
        return Object.values(unzipSync(bytes))
          .map((part) => Buffer.from(part).toString('utf8'))
          .join('');
      });
    const before = texts();
    for (const text of before) expect(text).toMatch(/Verraton lähtee/);
    const { reports, step } = anonymise(project, person, { ...all, texts: false });
    expect(reports).toEqual([getRecord(project, id).code]);
    const after = texts();
    for (const [index, text] of after.entries()) {
      expect(text).not.toContain('Verraton');
      expect(text).toContain('anonymisoitu H-3 lähtee');
      const put = (before[index] ?? '').replaceAll(/Veera .{1,12}V.{1,12} Verraton/gu, 'anonymisoitu H-3');
      expect(text).toBe(put);
    }
    expect(getRecord(project, id)['notes']).toContain('”anonymisoitu H-3”');
    expect(examineProject(project, false).findings.filter(({ count }) => count > 0)).toEqual([]);
    const stored = project.store.sql('SELECT content FROM reportFile').all();
    const kept = stored.map(({ content }) => inflateSync(content as Uint8Array).toString('latin1'));
    expect(kept.some((text) => text.includes('Verraton'))).toBe(false);
    expect(kept.length).toBe(reportFormats.length);
    expect(refusal(() => undo(project, (step ?? 0) - 1)).code).toBe('undo-anonymised');
    expect(texts()).toEqual(after);
    expect(verifyChain(project.store)).toEqual([]);
  });
});

describe('What another window writes until the moment of it', () => {
  test('Is neither lost nor left with the name', () => {
    const made = makeProject();
    const { anna, risk } = fillProject(made);
    changeRecord(made, risk, { notes: 'Anna Aalto hoitaa' });
    nextDay(made);
    const other = openTestProject(made.store.path, made.clock);
    let wrote = false;
    const place = copyPlace(newPath('data'), null, made.store.path, () => {});
    // The last that happens before the write's own transaction is the day's copy.
    const project: TestProject = {
      ...made,
      copies: {
        ...place,
        get folder() {
          if (!wrote) changeRecord(other, risk, { notes: 'Anna Aalto lähti, Olli hoitaa' });
          wrote = true;
          return place.folder;
        },
      },
    };
    anonymise(project, anna, all);
    expect(wrote).toBe(true);
    expect(getRecord(project, risk)['notes']).toBe('anonymisoitu H-1 lähti, Olli hoitaa');
  });
});

describe('What lies beside the records', () => {
  test('Takes a sealed copy away only where it will be sealed anew from a copy without the name', () => {
    const made = makeProject();
    const place = copyPlace(newPath('data'), newPath('own'), made.store.path, () => {});
    const project: TestProject = { ...made, copies: place };
    const { anna } = fillProject(project);
    const whom = { uid: getRecord(project, anna).uid, label: 'anonymisoitu H-1' };
    const names = Array.from({ length: 12 }, () => {
      project.clock.minute += 1;
      changeRecord(project, anna, { notes: `minuutti ${project.clock.minute}` });
      return basename(makeCopy(project, place, 'own').path);
    });
    const [broken = ''] = names;
    writeFileSync(join(place.folder, broken), 'ei tiedosto');
    const sealed = (): string[] => readdirSync(place.own ?? '').filter((name) => name.endsWith('.age'));
    for (const name of names) renameSync(join(place.own ?? '', name), join(place.own ?? '', `${name}.age`));
    writeFileSync(join(place.own ?? '', `${broken}.age`), 'ei tiedosto');
    atOnce(anonymiseCopies(place, whom, all, {}));
    expect(sealed().length).toBe(12);
    const sealing = copyPlace(
      dirname(dirname(place.folder)),
      dirname(place.own ?? ''),
      project.store.path,
      () => {},
      true,
    );
    const { left } = atOnce(anonymiseCopies(sealing, whom, all, {}));
    expect(sealed()).toEqual([`${broken}.age`]);
    expect(left.map((path) => basename(path))).toEqual([broken, `${broken}.age`]);
  });

  test('Forgets also which names imports were told to mean the person, or a record about them', () => {
    const project = makeProject();
    const { anna, club, unit } = fillProject(project);
    const membership = addRecord(project, 'membership', { group: club, person: anna }).result;
    for (const record of [anna, membership, unit])
      rememberName(project.store, 'suola', `nimi ${record}`, record, 1);
    anonymise(project, anna, plain);
    const left = project.store.sql('SELECT record FROM importName').all();
    expect(left).toEqual([{ record: unit }]);
  });
});
