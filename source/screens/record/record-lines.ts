/** A record's page and its preview as lines. Pure and without Ink: the first paint shows the preview too. */
import { messages, type Language } from '../../language/index.ts';
import { line, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { cellWidth, fit, safe, safeLines, wrap } from '../../widgets/lines/text.ts';
import { capital } from '../../language/capital.ts';
import type { Project } from '../../services/project/project.ts';
import type { Fact, PartsView, RecordView, Referrer } from '../../services/reading/record-view.ts';
import { pictureOf, toneOfFact } from '../overrides.ts';

/** A line of the page; `opens` is the record that Enter opens there. */
export interface PageLine {
  readonly content: StyledLine;
  readonly opens?: number;
  /** What the heading on it is the heading of. */
  readonly section?: string;
}

const labelMost = 36;

/** On a page the longest label has its room, so that the values stand in one column; a narrow preview has less to give. */
function labelWidth(facts: readonly { readonly label: string }[], width: number): number {
  const widest = Math.max(8, ...facts.map(({ label }) => cellWidth(label)));
  return Math.min(widest, labelMost, Math.floor(width * (width < 56 ? 1 / 3 : 0.45)));
}

/** A label is never cut: one that is wider than its column pushes a short value aside, and a long one below it. */
function textsBeside(label: string, value: string, labels: number, width: number): string[] {
  const room = Math.max(10, width - labels - 3);
  const over = cellWidth(label) - labels;
  const wrapped = safeLines(value).flatMap((text) => wrap(text, room));
  const pushes = over > 0 && (wrapped.length > 1 || cellWidth(wrapped[0] ?? '') > room - over);
  return pushes ? ['', ...wrapped] : wrapped;
}

const labelled = (label: string, labels: number): string =>
  ` ${fit(label, Math.max(labels, cellWidth(label)))}  `;

/** A fact on one line where it fits; else its text in a column beside the label. */
function factLines(fact: Fact, labels: number, width: number): PageLine[] {
  const texts = textsBeside(fact.label, fact.value, labels, width);
  const tone = toneOfFact(fact);
  const opens = fact.ids.length === 1 ? fact.ids[0] : undefined;
  return texts.map((text, index) => ({
    content: [
      span(labelled(index === 0 ? fact.label : '', labels), 'muted'),
      tone === undefined ? span(text) : span(text, tone),
    ],
    ...(opens !== undefined && { opens }),
  }));
}

/** A label is said once, though several lines have it; a number or an address is never broken off where it fits. */
function atHandLines({ atHand }: RecordView, labels: number, width: number): PageLine[] {
  const room = Math.max(10, width - labels - 3);
  return atHand.flatMap(({ label, value, id, contacts }, index) => {
    const isAgain = atHand[index - 1]?.label === label;
    const opens = id === null ? {} : { opens: id };
    const said = isAgain ? '' : safe(label);
    const named = textsBeside(said, value, labels, width).map((text, nth): PageLine => ({
      content: [span(labelled(nth === 0 ? said : '', labels), 'muted'), span(text)],
      ...opens,
    }));
    const reached = contacts.map(safe).flatMap((contact): PageLine[] => {
      const indent = cellWidth(contact) > room ? Math.max(1, width - cellWidth(contact) - 1) : labels + 3;
      return wrap(contact, width - indent).map((text) => ({
        content: [span(' '.repeat(indent)), span(text, 'accent')],
        ...opens,
      }));
    });
    return [...named, ...reached];
  });
}

function partLines(parts: PartsView, width: number): PageLine[] {
  const count = Math.max(0, ...parts.rows.map(({ values }) => values.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.min(28, Math.max(0, ...parts.rows.map(({ values }) => cellWidth(safe(values[column] ?? ''))))),
  );
  const rows = parts.rows.map(({ id, values }): PageLine => {
    const cells = values.map((value, column) =>
      column === count - 1 ? safe(value) : fit(safe(value), widths[column] ?? 0),
    );
    return { content: line(`   ${cells.filter((cell) => cell !== '').join('  ')}`.trimEnd()), opens: id };
  });
  const more = parts.count - parts.rows.length;
  return [
    { content: [] },
    {
      content: [
        span(` ${capital(parts.label)}`, 'heading'),
        span(`  ${parts.count}${more > 0 ? ' …' : ''}`, 'muted'),
      ],
      section: `${capital(parts.label)} ${parts.count}`,
    },
    ...rows.map(({ content, ...rest }) => ({ ...rest, content: content.length === 0 ? [] : content })),
  ].map((one) => ({ ...one, content: one.content.slice(0, Math.max(1, width)) }));
}

export { capital };

/** Code and heading, wrapped: never cut, since this is where one reads it whole. */
function titleLines(view: RecordView, width: number, language: Language): PageLine[] {
  const { record, definition } = view;
  const code = record.code ?? capital(definition.label.one[language]);
  const indent = cellWidth(code) + 3;
  const gone = record.removedStep === null ? '' : ` (${messages(language).console.record.inTrash})`;
  const texts = wrap(safe(record.heading) + gone, Math.max(10, width - indent - 1));
  return texts.map((text, index) => ({
    content: [span(index === 0 ? ` ${code}  ` : ' '.repeat(indent), 'accent'), span(text, 'title')],
  }));
}

export interface PageView {
  readonly project: Project;
  readonly width: number;
  readonly language: Language;
  readonly unicode: boolean;
}

/** How it stands comes after what it is called, which gives way to it. */
function referrerLines(records: readonly Referrer[], width: number): PageLine[] {
  const widest = Math.max(...records.map(({ day }) => cellWidth(day)));
  const codes = Math.max(8, ...records.map(({ code }) => cellWidth(code ?? '')));
  return records.map(({ id, code, heading, day, state }) => {
    const before = 3 + codes + 1 + (widest === 0 ? 0 : widest + 2);
    const after = state === '' ? '' : ` · ${state}`;
    const room = Math.max(8, width - before - cellWidth(after) - 3);
    const name = safe(heading);
    return {
      content: [
        span(`   ${fit(code ?? '', codes)} `, 'accent'),
        ...(widest === 0 ? [] : [span(`${fit(day, widest)}  `, 'muted')]),
        span(cellWidth(name) > room ? fit(name, room) : name),
        span(after, 'muted'),
      ],
      opens: id,
    };
  });
}

/** The whole page, as long as it is. */
export function recordPage(view: RecordView, page: PageView): PageLine[] {
  const { facts, parts, referrers } = view;
  const { width, language } = page;
  const labels = labelWidth([...facts, ...view.atHand], width);
  const first = atHandLines(view, labels, width);
  const said = new Set(view.atHand.map(({ field }) => field));
  const picture = pictureOf(view, page);
  return [
    ...titleLines(view, width, language),
    ...picture.map((content) => ({ content })),
    { content: [] },
    ...first,
    ...(first.length > 0 ? [{ content: [] }] : []),
    ...facts.filter(({ name }) => !said.has(name)).flatMap((fact) => factLines(fact, labels, width)),
    ...parts.flatMap((one) => partLines(one, width)),
    ...referrers.flatMap(({ label, count, records }) => [
      { content: [] },
      {
        content: [
          span(` ${capital(label)}`, 'heading'),
          span(`  ${count}${count > records.length ? ' …' : ''}`, 'muted'),
        ],
        section: `${capital(label)} ${count}`,
      },
      ...referrerLines(records, width),
    ]),
  ];
}
