import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readCsv } from '../../source/exchange/csv.ts';
import { Commands } from './sample-home.ts';

type Json = Record<string, unknown>;

const plan = [
  'Kohderyhmä;Tavoite;Keinot;Sisältö;Aikataulu;Vastuu;Seuranta',
  'Henkilöstö;"Tietää, mistä digitukea saa\nja uskaltaa kysyä";"Uutiskirje\nTeams-kanava";"Klubien aiheet;\n""vinkit""";1–2 kk välein;Hankesuunnittelija, viestintäsuunnittelija;Avausprosentti',
  'Esihenkilöt;Antaa työaikaa digitsemppareille;Esihenkilöpäivä;=Yhteenveto tuloksista;Keväällä ja syksyllä;Hankepäällikkö;Kysely – 1 × vuosi',
  'Asukkaat;"Löytää palvelut";Verkkosivut, paikallislehti;Mitä muuttuu;Tarvittaessa;Viestintäsuunnittelija;Käynnit',
].join('\r\n');

const risks = [
  'Riski;Luokka;Syyt;Seuraukset;Todennäköisyys (1–5);Vaikutus (1–5);Omistaja;Varautuminen;Kirjattu',
  'Avainhenkilö vaihtuu;Henkilöstö;"Yksi suunnittelija;\nei varahenkilöä";Tieto katoaa;3;4;Hankepäällikkö;"Perehdytys\nVarahenkilö";14.1.2022',
  'Hankinta viivästyy;Aikataulu;-markkinavuoropuhelu jää pitämättä;Käyttöönotto siirtyy;2;5;Hankinta-asiantuntija;Aloitetaan ajoissa;1.2.2022',
].join('\r\n');

/** As a Finnish Excel saves "CSV (luetteloerotin)": Windows-1252 and CRLF. The dash – is byte 96 there. */
function saved(table: string): Buffer {
  return Buffer.concat(
    Array.from(`${table}\r\n`, (letter) =>
      letter === '–' ? Buffer.from([0x96]) : Buffer.from(letter, 'latin1'),
    ),
  );
}

let commands: Commands;
beforeEach(async () => {
  commands = new Commands();
  await commands.json('init', '--title', 'Koehanke');
});

