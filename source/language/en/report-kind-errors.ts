import { formatSpans } from '../spans.ts';
import type { Label } from '../language.ts';
import type { Spans } from '../spans.ts';

const list = (words: readonly string[]): string => words.join(', ');

/** Pictures that can't be a logo, by why. */
export type LogoFault = 'other' | 'large' | 'wide' | 'broken' | 'live';

/** Files that are no template, by what they are. */
export type TemplateKind = 'encrypted' | 'old' | 'broken' | 'macros' | 'large' | 'other';

const templateKinds: Readonly<Record<TemplateKind, string>> = {
  encrypted: 'is protected with a password',
  old: 'is a Word document of the old form (.doc)',
  broken: 'is not whole, or no Word document at all',
  macros: 'has macros in it',
  large: 'is larger inside than a Word document ever is',
  other: 'is no Word document',
};

/** What can go wrong with reports: what it is, then what to do next. */
export const reportKindErrors = {
  'no-period': {
    message: (p: { word: string; periods: Spans }) => `“${p.word}” is no payment period.`,
    hint: (p: { word: string; periods: Spans }) =>
      p.periods.length === 0
        ? 'Give the days, such as --period "1 Jan – 30 Jun 2023", or keep the periods: luotsi project set HANKE --paymentPeriods "1 Jan – 30 Jun 2023; 1 Jul – 31 Dec 2023"'
        : `Give its number, last, or its days. The project has these: ${formatSpans(p.periods, 'en')}.`,
  },
  'future-period': {
    message: (p: { from: string; today: string }) =>
      `The period begins ${p.from}, after the file's own day ${p.today}.`,
    hint: () => 'Choose a period that has begun.',
  },
  'wrong-funder-heading': {
    message: (p: { line: string; word: string; names: readonly Label[] }) =>
      `“${p.word}” in “${p.line}” is nothing that can be told under a heading.`,
    hint: (p: { line: string; word: string; names: readonly Label[] }) =>
      `After the sign of equality stand any of these, with commas between: ${list(p.names.map(({ en }) => en))}; or nothing.`,
  },
  'folder-in-use': {
    message: (p: { path: string; count: number }) =>
      `The folder ${p.path} has other things in it (${p.count}).`,
    hint: () => 'Nothing was written. Give the name of a new or an empty folder.',
  },
  'not-a-folder': {
    message: (p: { path: string }) => `${p.path} is a file, not a folder.`,
    hint: () => 'Nothing was written. Give the name of a new or an empty folder.',
  },
  'no-logo': {
    message: (p: { path: string }) => `There is no picture ${p.path}.`,
    hint: () => 'Name the file of the logo (luotsi config logo FILE), or do without: --logo none.',
  },
  'logo-refused': {
    message: (p: { path: string; what: LogoFault }) =>
      `${p.path} ${
        {
          other: 'is no PNG, JPEG or SVG picture',
          large: 'is too large for a logo: 512 kilobytes at most',
          wide: 'is too large for a logo: 4000 dots wide and high at most',
          broken: 'is a broken picture',
          live: 'has program code or links to elsewhere in it',
        }[p.what]
      }.`,
    hint: () => 'Nothing was written. Save the logo as a PNG picture, or do without: --logo none.',
  },
  'template-unreadable': {
    message: (p: { path: string; what: TemplateKind }) => `${p.path} ${templateKinds[p.what]}.`,
    hint: () =>
      'Nothing was written. Save the template in Word as a Word document (.docx) without a password or macros.',
  },
  'template-unknown': {
    message: (p: { path: string; places: readonly string[]; kind: string }) =>
      `${p.path} names places that this report has not: ${list(p.places)}.`,
    hint: (p: { path: string; places: readonly string[]; kind: string }) =>
      `Nothing was written. luotsi report ${p.kind} --template-places lists those there are.`,
  },
  'template-broken': {
    message: (p: {
      path: string;
      place: string;
      why: 'unclosed' | 'unopened' | 'bracket' | 'form' | 'picture';
    }) =>
      `${p.path}: ${
        {
          unclosed: `${p.place} is never closed`,
          unopened: `${p.place} closes what was never opened`,
          bracket: `a bracket is missing near “${p.place}”`,
          form: p.place,
          picture: `${p.place} is a picture and stands in the text, not in the alternative text of another`,
        }[p.why]
      }.`,
    hint: () =>
      'Nothing was written. A loop or condition is {#name} … {/name}; every { has its } in the same paragraph.',
  },
};
