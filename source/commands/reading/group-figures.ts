/** `luotsi group figures`: what a group has come to. */
import { messages } from '../../language/index.ts';
import { formatDay, formatNumber } from '../../services/reading/days.ts';
import { groupFigures } from '../../services/meetings/group-figures.ts';
import { findRecord } from '../../services/reading/lookup.ts';
import { numberOption, pairs, printJson, printLines, styled } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { GroupFigures } from '../../services/meetings/group-figures.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from '../registers/registers.ts';

export const figuresVerb: Verb = ({ word }) => ({
  usage: `${word} figures [CODE] [--missed N]`,
  changes: false,
  options: ['missed'],
  words: [0, 1],
  run: async (call) =>
    withProject(call, (project) => {
      const [code] = call.words;
      const id = code === undefined ? null : findRecord(project, ['group'], code).id;
      const found = groupFigures(project, id, numberOption(call, 'missed'));
      if (call.json) printJson(call, id === null ? found : found[0]);
      else
        printLines(
          call,
          found.flatMap((one, index) => [...(index > 0 ? [''] : []), ...lines(call, one)]),
        );
      return 0;
    }),
});

function lines(call: Call, figures: GroupFigures): string[] {
  const { language, place } = call;
  const words = messages(language).clubs.figures;
  const number = (value: number | null): string => (value === null ? '–' : formatNumber(value, language, 1));
  const day = (value: string): string => formatDay(value, language);
  const { sessions, missing, topics } = figures;
  const titles = (status: string): string =>
    topics
      .filter((topic) => topic.status === status)
      .map(({ title }) => title)
      .join(' · ');
  const entries: [string, string][] = [
    [words.columns.held, String(figures.held)],
    [words.columns.cancelled, String(figures.cancelled)],
    [words.columns.planned, String(figures.planned)],
    [words.columns.members, String(figures.members)],
    [words.columns.mean, number(figures.meanPresent)],
    [
      words.columns.trend,
      figures.meanLast === null ? '' : `${number(figures.meanBefore)} → ${number(figures.meanLast)}`,
    ],
    [words.columns.guests, String(figures.guests)],
    [
      words.attendance,
      sessions
        .map((one) => `${day(one.day)} ${one.present ?? '–'}${one.others === null ? '' : `+${one.others}`}`)
        .join(', '),
    ],
    [
      words.missing,
      missing
        .map(
          (one) =>
            `${one.person}: ${words.missed(one.missed)}, ${one.lastThere === null ? words.never : words.lastThere(day(one.lastThere))}`,
        )
        .join('\n'),
    ],
    [words.columns.covered, titles('covered')],
    [words.columns.open, titles('open')],
  ];
  const told = entries.filter(([, value]) => value !== '');
  return [styled(call, 'bold', place.text.safe(`${figures.code}  ${figures.title}`)), ...pairs(call, told)];
}
