/** A form as lines: label, field, and beside it what was understood or what is wrong. Pure. */
import { fitLine, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { areaLines } from '../../widgets/typing/text-area.ts';
import { fieldLine } from '../../widgets/typing/text-field.ts';
import { cellWidth, cut, fit, safe } from '../../widgets/lines/text.ts';
import type { FormField, FormState } from './form-model.ts';

const areaHeight = 3;

export interface FormWidths {
  readonly labels: number;
  readonly field: number;
  readonly note: number;
}

/** Notes stand beside the fields from 76 columns on; below the form in any case, for the field one is in. */
export function formWidths(fields: readonly FormField[], width: number): FormWidths {
  const widest = Math.max(10, ...fields.map(({ label }) => cellWidth(label)));
  const labels = Math.min(
    widest,
    Math.max(14, Math.floor(width / 3.2), Math.min(24, Math.floor(width / 2.6))),
  );
  const rest = width - labels - 5;
  const note = width < 76 ? 0 : Math.min(44, Math.floor(rest * 0.42));
  return { labels, field: Math.min(72, rest - note - (note > 0 ? 2 : 0)), note };
}

export interface FormView {
  readonly fields: readonly FormField[];
  readonly state: FormState;
  readonly widths: FormWidths;
  readonly width: number;
  readonly unicode: boolean;
  /** Said of a long text that goes on past its rows. */
  readonly more: (rows: number) => string;
  readonly noteOf: (field: FormField) => { readonly text: string; readonly wrong: boolean } | null;
}

function isArea({ field }: FormField): boolean {
  return field.kind === 'longText';
}

/** Where there is no room for why, what is wrong: `”31.2.” ei ole päivä`. */
function shortened(text: string, width: number): string {
  const [what = ''] = text.split(/: |\. /);
  return cellWidth(text) > width && cellWidth(what) <= width ? what : cut(text, width);
}

/** Lines of one field: one, or three for long text. */
function linesOf(view: FormView, one: FormField, index: number): StyledLine[] {
  const { state, widths, width, unicode } = view;
  const focused = state.focus === index;
  const text = state.texts[one.name] ?? { text: '', cursor: 0 };
  const note = view.noteOf(one);
  const wrong = state.problems[one.name] !== undefined;
  const sign = wrong ? (unicode ? '✗' : 'x') : focused ? (unicode ? '›' : '>') : ' ';
  const required = one.field.required === true ? '*' : ' ';
  const label = fit(safe(one.label), widths.labels);
  const inputs = isArea(one)
    ? areaLines(focused ? text : { ...text, cursor: 0 }, {
        width: widths.field,
        height: areaHeight,
        focused,
        more: view.more,
      })
    : [fieldLine(text, { width: widths.field, focused, placeholder: focused ? '' : '·' })];
  const count =
    isArea(one) && (focused || text.text.includes('\n') || cellWidth(text.text) > widths.field)
      ? areaHeight
      : 1;
  return Array.from({ length: count }, (_, row) => {
    const head =
      row === 0
        ? [
            span(` ${sign} `, wrong ? 'bad' : 'key'),
            span(label, focused ? 'accent' : 'muted'),
            span(required, 'warn'),
          ]
        : [span(' '.repeat(widths.labels + 4))];
    const beside =
      row === 0 && note !== null && widths.note > 0
        ? [span('  '), span(shortened(safe(note.text), widths.note), note.wrong ? 'bad' : 'good')]
        : [];
    return fitLine([...head, span(' '), ...fitLine(inputs[row] ?? [], widths.field), ...beside], width);
  });
}

/** The part of the form around the field one is in, `height` lines; `row` is that of the field. */
export function formLines(
  view: FormView,
  height: number,
): { readonly lines: StyledLine[]; readonly row: number } {
  const blocks = view.fields.map((one, index) => linesOf(view, one, index));
  const before = blocks.slice(0, view.state.focus).reduce((sum, block) => sum + block.length, 0);
  const size = blocks[view.state.focus]?.length ?? 1;
  const all = blocks.flat();
  const lowest = Math.max(0, all.length - height);
  // The field stands in the middle once the form is longer than the screen: it moves, the form's end never hides it.
  const top = Math.max(0, Math.min(lowest, before - Math.floor((height - size) / 2)));
  return { lines: all.slice(top, top + height), row: before - top };
}
