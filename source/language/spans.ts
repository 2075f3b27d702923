import type { Language } from './language.ts';

export type Spans = readonly { readonly from: string; readonly to: string }[];

/** `1: 2021-09-01/2022-03-31, 2: …`: days as `--period` takes them, each with its number. */
export const formatSpans = (spans: Spans, language: Language): string =>
  spans
    .map(({ from, to }, index) => `${index + 1}${language === 'fi' ? '. ' : ': '}${from}/${to}`)
    .join(', ');
