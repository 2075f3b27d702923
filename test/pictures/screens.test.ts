import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { screenNames, tabsOfScreen } from '../../source/screens/session/navigation.ts';
import { places } from '../support/places.ts';
import { indexPage, pictureFile, pictured } from './screens.ts';

const docs = path.join(import.meta.dirname, '../../docs');

test('every screen and tab is pictured, dark and light, and nothing else (`npm run picture` draws them)', () => {
  const tabs = screenNames.flatMap((screen) =>
    tabsOfScreen[screen].length === 0 ? [screen] : tabsOfScreen[screen].map(({ id }) => `${screen}-${id}`),
  );
  const ids = pictured(places).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(tabs));
  expect(new Set(ids).size).toBe(ids.length);
  const files = pictured(places).flatMap((place) => [
    pictureFile(place, 'dark'),
    pictureFile(place, 'light'),
  ]);
  const drawn = readdirSync(path.join(docs, 'screens')).map((name) => `screens/${name}`);
  expect(drawn.toSorted()).toEqual(files.toSorted());
});

test('the page of pictures shows each of them, and all of them are small', () => {
  const page = readFileSync(path.join(docs, 'screens.md'), 'utf8');
  expect(page).toBe(indexPage(places));
  const named = [...page.matchAll(/\]\((screens\/[^)]+)\)/g)].map(([, file = '']) => path.join(docs, file));
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
  const sizes = named.map((file) => statSync(file).size);
  expect(Math.max(...sizes)).toBeLessThan(40_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
});
