/** What a trial found of values that a table would put in place of those that are here. */
import { messages } from '../../language/index.ts';
import { shownReplacement } from '../../services/tables/import-sum.ts';
import { safe } from '../../widgets/lines/text.ts';
import type { ImportReport } from '../../services/tables/import.ts';
import type { App } from '../app.tsx';

const shown = 4;

export function replacedTexts(app: App, reports: readonly ImportReport[]): string[] {
  const { language } = app.session.get();
  const words = messages(language).commands.import;
  const all = reports.flatMap(({ replaced }) => replaced);
  if (all.length === 0) return [];
  return [
    words.replaced,
    ...all.slice(0, shown).map((one) => safe(words.replacing(shownReplacement(one, language)))),
    ...(all.length > shown ? [words.more(all.length - shown)] : []),
  ];
}
