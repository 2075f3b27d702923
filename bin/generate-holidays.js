/**
 * Writes data/holidays.fi.json, the Finnish holidays on which nothing is held. Run by hand (`node
 * bin/generate-holidays.js`) when date-holidays is updated; with `--check` it writes nothing and fails when the file is
 * stale.
 *
 * Besides the public holidays the table has Midsummer Eve and Christmas Eve: no public holidays by law, but days off
 * by the public sector's collective agreement, on which no one comes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';

const firstYear = 2015;
const lastYear = 2045;
const eves = new Set(['Midsummer Eve', 'Christmas Eve']);

const inFinnish = new Holidays('FI', { languages: ['fi'] });
const inEnglish = new Holidays('FI', { languages: ['en'] });
/** @type {{ fi: string, en: string }[]} */
const names = [];
/** @type {Record<string, number>} */
const days = {};

for (let year = firstYear; year <= lastYear; year += 1) {
  const english = new Map(inEnglish.getHolidays(year).map((holiday) => [holiday.rule, holiday.name]));
  for (const holiday of inFinnish.getHolidays(year)) {
    const name = { fi: holiday.name, en: english.get(holiday.rule) ?? holiday.name };
    if (holiday.type === 'public' || eves.has(name.en)) {
      const known = names.findIndex((other) => other.en === name.en);
      days[holiday.date.slice(0, 10)] = known === -1 ? names.push(name) - 1 : known;
    }
  }
}

const file = new URL('../data/holidays.fi.json', import.meta.url);
const table = {
  source: 'date-holidays, country FI, type public, and the eves of Midsummer and Christmas',
  licence: 'ISC AND CC-BY-3.0',
  firstYear,
  lastYear,
  names,
  days,
};
const text = `${JSON.stringify(table, null, 1)}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('data/holidays.fi.json is stale: run node bin/generate-holidays.js');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
}
