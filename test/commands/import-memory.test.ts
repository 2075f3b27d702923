import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Commands } from './sample-home.ts';

type Json = Record<string, unknown>;

let commands: Commands;
beforeEach(async () => {
  commands = new Commands();
  await commands.json('init', '--title', 'Koehanke');
});

function write(name: string, bytes: string): string {
  const file = path.join(commands.home.folder, name);
  writeFileSync(file, bytes);
  return file;
}

const counts = (added: number, changed: number, same: number, conflict = 0): Json => ({
  added,
  changed,
  same,
  conflict,
  refused: [],
});

describe('Import memory', () => {
  const table = (owner: string, due: string): string =>
    `Tehtävä;Vastuuhenkilö;Määräpäivä\nSovi tila;${owner};${due}\nTilaa tarjoilu;Matti;\n`;

  test('what was edited here stays while the table is as it was; both changed is a conflict, ours kept', async () => {
    const file = write('t.csv', table('Maija', '1.3.2022'));
    expect(await commands.json('import', file, '--as', 'action')).toEqual(counts(2, 0, 0));
    await commands.json('action', 'set', 'T-1', '--owner', 'Minä');
    expect(await commands.json('import', file, '--as', 'action')).toEqual(counts(0, 0, 2));
    write('t.csv', table('Liisa', '1.3.2022').replace('Matti;', 'Matti;5.3.2022'));
    expect(await commands.json('import', file, '--as', 'action')).toEqual(counts(0, 1, 0, 1));
    expect(await commands.json('action', 'show', 'T-1')).toMatchObject({ owner: 'Minä' });
    expect(await commands.json('action', 'show', 'T-2')).toMatchObject({ due: '2022-03-05' });
  });

  test('an empty cell leaves the field alone, and the trash keeps what is in it', async () => {
    const file = write('t.csv', table('Maija', '1.3.2022'));
    await commands.json('import', file, '--as', 'action');
    await commands.json('action', 'set', 'T-2', '--due', '9.3.2022');
    await commands.json('action', 'remove', 'T-1');
    expect(await commands.json('import', file, '--as', 'action')).toEqual(counts(0, 0, 2));
    expect(await commands.json('action', 'list')).toMatchObject([{ code: 'T-2', due: '2022-03-09' }]);
  });

  test('what lies in the trash stays there under other headings too, and what was undone does not lie there', async () => {
    const file = write('t.csv', table('Maija', '1.3.2022'));
    await commands.json('import', file, '--as', 'action');
    await commands.json('action', 'remove', 'T-1');
    const other = write('o.csv', 'Tehtävä;Muistiinpanot\nSovi tila;a\nMuu;b\n');
    expect(await commands.json('import', other, '--as', 'action')).toEqual(counts(1, 0, 1));
    await commands.json('undo');
    expect(await commands.json('import', other, '--as', 'action')).toEqual(counts(1, 0, 1));
    expect(await commands.json('action', 'list', '--sort', 'code', '--fields', 'title')).toEqual([
      { title: 'Tilaa tarjoilu' },
      { title: 'Muu' },
    ]);
  });

  test('undoing an import forgets its memory, redoing it brings it back', async () => {
    const file = write('t.csv', table('Maija', '1.3.2022'));
    await commands.json('import', file, '--as', 'action');
    await commands.json('undo');
    expect(await commands.json('action', 'list')).toEqual([]);
    await commands.json('redo');
    expect(await commands.json('import', file, '--as', 'action')).toEqual(counts(0, 0, 2));
    await commands.json('undo');
    expect(await commands.json('import', file, '--as', 'action')).toEqual(counts(2, 0, 0));
  });

  test('rows of equal keys are told apart by their order', async () => {
    const file = write('t.csv', 'Tehtävä;Määräpäivä\nSoita;1.3.2022\nSoita;2.3.2022\n');
    expect(await commands.json('import', file, '--as', 'action')).toEqual(counts(2, 0, 0));
    expect(await commands.json('import', file, '--as', 'action')).toEqual(counts(0, 0, 2));
    write('t.csv', 'Tehtävä;Määräpäivä\nSoita;1.3.2022\nSoita;4.3.2022\n');
    expect(await commands.json('import', file, '--as', 'action')).toEqual(counts(0, 1, 1));
    expect(await commands.json('action', 'show', 'T-2')).toMatchObject({ due: '2022-03-04' });
  });

  test('a person is known by e-mail, else by name and unit', async () => {
    const file = write(
      'h.csv',
      'Nimi;Yksikkö;Sähköposti;Nimike\nMaija M;Kotihoito;maija@esimerkki.fi;hoitaja\nMatti K;Kotihoito;;hoitaja\n',
    );
    expect(await commands.json('import', file, '--as', 'person', '--create-missing')).toEqual(
      counts(2, 0, 0),
    );
    // Another table, so that nothing is remembered of its rows.
    const other = write(
      'h2.csv',
      'Yksikkö;Nimi;Nimike;E-mail\nKotihoito;Maija Uusi;vastaava;MAIJA@esimerkki.fi\nKotihoito;matti k;vastaava;\n',
    );
    expect(await commands.json('import', other, '--as', 'person')).toEqual(counts(0, 2, 0));
    expect(await commands.json('person', 'list', '--fields', 'name,jobTitle')).toEqual([
      { name: 'Maija Uusi', jobTitle: 'vastaava' },
      { name: 'matti k', jobTitle: 'vastaava' },
    ]);
  });

  test('a code means a record only in a file that says it is of this project', async () => {
    await commands.json('risk', 'add', '--title', 'Oma');
    const file = write('r.csv', 'Koodi;Riski\nR-1;Jonkun muun\n');
    expect(await commands.json('import', file, '--as', 'risk')).toEqual(counts(1, 0, 0));
    expect(await commands.json('risk', 'show', 'R-1')).toMatchObject({ title: 'Oma' });
  });

  test('a dated table that was undone comes in again, also by its uids', async () => {
    const file = write('d.csv', 'uid;Tehtävä\n01890000-0000-7000-8000-000000000001;Vanha asia\n');
    const dated = ['import', file, '--as', 'action', '--dated', '1.2.2022'];
    expect(await commands.json(...dated)).toEqual(counts(1, 0, 0));
    await commands.json('undo');
    expect(await commands.json(...dated)).toEqual(counts(1, 0, 0));
    expect(await commands.json('action', 'list', '--as-of', '1.2.2022')).toHaveLength(1);
  });

  test('a row that was left out keeps its place among those of equal keys', async () => {
    const file = write('t.csv', 'Tehtävä;Määräpäivä\nSoita;ei päivä\nSoita;2.3.2022\n');
    expect(await commands.json('import', file, '--as', 'action', '--skip-bad')).toMatchObject({ added: 1 });
    write('t.csv', 'Tehtävä;Määräpäivä\nSoita;1.3.2022\nSoita;2.3.2022\n');
    expect(await commands.json('import', file, '--as', 'action')).toEqual(counts(1, 0, 1));
    expect(await commands.json('action', 'show', 'T-1')).toMatchObject({ due: '2022-03-02' });
    expect(await commands.json('action', 'show', 'T-2')).toMatchObject({ due: '2022-03-01' });
  });

  test('an assessment that came and went here since is no change of the risk', async () => {
    const assessed = (impact: number): string => `Riski;Todennäköisyys;Vaikutus\nViive;3;${impact}\n`;
    const file = write('r.csv', assessed(3));
    await commands.json('import', file, '--as', 'risk');
    await commands.json('risk', 'assess', 'R-1', '--probability', '5', '--impact', '5', '--reason', 'x');
    await commands.json('undo');
    write('r.csv', assessed(4));
    expect(await commands.json('import', file, '--as', 'risk')).toEqual(counts(0, 1, 0));
    await commands.json('risk', 'assess', 'R-1', '--probability', '5', '--impact', '5', '--reason', 'x');
    write('r.csv', assessed(2));
    expect(await commands.json('import', file, '--as', 'risk')).toEqual(counts(0, 0, 0, 1));
  });

  test('codes in a table from another project mean none of our records', async () => {
    await commands.json('risk', 'add', '--title', 'Oma');
    const from = '01890000-0000-7000-8000-00000000ffff';
    const file = write('v.csv', `projectUid;Tehtävä;Lähde\n${from};Soita;R-1\n`);
    const { code, stdout } = await commands.run(
      'import',
      file,
      '--as',
      'action',
      '--map',
      'Lähde=source',
      '--json',
    );
    expect(code).toBe(1);
    const reason = expect.stringContaining('R-1') as string;
    expect(JSON.parse(stdout)).toMatchObject({ added: 0, refused: [{ row: 2, column: 'Lähde', reason }] });
    write('v.csv', 'Tehtävä;Lähde\nSoita;R-1\n');
    expect(await commands.json('import', file, '--as', 'action', '--map', 'Lähde=source')).toEqual(
      counts(1, 0, 0),
    );
  });

  test('a series that comes in a table is laid out, and goes with it', async () => {
    await commands.json('group', 'add', '--title', 'Klubi', '--kind', 'club');
    const file = write('s.csv', 'Ryhmä;Rytmi\nKlubi;viikoittain ke\n');
    expect(await commands.json('import', file, '--as', 'series')).toEqual(counts(1, 0, 0));
    expect((await commands.json('session', 'list')) as Json[]).not.toEqual([]);
    expect(await commands.json('import', file, '--as', 'series')).toEqual(counts(0, 0, 1));
    await commands.json('undo');
    expect(await commands.json('session', 'list')).toEqual([]);
  });

  test('a uid of another kind of record is refused by its row', async () => {
    const { uid } = (await commands.json('risk', 'add', '--title', 'Riski')) as { uid: string };
    const file = write('u.csv', `uid;Tehtävä;Vastuu\n${uid};Soita;Hankepäällikkö\n`);
    const { code, stdout } = await commands.run('import', file, '--as', 'action', '--json');
    expect(code).toBe(1);
    const reason = expect.stringContaining('R-1') as string;
    expect(JSON.parse(stdout)).toMatchObject({ added: 0, refused: [{ row: 2, column: null, reason }] });
  });
});
