import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeKeymap } from '../../keys/keymap.ts';
import { footerHints, keyHints } from '../../keys/hints.ts';
import { footerLine, headerLine, pendingLines, ruleLine, tabsLine, toastLines } from './bars.ts';
import { bar, heatMap, progressBar, sparkline, type HeatCell } from './charts.ts';
import { frameLines } from './frame.ts';
import { scroll, scrolledLines } from '../lists/scroll-view.tsx';
import { splitWidths } from '../lists/split-widths.ts';
import { cutLine, fitLine, line, lineWidth, plainText, span, spread, toAnsi, wholeLine } from './styled.ts';
import { terminalKind } from './terminal-kind.ts';
import { themeNamed, type ThemeName } from './theme.ts';
import { runs } from '../../../test/support/runs.ts';

const text = (styled: Parameters<typeof plainText>[0]): string => plainText(styled);

describe('styled lines', () => {
  const styled = [span('▲ ', 'late'), span('R-4 '), span('Riskin päivitys', 'title')];

  it('are cut and filled across spans', () => {
    expect(text(cutLine(styled, 10))).toBe('▲ R-4 Ris…');
    expect(text(cutLine(styled, 6))).toBe('▲ R-4…');
    expect(text(fitLine(styled, 24))).toBe('▲ R-4 Riskin päivitys   ');
    expect(text(spread(line('vasen'), line('oikea'), 14))).toBe('vasen    oikea');
    expect(text(spread(line('liian pitkä'), line('oikea'), 12))).toBe('liian… oikea');
  });

  it('are exactly as wide as asked, whatever their spans', () => {
    const spans = fc.array(
      fc.record({ text: fc.string({ unit: fc.constantFrom('a', 'ä', ' ', '日', '▲') }) }),
    );
    fc.assert(
      fc.property(spans, spans, fc.integer({ min: 1, max: 30 }), (left, right, width) => {
        for (const one of [
          fitLine(left, width),
          wholeLine(left, width, 'selected'),
          spread(left, right, width),
        ])
          expect(lineWidth(one)).toBe(width);
        expect(lineWidth(cutLine(left, width))).toBeLessThanOrEqual(width);
      }),
      runs(),
    );
  });

  it('close each style by its own code', () => {
    expect(
      toAnsi(
        [span('a'), span('b', 'late'), { text: 'c', inverse: true }, span('', 'late')],
        themeNamed('dark'),
      ),
    ).toBe('a\x1b[1;38;5;210mb\x1b[22;39m\x1b[7mc\x1b[27m');
  });

  it('have no colour without colours, but keep bold and inverse', () => {
    expect(toAnsi([span('b', 'late'), span('c', 'muted'), span('d', 'selected')], themeNamed('none'))).toBe(
      '\x1b[1mb\x1b[22mc\x1b[7md\x1b[27m',
    );
    for (const name of ['none', 'sixteen'] satisfies ThemeName[]) {
      expect(toAnsi([span('b', 'late'), span('c', 'levelHigh')], themeNamed(name))).not.toMatch(/38;|48;/);
    }
  });
});

describe('the terminal', () => {
  it.each([
    [{ TERM: 'xterm-256color' }, { fullScreen: true, colours: 'many', theme: 'sixteen' }],
    [{ TERM: 'xterm-256color', COLORFGBG: '15;0' }, { theme: 'dark' }],
    [{ TERM: 'xterm-256color', COLORFGBG: '0;default;15' }, { theme: 'light' }],
    [{ TERM: 'xterm', COLORTERM: 'truecolor' }, { colours: 'many' }],
    [{ TERM: 'xterm' }, { colours: 'sixteen', theme: 'sixteen' }],
    [
      { TERM: 'xterm-256color', NO_COLOR: '1' },
      { colours: 'none', theme: 'none', fullScreen: true },
    ],
    [{ TERM: 'xterm-256color', NO_COLOR: '' }, { colours: 'many' }],
    [{ TERM: 'dumb' }, { fullScreen: false, colours: 'none' }],
    [{ TERM: 'linux' }, { unicode: false, theme: 'sixteen' }],
    [{ TERM: 'xterm', LANG: 'C' }, { unicode: false }],
    [{ TERM: 'xterm', LANG: 'fi_FI.UTF-8' }, { unicode: true }],
    [{ OS: 'Windows_NT' }, { colours: 'many', fullScreen: true, unicode: true }],
  ])('%j can %j', (environment, expected) => {
    expect(terminalKind(environment)).toMatchObject(expected);
  });

  it('takes the theme that was chosen, as far as it can', () => {
    expect(terminalKind({ TERM: 'xterm-256color' }, 'light').theme).toBe('light');
    expect(terminalKind({ TERM: 'xterm' }, 'light').theme).toBe('sixteen');
    expect(terminalKind({ TERM: 'xterm', NO_COLOR: '1' }, 'dark').theme).toBe('none');
    expect(terminalKind({ TERM: 'xterm-256color' }, 'none').theme).toBe('none');
  });
});

