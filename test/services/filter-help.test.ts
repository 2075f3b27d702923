import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { registerOf, registers } from '../../source/registers/index.ts';
import { explainFilter, filterCompletions } from '../../source/services/reading/filter-help.ts';
import { countOf } from '../../source/services/reading/listing.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { makeProject } from '../support/project.ts';
import { runs } from '../support/runs.ts';

const project = makeProject();
afterAll(() => closeStore(project.store));

const risk = registerOf('risk');
const action = registerOf('action');

describe('A filter in plain words', () => {
  test.each([
    ['tila:avoin taso>=korkea', 'Tila on avoin · Taso vähintään korkea'],
    ['määräpäivä<5.4.2023 -tags:vanha', 'Määräpäivä ennen 5.4.2023 · ei Tunnisteet sisältää vanha'],
    ['omistaja: johto', 'Omistaja puuttuu · sanoin ”johto”'],
    ['tila:avoin,toteutunut', 'Tila on avoin tai toteutunut'],
    ['luku>10 päivitys<5.4.2023', 'Riskiluku yli 10 · Päivitettävä ennen 5.4.2023'],
  ])('%s', (text, words) => {
    expect(explainFilter(project, text.startsWith('määrä') ? action : risk, text, 'fi')).toBe(words);
  });

  test('in English too', () => {
    expect(explainFilter(project, risk, 'level>=high -owner: lead', 'en')).toBe(
      'Level at least high · Owner is not empty · with the words “lead”'.replaceAll(/[“”]/g, '”'),
    );
  });
});

describe('What may follow', () => {
  test('names of fields, then their choices, each by the words of the language', () => {
    expect(filterCompletions(risk, 'ta', 'fi')).toContain('taso:');
    expect(filterCompletions(risk, 'le', 'en')).toContain('level:');
    expect(filterCompletions(risk, 'luku', 'fi')).toEqual(['luku:']);
    expect(filterCompletions(risk, 'johto taso>=', 'fi')).toEqual([
      'johto taso>=matala',
      'johto taso>=kohtalainen',
      'johto taso>=korkea',
      'johto taso>="erittäin korkea"',
    ]);
    expect(filterCompletions(risk, 'tila:avoin,to', 'fi')).toEqual(['tila:avoin,toteutunut']);
    expect(filterCompletions(risk, '', 'fi')).toEqual([]);
  });

  test('is understood by the list, in every register and language', () => {
    for (const definition of registers)
      for (const language of ['fi', 'en'] as const)
        for (const letter of 'abcdefghijklmnopqrstuvwxyzäö') {
          for (const start of filterCompletions(definition, letter, language)) {
            expect(
              () => countOf(project, definition, { where: start }, language),
              `${definition.name} ${start}`,
            ).not.toThrow();
            for (const whole of filterCompletions(definition, start, language))
              expect(
                () => countOf(project, definition, { where: whole }, language),
                `${definition.name} ${whole}`,
              ).not.toThrow();
          }
        }
  });

  test('never throws, whatever is typed', () => {
    const text = fc.string({
      unit: fc.constantFrom('t', 'a', 's', 'o', ':', '"', ',', ' ', '-', '<', '=', 'ä', '日', '\\'),
    });
    fc.assert(
      fc.property(text, (typed) => {
        filterCompletions(risk, typed, 'fi');
        explainFilter(project, risk, typed, 'fi');
      }),
      runs(500),
    );
  });
});
