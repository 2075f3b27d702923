/** A box drawn of lines, each exactly as wide: nothing below it shines through. Pure. */
import { cutLine, fitLine, line, lineWidth, span, type Span, type StyledLine } from './styled.ts';
import { safe } from './text.ts';

export function frameLines(
  title: string,
  body: readonly StyledLine[],
  width: number,
  unicode = true,
): StyledLine[] {
  const [dash, side, ...corners] = unicode ? ['─', '│', '╭', '╮', '╰', '╯'] : ['-', '|', '+', '+', '+', '+'];
  const inner = Math.max(0, width - 4);
  const name = title === '' ? [] : cutLine([span(` ${safe(title)} `, 'title')], Math.max(0, width - 4));
  const border = (text: string): Span => span(text, 'border');
  const top = [
    border(`${corners[0] ?? ''}${dash}`),
    ...name,
    border(dash.repeat(Math.max(0, width - 3 - lineWidth(name))) + (corners[1] ?? '')),
  ];
  const bottom = line(
    `${corners[2] ?? ''}${dash.repeat(Math.max(0, width - 2))}${corners[3] ?? ''}`,
    'border',
  );
  const rows = body.map((row) => [border(`${side} `), ...fitLine(row, inner), border(` ${side}`)]);
  return [top, ...rows, bottom];
}
