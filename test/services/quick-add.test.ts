import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registers } from '../../source/registers/index.ts';
import {
  factsOf,
  jsonValues,
  keep,
  quickRegisters,
  understand,
} from '../../source/services/quick-add/quick-add.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { fillProject, makeProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { runs } from '../support/runs.ts';

const project = makeProject();
const filled = fillProject(project);
addRecord(project, 'round', { title: 'Kevään haku', opens: '2022-03-01' });
addRecord(project, 'plan', { audience: 'Henkilöstö' });

const read = (line: string): Record<string, unknown> => {
  const understood = understand(project, line, 'fi');
  return { register: understood.definition.name, ...jsonValues(project, understood) };
};

/** A line for each register: 1.3.2022 is a Tuesday. */
const lines: Readonly<Record<string, readonly [line: string, values: Record<string, unknown>]>> = {
  objective: ['tavoite: Digitaidot vahvistuvat', { title: 'Digitaidot vahvistuvat' }],
  package: [
    'työpaketti: Juurrutus 1.9.–31.12.2022',
    { title: 'Juurrutus', starts: '2022-09-01', ends: '2022-12-31' },
  ],
  activity: [
    'toimenpide: Pilotti @suunnittelija +2vk',
    { title: 'Pilotti', responsible: 'suunnittelija', due: '2022-03-15' },
  ],
  unit: [
    'yksikkö: Terveysasema Sotkamo tulosalue:Terveys',
    { name: 'Terveysasema Sotkamo', area: 'Terveys' },
  ],
  person: [
    'henkilö: Maija Uusi 040 123 4567 maija@esimerkki.fi',
    { name: 'Maija Uusi', phone: '040 123 4567', email: 'maija@esimerkki.fi' },
  ],
  round: [
    'kierros: Syksyn haku 1.9.–30.9.',
    { title: 'Syksyn haku', opens: '2022-09-01', closes: '2022-09-30' },
  ],
  candidate: ['ilmoittautunut: Olli Oja', { person: 'H-2', round: 'RK-1' }],
  group: ['ryhmä: Sometiimi #viestintä', { title: 'Sometiimi', tags: ['viestintä'] }],
  membership: ['jäsen: Olli Oja tsemppariklubi 1.4.', { person: 'H-2', group: 'RY-1', starts: '2022-04-01' }],
  session: [
    'tapaaminen: tsemppariklubi Teams-vinkit ensi ke klo 9.30 30 min',
    { group: 'RY-1', topic: 'Teams-vinkit', startsAt: '2022-03-09T09:30', minutes: 30 },
  ],
  decision: ['päätös: jatketaan kokeilua TK-1', { title: 'jatketaan kokeilua', session: 'TK-1' }],
  action: [
    'soita tietohallintoon R-1 @oja #talous pe',
    { title: 'soita tietohallintoon', source: 'R-1', owner: 'H-2', tags: ['talous'], due: '2022-03-04' },
  ],
  topic: ['aihe: tekoäly arjessa ryhmä:tsemppariklubi', { title: 'tekoäly arjessa', group: 'RY-1' }],
  risk: [
    'riski: johdon tuki heikkenee p4 v5 ensi ma',
    { title: 'johdon tuki heikkenee', probability: 4, impact: 5, reviewBy: '2022-03-07' },
  ],
  plan: ['viestintäsuunnitelma: Kumppanit', { audience: 'Kumppanit' }],
  delivery: ['viesti: V-1 kesätiedote 1.6.', { plan: 'V-1', title: 'kesätiedote', due: '2022-06-01' }],
  diary: [
    'päiväkirja: sovittu R-1 ja TK-1 asiat pe',
    { text: 'sovittu R-1 ja TK-1 asiat pe', about: ['R-1', 'TK-1'] },
  ],
};

/** Registers that came after the lines above: they take a title all the same. */
const others = quickRegisters().filter(({ name }) => lines[name] === undefined);