describe('bars', () => {
  const { keymap } = makeKeymap();
  const available = (
    [
      'record.done',
      'list.open',
      'record.new',
      'undo',
      'help.open',
      'list.filter',
      'palette.open',
      'list.down',
    ] as const
  ).map((action) => ({
    action,
    context: (['undo', 'help.open', 'palette.open'] as readonly string[]).includes(action)
      ? ('global' as const)
      : ('list' as const),
    whyNot: action === 'undo' ? 'ei kumottavaa' : null,
  }));
  const hints = footerHints(keyHints(available, keymap, 'fi'));
  const help = hints.find((hint) => hint.action === 'help.open');

  it('the footer shows what fits, the most wanted first, and always the help', () => {
    expect(text(footerLine(hints, 80, help))).toBe(
      ' ↵ avaa  n uusi  / suodata  : haku ja komennot  x tehty  ? ohje '.padEnd(80),
    );
    expect(text(footerLine(hints, 30, help))).toBe(' ↵ avaa  n uusi  ? ohje '.padEnd(30));
  });

  it('tabs keep at least the current label', () => {
    const tabs = [
      { key: '1', label: 'Tänään' },
      { key: '2', label: 'Rekrytointi' },
      { key: '3', label: 'Kokoukset' },
    ];
    expect(text(tabsLine(tabs, 1, 60)).trimEnd()).toBe(' 1 Tänään  2 Rekrytointi  3 Kokoukset');
    expect(text(tabsLine(tabs, 1, 24)).trimEnd()).toBe(' 1  2 Rekrytointi  3');
  });

  it('the header gives up the date before what is late', () => {
    const parts = {
      program: 'Luotsi',
      project: 'Digitaidot asiakastyössä',
      middle: 'ke 22.3.2023 · vko 12',
      right: [span('ohjausryhmä 12 pv', 'muted'), span('▲3 myöhässä', 'late')],
    };
    expect(text(headerLine(parts, 110))).toBe(
      ' Luotsi  Digitaidot asiakastyössä                     ke 22.3.2023 · vko 12   ohjausryhmä 12 pv   ▲3 myöhässä ',
    );
    expect(text(headerLine(parts, 60))).toBe(' Luotsi  Digitaidot asiaka… ohjausryhmä 12 pv   ▲3 myöhässä ');
    expect(lineWidth(headerLine(parts, 40))).toBe(40);
  });

  it('toasts carry a sign and how to take it back', () => {
    const toast = (...told: Parameters<typeof toastLines>) => toastLines(...told)[0] ?? [];
    expect(text(toast('done', 'TK-15 merkitty tehdyksi', 'u kumoa', 40))).toBe(
      ' ✓ TK-15 merkitty tehdyksi      u kumoa ',
    );
    expect(text(toast('done', 'Lisätty: T-24 soita tietohallintoon', 'u kumoaa', 40))).toBe(
      ' ✓ Lisätty: T-24 soita tieto…  u kumoaa ',
    );
    expect(text(toast('error', 'Levy on täynnä', '', 20, false))).toBe(' x Levy on täynnä   ');
    const refused = 'IL-31 vaihtoi vaihetta 8.4.2022, joten ilmoittautumispäivä ei voi olla vasta 9.4.2022.';
    expect(toastLines('error', refused, 'u kumoaa', 62).map(text)).toEqual([
      ' ✗ IL-31 vaihtoi vaihetta 8.4.2022, joten ilmoittautumispäivä ',
      '   ei voi olla vasta 9.4.2022.                       u kumoaa ',
    ]);
  });

  it('a begun sequence shows where it can go', () => {
    const going = keyHints([{ action: 'list.first', context: 'list', whyNot: null }], keymap, 'fi');
    expect(pendingLines('g', going, 20).map(text)).toEqual([' g…  gg alkuun      ']);
    expect(pendingLines('g', [...going, ...going], 24).map(text)).toEqual([
      ' g…  gg alkuun          ',
      '     gg alkuun          ',
    ]);
  });

  it('a rule has its joint', () => {
    expect(text(ruleLine(8, 5, '┬'))).toBe('─────┬──');
    expect(text(ruleLine(8, null, '┬', false))).toBe('--------');
  });
});

