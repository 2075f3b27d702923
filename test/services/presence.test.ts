import { hostname } from 'node:os';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { sharedPlaceOf } from '../../source/services/project/file-place.ts';
import { arrive, lookAround } from '../../source/services/project/presence.ts';
import { hasNewsOfOthers } from '../../source/services/project/project-file.ts';
import { presenceWords } from '../../source/services/reading/opening-words.ts';
import { keepDraft } from '../../source/services/writing/drafts.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { putLease, readLeases } from '../../source/store/file/lease.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { placeOf } from '../../source/store/file/place.ts';
import { fillProject, makeProject, openTestProject } from '../support/project.ts';
import type { Machine } from '../../source/services/project/file-place.ts';
import type { Lease } from '../../source/store/file/lease.ts';
import type { TestProject } from '../support/project.ts';

/** The number of a process that has ended. */
const ended = spawnSync('true').pid;

const lease = ({ store }: TestProject, changed: Partial<Lease>): Lease => ({
  id: 'other',
  host: hostname(),
  place: placeOf(store),
  process: ended,
  started: '',
  openedAt: '2022-03-01T08:00:00.000Z',
  seenAt: '2022-03-01T08:00:00.000Z',
  step: 1,
  ...changed,
});

describe('Who has the file open', () => {
  test('Each window says so while it is there, and hears of the others', () => {
    const project = makeProject();
    const one = arrive(project);
    const again = openTestProject(project.store.path);
    const other = arrive(again);
    expect(one.presence).toEqual({ others: [], ended: null });
    expect(other.presence).toMatchObject({ others: [{ host: hostname(), isHere: true }], ended: null });
    one.leave();
    expect(lookAround(again)).toMatchObject({ others: [{ isHere: true }] });
    other.leave();
    expect(readLeases(project.store)).toEqual([]);
  });

  test('A run that ended abruptly is told of once: how many changes are there, until when, and which drafts', () => {
    const project = makeProject();
    putLease(project.store, lease(project, {}));
    const { risk } = fillProject(project);
    keepDraft(project, { key: 'a', register: 'risk', record: risk, version: 1, texts: { title: 'x' } });
    keepDraft(project, { key: 'b', register: 'unit', record: null, version: null, texts: { name: 'Uusi' } });
    const presence = lookAround(project);
    expect(presence).toMatchObject({ others: [], ended: { host: null, changes: 9 } });
    expect(presenceWords(project, presence, 'en')).toEqual([
      'The last run ended abruptly. Its 9 changes up to Tue 1 Mar 2022 12:00 are in the file.',
      expect.stringMatching(
        /^Kept as a draft: (R-1 Avainhenkilö lähtee, unit \(Uusi\)|unit \(Uusi\), R-1 .*)\.$/,
      ),
    ]);
    expect(lookAround(project)).toEqual({ others: [], ended: null });
  });

  test.each([
    ['a process whose number another one has got', { process: process.pid, started: '1' }, 'ended'],
    ['another computer, seen lately', { host: 'toinen', seenAt: new Date().toISOString() }, 'away'],
    ['another computer, not seen for long', { host: 'toinen' }, 'ended'],
    ['a copy of the file elsewhere', { place: 'muualla' }, 'nothing'],
  ] as const)('Of %s: %s', (_, changed, wanted) => {
    const project = makeProject();
    putLease(project.store, lease(project, changed));
    const { others, ended: abrupt } = lookAround(project);
    const found = abrupt !== null ? 'ended' : others[0]?.isHere === false ? 'away' : 'nothing';
    // Where the system does not say when a process began, its number is all there is.
    const expected = process.platform === 'linux' || wanted !== 'ended' ? wanted : found;
    expect(found).toBe(expected);
  });

  test('What a copy took along of a window that is gone is taken away, of one that is there it is left', () => {
    const project = makeProject();
    putLease(project.store, lease(project, { id: 'gone', place: 'muualla' }));
    putLease(project.store, lease(project, { id: 'there', place: 'muualla', process: process.pid }));
    expect(lookAround(project)).toEqual({ others: [], ended: null });
    expect(readLeases(project.store).map(({ id }) => id)).toEqual(['there']);
  });

  test.each([
    ['a window on this computer', { process: process.pid }, false],
    ['a process that has ended', {}, true],
    ['another computer', { host: 'toinen', process: process.pid }, true],
  ] as const)(
    'Whether %s may be news to a command: it looks no closer where none is',
    (_, changed, wanted) => {
      const project = makeProject();
      expect(hasNewsOfOthers(project)).toBe(false);
      putLease(project.store, lease(project, changed));
      expect(hasNewsOfOthers(project)).toBe(wanted);
    },
  );

  test('A window stands still for nobody who writes, and waits for others as before', () => {
    const project = makeProject();
    putLease(project.store, lease(project, {}));
    const timeout = (): unknown => project.store.database.pragma('busy_timeout', { simple: true });
    const other = openTestProject(project.store.path);
    // Longer than this test may take.
    project.store.database.pragma('busy_timeout = 100000');
    other.store.database.exec('BEGIN IMMEDIATE');
    const window = arrive(project);
    expect([window.isTold, window.stay()]).toEqual([false, false]);
    expect(readLeases(other.store)).toHaveLength(1);
    expect(timeout()).toBe(100_000);
    other.store.database.exec('ROLLBACK');
    expect(window.stay()).toBe(true);
    expect(lookAround(other).others.length).toBe(1);
  });

  test('Who leaves amid an import takes it back and leaves no trace of having been there', () => {
    const project = makeProject();
    const window = arrive(project);
    project.store.database.exec('BEGIN IMMEDIATE');
    window.leave();
    closeStore(project.store);
    const again = openTestProject(project.store.path);
    expect(lookAround(again)).toEqual({ others: [], ended: null });
  });

  test('A file that can’t be written is opened all the same', () => {
    const project = makeProject();
    project.store.database.pragma('query_only = ON');
    const window = arrive(project);
    expect(window.presence.others).toEqual([]);
    window.leave();
    project.store.database.pragma('query_only = OFF');
    addRecord(project, 'unit', { name: 'Yksikkö' });
  });
});

