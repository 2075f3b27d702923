import { formatSpan } from '../../domain/days/format-day.ts';
import { heading, listOr, paragraph } from '../document.ts';
import { figures } from './figures.ts';
import { lights } from './lights-words.ts';
import { comingUp, decisions, done } from './outlook.ts';
import { linesOf } from '../plain-text.ts';
import { sessionDay } from '../voice.ts';
import type { Block } from '../document.ts';
import type { WrittenLine } from '../snapshot.ts';
import type { StatusReport } from './model.ts';
import type { Voice } from '../voice.ts';

/** The page that a busy director reads in two minutes. */
export function firstPage(report: StatusReport, voice: Voice): Block[] {
  return [
    ...head(report, voice),
    ...said(report),
    ...lights(report, voice),
    ...asked(report, voice),
    ...figures(report, voice),
    ...decisions(report, voice),
    heading(2, voice.words.done.heading),
    listOr([...own(report, 'done'), ...done(report, voice)], voice.words.done.none),
    heading(2, voice.words.next.heading({ day: voice.day(report.ahead.until) })),
    listOr([...own(report, 'next'), ...comingUp(report, voice)], voice.words.next.none),
  ];
}

/** What the meeting is asked to decide: before all else, since it is what the reader has to do. */
function asked(report: StatusReport, voice: Voice): Block[] {
  return [
    heading(2, voice.words.asked.heading),
    listOr(
      [...own(report, 'asked'), ...report.promises.asked],
      report.promises.nextSession === null ? voice.words.asked.noAgenda : voice.words.asked.none,
    ),
  ];
}

/** The planner's headline and summary. */
function said({ written }: StatusReport): Block[] {
  const headline = written?.headline ?? '';
  const paragraphs = (written?.summary ?? '').split(/\n\s*\n/).map((text) => linesOf(text).join(' '));
  return [
    ...(headline === '' ? [] : [paragraph([{ strong: headline }])]),
    ...paragraphs.filter((text) => text !== '').map(paragraph),
  ];
}

/** The planner's own lines of a place: what was written there, and records that were put on the report. */
function own({ written }: StatusReport, place: WrittenLine['place']): string[] {
  if (written === null) return [];
  const text = place === 'done' ? null : written[place];
  const lines = linesOf(text ?? '').map((line) => line.replace(/^\s*[-*\u2022]\s+/u, ''));
  const marked = written.lines.filter((line) => line.place === place);
  return [...lines, ...marked.map(({ text: line, code }) => (code === null ? line : `${line} (${code})`))];
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
