/** Asks for the day on whose end the project is looked at. */
import { messages } from '../../language/index.ts';
import { addDays, formatDay } from '../../services/reading/days.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import { todayOf } from '../../services/project/project.ts';
import { lastSteeringDay } from '../../services/risks/risk-matrix.ts';
import { openOverlay, perform, type App } from '../app.tsx';
import { miniMonthAt, turnedValue } from '../form/day-field.ts';
import { miniMonthLines } from '../form/mini-month.ts';
import { Prompt, type Understood } from '../prompt/prompt.tsx';
import { sentenceOf } from '../sentence.ts';
import { lookBack } from './look-back.ts';
import type { Day } from '../../domain/days/day.ts';

export function askEarlierDay(from: App): void {
  const { project } = from.present ?? from;
  const { language } = from.session.get();
  const words = messages(language).earlierDay;
  const context = fieldContext(project, language);
  const today = todayOf(project);
  const steering = lastSteeringDay(project);
  const usual = steering ?? addDays(today, -7);
  const read = (text: string): Day => (text.trim() === '' ? usual : context.day(text));
  const understand = (text: string): Understood => {
    try {
      const day = read(text);
      const shown = formatDay(day, language, 'full');
      if (day >= today) return { ok: false, text: words.notAhead };
      if (text.trim() !== '') return { ok: true, text: `= ${shown}` };
      return { ok: true, text: steering === null ? words.weekAgo(shown) : words.steering(shown) };
    } catch (error) {
      return { ok: false, text: sentenceOf(error, language).text };
    }
  };
  const valueOf = (text: string): Day | null => {
    try {
      return read(text);
    } catch {
      return null;
    }
  };
  openOverlay(from, (close) => (
    <Prompt
      title={words.title}
      placeholder={words.placeholder}
      understand={understand}
      turn={(text, way) => formatDay(turnedValue(valueOf(text), way, today), language)}
      below={(text) =>
        miniMonthLines(miniMonthAt(project, valueOf(text), { language, unicode: from.unicode }))
      }
      onCancel={close}
      onEnter={(text) => {
        close();
        perform(from, () => lookBack(from, read(text)));
      }}
    />
  ));
}
