/** The communication plan followed up, from the command line: calendar, promised and done, silence, what goes out next. */
import { wrongUsage } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import {
  dueDeliveries,
  keptPromises,
  monthsFrom,
  planCalendar,
  silences,
  usualMonths,
} from '../../services/communication/communication.ts';
import { formatDay, shortMonth } from '../../services/reading/days.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import { daysOption, printJson, printLines, table } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { Project } from '../../services/project/project.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from '../registers/registers.ts';

function shown(
  usage: string,
  options: readonly string[],
  print: (call: Call, project: Project) => void,
): Verb {
  return ({ word }) => ({
    usage: `${word} ${usage}`,
    changes: false,
    options,
    words: [0, 0],
    run: async (call) =>
      withProject(call, (project) => {
        print(call, project);
        return 0;
      }),
  });
}

/** `--from` and `--to` as days. @throws UserError wrong-option where they are the wrong way round */
function spanGiven(call: Call, project: Project): { from?: string; to?: string } {
  const { day } = fieldContext(project, call.language);
  const [from, to] = [call.options.value('from'), call.options.value('to')].map((text) =>
    text === undefined ? undefined : day(text),
  );
  if (from !== undefined && to !== undefined && from > to)
    throw wrongUsage('wrong-option', { option: 'to', text: to, forms: [`${from} …`] });
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

const calendar = shown('calendar [--from DAY] [--to DAY]', ['from', 'to'], (call, project) => {
  const usual = usualMonths(project, 6);
  const given = spanGiven(call, project);
  const from = given.from ?? (given.to !== undefined && given.to < usual.from ? given.to : usual.from);
  const to = given.to ?? monthsFrom(from, 6);
  const { months, rows, today } = planCalendar(project, { from, to: to < from ? from : to });
  if (call.json) {
    const cells = rows.map(({ audience, codes, cells: own }) => ({
      audience,
      plans: codes,
      months: own.map(({ ids, month, ...counts }) => {
        void ids;
        return { month: month.slice(0, 7), ...counts };
      }),
    }));
    printJson(call, cells);
    return;
  }
  const { audience, fates } = messages(call.language).plan.calendar;
  const heads = months.map(
    (month) =>
      `${shortMonth(month, call.language)} ${month.slice(2, 4)}${month.slice(0, 7) === today.slice(0, 7) ? '*' : ''}`,
  );
  const signs = { sent: '✓', late: '▲', planned: '○', skipped: '×' } as const;
  const cell = (one: (typeof rows)[number]['cells'][number]): string =>
    Object.entries(signs)
      .filter(([fate]) => one[fate as keyof typeof signs] > 0)
      .map(([fate, sign]) => `${one[fate as keyof typeof signs]}${sign}`)
      .concat(one.silent ? ['‥'] : [])
      .join(' ');
  const legend = [...Object.entries(signs), ['silent', '‥'] as const].map(
    ([fate, sign]) => `${sign} ${fates[fate as keyof typeof fates]}`,
  );
  printLines(call, [
    ...table(
      call,
      [audience, ...heads].map((heading) => ({ heading })),
      rows.map((row) => [row.audience, ...row.cells.map(cell)]),
    ),
    '',
    legend.join('   '),
  ]);
});

const kept = shown('kept [--from DAY] [--to DAY]', ['from', 'to'], (call, project) => {
  const rows = keptPromises(project, spanGiven(call, project));
  if (call.json) {
    printJson(
      call,
      rows.map(({ id, code, ...rest }) => {
        void id;
        return { ...rest, plan: code };
      }),
    );
    return;
  }
  const { columns } = messages(call.language).plan.follow;
  const right = { align: 'right' } as const;
  printLines(
    call,
    table(
      call,
      [
        { heading: columns.audience },
        { heading: columns.code },
        ...[columns.promised, columns.kept, columns.percent, columns.late, columns.skipped, columns.sent].map(
          (heading) => ({ heading, ...right }),
        ),
        { heading: columns.lastSent },
        { heading: columns.contacts, ...right },
        { heading: columns.publicity, ...right },
      ],
      rows.map((row) => [
        row.code === null ? row.audience : '',
        row.code ?? '',
        ...[row.promised, row.kept, row.percent ?? '–', row.late, row.skipped, row.sent].map(String),
        row.lastSent === null ? '' : formatDay(row.lastSent, call.language),
        String(row.contacts || ''),
        String(row.publicity || ''),
      ]),
    ),
  );
});

interface Told<Row> {
  readonly json: (row: Row) => unknown;
  readonly columns: Parameters<typeof table>[1];
  readonly cells: (row: Row) => readonly string[];
  /** Said where there are no rows; an empty table otherwise. */
  readonly nothing?: string;
}

/** Rows as JSON or as a table. */
function tell<Row>(call: Call, rows: readonly Row[], { json, columns, cells, nothing }: Told<Row>): void {
  if (call.json) printJson(call, rows.map(json));
  else if (rows.length === 0 && nothing !== undefined) printLines(call, [nothing]);
  else printLines(call, table(call, columns, rows.map(cells)));
}

const silence = shown('silence [--days N]', ['days'], (call, project) => {
  const { calendar: months, follow } = messages(call.language).plan;
  const { audience, code, lastSent, days, limit } = follow.columns;
  tell(call, silences(project, daysOption(call)), {
    json: ({ id, codes, ...rest }) => {
      void id;
      return { ...rest, plans: codes };
    },
    columns: [
      { heading: audience },
      { heading: code },
      { heading: lastSent },
      { heading: days, align: 'right' },
      { heading: limit, align: 'right' },
      { heading: '' },
    ],
    cells: (row) => [
      row.audience,
      row.codes.join(', '),
      row.lastSent === null ? follow.never : formatDay(row.lastSent, call.language),
      String(row.days),
      row.limit === null ? '–' : String(row.limit),
      row.isTooLong ? `▲ ${months.fates.silent}` : '',
    ],
  });
});

/** `luotsi delivery due`: what goes out within a fortnight, and what of it has no text yet. */
export const dueVerb: Verb = shown('due [--days N]', ['days'], (call, project) => {
  const { follow } = messages(call.language).plan;
  const { code, due, title, audience, responsible, text } = follow.columns;
  tell(call, dueDeliveries(project, daysOption(call) ?? 14), {
    json: ({ id, line, ...rest }) => {
      void id;
      return { ...rest, plan: line };
    },
    columns: [code, due, title, audience, responsible, text].map((heading) => ({ heading })),
    cells: (row) => [
      row.code,
      `${row.isLate ? '▲ ' : ''}${formatDay(row.late ?? row.due, call.language, 'weekday')}`,
      row.title,
      row.audience,
      row.responsible ?? '',
      row.textMissing ? follow.textMissing : follow.textThere,
    ],
    nothing: follow.nothingDue,
  });
});

export const planVerbs: Readonly<Record<string, Verb>> = { calendar, kept, silence };
