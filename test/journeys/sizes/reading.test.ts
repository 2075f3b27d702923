/** Preview, pages of records and the small pictures. */
import { expect, test } from 'vitest';
import { openTurning, turns } from './turning.ts';

test.each(turns)(
  'the preview follows; a page keeps its part; back and - come to the exact place, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    window.press('4', 'j', 'j');
    await window.shows(/› ?R-10 /);
    if (window.size.columns >= 120) await window.shows(/│ R-10 {2}Malli ei jää/);
    await window.turn(/› ?R-10 /);
    window.press('k');
    await window.shows(/› ?R-3 /);
    if (window.size.columns >= 120) await window.shows(/│ R-3 {2}Henkilöstöllä/);
    window.press('Enter');
    await window.shows(/─ Riskit › R-3 Henkilöstöllä/);
    // A page that fits whole names no parts.
    if (window.size.rows < 60) {
      await window.shows(/Tiedot.*Riskiarviot 9/);
      window.press('.');
      await window.shows(/› ?Riskiarviot +9/);
    }
    window.press('G');
    await window.turn(/› +PK-15 /);
    window.press('3');
    await window.shows('Tapaamiset');
    window.press('-');
    await window.shows(/─ Riskit › R-3 Henkilöstöllä/, /› +PK-15 /);
    window.press('q');
    await window.turn('Riskit 11', /› ?R-3 /);
    window.press('Enter', 'i');
    await window.turn(/─ Riskit › (R-3 .*|… )› Historia/);
    await window.leave('Historia');
    await window.shows(/─ Riskit › R-3/);
    expect(await window.faults()).toEqual([]);
  },
);

test.each(turns)(
  'funnel, heat map, line of a risk, attendance and the year of a plan line, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    window.press('2', '.', '.');
    await window.turn(/kiinnostunut +█+ +32 +100 %/, /valittu +█+\S* +18 +56 %/, /Saanto 56 %/);
    window.press('4', '.');
    await window.shows(/\[ *\+ 1/, /4 todennäköinen[^]*× 4 merkittävä/);
    window.press('h', 'j');
    await window.turn(/\[ *- 3/, /3 mahdollinen[^]*× 3 kohtalainen/, /Arvioimatta 1 +R-11/);
    window.press(',', 'Home', 'Enter');
    await window.turn('R-4  Esihenkilöiden sitoutuminen', /[▁-█]{3} {2}8 → 12 → 16/);
    window.press('5', 'Home', 'Enter');
    await window.turn(/2023 {2}1✓ 2· 3○ 4○ 5·/);
    window.press('3', '.', '.', '.', '.', '.');
    await window.turn(/OR-1 +30\.11\.2021 +█+ +7 \+1/, /neljä viimeisintä 6,5, sitä\s+edelliset 7,0/);
    expect(await window.faults()).toEqual([]);
  },
);
