import { summaryOf } from '../../registers/index.ts';
import { excerptOf } from '../../services/reading/excerpt.ts';
import { formatNumber } from '../../services/reading/days.ts';
import { nameWithFigure } from '../../services/reading/latest-figure.ts';
import {
  asksForDay,
  countFound,
  mendingSearch,
  readyToSearch,
  searchFor,
} from '../../services/reading/listing.ts';
import { limitOption, printJson, printLines, styled, table } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { Project } from '../../services/project/project.ts';
import type { Excerpt } from '../../services/reading/excerpt.ts';
import type { Identity } from '../../services/reading/listing.ts';
import type { Call, Command } from '../line/command.ts';

const usualLimit = 20;

/** A search index that turns out damaged is made anew first, with a line that tells how far it has come. */
async function foundIn(call: Call, project: Project, text: string, limit: number): Promise<Identity[]> {
  let damaged = false;
  const mendSearch = (): void => {
    damaged = true;
  };
  const found = searchFor({ ...project, mendSearch }, text, limit);
  if (!damaged) return found;
  const { doLong } = await import('../line/long-work.ts');
  await doLong(call, project, mendingSearch(project));
  return searchFor(project, text, limit);
}

const whole = ({ before, match, after }: Excerpt): string => before + match + after;

/** A table of what was found; where the name does not hold the words, the text that does stands after it. */
function linesOf(call: Call, project: Project, text: string, found: readonly Identity[]): string[] {
  const { columns } = call.say;
  const excerpts = found.map((one) => excerptOf(project, one, text));
  const names = found.map((one) =>
    one.register === 'indicator' ? nameWithFigure(project, one, call.language) : one.heading,
  );
  const rows = found.map((one, index) => [
    one.code ?? '',
    named(call, names[index] ?? '', excerpts[index] ?? null),
    summaryOf(one.register).label.one[call.language],
  ]);
  const headings = [columns.code, columns.heading, columns.register].map((heading) => ({ heading }));
  const [first = '', ...lines] = table(call, headings, rows);
  return [first, ...lines.map((line, at) => marked(call, line, names[at] ?? '', excerpts[at] ?? null))];
}

/** So many are counted: who finds more narrows it down. */
const mostCounted = 100;

/** Beside the table: that there are more than it shows. */
function tellMore(call: Call, project: Project, text: string, shown: number, isMore: boolean): void {
  // Of an earlier day no more is read than the first of them need; what is on a day is dear to ask for twice.
  const isCounted = project.asOf === null && !isMore;
  const most = isCounted ? Math.max(mostCounted, shown) : shown;
  const count = isMore ? shown + 1 : countFound(project, text, most);
  if (count <= shown) return;
  const number = (value: number): string => formatNumber(value, call.language);
  const words = { shown: number(shown), counted: number(most), all: count > most ? null : String(count) };
  call.place.writeError(`${call.say.find.more(words)}\n`);
}

const between = ' · ';

function named(call: Call, name: string, excerpt: Excerpt | null): string {
  if (excerpt === null) return name;
  const { before, match, after } = excerpt;
  return `${name}${between}${before}${call.colors ? match : `«${match}»`}${after}`;
}

/** The match in bold, as far as the row has room for it. */
function marked(call: Call, line: string, name: string, excerpt: Excerpt | null): string {
  if (!call.colors || excerpt === null) return line;
  const { safe } = call.place.text;
  const lead = safe(`${name}${between}${excerpt.before}`);
  const at = line.indexOf(lead) + lead.length;
  const match = safe(excerpt.match);
  if (!line.includes(lead) || !line.startsWith(match, at)) return line;
  return line.slice(0, at) + styled(call, 'bold', match) + line.slice(at + match.length);
}

export const find: Command = {
  usage: 'find WORDS… [--limit N]',
  changes: false,
  options: ['limit'],
  words: [1, Number.MAX_SAFE_INTEGER],
  run: async (call) => {
    const text = call.words.join(' ');
    const limit = limitOption(call) ?? usualLimit;
    return withProject(
      call,
      async (project) => {
        const isOnDay = asksForDay(project, text);
        const all = await foundIn(call, project, text, isOnDay ? limit + 1 : limit);
        const found = all.slice(0, limit);
        if (call.json) {
          const rows = found.map((one) => {
            const { code, uid, register, heading } = one;
            const excerpt = excerptOf(project, one, text);
            return { code, uid, register, heading, excerpt: excerpt === null ? null : whole(excerpt) };
          });
          printJson(call, rows);
        } else if (found.length === 0) printLines(call, [call.say.find.nothing(call.place.text.safe(text))]);
        else {
          printLines(call, linesOf(call, project, text, found));
          const isMore = all.length > limit;
          if (isMore || (found.length === limit && !isOnDay)) tellMore(call, project, text, limit, isMore);
        }
        return 0;
      },
      (view) => readyToSearch(view, text, limit),
    );
  },
};
