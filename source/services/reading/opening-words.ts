/** What a person is told when a file is opened, in words. */
import { messages } from '../../language/index.ts';
import { localTimeOf } from '../../domain/days/day.ts';
import { timeZoneOf, todayOf } from '../project/project.ts';
import { draftNames, lookAround, type Presence } from '../project/presence.ts';
import { sharedPlaceOf, thisMachine } from '../project/file-place.ts';
import { formatLocalTime } from './days.ts';
import type { Instant } from '../../domain/days/day.ts';
import type { Language } from '../../language/language.ts';
import type { Project } from '../project/project.ts';

/** A run that ended abruptly, with what is left of it, and who else has the file open: a sentence each. */
export function presenceWords(project: Project, { others, ended }: Presence, language: Language): string[] {
  const words = messages(language).safety;
  const zone = timeZoneOf(project.store);
  const time = (at: Instant): string => formatLocalTime(localTimeOf(at, zone), language);
  const lines = others.map(({ host, isHere, since }) =>
    isHere ? words.here({ since: time(since) }) : words.elsewhere({ host, since: time(since) }),
  );
  if (ended === null) return lines;
  const { host, changes, until } = ended;
  const drafts = draftNames(project, language);
  return [
    words.ended({ host, changes, until: until === null ? null : time(until) }),
    ...(drafts.length === 0 ? [] : [words.drafts(drafts)]),
    ...lines,
  ];
}

/** What is left of a run that ended abruptly, as lines of the console to be shown one after another. */
export function endedLines(project: Project, { ended }: Presence, language: Language): string[] {
  if (ended === null) return [];
  const words = messages(language).safety;
  const { changes, until } = ended;
  const time = until === null ? null : localTimeOf(until, timeZoneOf(project.store));
  const shown = time === null ? null : formatLocalTime(time, language, 'weekday', todayOf(project));
  const drafts = draftNames(project, language);
  return [
    words.endedShort({ changes, until: shown }),
    ...(drafts.length === 0 ? [] : [words.drafts(drafts)]),
  ];
}

/** What a command tells of: windows on this computer are no news to it. */
export function presenceOf(project: Project, language: Language): { code: string; message: string }[] {
  const { others, ended } = lookAround(project);
  const away = others.filter(({ isHere }) => !isHere);
  const told = [
    ...(ended === null ? [] : [{ code: 'ended-abruptly', presence: { others: [], ended } }]),
    ...(away.length === 0 ? [] : [{ code: 'open-elsewhere', presence: { others: away, ended: null } }]),
  ];
  return told.map(({ code, presence }) => ({
    code,
    message: presenceWords(project, presence, language).join(' '),
  }));
}

/** A warning where the file lies in a folder that is synchronised or on another computer; nothing anywhere else. */
export function placeWords(path: string, environment: NodeJS.ProcessEnv, language: Language): string[] {
  const place = sharedPlaceOf(path, thisMachine(environment));
  const words = messages(language).safety;
  return place === null ? [] : [words.place({ path, ...place }), words.placeAdvice];
}