const machine = (changed: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  environment: {},
  fileSystem: () => 0xef53,
  namesIn: () => [],
  ...changed,
});

describe('A file in a place that others have their hands in', () => {
  test.each([
    ['C:\\Users\\veera\\OneDrive - Kunta\\hanke.luotsi', 'OneDrive'],
    ['/Users/veera/Library/CloudStorage/GoogleDrive-veera@esimerkki.fi/My Drive/h.luotsi', 'Google Drive'],
    ['/Users/veera/Library/Mobile Documents/com~apple~CloudDocs/h.luotsi', 'iCloud'],
    ['/home/veera/Dropbox (Kunta)/työ/h.luotsi', 'Dropbox'],
    ['/home/veera/Nextcloud/h.luotsi', 'Nextcloud'],
  ])('%s: %s', (path, name) => {
    expect(sharedPlaceOf(path, machine())).toEqual({ kind: 'synchronised', name });
  });

  test('Is known by the program’s own variable, by its marks, by the file system and by the path', () => {
    expect(
      sharedPlaceOf('D:\\pilvi\\h.luotsi', machine({ environment: { OneDriveCommercial: 'D:\\pilvi' } })),
    ).toEqual({ kind: 'synchronised', name: 'OneDrive' });
    const marked = machine({ namesIn: (folder) => (folder === '/home/veera/yhteiset' ? ['.stfolder'] : []) });
    expect(sharedPlaceOf('/home/veera/yhteiset/a/h.luotsi', marked)?.name).toBe('Syncthing');
    expect(sharedPlaceOf('/mnt/levy/h.luotsi', machine({ fileSystem: () => 0xff534d42 }))).toEqual({
      kind: 'network',
      name: 'SMB',
    });
    expect(sharedPlaceOf('\\\\palvelin\\levy\\h.luotsi', machine({ platform: 'win32' }))?.kind).toBe(
      'network',
    );
  });

  test.each(['/home/veera/hanke.luotsi', '/home/veera/Boxit/h.luotsi', 'C:\\työ\\OneDriver\\h.luotsi'])(
    'Is not %s',
    (path) => {
      expect(sharedPlaceOf(path, machine())).toBeNull();
    },
  );
});
