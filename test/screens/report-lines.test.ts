import { expect, test } from 'vitest';
import { reportLines } from '../../source/screens/reporting/report-lines.ts';
import { lineWidth, plainText } from '../../source/widgets/lines/styled.ts';

const table = [
  '| Osa-alue  | Valo         | Miksi                                   | Nyt |',
  '| --------- | ------------ | --------------------------------------- | --: |',
  '| Aikataulu | **vihreä**   | Yksikään toimenpiteistä ei ole myöhässä | 8   |',
  '| Ihmiset   | keltainen    | Kaksi \\| kolme                          | 10  |',
].join('\n');

test('tables stand in columns whatever is bold in them, and wrap inside their cells', () => {
  expect(reportLines(table, 80).map((one) => plainText(one).trimEnd())).toEqual([
    ' Osa-alue   Valo       Miksi                                    Nyt',
    ' ─────────  ─────────  ───────────────────────────────────────  ───',
    ' Aikataulu  vihreä     Yksikään toimenpiteistä ei ole myöhässä    8',
    ' Ihmiset    keltainen  Kaksi | kolme                             10',
  ]);
  const narrow = reportLines(table, 50);
  expect(narrow.map((one) => plainText(one).trimEnd()).slice(2)).toEqual([
    ' Aikataulu  vihreä     Yksikään                  8',
    '                       toimenpiteistä ei ole',
    '                       myöhässä',
    ' Ihmiset    keltainen  Kaksi | kolme            10',
  ]);
  expect(narrow.every((one) => lineWidth(one) <= 50)).toBe(true);
});

test('for who listens each row of a table is a line, each value after the name of its column', () => {
  const told = reportLines(
    `${table}\n| Raha      |              | Kulut                                   |     |`,
    80,
    { spoken: true },
  );
  expect(told.map((one) => plainText(one))).toEqual([
    'Osa-alue: Aikataulu, Valo: vihreä, Miksi: Yksikään toimenpiteistä ei ole myöhässä, Nyt: 8',
    'Osa-alue: Ihmiset, Valo: keltainen, Miksi: Kaksi | kolme, Nyt: 10',
    'Osa-alue: Raha, Miksi: Kulut',
  ]);
});

test('a text is wrapped once, to the width of the screen, and shown as it was written', () => {
  const text = [
    'Esihenkilöt eivät anna digitsemppareille työaikaa eivätkä nosta',
    'asiaa yksikössä esiin.',
    '',
    String.raw`- **Tila:** käsittelyssä \[1\]`,
    '- **Varautuminen:** sovitaan ajoissa',
    '  johdon kanssa',
  ].join('\n');
  const shown = (width: number): string[] => reportLines(text, width).map((one) => plainText(one).trimEnd());
  expect(shown(110)).toEqual([
    ' Esihenkilöt eivät anna digitsemppareille työaikaa eivätkä nosta asiaa yksikössä esiin.',
    '',
    ' - Tila: käsittelyssä [1]',
    ' - Varautuminen: sovitaan ajoissa johdon kanssa',
  ]);
  expect(shown(50)).toEqual([
    ' Esihenkilöt eivät anna digitsemppareille',
    ' työaikaa eivätkä nosta asiaa yksikössä esiin.',
    '',
    ' - Tila: käsittelyssä [1]',
    ' - Varautuminen: sovitaan ajoissa johdon',
    '   kanssa',
  ]);
});
