/** Another day for a record without its form: in words, or turned by the arrows over a small month. */
import { registerOf } from '../../registers/index.ts';
import { addDays, formatDay, formatLocalTime } from '../../services/reading/days.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import { todayOf } from '../../services/project/project.ts';
import { getRecord } from '../../services/writing/records.ts';
import { openOverlay, type App } from '../app.tsx';
import { miniMonthAt, turnedValue } from '../form/day-field.ts';
import { miniMonthLines } from '../form/mini-month.ts';
import { Prompt, type Understood } from '../prompt/prompt.tsx';
import { fieldNamed } from '../register/columns.ts';
import { sentenceOf } from '../sentence.ts';
import { fieldFor, setValues, titleOfTarget, wordsOf, type Target } from './change-actions.tsx';

/** Days that are often meant, for an empty line; else what the words say. Times keep their hour when only a day is given. */
function readMoment(app: App, kind: string, text: string, old: unknown): { value: string; shown: string } {
  const { language } = app.session.get();
  const context = fieldContext(app.project, language);
  if (kind !== 'localTime') {
    const day = context.day(text);
    return { value: day, shown: formatDay(day, language, 'full') };
  }
  // An hour by itself keeps the day, and a day by itself the hour.
  const hour = /^(?:(?:klo|kl\.?|at)\s*(\d{1,2})(?:[.:](\d\d))?|(\d{1,2}):(\d\d))$/i.exec(text.trim());
  if (hour !== null && typeof old === 'string') {
    const value = `${old.slice(0, 10)}T${(hour[1] ?? hour[3] ?? '').padStart(2, '0')}:${hour[2] ?? hour[4] ?? '00'}`;
    return { value, shown: formatLocalTime(value, language) };
  }
  const day = context.day(text);
  const clock = typeof old === 'string' ? old.slice(10) : 'T09:00';
  return { value: day + clock, shown: formatLocalTime(day + clock, language) };
}

export function askDay(app: App, target: Target): void {
  const name = fieldFor(target.register, 'day');
  const field = name === null ? null : fieldNamed(registerOf(target.register), name);
  const [first] = target.ids;
  if (name === null || field === null || first === undefined) return;
  const { language } = app.session.get();
  const words = wordsOf(app).prompt;
  const context = fieldContext(app.project, language);
  const old = getRecord(app.project, first)[name];
  const read = (text: string): { value: string; shown: string } => {
    if (field.kind === 'localTime' && /\d[.:]\d\d\s*$|T\d/.test(text) && !/\d\.\d+\.?$/.test(text)) {
      const value = String(field.read(text, context));
      return { value, shown: formatLocalTime(value, language) };
    }
    return readMoment(app, field.kind, text, old);
  };
  const understand = (text: string): Understood => {
    if (text.trim() === '') return { ok: false, text: words.dayHint(formatDay(addDays(todayOf(app.project), 7), language)) }; // prettier-ignore
    try {
      return { ok: true, text: `= ${read(text).shown}` };
    } catch (error) {
      const { text: sentence } = sentenceOf(error, language);
      return { ok: false, text: sentence };
    }
  };
  const oldValue = typeof old === 'string' ? old : null;
  const valueOf = (text: string): string | null => {
    if (text.trim() === '') return oldValue;
    try {
      return read(text).value;
    } catch {
      return null;
    }
  };
  openOverlay(app, (close) => (
    <Prompt
      turn={(text, way) =>
        field.write(field.check(turnedValue(valueOf(text), way, todayOf(app.project))), context)
      }
      below={(text) =>
        miniMonthLines(
          miniMonthAt(app.project, text.trim() === '' ? oldValue : valueOf(text), {
            language,
            unicode: app.unicode,
          }),
        )
      }
      title={`${field.label[language]} · ${titleOfTarget(app, target)}`}
      placeholder={old === null || old === undefined ? words.day : field.write(old, context)}
      understand={understand}
      onCancel={close}
      onEnter={(text) => {
        close();
        setValues(app, target, { [name]: read(text).value });
      }}
    />
  ));
}