function write(name: string, bytes: Uint8Array | string): string {
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

/** Columns of a table by heading, without what an export adds; line breaks are one kind. */
function content(bytes: Uint8Array, headings: readonly string[]): string[][] {
  const table = readCsv(bytes, 'x.csv');
  const places = headings.map((heading) => table.headings.indexOf(heading));
  return table.rows.map(({ cells }) => places.map((place) => (cells[place] ?? '').replaceAll('\r\n', '\n')));
}

describe('Tables as a Finnish Excel saves them', () => {
  test('A communication plan comes in, is shown, and goes out with the same content', async () => {
    const file = write('viestintäsuunnitelma.csv', saved(plan));
    expect(await commands.json('import', file)).toEqual(counts(3, 0, 0));
    expect(await commands.json('plan', 'show', 'V-1')).toMatchObject({
      audience: 'Henkilöstö',
      goal: 'Tietää, mistä digitukea saa\nja uskaltaa kysyä',
      means: ['Uutiskirje', 'Teams-kanava'],
      content: 'Klubien aiheet;\n"vinkit"',
      schedule: '1–2 kk välein',
      responsible: ['Hankesuunnittelija', 'viestintäsuunnittelija'],
    });
    expect((await commands.run('plan', 'show', 'V-2')).stdout).toContain('=Yhteenveto tuloksista');
    const out = path.join(commands.home.folder, 'ulos.csv');
    await commands.json('export', 'plan', '--format', 'csv', '--out', out);
    // A list's items may stand under each other in a cell; going out they are parted by commas.
    const given = content(saved(plan), [
      'Kohderyhmä',
      'Tavoite',
      'Sisältö',
      'Aikataulu',
      'Vastuu',
      'Seuranta',
    ]);
    const written = content(readFileSync(out), [
      'Kohderyhmä',
      'Tavoite',
      'Sisältö',
      'Aikataulu',
      'Vastuu',
      'Seuranta',
    ]);
    expect(written).toEqual(
      given.map((row) => row.map((cell) => (cell.startsWith('=') ? `'${cell}` : cell))),
    );
    expect(content(readFileSync(out), ['Keinot'])).toEqual([
      ['Uutiskirje, Teams-kanava'],
      ['Esihenkilöpäivä'],
      ['Verkkosivut, paikallislehti'],
    ]);
    expect(await commands.json('import', out, '--as', 'plan')).toEqual(counts(0, 0, 3));
    expect(await commands.json('import', file)).toEqual(counts(0, 0, 3));
  });

  test('A risk table: headings of its own, numbers as an assessment, and the same content out', async () => {
    const file = write('riskit.csv', saved(risks));
    expect(await commands.json('import', file, '--dry-run')).toEqual(counts(2, 0, 0));
    expect(await commands.json('risk', 'list')).toEqual([]);
    expect(await commands.json('import', file)).toEqual(counts(2, 0, 0));
    expect(await commands.json('risk', 'show', 'R-2')).toMatchObject({
      title: 'Hankinta viivästyy',
      category: 'schedule',
      cause: '-markkinavuoropuhelu jää pitämättä',
      probability: 2,
      impact: 5,
      score: 10,
      identified: '2022-02-01',
    });
    const { stdout } = await commands.run('export', 'risk', '--format', 'csv');
    const headings = ['Riski', 'Omistaja', 'Varautuminen', 'Todennäköisyys', 'Vaikutus', 'Tunnistettu'];
    expect(content(Buffer.from(stdout), headings)).toEqual([
      ['Avainhenkilö vaihtuu', 'Hankepäällikkö', 'Perehdytys\nVarahenkilö', '3', '4', '14.1.2022'],
      ['Hankinta viivästyy', 'Hankinta-asiantuntija', 'Aloitetaan ajoissa', '2', '5', '1.2.2022'],
    ]);
    const steps = await commands.json('history');
    expect(await commands.json('import', file)).toEqual(counts(0, 0, 2));
    expect(await commands.json('history')).toEqual(steps);
  });
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

describe('What is not right', () => {
  const table =
    'Nimi;Yksikkö;Sähköposti\nMaija;Kotihoito;maija(at)esimerkki.fi\nMatti;;matti@esimerkki.fi\nLiisa\n';

  test('every cell is told of with its row and column, and nothing is written', async () => {
    const file = write('h.csv', table);
    const { code, stdout } = await commands.run('import', file, '--as', 'henkilö', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      added: 0,
      changed: 0,
      same: 0,
      conflict: 0,
      refused: [
        { row: 2, column: 'Yksikkö', reason: expect.stringContaining('--create-missing') as string },
        { row: 2, column: 'Sähköposti', reason: expect.stringContaining('maija(at)esimerkki.fi') as string },
        { row: 4, column: null, reason: expect.stringContaining('1') as string },
      ],
    });
    expect(await commands.json('person', 'list')).toEqual([]);
    expect(await commands.json('unit', 'list')).toEqual([]);
  });

  test('--skip-bad takes the rest', async () => {
    const file = write('h.csv', table);
    expect(await commands.json('import', file, '--as', 'person', '--skip-bad')).toMatchObject({ added: 1 });
    expect(await commands.json('person', 'list')).toMatchObject([{ name: 'Matti' }]);
  });

  test('headings that fit nothing, that fit no field, and a column that is named by --map', async () => {
    const file = write('x.csv', 'Asia;Milloinka\nTilaa kahvit;1.3.2022\n');
    expect(await commands.error('import', file)).toMatchObject({ exit: 2, code: 'which-register' });
    expect(await commands.error('import', file, '--as', 'action')).toMatchObject({
      exit: 2,
      code: 'no-columns',
    });
    expect(await commands.error('import', file, '--as', 'action', '--map', 'Väärä=title')).toMatchObject({
      exit: 2,
      code: 'wrong-map',
    });
    expect(await commands.error('import', file, '--as', 'action', '--map', 'Asia=titel')).toMatchObject({
      exit: 2,
      code: 'unknown-field',
    });
    expect(
      await commands.json('import', file, '--as', 'action', '--map', 'Asia=title', '--map', 'Milloinka=due'),
    ).toEqual(counts(1, 0, 0));
    expect(await commands.json('action', 'show', 'T-1')).toMatchObject({
      title: 'Tilaa kahvit',
      due: '2022-03-01',
    });
  });

  test('an old table can say when it was true', async () => {
    const file = write('t.csv', 'Tehtävä\nVanha asia\n');
    expect(await commands.json('import', file, '--as', 'action', '--dated', '1.2.2022')).toEqual(
      counts(1, 0, 0),
    );
    expect(await commands.json('action', 'list', '--as-of', '1.2.2022')).toHaveLength(1);
    expect(await commands.json('action', 'list', '--as-of', '31.1.2022')).toEqual([]);
  });
});
