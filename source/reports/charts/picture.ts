import { markup, nothing } from '../markup.ts';
import type { Markup } from '../markup.ts';

/** What every chart says of itself: `title` names it, `description` says in words what it shows. */
export interface Described {
  readonly title: string;
  readonly description: string;
}

/** All charts are as wide as a narrow screen, so that their letters stay readable there; wider ones enlarge them. */
export const chartWidth = 320;

/** An SVG picture that assistive tools read as one image with a name and a description. */
export function picture(chart: Described, id: string, height: number, content: readonly Markup[]): Markup {
  return markup`<svg class="chart" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-text" viewBox="0 0 ${chartWidth} ${rounded(height)}" xmlns="http://www.w3.org/2000/svg"><title id="${id}-title">${chart.title}</title><desc id="${id}-text">${chart.description}</desc>${content}</svg>`;
}

type Anchor = 'start' | 'middle' | 'end';

export function label(x: number, y: number, text: string, style = '', anchor: Anchor = 'start'): Markup {
  if (text === '') return nothing;
  return markup`<text x="${rounded(x)}" y="${rounded(y)}" class="${style}" text-anchor="${anchor}">${text}</text>`;
}

export function box(x: number, y: number, width: number, height: number, style: string): Markup {
  return markup`<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(Math.max(0, width))}" height="${rounded(height)}" rx="2" class="${style}"/>`;
}

export const line = (x1: number, y1: number, x2: number, y2: number, style: string): Markup =>
  markup`<line x1="${rounded(x1)}" y1="${rounded(y1)}" x2="${rounded(x2)}" y2="${rounded(y2)}" class="${style}"/>`;

/** Two decimals are finer than anyone sees, and the same on every machine. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** About how many letters of the charts' size fit a width. */
export function fitted(text: string, width: number): string {
  const letters = Array.from(text);
  const most = Math.max(2, Math.floor(width / 6.4));
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}\u2026`;
}
