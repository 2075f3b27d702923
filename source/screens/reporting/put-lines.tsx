/** Lines that were put on the coming report: shown in a list, changed or taken off one by one. */
import { comingLines, type PutLine } from '../../services/reporting/report-writing.ts';
import { changeRecords, removeRecords } from '../../services/writing/records.ts';
import { registerOf } from '../../registers/index.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { openOverlay, type App } from '../app.tsx';
import { change, changeSeen, wordsOf } from '../record/change-actions.tsx';
import { Prompt } from '../prompt/prompt.tsx';

const placeWord = (app: App, place: string): string =>
  registerOf('reportLine').fields['place']?.choices?.[place]?.[app.session.get().language] ?? place;

export function askLines(app: App): void {
  const words = wordsOf(app).reports;
  const seen = app.seen.step;
  const choices = comingLines(app.project).map((line) => ({
    value: line,
    label: line.code === null ? line.text : `${line.text} (${line.code})`,
    hint: placeWord(app, line.place),
  }));
  openOverlay(app, (close) => (
    <Picker
      title={words.lines}
      choices={choices}
      empty={words.noLines}
      width={76}
      height={Math.max(1, Math.min(12, choices.length))}
      onCancel={close}
      onChoose={(line) => {
        close();
        askLine(app, line, seen);
      }}
    />
  ));
}

function askLine(app: App, line: PutLine, seen: number): void {
  const words = wordsOf(app).reports;
  openOverlay(app, (close) => (
    <Prompt
      title={line.code === null ? words.lines : `${words.lines}: ${line.code}`}
      placeholder={words.lineHint}
      initial={line.text}
      understand={() => ({ ok: true, text: words.lineHint })}
      onCancel={close}
      onEnter={(typed) => {
        close();
        const text = typed.trim();
        const target = { register: 'reportLine', ids: [line.id], seen };
        if (text === '')
          return change(app, target, words.lineRemoved, () => removeRecords(app.project, target.ids), '');
        return changeSeen(app, target, {
          done: words.lineChanged,
          values: { text },
          work: (values, step) => changeRecords(app.project, target.ids, values, step),
        });
      }}
    />
  ));
}
