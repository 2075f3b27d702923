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
  return [...table.rows].map(({ cells }) =>
    places.map((place) => (cells[place] ?? '').replaceAll('\r\n', '\n')),
  );
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

  test('what no column gives can be said for all rows, and how is told', async () => {
    const file = write('haku.csv', 'Nimi;Ilmoittautui\nAnna Aalto;1.3.2022\n');
    const words = ['import', file, '--as', 'candidate', '--create-missing', '--language', 'fi'];
    const { code, stdout } = await commands.run(...words);
    expect(code).toBe(1);
    expect(stdout).toContain('Mikään sarake ei ole ”Kierros”. Sama kaikille riveille: --set "round=…"');
    await commands.run('round', 'add', '--title', 'Haku');
    expect(await commands.run(...words, '--set', 'round=RK-1')).toMatchObject({ code: 0 });
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
