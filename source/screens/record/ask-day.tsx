/** Another day for a record without its form: in words, or turned by the arrows over a small month. */
import { registerOf } from '../../registers/index.ts';
import { addDays, formatDay, formatLocalTime } from '../../services/reading/days.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import { todayOf } from '../../services/project/project.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import type { AnyField, FieldContext } from '../../fields/index.ts';
import { openOverlay, type App } from '../app.tsx';
import { miniMonthAt, turnedValue, type DayTurn } from '../form/day-field.ts';
import { miniMonthLines } from '../form/mini-month.ts';
import { Prompt, type Understood } from '../prompt/prompt.tsx';
import { fieldNamed } from '../register/columns.ts';
import { sentenceOf } from '../sentence.ts';
import { fieldFor, setValues, titleOfTarget, wordsOf, type SeenTarget } from './change-actions.tsx';

interface Moment {
  readonly value: string;
  readonly shown: string;
}

/** `klo 10`, `10:30`, `9.30`: an hour by itself. */
const hourAlone = /^(?:klo|kl\.?|kello|at|@)?\s*\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm)?$/i;

/** The hour of a meeting that has none yet: a morning's. */
const morning = 'T09:00';

/** What the words say. An hour by itself keeps the day of a meeting, and a day by itself its hour. */
function readMoment(app: App, field: AnyField, text: string, old: unknown): Moment {
  const { language } = app.session.get();
  const context = fieldContext(app.project, language);
  if (field.kind !== 'localTime') {
    const day = context.day(text);
    return { value: day, shown: formatDay(day, language, 'full') };
  }
  const moment = (value: string): Moment => ({ value, shown: formatLocalTime(value, language) });
  const known = typeof old === 'string' ? old : null;
  const day = dayAlone(text, context);
  if (day !== null) return moment(day + (known?.slice(10) ?? morning));
  const today = known !== null && hourAlone.test(text.trim()) ? known.slice(0, 10) : context.today;
  return moment(String(field.read(text, { ...context, today })));
}

function dayAlone(text: string, context: FieldContext): string | null {
  try {
    return context.day(text);
  } catch {
    return null;
  }
}

export function askDay(app: App, target: SeenTarget): void {
  const name = fieldFor(target.register, 'day');
  const field = name === null ? null : fieldNamed(registerOf(target.register), name);
  const [first] = target.ids;
  if (name === null || field === null || first === undefined) return;
  const { language } = app.session.get();
  const words = wordsOf(app).prompt;
  const context = fieldContext(app.project, language);
  const old = getRecord(app.project, first)[name];
  const read = (text: string): Moment => readMoment(app, field, text, old);
  const understand = (text: string): Understood => {
    if (text.trim() === '')
      return { ok: false, text: words.dayHint(formatDay(addDays(todayOf(app.project), 7), language)) };
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
  const turned = (text: string, way: DayTurn): string => {
    const value = turnedValue(valueOf(text), way, todayOf(app.project));
    const whole = field.kind === 'localTime' && value.length === 10 ? value + morning : value;
    return field.write(field.check(whole), context);
  };
  openOverlay(app, (close) => (
    <Prompt
      turn={turned}
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