describe('charts', () => {
  it('sparklines', () => {
    expect(sparkline([8, 8, 12, 12, 16], { low: 0, high: 25 })).toBe('▃▃▄▄▅');
    expect(sparkline([1, 1, 1])).toBe('▅▅▅');
    expect(sparkline([0, 5, 10], { unicode: false })).toBe('_=#');
    expect(sparkline([])).toBe('');
  });

  it('bars and progress', () => {
    expect([bar(5, 10, 4), bar(0.1, 10, 4), bar(0, 10, 4), bar(10, 10, 4), bar(5, 10, 4, false)]).toEqual([
      '██',
      '▏',
      '',
      '████',
      '##',
    ]);
    // Full only when all is done.
    expect(progressBar(0.96, 4)).toBe('███░');
    expect([progressBar(0.7, 10), progressBar(2, 4), progressBar(0.5, 4, false)]).toEqual([
      '███████░░░',
      '████',
      '##..',
    ]);
  });

  it('the heat map reads without colours', () => {
    const cell = (first: string, chosen = false): HeatCell => ({
      lines: [first, '↗'],
      tone: 'levelLow',
      chosen,
    });
    const lines = heatMap(
      [
        [cell('+ 1'), cell('! 12', true)],
        [cell('.'), cell('-')],
      ],
      {
        rowLabels: ['2 suuri', '1 pieni'],
        columnLabels: ['1', '2'],
        columnTitle: 'todennäköisyys',
        cellWidth: 7,
        cellHeight: 1,
      },
    );
    expect(lines.map((one) => text(one).trimEnd())).toMatchInlineSnapshot(`
      [
        "2 suuri   + 1   [! 12 ]",
        "1 pieni    .       -",
        "           1       2",
        "         todennäköisyys",
      ]
    `);
  });
});

describe('boxes', () => {
  it('frames fill their width', () => {
    expect(frameLines('Poista', [line('R-4 roskakoriin?')], 24).map(text)).toEqual([
      '╭─ Poista ─────────────╮',
      '│ R-4 roskakoriin?     │',
      '╰──────────────────────╯',
    ]);
    for (const one of frameLines('Otsikko joka on aivan liian pitkä', [line('x')], 20, false))
      expect(lineWidth(one)).toBe(20);
  });

  it('a preview gives way on a narrow screen', () => {
    expect(splitWidths(120)).toEqual({ left: 77, right: 42 });
    expect(splitWidths(99)).toEqual({ left: 99, right: null });
    expect(splitWidths(120, false)).toEqual({ left: 120, right: null });
  });

  it('a long text shows that there is more', () => {
    const lines = ['1', '2', '3', '4'].map((one) => line(one));
    expect(scrolledLines(lines, { top: 1, width: 4, height: 2, unicode: true }).map(text)).toEqual([
      '2  ↑',
      '3  ↓',
    ]);
    expect([
      scroll(0, 'up', 4, 2),
      scroll(0, 'last', 4, 2),
      scroll(1, 'pageDown', 4, 2),
      scroll(0, 'down', 1, 2),
    ]).toEqual([0, 2, 2, 0]);
  });
});
