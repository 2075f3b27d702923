import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { verifyChain } from '../../source/store/journal/verify.ts';
import { copyWithLog, damages, original, suffer } from '../support/damaged.ts';
import { makePrivateHome } from '../support/private-home.ts';
import { fillProject, makeProject, newPath, openTestProject } from '../support/project.ts';
import { written } from '../support/rows-in.ts';
import { launcher, runLuotsi, runProgram, type RunOptions } from '../support/run.ts';
import { idsOf } from '../support/snapshot.ts';
import { openTerminal } from '../support/terminal.ts';

const from = original();

describe('A file that is hurt', () => {
  test.each(Object.keys(damages))(
    'By %s: nothing but sentences, no belief in it, and the copy comes back',
    (kind) => {
      const outcomes = Array.from({ length: 25 }, (_, seed) => suffer(from, kind, seed));
      expect(outcomes.map(({ uncaught }) => uncaught).filter((error) => error !== null)).toEqual([]);
      expect(outcomes.filter(({ believed, lost }) => believed || lost)).toEqual([]);
      // The tests hurt: most of these files are not sound any more.
      expect(outcomes.filter(({ said }) => said !== 'sound').length).toBeGreaterThan(
        kind === 'flipped bits' ? 5 : 12,
      );
    },
  );

  test('By the loss of its log goes back to what was folded in, whole', () => {
    const project = makeProject('log', false);
    fillProject(project);
    project.store.database.pragma('wal_checkpoint(TRUNCATE)');
    const { result } = addRecord(project, 'unit', { name: 'Vain lokissa' });
    const [without, whole] = [newPath('without'), newPath('whole')];
    copyWithLog(project.store.path, without, false);
    copyWithLog(project.store.path, whole, true);
    closeStore(project.store);
    const kept = openTestProject(whole);
    expect(getRecord(kept, result)['name']).toBe('Vain lokissa');
    const lost = openTestProject(without);
    expect(() => getRecord(lost, result)).toThrow(/No record/);
    expect(examineProject(lost, false).sound).toBe(true);
    for (const { store } of [kept, lost]) closeStore(store);
  });

  test('By a log that was cut anywhere keeps whole steps only', () => {
    const project = makeProject('cut', false);
    project.store.database.pragma('wal_autocheckpoint = 0');
    fillProject(project);
    const log = readFileSync(`${project.store.path}-wal`);
    for (let part = 1; part < 12; part += 1) {
      const path = newPath('cut');
      copyWithLog(project.store.path, path, false);
      writeFileSync(`${path}-wal`, log.subarray(0, Math.floor((log.length * part) / 12) + 7));
      const opened = openTestProject(path);
      expect(examineProject(opened, false).sound).toBe(true);
      closeStore(opened.store);
    }
    closeStore(project.store);
  });

  test('By a clock that was set back: steps go on from the last one’s moment, and copies stay in order', () => {
    const project = makeProject();
    fillProject(project);
    project.clock.today = '2019-01-01';
    addRecord(project, 'unit', { name: 'Menneessä' });
    const times = project.store.sql('SELECT at FROM step ORDER BY seq').all();
    expect(times.map(({ at }) => String(at))).toEqual(times.map(({ at }) => String(at)).toSorted());
    expect(verifyChain(project.store)).toEqual([]);
  });
});

test('A project whose time zone moves west does not go back to a day that it has had', () => {
  const made = makeProject();
  const { risk } = fillProject(made);
  // Half past midnight in Helsinki, the evening before in the Azores.
  const project = { ...made, clock: { now: () => '2022-03-01T22:30:00.000Z' } };
  changeRecord(project, risk, { title: 'Yöllä' });
  const [id = 0] = idsOf(project.store, 'project');
  changeRecord(project, id, { timeZone: 'Atlantic/Azores' });
  changeRecord(project, risk, { title: 'Lännessä' });
  const days = project.store.sql('SELECT day FROM step ORDER BY seq').all();
  expect(days.map(({ day }) => String(day))).toEqual(days.map(({ day }) => String(day)).toSorted());
  expect(verifyChain(project.store)).toEqual([]);
});

/** Can this machine do it? Where it can't, that is said, and on CI it stands among the warnings of the run. */
function able(program: string, ...words: string[]): boolean {
  const can = spawnSync(program, words, { stdio: 'ignore' }).status === 0;
  const mark = process.env['CI'] === undefined ? '' : '::warning::';
  if (!can) console.warn(`${mark}Not tested here: ${[program, ...words].join(' ')}`);
  return can;
}

/** Rights mean nothing to root, whom only the file system itself can stop; anybody else is stopped by rights. */
const isRoot = process.getuid?.() === 0;
const freeze = (path: string): number | null =>
  spawnSync(isRoot ? 'chattr' : 'chmod', [isRoot ? '+i' : 'a-w', path]).status;
