/** Who takes a member's seat, and from which day. */
import { formatDay } from '../../services/reading/days.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import { todayOf } from '../../services/project/project.ts';
import { identityCode } from '../../services/reading/record-view.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { succeed } from '../../services/meetings/succession.ts';
import { openOverlay, perform, type App } from '../app.tsx';
import { Prompt, type Understood } from '../prompt/prompt.tsx';
import { wordsOf } from '../record/change-actions.tsx';
import { sentenceOf } from '../sentence.ts';
import { askPerson } from './attendance-keys.tsx';
import { doneToast, runningWords } from './ask.tsx';

export function askSuccessor(app: App, membership: number): void {
  const { prompt } = runningWords(app);
  const { heading } = getRecord(app.project, membership);
  const seen = app.seen.step;
  askPerson(app, prompt.successor(heading), (person) => askDay(app, { membership, seen }, person));
}

function askDay(
  app: App,
  { membership, seen }: { readonly membership: number; readonly seen: number },
  person: number,
): void {
  const { prompt, said } = runningWords(app);
  const { language } = app.session.get();
  const { day } = fieldContext(app.project, language);
  const understand = (text: string): Understood => {
    if (text.trim() === '')
      return { ok: true, text: `= ${formatDay(todayOf(app.project), language, 'full')}` };
    try {
      return { ok: true, text: `= ${formatDay(day(text), language, 'full')}` };
    } catch (error) {
      return { ok: false, text: sentenceOf(error, language).text };
    }
  };
  openOverlay(app, (close) => (
    <Prompt
      title={prompt.successorDay}
      placeholder={wordsOf(app).prompt.day}
      understand={understand}
      onCancel={close}
      onEnter={(text) => {
        close();
        const from = text.trim() === '' ? todayOf(app.project) : day(text);
        perform(
          app,
          () => succeed(app.project, membership, person, from, { baseVersion: seen }),
          ({ result }) => doneToast(app, `${said.succeeded} ${identityCode(app.project, result)}`),
        );
      }}
    />
  ));
}
