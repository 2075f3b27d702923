/** One line that may begin with a day: `28.3. lähtee opintovapaalle`, `eilen`, or words alone. */
import { isUserError } from '../../errors.ts';
import { fieldContext } from '../reading/lookup.ts';
import { todayOf } from '../project/project.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Language } from '../../language/language.ts';
import type { Project } from '../project/project.ts';

export interface DayAndWords {
  /** Null where the line begins with none. */
  readonly day: Day | null;
  readonly words: string | null;
}

const mostWords = 3;

/** The longest beginning that is a day which has been is the day; the rest is words. */
export function dayAndWords(project: Project, text: string, language: Language): DayAndWords {
  const pieces = text.trim().split(/\s+/).filter(Boolean);
  for (let count = Math.min(mostWords, pieces.length); count > 0; count -= 1) {
    const day = dayIn(project, pieces.slice(0, count).join(' '), language);
    if (day !== null) return { day, words: pieces.slice(count).join(' ') || null };
  }
  return { day: null, words: pieces.join(' ') || null };
}

function dayIn(project: Project, text: string, language: Language): Day | null {
  try {
    const day = fieldContext(project, language).day(text);
    return day <= todayOf(project) ? day : null;
  } catch (error) {
    if (isUserError(error)) return null;
    throw error;
  }
}