const thaw = (path: string): number | null =>
  spawnSync(isRoot ? 'chattr' : 'chmod', [isRoot ? '-i' : 'u+w', path]).status;

const probe = newPath('probe');
writeFileSync(probe, '');
const canFreeze = isRoot ? able('chattr', '+i', probe) : process.platform !== 'win32';
thaw(probe);
// A mount of one's own takes root, or a name space in which one is.
const unshare = isRoot ? ['-m'] : ['-rm'];
const canMount = able('unshare', ...unshare, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt');

/** A folder of its own with a project of one risk, made by the program itself. */
async function planted() {
  const home = makePrivateHome();
  const path = join(home.folder, 'work', 'hanke.luotsi');
  mkdirSync(dirname(path));
  const luotsi = async (words: readonly string[], options: RunOptions = {}) =>
    runLuotsi([...words, '--file', path], { home, ...options });
  await luotsi(['init', '--title', 'Hanke']);
  await luotsi(['risk', 'add', '--title', 'Ensimmäinen']);
  return {
    home,
    path,
    luotsi,
    titles: async () => titlesOf((await luotsi(['risk', 'list', '--json'])).stdout),
  };
}

const titlesOf = (json: string): unknown[] =>
  (JSON.parse(json) as Record<string, unknown>[]).map(({ title }) => title);

describe('A place that fails', () => {
  test.runIf(canFreeze).each([
    ['file', (path: string) => path],
    ['folder', (path: string) => dirname(path)],
  ])('A read-only %s: a sentence, exit 1, nothing changed', async (_, frozenOf) => {
    const { path, luotsi, titles } = await planted();
    const before = readFileSync(path);
    expect(freeze(frozenOf(path))).toBe(0);
    try {
      const outcome = await luotsi(['risk', 'add', '--title', 'Toinen']);
      const stderr = expect.stringContaining('vain luettavissa') as string;
      expect(outcome).toMatchObject({ code: 1, stdout: '', stderr });
      expect(await luotsi(['doctor'])).toMatchObject({ code: 1, stderr });
    } finally {
      thaw(frozenOf(path));
    }
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(await titles()).toEqual(['Ensimmäinen']);
  });

  test.runIf(canMount)(
    'A full disk: a sentence, exit 1, and all that was acknowledged is there once there is room',
    async () => {
      const { home, path } = await planted();
      const script = `set -e
      mount -t tmpfs -o size=3m tmpfs "$1"; cp "$2" "$1/p.luotsi"; cd "$1"
      export XDG_DATA_HOME="$1/data"
      say() { rc=0; "$3" "$4" "$@" || rc=$?; }
      luotsi() { rc=0; "$NODE" "$LAUNCHER" "$@" --file p.luotsi || rc=$?; echo "rc $rc"; }
      n=0; while [ $n -lt 40 ]; do n=$((n+1))
        if "$NODE" "$LAUNCHER" risk add --title "Riski $n" --notes "$(head -c 20000 /dev/zero | tr '\\0' x)" --file p.luotsi >/dev/null 2>>errors; then echo "done $n"; else echo "full $n"; break; fi
      done
      dd if=/dev/zero of=fill bs=1k 2>/dev/null || true
      luotsi risk add --title Liikaa
      cat errors; rm -rf fill data
      luotsi risk list --json; luotsi doctor`;
      const folder = join(home.folder, 'small');
      mkdirSync(folder);
      const environment = { NODE: process.execPath, LAUNCHER: launcher };
      const { stdout, stderr } = await runProgram(
        'unshare',
        [...unshare, 'sh', '-c', script, 'sh', folder, path],
        {
          home,
          environment,
        },
      );
      const acknowledged = [...stdout.matchAll(/^done (\d+)$/gm)].map(([, nth]) => `Riski ${nth}`);
      expect(stdout).toContain('full ');
      expect(stdout).toContain('rc 1');
      expect(stdout + stderr).toContain('Levy on täynnä');
      expect(stdout + stderr).not.toContain('meni jotakin vikaan');
      expect(stdout).toContain('Tiedosto on kunnossa.');
      for (const title of acknowledged) expect(stdout).toContain(`"${title}"`);
      expect(acknowledged.length).toBeGreaterThan(2);
    },
  );

  test('A file that may not grow (quota, limit): a sentence, exit 1', async () => {
    const { home, path, titles } = await planted();
    const words = ['-c', 'ulimit -f 20; exec "$@"', 'bash', process.execPath, launcher, 'risk', 'add'];
    const outcome = await runProgram('bash', [...words, '--title', 'Toinen', '--file', path], { home });
    expect(outcome).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('Levy on täynnä') });
    expect(await titles()).toEqual(['Ensimmäinen']);
  });

  test('A folder that has gone: a sentence, exit 1; the copy comes back even so', async () => {
    const { home, path, luotsi, titles } = await planted();
    await luotsi(['backup']);
    rmSync(dirname(path), { recursive: true });
    expect(await luotsi(['today'])).toMatchObject({ code: 1, stderr: expect.stringContaining('ei ole') });
    expect(await luotsi(['restore'])).toMatchObject({ code: 0 });
    expect(await titles()).toEqual(['Ensimmäinen']);
    expect(readdirSync(home.folder)).toContain('work');
  });

  test('A locale that is missing or unheard of changes nothing but the language', async () => {
    const { luotsi } = await planted();
    for (const LANG of [undefined, '', 'C', 'xx_YY.KOI8-R', 'fi_FI.ISO-8859-1']) {
      const { code, stdout } = await luotsi(['risk', 'list'], { environment: { LANG } });
      expect([LANG, code]).toEqual([LANG, 0]);
      expect(stdout).toContain('Ensimmäinen');
    }
  });

  test('A path that goes through a file: a sentence, exit 1; settings that can’t be kept stop nothing', async () => {
    const { home, path, titles } = await planted();
    const file = join(home.folder, 'tiedosto');
    writeFileSync(file, '');
    for (const words of [
      ['init', '--title', 'Hanke', '--file', join(file, 'h.luotsi')],
      ['config', 'backup-folder', join(file, 'kopiot')],
      ['risk', 'list', '--file', join(file, 'h.luotsi')],
      ['backup', '--out', join(file, 'k.luotsi'), '--file', path],
      ['export', '--out', join(file, 'v.json'), '--file', path],
      ['report', '--out', join(file, 'r.md'), '--file', path],
    ]) {
      const { code, stderr } = await runLuotsi(words, { home });
      expect([words, code, stderr.split('\n').length]).toEqual([words, 1, 3]);
      expect(stderr).not.toContain('meni jotakin vikaan');
    }
    const inData = await runLuotsi(['sample'], { home, environment: { XDG_DATA_HOME: join(file, 'd') } });
    expect(inData).toMatchObject({ code: 1, stderr: expect.stringContaining('ei voi tehdä mitään') });
    const inConfig = { home, environment: { XDG_CONFIG_HOME: join(file, 'c') } };
    const sample = await runLuotsi(['sample'], inConfig);
    expect(sample).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Asetuksia ei voitu tallentaa'),
    });
    expect(await runLuotsi(['config', 'theme', 'dark'], inConfig)).toMatchObject({ code: 1 });
    const terminal = openTerminal({ ...inConfig, arguments: ['--file', path] });
    await terminal.expect('Luotsi');
    terminal.press('4', 's', 'Enter', 'q', 'q');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.output).toContain('Asetuksia ei voitu tallentaa');
    expect(await titles()).toEqual(['Ensimmäinen']);
  });

  test('A terminal that goes away ends the console; the file is whole, and what was being typed is a draft', async () => {
    const { home, path, luotsi, titles } = await planted();
    const terminal = openTerminal({ home, arguments: ['--file', path] });
    await terminal.expect('Luotsi');
    terminal.press('4', 'n');
    await terminal.expect('Uusi riski');
    terminal.type('Kesken jäänyt');
    await terminal.expect('Kesken jäänyt');
    terminal.kill('SIGHUP');
    await terminal.exitCode();
    expect(await titles()).toEqual(['Ensimmäinen']);
    // Nothing was abrupt: the file was let go of.
    expect(await luotsi(['risk', 'list'])).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(dirname(path))).toEqual(['hanke.luotsi']);
    const { store } = openTestProject(path);
    expect(JSON.stringify(store.sql('SELECT * FROM draft').all())).toContain('Kesken jäänyt');
    closeStore(store);
  });

  test('Killed, the next command says once what is left', async () => {
    const { home, path, luotsi } = await planted();
    const terminal = openTerminal({ home, arguments: ['--file', path] });
    await terminal.expect('Luotsi');
    const held = async (): Promise<string> => (await luotsi(['risk', 'list', '--json'])).stderr;
    await written(path, 'SELECT id FROM lease', /id/);
    terminal.kill('SIGKILL');
    await terminal.exitCode();
    expect(await held()).toContain('"code":"ended-abruptly"');
    expect(await held()).toBe('');
  });

  test('Stopped and continued, as a computer that slept: the console goes on, and takes what was typed meanwhile', async () => {
    const { home, path, titles } = await planted();
    const terminal = openTerminal({ home, arguments: ['--file', path] });
    await terminal.expect('Luotsi');
    terminal.kill('SIGSTOP');
    terminal.press('4', 'n');
    terminal.type('Yön yli');
    await new Promise((resolve) => setTimeout(resolve, 300));
    terminal.kill('SIGCONT');
    await terminal.expect('Yön yli');
    terminal.press('Ctrl+S');
    await terminal.expect('Lisätty: R-2');
    terminal.press('Ctrl+C');
    await terminal.exitCode();
    expect(await titles()).toEqual(expect.arrayContaining(['Ensimmäinen', 'Yön yli']));
  });
});
