import { formatSpan } from '../../domain/format-day.ts';
import { heading, listOr, paragraph } from '../document.ts';
import { figures } from './figures.ts';
import { lights } from './lights-words.ts';
import { comingUp, decisions, done } from './outlook.ts';
import { sessionDay } from '../voice.ts';
import type { Block } from '../document.ts';
import type { StatusReport } from './model.ts';
import type { Voice } from '../voice.ts';

/** The page that a busy director reads in two minutes. */
export function firstPage(report: StatusReport, voice: Voice): Block[] {
  return [
    ...head(report, voice),
    ...lights(report, voice),
    ...figures(report, voice),
    ...decisions(report, voice),
    heading(2, voice.words.done.heading),
    listOr(done(report, voice), voice.words.done.none),
    heading(2, voice.words.next.heading({ day: voice.day(report.ahead.until) })),
    listOr(comingUp(report, voice), voice.words.next.none),
    heading(2, voice.words.asked.heading),
    listOr(
      report.promises.asked,
      report.promises.nextSession === null ? voice.words.asked.noAgenda : voice.words.asked.none,
    ),
  ];
}

function head({ project, scope, promises }: StatusReport, { words, day, language }: Voice): Block[] {
  const shown = formatSpan({ from: scope.from, to: scope.to }, language);
  const span =
    scope.since === 'meeting'
      ? words.spanSinceMeeting({ span: shown, number: scope.meeting ?? '' })
      : scope.since === 'start'
        ? words.spanSinceStart({ span: shown })
        : shown;
  const next = promises.nextSession;
  const meeting = next === null ? [] : [words.nextMeeting({ day: day(sessionDay(next)) })];
  const moved =
    project?.earlierEnd != null && project.end !== null && project.end !== project.earlierEnd
      ? [paragraph(words.endMoved({ from: day(project.earlierEnd), to: day(project.end) }))]
      : [];
  return [
    heading(1, project === null ? words.noTitle : words.title({ title: project.title })),
    paragraph([span, ...meeting].join('; ')),
    ...(project === null ? [paragraph(words.noProject)] : []),
    ...moved,
  ];
}
