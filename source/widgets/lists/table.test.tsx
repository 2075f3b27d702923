import { describe, expect, it } from 'vitest';
import { showWidget } from '../../../test/support/widget.tsx';
import {
  emptyList,
  moveCursor,
  placeCursor,
  toggleAll,
  toggleMark,
  toggleRange,
  windowTop,
} from './list-state.ts';
import { plainText } from '../lines/styled.ts';
import { layout, rowLine, spokenRow, type Column } from './table-layout.ts';
import { Table } from './table.tsx';
import { cellWidth } from '../lines/text.ts';

interface Risk {
  readonly code: string;
  readonly title: string;
  readonly level: number;
  readonly owner: string;
}

const risks: readonly Risk[] = [
  { code: 'R-1', title: 'Esihenkilöiden sitoutuminen', level: 16, owner: 'suunnittelija' },
  { code: 'R-2', title: 'Pilotoijien vaihtuvuus \x1b[31m日本', level: 9, owner: 'koordinaattori' },
  { code: 'R-3', title: 'Budjetti', level: 4, owner: 'päällikkö' },
];

const columns: readonly Column<Risk>[] = [
  { key: 'code', label: 'Tunnus', width: 6, priority: 0 },
  { key: 'title', label: 'Riski', width: 20, min: 10, flex: 1, priority: 0 },
  { key: 'level', label: 'Taso', width: 4, align: 'right', priority: 1 },
  {
    key: 'owner',
    label: 'Omistaja',
    width: 14,
    min: 8,
    priority: 2,
    format: (row) => row.owner.toUpperCase(),
  },
];

describe('a row in words', () => {
  it('names the column of what is not the code and the name, and of all where one of those is missing', () => {
    const [risk] = risks;
    if (risk === undefined) throw new Error('no row');
    expect(spokenRow(risk, columns)).toBe(
      'R-1, Esihenkilöiden sitoutuminen, Taso: 16, Omistaja: SUUNNITTELIJA',
    );
    expect(spokenRow({ ...risk, owner: '' }, columns)).toBe('R-1, Esihenkilöiden sitoutuminen, Taso: 16');
    expect(spokenRow({ ...risk, title: '' }, columns)).toBe('Tunnus: R-1, Taso: 16, Omistaja: SUUNNITTELIJA');
  });
});

describe('the layout', () => {
  const widths = (width: number): string =>
    layout(columns, width)
      .map((one) => `${one.column.key} ${one.width}`)
      .join(', ');

  it('shrinks columns, then drops the least needed', () => {
    expect(widths(80)).toBe('code 6, title 50, level 4, owner 14');
    expect(widths(46)).toBe('code 6, title 20, level 4, owner 10');
    expect(widths(34)).toBe('code 6, title 10, level 4, owner 8');
    expect(widths(33)).toBe('code 6, title 19, level 4');
    expect(widths(18)).toBe('code 6, title 10');
  });

  it('makes rows exactly as wide as asked', () => {
    for (const width of [34, 46, 60, 100, 120]) {
      for (const risk of risks)
        expect(cellWidth(plainText(rowLine(risk, layout(columns, width))))).toBe(width);
    }
  });
});

describe('the table', () => {
  it('shows head, cursor and marks by signs, and only safe text', () => {
    const { frame } = showWidget(
      <Table
        data={risks}
        columns={columns}
        width={60}
        height={5}
        cursor={1}
        top={0}
        isMarked={(row) => row.level === 4}
      />,
    );
    expect(frame()).toMatchInlineSnapshot(`
      "  Tunnus  Riski                         Taso  Omistaja
        R-1     Esihenkilöiden sitoutuminen     16  SUUNNITTELIJA
      › R-2     Pilotoijien vaihtuvuus 日本      9  KOORDINAATTORI
       ✓R-3     Budjetti                         4  PÄÄLLIKKÖ"
    `);
  });

  it('draws only the rows of its window', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({
      code: `R-${index}`,
      title: `riski ${index}`,
      level: 1,
      owner: '',
    }));
    const { frame } = showWidget(
      <Table data={many} columns={columns} width={40} height={3} cursor={501} top={500} />,
    );
    expect(frame()).toMatchInlineSnapshot(`
      "  Tunnus  Riski           Taso  Omistaja
        R-500   riski 500          1
      › R-501   riski 501          1"
    `);
  });

  it('says what to do when it is empty, and does with ASCII', () => {
    const empty = showWidget(
      <Table
        data={[]}
        columns={columns}
        width={40}
        height={3}
        cursor={0}
        top={0}
        empty="Ei riskejä: n lisää"
      />,
    );
    expect(empty.frame()).toContain('Ei riskejä: n lisää');
    const ascii = showWidget(
      <Table
        data={risks.slice(0, 1)}
        columns={columns}
        width={40}
        height={3}
        cursor={0}
        top={0}
        isMarked={() => true}
      />,
      { unicode: false },
    );
    expect(ascii.frame()).toContain('>*R-1');
  });

  it('colours the whole row of the cursor, and nothing without colours', () => {
    const table = <Table data={risks} columns={columns} width={40} height={3} cursor={0} top={0} />;
    expect(showWidget(table, { theme: 'dark' }).styled()).toContain(
      '\x1b[1m\x1b[38;5;255m\x1b[48;5;24m› R-1',
    );
    expect(showWidget(table, { theme: 'none' }).styled()).toContain('\x1b[7m› R-1');
  });
});

describe('the cursor', () => {
  const frame = { count: 100, height: 10 };

  it('moves the window only as far as it must', () => {
    let state = emptyList;
    for (let index = 0; index < 12; index++) state = moveCursor(state, 'down', frame);
    expect([state.cursor, state.top]).toEqual([12, 3]);
    state = moveCursor(state, 'up', frame);
    expect([state.cursor, state.top]).toEqual([11, 3]);
    state = moveCursor(state, 'last', frame);
    expect([state.cursor, state.top]).toEqual([99, 90]);
    state = moveCursor(state, 'pageUp', frame);
    expect([state.cursor, state.top]).toEqual([90, 90]);
    expect(moveCursor(moveCursor(state, 'first', frame), 'up', frame)).toMatchObject({ cursor: 0, top: 0 });
  });

  it('stays on a row when the list or the screen shrinks', () => {
    const state = { ...emptyList, cursor: 99, top: 90 };
    expect(placeCursor(state, state.cursor, { count: 5, height: 10 })).toMatchObject({ cursor: 4, top: 0 });
    expect(placeCursor(state, state.cursor, { count: 0, height: 10 })).toMatchObject({ cursor: 0, top: 0 });
    expect(windowTop(90, 95, { count: 100, height: 3 })).toBe(93);
  });

  it('marks one, a range and all', () => {
    const ids = ['a', 'b', 'c', 'd'];
    let state = toggleMark(emptyList, 'a');
    expect([...state.marks]).toEqual(['a']);
    state = toggleRange({ ...state, cursor: 3 }, ids);
    expect(state.anchor).toBe(3);
    state = toggleRange({ ...state, cursor: 2 }, ids);
    expect([...state.marks]).toEqual(['a', 'c', 'd']);
    expect([...toggleAll(state, ids).marks]).toEqual(ids);
    expect([...toggleAll(toggleAll(state, ids), ids).marks]).toEqual([]);
  });
});