describe('One line of plain words', () => {
  test.each(Object.keys(lines))('becomes a record: %s', (register) => {
    const [line, values] = lines[register] ?? ['', {}];
    expect(read(line)).toEqual({ register, ...values });
    const { result: id } = keep(project, understand(project, line, 'fi'), 'fi');
    for (const [name, value] of Object.entries(values)) {
      if (['string', 'number'].includes(typeof value) && !/^[A-Z]{1,2}-\d/.test(String(value)))
        expect([name, getRecord(project, id)[name]]).toEqual([name, value]);
    }
    undo(project);
  });

  test.each(others.map(({ name }) => name))('keeps its words whatever the register: %s', (name) => {
    const { label } = quickRegisters().find((one) => one.name === name) ?? { label: { one: { fi: '' } } };
    expect(Object.values(read(`${label.one.fi}: jotakin uutta`))).toContain('jotakin uutta');
  });

  test('takes English as well, and its own names of fields', () => {
    expect(read('risk: support fades p4 i5 next mon')).toMatchObject({
      title: 'support fades',
      probability: 4,
      impact: 5,
      reviewBy: '2022-03-07',
    });
    expect(read('risk: money category:finance #grant runs out')).toMatchObject({
      title: 'money runs out',
      category: 'finance',
      tags: ['grant'],
    });
    expect(read('call the desk https://esimerkki.fi/a tomorrow')).toMatchObject({
      title: 'call the desk',
      attachments: ['https://esimerkki.fi/a'],
      due: '2022-03-02',
    });
  });

  test('leaves in the title what it can’t take: a sixth step, a code of nothing, a colon of plain words', () => {
    expect(read('riski: raha loppuu p6 luokka:talous')).toMatchObject({
      title: 'raha loppuu p6',
      category: 'finance',
    });
    expect(read('Palaveri: asialista R-99')).toEqual({
      register: 'action',
      title: 'Palaveri: asialista R-99',
    });
    expect(read('riski: raha luokka:tuntematon')).toMatchObject({ title: 'raha luokka:tuntematon' });
    expect(read('pe')).toEqual({ register: 'action', title: 'pe' });
    expect(read('tarkista R-1 taulukko')).toMatchObject({ title: 'tarkista R-1 taulukko', source: 'R-1' });
  });

  test.each([
    ['soita Ollille huomenna klo 9.30', 'soita Ollille klo 9.30', '2022-03-02'],
    ['soita Ollille pe klo 14 #talous', 'soita Ollille klo 14', '2022-03-04'],
    ['varaa tila 24.5. 9.30', 'varaa tila 9.30', '2022-05-24'],
    ['varaa tila 24.5. klo 24:00', 'varaa tila klo 24:00', '2022-05-24'],
    ['call Olli tomorrow at 9', 'call Olli at 9', '2022-03-02'],
  ])('takes the day before an hour, which stays: %s', (line, title, due) => {
    expect(read(line)).toMatchObject({ title, due });
  });

  test.each([
    ['kokoa luvut 31.2.', '31.2.', 'päivää 31.2. ei ole'],
    ['kokoa luvut (29.2.2027) loppuun', '29.2.2027', 'päivää 29.2.2027 ei ole'],
    ['kokoa vko 60 luvut', 'vko 60', 'vuodessa 2022 ei ole viikkoa 60'],
    ['varaa tila 24.5. klo 24:00', 'klo 24:00', 'sellaista kellonaikaa ei ole'],
    ['asenna versio 1.13', null, null],
    ['soita Ollille pe klo 14', null, null],
    ['päiväkirja: sovittu 31.2. asiat', null, null],
  ])('tells of a day that no calendar has, and keeps its words: %s', (line, text, reason) => {
    const { noDay, title } = understand(project, line, 'fi');
    expect(noDay === null ? null : [noDay.text, noDay.reason.fi]).toEqual(text && [text, reason]);
    if (text !== null) expect(title).toContain(text);
  });

  test('says what is missing, and refuses to keep it so', () => {
    const nobody = understand(project, 'jäsen: tsemppariklubi', 'fi');
    expect(nobody.missing.map(({ en }) => en)).toEqual(['Person']);
    expect(refusal(() => keep(project, nobody, 'fi')).code).toBe('missing-field');
    expect(understand(project, 'riski:', 'fi').missing.map(({ fi }) => fi)).toEqual(['Riski']);
  });

  test('is shown as understood, in the language', () => {
    const understood = understand(project, 'soita @oja pe', 'en');
    expect(factsOf(project, understood, 'en').map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Action: soita',
      'Owner: Olli Oja (H-2)',
      'Due: Fri 4 Mar 2022',
    ]);
  });

  test('never throws and never loses a word', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'pe',
        'ensi',
        'ma',
        '23.3.',
        'klo',
        '9.00',
        '#a',
        '@an',
        'R-1',
        'p4',
        'v9',
        '30',
        'min',
        'vko',
        '12',
      ),
      fc.constantFrom(
        'omistaja:x',
        'määräpäivä:joskus',
        ':',
        '–',
        '040',
        '123456',
        'a@b.fi',
        'https://x.fi',
        '1.–5.4.',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    const names = ['', ...quickRegisters().flatMap(({ name, label }) => [`${name}: `, `${label.one.fi}: `])];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(word, { maxLength: 9 }),
        fc.constantFrom('fi', 'en'),
        (name, words, language) => {
          const text = words.join(' ');
          const understood = understand(project, name + text, language === 'fi' ? 'fi' : 'en');
          factsOf(project, understood, 'fi');
          const left = `${understood.title} ${understood.taken.join(' ')}`.split(/\s+/).filter(Boolean);
          const given = (
            understood.definition.name === 'action' && name !== 'action: ' && name !== 'tehtävä: '
              ? name + text
              : text
          )
            .split(/\s+/)
            .filter(Boolean);
          // A line that begins with a register's name of its own gives that one up.
          const without = given.filter((one) => !left.includes(one));
          expect(
            without.every((one) =>
              registers.some(({ label, name: own, aliases = [] }) =>
                [own, label.one.fi, label.one.en, label.many.fi, label.many.en, ...aliases].some((called) =>
                  `${called.toLowerCase()}:`.includes(one.toLowerCase()),
                ),
              ),
            ),
          ).toBe(true);
          expect(left.length).toBeGreaterThanOrEqual(given.length - 3);
        },
      ),
      runs(300),
    );
  });

  test('finds people of whom a word begins so, and takes other names as they are', () => {
    expect(read('soita @anna')).toMatchObject({ owner: 'H-1' });
    expect(read('soita @pomo')).toMatchObject({ owner: 'pomo' });
    expect(filled.anna).toBeGreaterThan(0);
  });
});
