import { Box, Text } from 'ink';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { showWidget, type Widget } from '../../../test/support/widget.tsx';
import { Confirm } from './confirm.tsx';
import { Help } from './help.tsx';
import { filterChoices } from './picker-state.ts';
import { Picker } from './picker.tsx';
import { SplitPane } from '../lists/split-pane.tsx';
import { splitWidths } from '../lists/split-widths.ts';
import { StyledLines } from '../lines/styled-text.tsx';
import { line } from '../lines/styled.ts';
import { useActions } from '../use-actions.ts';

const people = [
  { value: 1, label: 'Äijälä Anna', hint: 'Kuhmo' },
  { value: 2, label: 'Korhonen Kaisa', hint: 'Sotkamo' },
  { value: 3, label: 'Mäkelä Aino', hint: 'Kuhmo' },
];

/** Something below, so that it would be seen if an overlay let it through. */
function Background({ columns = 40, rows = 12 }: { readonly columns?: number; readonly rows?: number }) {
  return (
    <Box position="absolute">
      <StyledLines lines={Array.from({ length: rows }, () => line('x'.repeat(columns)))} width={columns} />
    </Box>
  );
}

describe('a picker', () => {
  function open(): { widget: Widget; chosen: number[]; cancelled: () => number } {
    const chosen: number[] = [];
    let cancels = 0;
    const widget = showWidget(
      <>
        <Background />
        <Picker
          title="Omistaja"
          choices={people}
          height={3}
          onChoose={(one) => chosen.push(one)}
          onCancel={() => (cancels += 1)}
          placeholder="nimi"
          empty="Ei ketään"
        />
      </>,
      { columns: 40, rows: 12 },
    );
    return { widget, chosen, cancelled: () => cancels };
  }

  it('covers what is below it', () => {
    expect(open().widget.frame()).toMatchInlineSnapshot(`
      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xx╭─ Omistaja ───────────────────────╮xx
      xx│ › nimi                         3 │xx
      xx│ ──────────────────────────────── │xx
      xx│ › Äijälä Anna              Kuhmo │xx
      xx│   Korhonen Kaisa         Sotkamo │xx
      xx│   Mäkelä Aino              Kuhmo │xx
      xx╰──────────────────────────────────╯xx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    `);
  });

  it('narrows as one types, also in a burst, and chooses by Enter', async () => {
    const { widget, chosen } = open();
    await widget.type('aino\r');
    expect(chosen).toEqual([3]);
    await widget.press('Ctrl+U');
    await widget.paste('kuhmo\nzz');
    expect(widget.frame()).toContain('Ei ketään');
    await widget.press('Enter', 'Ctrl+U', 'Down', 'Down', 'Up', 'Enter');
    expect(chosen).toEqual([3, 2]);
  });

  it('tells where a choice was found, with the match marked, as far as the row has room', () => {
    const excerpt = () => ({
      before: '…lisää ',
      match: 'työpajoja\u001B[31m',
      after: ' ja ohjausta keväälle…',
    });
    const before = '…siitä, miten pitkään esihenkilöiden ';
    const found = [
      { value: 1, label: 'PK-1    Kuhmo', hint: 'merkintä', excerpt },
      { value: 2, label: 'PK-2    Kuhmo', hint: 'merkintä', excerpt },
      { value: 3, label: 'PK-3    Kuhmo', hint: 'merkintä', excerpt: () => ({ ...excerpt(), before }) },
      { value: 4, label: 'PK-4    Käytiin Kuhmossa monta kertaa', hint: 'merkintä', excerpt },
      { value: 5, label: 'PK-5    Kuhmo', hint: 'merkintä', excerpt: () => null },
    ];
    const widget = showWidget(
      <Picker title="Haku" choices={found} onChoose={() => undefined} onCancel={() => undefined} />,
      { columns: 60, rows: 12 },
    );
    expect(widget.frame()).toMatchInlineSnapshot(`
      "  ╭─ Haku ───────────────────────────────────────────────╮
        │ ›                                                  5 │
        │ ──────────────────────────────────────────────────── │
        │ › PK-1    Kuhmo  …lisää työpajoja ja ohja…  merkintä │
        │   PK-2    Kuhmo  …lisää työpajoja ja ohja…  merkintä │
        │   PK-3    Kuhmo  …työpajoja ja ohjausta k…  merkintä │
        │   PK-4    Käytiin Kuhmossa monta kertaa     merkintä │
        │   PK-5    Kuhmo                             merkintä │
        │                                                      │
        ╰──────────────────────────────────────────────────────╯"
    `);
    const marked = '\u001B[1m\u001B[4mtyöpajoja';
    expect(widget.styled().split(marked)).toHaveLength(4);
    expect(widget.styled()).toContain(`\u001B[7m› PK-1    Kuhmo  …lisää ${marked}`);
    expect(widget.styled()).not.toContain('\u001B[31m');
  });

  it('is left by Esc without a choice', async () => {
    const { widget, chosen, cancelled } = open();
    await widget.press('q', 'Esc');
    expect([chosen, cancelled()]).toEqual([[], 1]);
  });

  it('ranks beginnings first, and folds only when nothing says otherwise', () => {
    const labels = (typed: string): string[] => filterChoices(people, typed).map((one) => one.label);
    expect(labels('ä')).toEqual(['Äijälä Anna', 'Mäkelä Aino']);
    expect(labels('aija')).toEqual(['Äijälä Anna']);
    expect(labels('makela')).toEqual(['Mäkelä Aino']);
    expect(labels('mäkela')).toEqual([]);
    expect(labels('k')).toEqual(['Korhonen Kaisa', 'Mäkelä Aino', 'Äijälä Anna']);
    expect(labels('kuhmo a')).toEqual(['Äijälä Anna', 'Mäkelä Aino']);
  });
});

