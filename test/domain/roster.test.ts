import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingOf } from '../../source/domain/meetings/roster.ts';
import { readPromise } from '../../source/domain/meetings/promise-line.ts';
import { readStandingAgenda } from '../../source/domain/meetings/standing-agenda.ts';
import { namesMinutesOf } from '../../source/domain/meetings/kept-by.ts';
import { runs } from '../support/runs.ts';
import type { Seat } from '../../source/domain/meetings/roster.ts';

const seat = (person: number, role: string, mark: string | null, deputies: number[] = []): Seat => ({
  person,
  role,
  mark,
  deputies,
});

describe('Enough to decide', () => {
  test('counts members with a vote, there themselves or by deputy', () => {
    const seats = [
      seat(1, 'chair', 'present'),
      seat(2, 'member', 'deputy'),
      seat(3, 'member', 'apology'),
      seat(4, 'member', 'recording'),
      seat(5, 'expert', 'present'),
      seat(6, 'presenter', 'present'),
    ];
    expect(standingOf(seats, 2)).toEqual({ voters: 4, present: 2, isQuorate: true });
    expect(standingOf(seats, 3).isQuorate).toBe(false);
    expect(standingOf(seats, null).isQuorate).toBeNull();
  });

  test('a deputy who is there stands for one absent member, and no more', () => {
    const deputy = seat(9, 'deputy', 'present');
    const away = [seat(1, 'member', 'apology', [9]), seat(2, 'member', null, [9])];
    expect(standingOf([...away, deputy], null)).toMatchObject({ voters: 2, present: 1 });
    expect(standingOf([seat(1, 'member', 'present', [9]), deputy], null)).toMatchObject({
      voters: 1,
      present: 1,
    });
  });

  test('a person with two roles is one', () => {
    expect(standingOf([seat(1, 'member', 'present'), seat(1, 'checker', 'present')], 2)).toEqual({
      voters: 1,
      present: 1,
      isQuorate: false,
    });
  });
});

describe('Nobody counts twice', () => {
  const sitsIn = (person: number, deputy: number, deputies: number[] = []): Seat => ({
    ...seat(person, 'member', 'deputy', deputies),
    deputy,
  });

  test.each<[string, Seat[], number]>([
    [
      'sits in for one and is marked present',
      [sitsIn(1, 9), seat(2, 'member', null, [9]), seat(9, 'deputy', 'present')],
      1,
    ],
    ['sits in for two', [sitsIn(1, 9), sitsIn(2, 9)], 1],
    ['is a member here and sits in for another', [sitsIn(1, 2), seat(2, 'member', 'present')], 1],
    [
      'is a member here and the deputy of another',
      [seat(1, 'member', null, [2]), seat(2, 'member', 'present')],
      1,
    ],
    [
      'may be who sat in though nobody said',
      [seat(1, 'member', 'deputy', [9]), seat(2, 'member', null, [9]), seat(9, 'deputy', 'present')],
      1,
    ],
    [
      'sits in for two, one of whom another may stand for',
      [sitsIn(1, 9, [8]), sitsIn(2, 9), seat(8, 'deputy', 'present')],
      2,
    ],
    [
      'could stand for two, one of whom another may stand for',
      [
        seat(1, 'member', null, [8, 9]),
        seat(2, 'member', null, [8]),
        seat(8, 'deputy', 'present'),
        seat(9, 'deputy', 'present'),
      ],
      2,
    ],
    [
      'has a deputy in one of two seats',
      [seat(1, 'member', null, [9]), seat(1, 'checker', null), seat(9, 'deputy', 'present')],
      1,
    ],
  ])('who %s', (_case, seats, present) => {
    expect(standingOf(seats, null).present).toBe(present);
    expect(standingOf(seats.toReversed(), null).present).toBe(present);
  });

  const member = fc.record({
    person: fc.nat({ max: 5 }),
    role: fc.constantFrom('chair', 'member', 'checker', 'expert', 'deputy'),
    deputies: fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 2 }),
  });
  // By person: present, away, or who sat in.
  const marks = fc.array(fc.oneof(fc.constantFrom('present', 'apology'), fc.nat({ max: 7 })), {
    minLength: 6,
    maxLength: 6,
  });

  test('as many are there as can each be given somebody of their own, whatever the marks', () => {
    fc.assert(
      fc.property(fc.array(member, { maxLength: 6 }), marks, (members, marked) => {
        const seats = members.map((one): Seat => {
          const mark = marked[one.person] ?? null;
          return typeof mark === 'number' ? { ...one, mark: 'deputy', deputy: mark } : { ...one, mark };
        });
        const voting = seats.filter(({ role }) => role !== 'expert' && role !== 'deputy');
        const voters = [...new Set(voting.map(({ person }) => person))];
        const isHere = (person: number): boolean =>
          seats.some((one) => one.person === person && one.mark === 'present');
        const here = voters.filter(isHere);
        const able = voters
          .filter((voter) => !isHere(voter))
          .map((voter) =>
            voting
              .filter(({ person }) => person === voter)
              .flatMap(({ deputy, deputies = [] }) => [...deputies.filter(isHere), deputy ?? -1])
              .filter((person) => person !== -1),
          );
        const most = ([first, ...rest]: readonly number[][], used: readonly number[]): number =>
          first === undefined
            ? 0
            : Math.max(
                most(rest, used),
                ...first
                  .filter((person) => !used.includes(person))
                  .map((person) => 1 + most(rest, [...used, person])),
              );
        expect(standingOf(seats, null).present).toBe(here.length + most(able, here));
      }),
      runs(400),
    );
  });
});

