/** Every screen in both languages: no key of the message table, no word of the other language, none that is cut at 80 columns. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messages, type Language } from '../../source/language/index.ts';
import { registers } from '../../source/registers/index.ts';
import { screenNames, tabsOfScreen } from '../../source/screens/session/navigation.ts';
import { places, Walker } from '../support/places.ts';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, type ConsoleHome } from './console-home.ts';

const languages = [
  ['fi', 'en', 'fi_FI.UTF-8'],
  ['en', 'fi', 'en_GB.UTF-8'],
] as const;

/** Sentences and words of a table by their path; those that are made from what they tell of are not known beforehand. */
function entries(table: unknown, path = ''): [string, string][] {
  if (typeof table === 'string') return [[path, table]];
  if (typeof table !== 'object' || table === null) return [];
  return Object.entries(table).flatMap(([key, value]) =>
    entries(value, path === '' ? key : `${path}.${key}`),
  );
}

/** Names of registers, fields, choices and tabs. */
function declared(language: Language): string[] {
  const ofFields = registers.flatMap(({ label, fields, derived }) => [
    label.one[language],
    label.many[language],
    ...[...Object.values(fields), ...Object.values(derived ?? {}).map(({ field }) => field)].flatMap(
      (field) => [
        field.label[language],
        ...Object.values(field.choices ?? {}).map((choice) => choice[language]),
      ],
    ),
  ]);
  const ofTabs = screenNames.flatMap((screen) =>
    tabsOfScreen[screen].flatMap(({ label }) => (label === undefined ? [] : [label[language]])),
  );
  return [...ofFields, ...ofTabs];
}

const wordsOf = (language: Language): string[] => [
  ...new Set([...entries(messages(language).console).map(([, text]) => text), ...declared(language)]),
];

/** What the sample's people wrote: in whatever language, it stands on the screen as it is. Choices are no words of theirs. */
async function dataOf(here: ConsoleHome): Promise<string> {
  const file = `${here.home.folder}/all.json`;
  await runLuotsi(['export', '--format', 'json', '--out', file, '--file', here.file], { home: here.home });
  const texts: string[] = [];
  JSON.parse(readFileSync(file, 'utf8'), (_, value: unknown) => {
    if (typeof value === 'string' && !/^[a-z]+([A-Z][a-z]+)*$/.test(value)) texts.push(value);
    return value;
  });
  return JSON.stringify(texts).toLowerCase();
}

/** Words of the other language that say enough to be told from ours and from data. */
function foreignWords(own: Language, other: Language, data: string): string[] {
  const ours = wordsOf(own).join('\n').toLowerCase();
  return wordsOf(other).filter((text) => {
    const lower = text.toLowerCase();
    return text.length >= 6 && !ours.includes(lower) && !data.includes(lower);
  });
}

const isWord = (screen: string, text: string): boolean => {
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\d])${escaped}(?![\p{L}\d])`, 'iu').test(screen);
};

/** What stands before an ellipsis and begins a word or phrase that the tables know, unless it was cut out of data. */
function cutWords(screen: readonly string[], known: readonly string[], data: string): string[] {
  const whole = known.filter((word) => !word.endsWith('…'));
  const meant = new Set(known.filter((word) => word.endsWith('…')).map((word) => word.slice(0, -1).trim()));
  // Of what stands in columns and after separators only the last was cut.
  const cells = screen
    .flatMap((line) => [...line.matchAll(/([^│…]+)…/gu)])
    .map(([, text = '']) => (text.split(/ {2,}|[,·:=›] /).at(-1) ?? '').toLowerCase().trim())
    .filter((cell) => cell !== '' && !meant.has(cell) && !data.includes(cell));
  return cells.flatMap((cell) =>
    [...cell.matchAll(/(?<![\p{L}\d])\p{L}/gu)]
      // With the word before it, it stands in the data: so it was cut out of them.
      .filter(({ index }) => index === 0 || !data.includes(cell.slice(cell.lastIndexOf(' ', index - 2) + 1)))
      .map(({ index }) => cell.slice(index))
      .filter(
        (piece) =>
          piece.length >= 5 && whole.some((word) => word.length > piece.length && word.startsWith(piece)),
      ),
  );
}

test.each(languages)(
  'every screen speaks %s and nothing else, and cuts none of its own words',
  async (own, other, locale) => {
    const here = await consoleHome();
    const data = await dataOf(here);
    const foreign = foreignWords(own, other, data);
    const table = entries(messages(own));
    const known = [...declared(own), ...table.map(([, text]) => text)].map((word) => word.toLowerCase());
    const keys = table.map(([path]) => path).filter((path) => path.includes('.'));
    // Else the tables were not read, and nothing would be looked for.
    expect([foreign.length > 150, known.length > 500, keys.length > 500]).toEqual([true, true, true]);
    const terminal = openConsole(here, { columns: 80, rows: 24, environment: { LANG: locale } });
    await live(terminal);
    const walker = new Walker(terminal);
    const found: Record<string, string[]> = {};
    for (const place of places) {
      const screen = await walker.to(place);
      const text = screen.join('\n');
      const wrong = [
        ...keys.filter((key) => isWord(text, key)).map((key) => `raw key ${key}`),
        ...foreign.filter((word) => isWord(text, word)).map((word) => `foreign: ${word}`),
        ...cutWords(screen, known, data).map((piece) => `cut: ${piece}…`),
      ];
      if (wrong.length > 0) found[place.id] = wrong;
    }
    expect(found).toEqual({});
  },
  240_000,
);