describe('a confirmation', () => {
  function open(): { widget: Widget; answers: string[] } {
    const answers: string[] = [];
    const widget = showWidget(
      <Confirm
        title="Poista"
        text={['R-4 siirretään roskakoriin.']}
        confirmLabel="Poista"
        cancelLabel="Peru"
        onConfirm={() => answers.push('yes')}
        onCancel={() => answers.push('no')}
      />,
      { columns: 44, rows: 8 },
    );
    return { widget, answers };
  }

  it('has Cancel chosen', async () => {
    const { widget, answers } = open();
    expect(widget.frame()).toMatchInlineSnapshot(`
      "
        ╭─ Poista ─────────────────────────────╮
        │ R-4 siirretään roskakoriin.          │
        │                                      │
        │                › Peru       Poista   │
        ╰──────────────────────────────────────╯"
    `);
    await widget.press('Enter');
    expect(answers).toEqual(['no']);
  });

  it('is answered by a letter, or by moving first', async () => {
    const { widget, answers } = open();
    await widget.press('Right', 'Enter', 'k', 'e', 'Esc', 'x');
    expect(answers).toEqual(['yes', 'yes', 'no', 'no']);
  });
});

describe('the help', () => {
  const hints = [
    {
      action: 'undo',
      keys: ['u'],
      label: 'kumoa',
      help: 'Kumoa viimeisin muutos',
      group: 'Peruminen',
      footer: 60,
      whyNot: 'ei kumottavaa',
    },
    {
      action: 'list.open',
      keys: ['↵', 'l'],
      label: 'avaa',
      help: 'Avaa rivin tietue',
      group: 'Liikkuminen',
      footer: 10,
      whyNot: null,
    },
  ] as const;

  it('lists keys, says why one can’t be used, and narrows by what is typed', async () => {
    const ran: string[] = [];
    const widget = showWidget(
      <Help
        title="Ohje"
        placeholder="hae"
        empty="Ei osumia"
        hints={hints}
        onRun={(id) => ran.push(id)}
        onClose={() => ran.push('closed')}
      />,
      { columns: 70, rows: 10 },
    );
    expect(widget.frame()).toMatch(/› u +Kumoa viimeisin muutos +ei kumottavaa/);
    await widget.type('rivin');
    expect(widget.frame()).not.toContain('Kumoa');
    await widget.press('Enter', 'Esc');
    expect(ran).toEqual(['list.open', 'closed']);
  });
});

describe('layers', () => {
  function List() {
    const [moves, setMoves] = useState(0);
    const [asking, setAsking] = useState(false);
    useActions('list', {
      'list.down': () => setMoves((old) => old + 1),
      'record.remove': () => setAsking(true),
    });
    return (
      <>
        <Text>{`moved ${moves}`}</Text>
        {asking && (
          <Confirm
            title="?"
            text={[]}
            confirmLabel="Kyllä"
            cancelLabel="Peru"
            onConfirm={() => setAsking(false)}
            onCancel={() => setAsking(false)}
          />
        )}
      </>
    );
  }

  it('a burst reaches what its own first key opened', async () => {
    const widget = showWidget(<List />, { columns: 40, rows: 8 });
    await widget.type('jjDjjnj');
    expect(widget.frame()).toBe('moved 3');
    await widget.type('Dj');
    expect(widget.frame()).toContain('Peru');
    expect(widget.frame()).toContain('moved 3');
  });
});

describe('a split pane', () => {
  it('draws both sides with a line between', () => {
    const widths = { left: 6, right: 5 };
    const side = (text: string) => <StyledLines lines={[line(text), line(text)]} width={6} />;
    const widget = showWidget(
      <SplitPane widths={widths} height={2} left={side('vasen')} right={side('oikea')} />,
      { columns: 12, rows: 2 },
    );
    expect(widget.frame()).toBe('vasen │oikea\nvasen │oikea');
    expect(splitWidths(100).right).not.toBeNull();
  });
});