describe('A promise in one line', () => {
  const table = [
    { id: 1, name: 'Maija Meikäläinen' },
    { id: 2, name: 'Digitsemppari 07' },
    { id: 3, name: 'Digitsemppari 08' },
  ];
  const others = [
    { id: 4, name: 'Maija Muu' },
    { id: 5, name: 'Hankesuunnittelija' },
  ];
  // A Wednesday.
  const read = (line: string) => readPromise(line, '2023-03-22', [table, others]);

  test.each([
    ['Maija tekee kutsut ensi ma', 1, 'Tekee kutsut', '2023-03-27'],
    ['digits 07 kokoaa linkit pe', 2, 'Kokoaa linkit', '2023-03-24'],
    ['hanke vie päätökset työryhmille 31.3.', 5, 'Vie päätökset työryhmille', '2023-03-31'],
    ['Maija Muu: tilaa kahvit', 4, 'Tilaa kahvit', null],
    ['kutsut lähetetään huomenna', null, 'Kutsut lähetetään', '2023-03-23'],
    ['Maija', null, 'Maija', null],
  ])('%s', (line, owner, title, due) => {
    expect(read(line)).toMatchObject({ owner, title, due });
  });

  test('where a name may mean several, nobody is guessed', () => {
    expect(read('digitsemppari kokoaa linkit pe')).toEqual({
      owner: null,
      title: 'Digitsemppari kokoaa linkit',
      due: '2023-03-24',
      unclear: ['Digitsemppari 07', 'Digitsemppari 08'],
    });
  });
});

test('a standing agenda is read a line an item, with minutes where they are said', () => {
  expect(readStandingAgenda('1. Avaus\n\n- Talous 15 min\nRiskit (10 min)\nMuut asiat')).toEqual([
    { title: 'Avaus', minutes: null },
    { title: 'Talous', minutes: 15 },
    { title: 'Riskit', minutes: 10 },
    { title: 'Muut asiat', minutes: null },
  ]);
});

test.each([
  ['Ohjausryhmän pöytäkirjat.', 'steering', 'Ohjausryhmä', true],
  ['ohjausryhmän kokoukset', 'steering', 'OR', true],
  ['minutes of the steering group', 'steering', 'Board', true],
  ['Työryhmien muistiot', 'workGroup', 'Digitaidot-työryhmä', true],
  ['Digitaidot-työryhmän muistiot', 'club', 'Digitaidot-työryhmä', true],
  ['Ohjausryhmän pöytäkirjat', 'workGroup', 'Digitaidot-työryhmä', false],
  ['sähköposti', 'steering', 'Ohjausryhmä', false],
] as const)('%s kept by a %s called %s: %s', (text, kind, title, kept) => {
  expect(namesMinutesOf(text, { kind, title })).toBe(kept);
});
