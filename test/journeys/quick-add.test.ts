import { expect, test } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, show } from './console-home.ts';

test('a line of words is shown as understood before it is kept, and undone in one step', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('a');
  await terminal.expect('Pikalisäys');
  terminal.type('riski: johdon tuki heikkenee p4 v5 ensi ma');
  await terminal.expect('Riski: johdon tuki heikkenee');
  await terminal.expect(/ma 27\.3\.2023/);
  await terminal.expect(/Todennäköisyys 4/);
  await terminal.expect('Rivinvaihto lisää, sarkain avaa lomakkeen.');
  await terminal.expect(/↵ lisää {2}Tab lomakkeelle/);
  terminal.press('Enter');
  await terminal.expect('Lisätty: R-12 ');
  expect(await show(here, 'R-12')).toMatchObject({
    title: 'johdon tuki heikkenee',
    score: 20,
    review: '2023-03-27',
  });
  terminal.press('u');
  await terminal.expect(/Kumottu: lisätty riski R-12/);
});

test('what a line lacks is said, and the form goes on from what it has', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('a');
  terminal.type('jäsen: Digitsemppari 07');
  await terminal.expect('Vielä tarvitaan: ryhmä.');
  terminal.press('Enter');
  await terminal.expect('Uusi jäsenyys');
  await terminal.expect(/Henkilö +\* H-52/);
  terminal.press('Esc');
  await terminal.expect('MYÖHÄSSÄ');
  terminal.press('a');
  terminal.type('soita tietohallintoon @erityis #talous pe');
  await terminal.expect('Digipalvelujen erityissuunnittelija');
  terminal.press('Tab');
  await terminal.expect('Uusi tehtävä');
  await terminal.expect(/Määräpäivä +24\.3\.2023/);
});

test('a diary line on a record’s page is about it and all that it names, and stands on their pages', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('4', 'Enter');
  await terminal.expect(/R-4 {2}Esihenkilöiden/);
  terminal.press('b');
  terminal.type('Puhuttu TK-15 kanssa');
  await terminal.expect(/Koskee Esihenkilöiden sitoutuminen \(R-4\), Tsemppariklubi:/);
  terminal.press('Enter');
  await terminal.expect(/Lisätty: PK-\d+/);
  terminal.press('G');
  await terminal.expect(/PK-\d+ +Puhuttu TK-15 kanssa/);
  const { stdout } = await runLuotsi(['diary', 'list', '--where', 'Puhuttu', '--json', '--file', here.file], {
    home: here.home,
  });
  expect(JSON.parse(stdout)).toMatchObject([{ text: 'Puhuttu TK-15 kanssa', about: ['R-4', 'TK-15'] }]);
});

test('L links a record to any other by a few letters; both show it; L and Enter take it away', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('4', 'L');
  await terminal.expect('Liitä: R-4');
  terminal.type('uutiskirje henk');
  await terminal.expect(/› V-3\.4 +Uutiskirje/);
  terminal.press('Enter');
  await terminal.expect('Liitetty: R-4 ja V-3.4');
  expect(await show(here, 'R-4')).toMatchObject({ related: ['V-3.4'] });
  terminal.press(':');
  terminal.type('V-3.4');
  terminal.press('Enter');
  await terminal.expect(/V-3\.4 {2}Uutiskirje/);
  await terminal.expect(/R-4 +Esihenkilöiden sitoutuminen/);
  terminal.press('L');
  await terminal.expect(/R-4 .*poistaa liitoksen/);
  terminal.press('Enter');
  await terminal.expect('Liitos poistettu: V-3.4 ja R-4');
  expect(await show(here, 'R-4')).toMatchObject({ related: [] });
  terminal.press('u');
  await terminal.expect(/Kumottu: liitos poistettu: viestintätoimenpide R-4|Kumottu/);
  expect(await show(here, 'R-4')).toMatchObject({ related: ['V-3.4'] });
});

test('the command line shows what it understood, or only shows it', async () => {
  const { home, file } = await consoleHome();
  const run = async (...words: string[]) => runLuotsi([...words, '--file', file], { home });
  const dry = await run('add', 'riski: johdon tuki p4 v5 ensi ma', '--dry-run', '--json');
  expect(JSON.parse(dry.stdout)).toEqual({
    register: 'risk',
    values: { title: 'johdon tuki', reviewBy: '2023-03-27', probability: 4, impact: 5 },
    missing: [],
  });
  expect((await run('add', 'jäsen: Digitsemppari 07', '--dry-run')).stdout).toContain(
    'Vielä tarvitaan: Ryhmä',
  );
  expect((await run('risk', 'show', 'R-12')).code).toBe(1);
  expect((await run('add', 'soita #talous pe')).stdout).toMatch(
    /Lisätty: T-\d+ soita\n +Tehtävä +soita\n +Määräpäivä +pe 24\.3\.2023\n +Tunnisteet +talous/,
  );
  expect(JSON.parse((await run('link', 'R-4', 'TK-15', '--json')).stdout)).toMatchObject({
    code: 'R-4',
    linked: ['TK-15'],
  });
  expect((await run('link', 'R-4', 'TK-15')).stdout).toContain('Ennallaan: R-4 ja TK-15');
  expect((await run('unlink', 'TK-15', 'R-4')).stdout).toContain('Liitos poistettu: TK-15 ja R-4');
  expect((await run('link', 'R-4', 'R-4', '--json')).code).toBe(1);
});
