/** Forms: what is typed into them stands through every new size, and is kept when they are left. */
import { expect, test } from 'vitest';
import { show } from '../console-home.ts';
import { openTurning, turns } from './turning.ts';

test.each(turns)(
  'a form says what is wrong, reads days, draws a month and keeps a draft, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    window.press('3', '.', '.', '.', 'n');
    await window.shows('Uusi tehtävä');
    window.press('Ctrl+S');
    await window.turn('Tämä tarvitaan.', /✗ Tehtävä/);
    window.type('Varaa sai');
    window.press('Left');
    await window.turn(/› Tehtävä +\* Varaa sai/);
    window.type('l');
    await window.shows(/› Tehtävä +\* Varaa sali/);
    window.press('Tab', 'Tab');
    window.type('31.2.');
    window.press('Ctrl+S');
    await window.turn(/✗ Määräpäivä +31\.2\./);
    window.press('Ctrl+U');
    window.type('vko 23');
    await window.turn('= ma 5.6.2023', /› Määräpäivä +vko 23/, /› ?(ma )?5/);
    window.press('Shift+Down', 'PageDown');
    await window.turn('= to 6.7.2023', /› ?(to )?6/);
    window.press('Esc');
    await window.hides('Uusi tehtävä');
    await window.shows('Tehtävät 49');
    window.press('n');
    await window.turn('jatkuu luonnoksesta', 'Varaa sali', '6.7.2023');
    window.press('Ctrl+S');
    await window.shows('Lisätty: T-50');
    expect(await show(window.here, 'T-50', 'action')).toMatchObject({
      title: 'Varaa sali',
      due: '2023-07-06',
    });
    expect(await window.faults()).toEqual([]);
  },
);

test.each(turns)(
  'what a field names is made on the spot, by its search and in a form of its own, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    window.press('2', '.', 'n');
    await window.shows('Uusi ilmoittautunut');
    window.type('RK-1');
    window.press('Tab');
    window.type('Maija');
    window.press('Enter');
    await window.turn(/─ Henkilö ─/, /│ › Maija .*\d │/);
    window.type(' Uusi');
    await window.shows(/› \+ Maija Uusi +\+ henkilö/);
    window.press('Enter');
    await window.shows(/Lisätty: H-\d+ Maija Uusi/, /Henkilö +\* H-\d+/, '= Maija Uusi');
    window.press('Tab', 'Tab', 'Tab');
    window.type('Uusi osasto 7');
    window.press('Enter');
    await window.shows(/› \+ Uusi osasto 7/, 'Tab lomakkeelle');
    window.press('Tab');
    await window.turn('Uusi yksikkö', /› Yksikkö +\* Uusi osasto 7/);
    window.press('Ctrl+S');
    await window.shows('Uusi ilmoittautunut', /› Yksikkö +Y-\d+/, '= Uusi osasto 7');
    window.press('Ctrl+S');
    await window.turn(/IL-33/);
    const { person } = await show(window.here, 'IL-33', 'candidate');
    expect(await show(window.here, String(person), 'person')).toMatchObject({ name: 'Maija Uusi' });
    expect(await window.faults()).toEqual([]);
  },
);

test.each(turns)(
  'many lines are pasted, letters of many parts are edited whole, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    window.press('4', 'n');
    await window.shows('Uusi riski');
    window.type('Käsi 👋🏽, perhe 👩‍👧 ja 漢字X');
    window.press('Left', 'Left', 'Backspace', 'Home', ...Array.from({ length: 5 }, () => 'Right'), 'Delete');
    // Of joined pictures one stands for all on the screen; the file keeps them.
    await window.turn(/› Riski +\* Käsi , perhe 👩 ja 字X/u);
    window.paste('yksi\nrivi');
    await window.shows(/› Riski +\* Käsi yksi rivi, perhe 👩 ja/u);
    for (let field = 0; field < 14 && !/› Varautuminen/.test(window.text()); field += 1)
      await window.terminal.answer('Tab');
    await window.shows('› Varautuminen');
    window.paste('ensin\nsitten\n\nlopuksi 漢字');
    await window.shows('sitten');
    window.press('Left', 'Up', 'Up', 'Home');
    await window.turn('› Varautuminen', 'ensin', 'sitten');
    window.type('ja ');
    await window.shows('ja sitten');
    window.press('Ctrl+S');
    await window.shows('Lisätty: R-12');
    expect(await show(window.here, 'R-12')).toMatchObject({
      title: 'Käsi yksi rivi, perhe 👩‍👧 ja 字X',
      handling: 'ensin\nja sitten\n\nlopuksi 漢字',
    });
    expect(await window.faults()).toEqual([]);
  },
);
