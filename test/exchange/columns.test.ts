import { describe, expect, test } from 'vitest';
import { mendPasted } from '../../source/exchange/pasted.ts';
import { readPasted } from '../../source/services/tables/import-source.ts';
import { importTable } from '../../source/services/tables/import.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { begun, bring, options, records } from './bring.ts';

describe('A table pasted', () => {
  test('from Word, with lines within cells, is read row by row', async () => {
    const project = begun();
    const text =
      'Kohderyhmä\tTavoite\tKeinot\r\nHenkilöstö\tTietää tuesta\nja uskaltaa kysyä\tUutiskirje\nTeams-kanava\r\nEsihenkilöt\tAntaa aikaa\tEsihenkilöpäivä\r\n';
    const report = importTable(project, await readPasted(text, 'liitetty'), { ...options, register: 'plan' });
    expect(report).toMatchObject({ added: 2, refused: [] });
    expect(records(project, 'plan')).toMatchObject([
      { goal: 'Tietää tuesta\nja uskaltaa kysyä', means: ['Uutiskirje', 'Teams-kanava'] },
      { audience: 'Esihenkilöt', means: ['Esihenkilöpäivä'] },
    ]);
  });

  test('from Excel, with marks around such cells, stays as it is', () => {
    for (const text of ['a\tb\n"x\ny"\tz\n', 'a\tb\n1\t2\n', 'a\nb\nc\n'])
      expect(mendPasted(text)).toBe(text);
  });
});

describe('Columns', () => {
  test('are known by their values where their headings say nothing', async () => {
    const project = begun();
    const table =
      'Nimi;Missä;Mihin vastataan;Numero\nMaija Malli;Osasto 3;maija@esimerkki.fi;040 123 4567\nMatti Esimerkki;Kotihoito Pohjoinen;matti@esimerkki.fi;050 765 4321\n';
    const report = await bring(project, table, { register: 'person' });
    expect(report).toMatchObject({
      added: 2,
      guessed: [
        { heading: 'Missä', field: 'unit' },
        { heading: 'Mihin vastataan', field: 'email' },
        { heading: 'Numero', field: 'phone' },
      ],
    });
    expect(records(project, 'person')[0]).toMatchObject({
      email: 'maija@esimerkki.fi',
      phone: '040 123 4567',
    });
  });

  test('what was said of them is remembered by their headings, and forgotten when the import is undone', async () => {
    const project = begun();
    const table = 'Asia;Takaraja\nSoita;1.4.2022\nKirjoita;2.4.2022\n';
    const maps = ['Asia=title', 'Takaraja=due'];
    expect(await bring(project, table, { register: 'action', maps })).toMatchObject({ added: 2 });
    expect(await bring(project, `${table}Kysy;3.4.2022\n`)).toMatchObject({
      register: 'action',
      added: 1,
      same: 2,
    });
    undo(project);
    undo(project);
    await expect(bring(project, table)).rejects.toMatchObject({ code: 'which-register' });
  });

  test('a cell with an error of the spreadsheet is refused with its row', async () => {
    const report = await bring(begun(), 'Tehtävä;Muistiinpanot\nSoita;#REF!\n', { register: 'action' });
    expect(report).toMatchObject({ added: 0, refused: [{ row: 2, column: 'Muistiinpanot' }] });
  });

  test('a phase table as text, under a title', async () => {
    const project = begun();
    const table = 'Hankkeen vaiheet;;;\nToimenpide;8-12/2020;1-6/2021;7-12/2021\nKysely;x;;\nKoulutus;;x;x\n';
    expect(await bring(project, table, { register: 'activity' })).toMatchObject({ added: 2, refused: [] });
    expect(records(project, 'activity').map(({ span }) => span)).toEqual([
      '2020-08-01/2020-12-31',
      '2021-01-01/2021-12-31',
    ]);
  });
});
