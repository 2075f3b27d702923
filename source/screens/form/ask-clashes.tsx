/** What two have changed at once is told field by field with both values: of each, one's own is kept or the other's. */
import { UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { shownIn } from '../../services/reading/shown.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { openOverlay, type App } from '../app.tsx';
import { capital } from '../record/record-lines.ts';
import { fieldNamed } from '../register/columns.ts';
import { Conflict, type Leaving } from './conflict.tsx';

type Values = Readonly<Record<string, unknown>>;

export const isConflict = (error: unknown): error is UserError<'conflict'> =>
  error instanceof UserError && (error as UserError).code === 'conflict';

/** A change to one record that was refused, since others have changed the same fields. */
export interface Refused {
  readonly register: string;
  readonly id: number;
  readonly values: Values;
  readonly conflict: UserError<'conflict'>;
  /** What Esc does: back to the form, away from one's own value, or one's own text into the form's draft. */
  readonly leaving: Leaving;
  readonly onLeft?: (() => void) | undefined;
}

/** `then` is given the values that are kept, and the version of the record beside which they were chosen. */
export function askClashes(
  app: App,
  { register, id, values, conflict, leaving, onLeft }: Refused,
  then: (kept: Values, version: number) => void,
): void {
  const { language } = app.session.get();
  const definition = registerOf(register);
  const theirs = getRecord(app.project, id);
  const shown = shownIn(app.project, language);
  const names = conflict.parameters.fields;
  const clashes = names.flatMap((name) => {
    const field = fieldNamed(definition, name);
    return field === null
      ? []
      : [
          {
            name,
            label: field.label[language],
            mine: shown.full(field, values[name]),
            theirs: shown.full(field, theirs[name]),
          },
        ];
  });
  openOverlay(app, (close) => (
    <Conflict
      language={language}
      code={theirs.code ?? capital(definition.label.one[language])}
      clashes={clashes}
      leaving={leaving}
      onCancel={() => {
        close();
        onLeft?.();
      }}
      onChoose={(mine) => {
        close();
        const kept = Object.entries(values).filter(([name]) => !names.includes(name) || mine.has(name));
        then(Object.fromEntries(kept), theirs.version);
      }}
    />
  ));
}
