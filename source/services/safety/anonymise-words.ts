import { messages, type Language } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { formatDay } from '../reading/days.ts';
import type { PreviewRow } from '../writing/preview-words.ts';
import type { Foreseen } from './anonymise.ts';

/** What anonymising would take away, from which records, and what it would leave, in words. `copies`: how many are treated too. */
export function foreseenRows(foreseen: Foreseen, language: Language, copies = 0): PreviewRow[] {
  const { fields, images, mentions, perhaps, reports, kept } = foreseen;
  const words = messages(language).people.anonymise;
  const item = (text: string): PreviewRow => ({ kind: 'item', text });
  const under = (heading: string, items: readonly string[]): PreviewRow[] =>
    items.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...items.map(item)];
  const named = fields.map(
    (name) => registerOf('person').fields[name]?.label[language].toLowerCase() ?? name,
  );
  const keptWords = kept.map(({ what, count, codes, until }) =>
    words.kept({
      what: what[language],
      count,
      codes: codes.join(', '),
      until: formatDay(until, language, 'full'),
    }),
  );
  return [
    ...(named.length === 0 ? [] : [item(words.goes(named))]),
    item(words.history(images)),
    ...(copies === 0 ? [] : [item(words.copies(copies))]),
    ...(reports.length === 0 ? [] : [item(words.reports(reports))]),
    item(words.stays),
    ...keptWords.map((text): PreviewRow => ({ kind: 'warning', text })),
    ...under(
      words.mentions,
      mentions.map(({ code, field }) => `${code}  ${field[language]}`),
    ),
    ...under(
      words.perhaps,
      perhaps.map(({ code }) => code),
    ),
  ];
}
